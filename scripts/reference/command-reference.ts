import { findDeclaration } from '../../integration/dispatcher/declarations.js';
import { type OutputDeclaration } from '../../integration/manifest/types.js';
import { type DescribedCommand } from '../described-command.js';
import { argumentTable } from './argument-table.js';
import { type ExampleOutput } from './example-output.js';
import { type Family, inFamilies } from './families.js';
import { markdownTable } from './markdown-table.js';
import { permissionLines, remarks } from './remarks.js';
import { shownExample } from '../../warroom/line/shown-example.js';

/** A command with what its first example does. */
export interface ShownCommand extends DescribedCommand {
  readonly output: ExampleOutput;
}

const INTRODUCTION = `<!-- Written by npm run generate; do not edit. -->

# Commands

Every command with its arguments, the permissions it takes, what it writes to the context, and examples. The examples
work as they stand on the embedded tenant; what is printed below them comes from a real run there, on a terminal without
colors. Long tables and cells are cut at \`...\`. What differs from run to run is replaced: \`<ID>\`, \`<time>\`, \`<date>\`,
\`<code>\` for codes and tokens, \`<sandbox>\` for the address of the embedded tenant. In the place of a secret stands \`?\`:
our own surfaces ask for it without showing it, on a SOAR platform its value is typed.

Where several sets of permissions are named, any one of them is enough; a \`+\` joins what is needed together. Entra roles
of a signed-in user come on top.
`;

/**
 * The command reference for people, as markdown.
 * @param commands In the order of the manifest.
 */
export function commandReference(commands: readonly ShownCommand[]): string {
  const families = inFamilies(commands, ({ declaration }) => declaration.name);
  return [
    INTRODUCTION,
    ...families.flatMap(contents),
    ...families.flatMap(({ title, members }) => [`## ${title}`, '', ...members.map(section)]),
  ].join('\n');
}

function contents({ title, members }: Family<ShownCommand>): readonly string[] {
  const anchor = title.toLowerCase().replaceAll(' ', '-');
  const items = members.map(
    ({ declaration: { name, description } }) => `- [${name}](#${name}): ${firstSentence(description)}`,
  );
  return [`**[${title}](#${anchor})**`, '', ...items, ''];
}

function firstSentence(text: string): string {
  return text.split(/(?<=\.)\s/)[0] ?? text;
}

function section(command: ShownCommand): string {
  const { declaration, metadata, output } = command;
  const paragraphs = [
    [`### ${declaration.name}`],
    [declaration.description],
    remarks(command).map((remark) => `- ${remark}`),
    permissionLines(command),
    argumentTable(command),
    contextTable(declaration.outputs ?? []),
    ['Examples:'],
    fenced(metadata.examples.map((line) => shownExample(line, findDeclaration)).join('\n')),
    [metadata.examples.length > 1 ? 'The first one prints:' : 'It prints:'],
    fenced(output.shown),
    writtenLine(output.contextPaths),
  ];
  return paragraphs
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

function contextTable(outputs: readonly OutputDeclaration[]): readonly string[] {
  if (outputs.length === 0) return [];
  const rows = outputs.map(({ contextPath, type = 'Unknown', description }) => [
    `\`${contextPath}\``,
    type,
    description,
  ]);
  return markdownTable(['Context path', 'Type', 'Meaning'], rows);
}

function writtenLine(contextPaths: readonly string[]): readonly string[] {
  if (contextPaths.length === 0) return ['It writes nothing to the context.'];
  return [`It writes to the context: ${contextPaths.map(writtenPath).join(', ')}.`];
}

/** A path with the properties by which its selector finds what is already there. */
function writtenPath(path: string): string {
  const [root = ''] = path.split('(');
  const keys = [...path.matchAll(/val\.([\w.]+) == obj\./g)].map(([, key = '']) => `\`${key}\``);
  return keys.length === 0 ? `\`${root}\`` : `\`${root}\` by ${keys.join(' and ')}`;
}

/** A code block whose fence is longer than any in the text. */
function fenced(text: string): readonly string[] {
  const longest = Math.max(0, ...(text.match(/`{3,}/g) ?? []).map((ticks) => ticks.length));
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return [`${fence}text`, text, fence];
}
