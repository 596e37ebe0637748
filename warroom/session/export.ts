import { isErrorEntry } from '../../integration/results/raw-entry.js';
import { visibleText } from '../terminal/visible-text.js';
import { type Incident, type RecordedEntry } from './incident.js';
import { type KnownSecrets } from './known-secrets.js';

/** The forms in which an incident can be handed on. */
export const exportFormats = ['markdown', 'json'] as const;

/** One of {@link exportFormats}. */
export type ExportFormat = (typeof exportFormats)[number];

/**
 * An incident as evidence: who did what, when (UTC), on which instance and tenant, and what came of it. The secrets of
 * the session are not in it.
 */
export function exportIncident(incident: Incident, format: ExportFormat, secrets: KnownSecrets): string {
  const { id, created, entries } = secrets.masked(incident);
  if (format === 'json') return `${JSON.stringify({ id, created, entries }, null, 2)}\n`;
  const head = [`# Incident ${visibleText(id)}`, '', `Opened ${created} (UTC). ${entries.length} entries.`];
  return `${[...head, ...entries.flatMap(entryLines)].join('\n')}\n`;
}

/** What an entry holds is quoted: nothing in it can pass for a heading of ours, and so for another entry. */
function entryLines({ id, time, user, line, target, entry }: RecordedEntry): readonly string[] {
  const isError = isErrorEntry(entry);
  const kind = isError ? 'Error' : entry.Type === 11 ? 'Warning' : undefined;
  return [
    '',
    `## ${inLine(id)}`,
    '',
    `- When: ${inLine(time)} (UTC)`,
    `- Who: ${inLine(user)}`,
    `- Where: ${inLine(whereOf(target))}`,
    `- Line: ${code(line)}`,
    ...(kind === undefined ? [] : [`- Kind: ${kind}`]),
    '',
    ...quoted(entry),
  ];
}

function whereOf(target: RecordedEntry['target']): string {
  if (!target) return 'this room';
  const instance = `instance ${target.instance ?? 'unknown'}, tenant ${target.tenant ?? 'unknown'}`;
  return target.kind === 'sandbox'
    ? `SANDBOX, ${instance}`
    : `${instance}, cloud ${target.cloud ?? 'unknown'}`;
}

function quoted({ HumanReadable, Contents }: RecordedEntry['entry']): readonly string[] {
  const text = HumanReadable ? HumanReadable : contentsText(Contents);
  return visibleText(text)
    .trimEnd()
    .split('\n')
    .map((line) => `> ${line}`.trimEnd());
}

/** Indented, so that it is read as code. */
function contentsText(contents: unknown): string {
  if (typeof contents === 'string') return contents;
  const json = JSON.stringify(contents ?? null, null, 2);
  return json
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
}

function inLine(text: string): string {
  return visibleText(text).replaceAll('\n', ' ');
}

/** A code span that holds whatever the line holds (CommonMark 6.1). */
function code(line: string): string {
  const text = inLine(line);
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return `${fence} ${text} ${fence}`;
}
