/**
 * Release notes out of the changelog: a file for each version but the first, which has none because the whole pack is
 * new then (the platform's rule RN108).
 * @param changelog Markdown with a heading `## x.y.z` for each version, the newest first.
 * @param integrations Display names that the notes are for.
 * @returns File names with their text.
 */
export function releaseNotes(
  changelog: string,
  integrations: readonly string[],
): ReadonlyMap<string, string> {
  const sections = changelog.split(/^## /m).slice(1);
  const notes = new Map<string, string>();
  for (const section of sections.slice(0, -1)) {
    const [heading = '', ...lines] = section.split('\n');
    const version = /^\d+\.\d+\.\d+/.exec(heading)?.[0];
    if (version === undefined) continue;
    const body = lines.join('\n').trim().replaceAll('`test-module`', 'the Test button');
    const parts = integrations.map((name) => `##### ${name}\n\n${body}\n`);
    notes.set(`${version.replaceAll('.', '_')}.md`, ['#### Integrations\n', ...parts].join('\n'));
  }
  return notes;
}
