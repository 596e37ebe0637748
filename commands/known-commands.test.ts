import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { findDeclaration } from '../integration/dispatcher/declarations.js';
import { type ArgumentDeclaration, type CommandDeclaration } from '../integration/manifest/types.js';

/** An argument as the known integrations declare it; what is absent is false or empty. */
interface KnownArgument {
  readonly name: string;
  readonly required?: boolean;
  readonly default?: string;
  readonly isDefaultArg?: boolean;
  readonly isArray?: boolean;
  readonly secret?: boolean;
  readonly hidden?: boolean;
  readonly predefined?: readonly string[];
}

/** A command as the known integrations declare it. */
interface KnownCommand {
  readonly name: string;
  readonly deprecated?: boolean;
  readonly execution?: boolean;
  readonly hidden?: boolean;
  readonly polling?: boolean;
  readonly arguments: readonly KnownArgument[];
  readonly outputs: Readonly<Record<string, string>>;
  /** Paths that are written without being declared. */
  readonly written?: readonly string[];
}

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');

/** The file is ours; its shape is what the rest of this test relies on. */
const known = JSON.parse(read('test_data/known-commands.json')) as readonly KnownCommand[];

/** The rows of the table under "Declarations": command, difference, rule. */
function documented(): readonly { readonly difference: string; readonly rule: string }[] {
  const section = read('docs/compatibility.md').split('\n## Declarations\n')[1]?.split('\n## ')[0] ?? '';
  return section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '').trim()))
    .map(([command = '', difference = '', rule = '']) => ({
      difference: `${command.replaceAll('`', '')}: ${difference.replaceAll('`', '')}`,
      rule,
    }));
}

/** Yes or no, whatever a missing or per-marketplace value is written as. */
const flag = (value: unknown): boolean => value === true;

function argumentDifferences(theirs: KnownArgument, ours: ArgumentDeclaration | undefined): string[] {
  if (!ours) return ['is missing'];
  const differences: string[] = [];
  const compare = (what: string, known: boolean, own: boolean): void => {
    if (known !== own) differences.push(own ? `is ${what}` : `is not ${what}`);
  };
  compare('required', flag(theirs.required), flag(ours.required));
  compare('a list', flag(theirs.isArray), flag(ours.isArray));
  compare('secret', flag(theirs.secret), flag(ours.secret));
  compare('hidden', flag(theirs.hidden), flag(ours.hidden));
  compare('the unnamed argument', flag(theirs.isDefaultArg), flag(ours.default));
  const [before, now] = [theirs.default ?? '', ours.defaultValue ?? ''];
  if (before !== now) differences.push(`has the default "${now}" instead of "${before}"`);
  for (const value of theirs.predefined ?? []) {
    if (!ours.predefined?.includes(value)) differences.push(`no longer offers ${value}`);
  }
  return differences.map((difference) => `${theirs.name} ${difference}`);
}

function differencesOf(theirs: KnownCommand, ours: CommandDeclaration | undefined): string[] {
  if (!ours) return ['is missing'];
  const own = ours.arguments ?? [];
  const outputs = new Map((ours.outputs ?? []).map(({ contextPath, type }) => [contextPath, type]));
  const differences: string[] = [];
  for (const property of ['deprecated', 'execution', 'hidden', 'polling'] as const) {
    if (flag(theirs[property]) !== flag(ours[property])) {
      differences.push(`${property} is ${String(flag(ours[property]))}`);
    }
  }
  for (const argument of theirs.arguments) {
    differences.push(
      ...argumentDifferences(
        argument,
        own.find(({ name }) => name === argument.name),
      ),
    );
  }
  for (const { name, required } of own) {
    if (required && !theirs.arguments.some((argument) => argument.name === name)) {
      differences.push(`${name} is new and required`);
    }
  }
  for (const [path, type] of Object.entries(theirs.outputs)) {
    const present = outputs.get(path);
    if (!outputs.has(path)) differences.push(`output ${path} is missing`);
    else if (present !== type)
      differences.push(`output ${path} is ${present ?? 'untyped'} instead of ${type}`);
  }
  for (const path of theirs.written ?? []) {
    if (!outputs.has(path)) differences.push(`output ${path}, written before, is missing`);
  }
  return differences;
}

const differences = known.flatMap((command) =>
  differencesOf(command, findDeclaration(command.name)).map((difference) => `${command.name}: ${difference}`),
);

describe('the declarations of the known integrations', () => {
  test('are kept, but for the differences that docs/compatibility.md lists', () => {
    const listed = new Set(documented().map(({ difference }) => difference));
    expect(differences.filter((difference) => !listed.has(difference))).toEqual([]);
  });

  test('differ in everything that docs/compatibility.md lists', () => {
    const real = new Set(differences);
    expect(documented().filter(({ difference }) => !real.has(difference))).toEqual([]);
  });

  test('differ by a rule or a defect that is named', () => {
    expect(documented().filter(({ rule }) => !/^(R\d+|Def)\b/.test(rule))).toEqual([]);
  });

  test('are all there to compare', () => {
    expect(known.length).toBe(58);
    expect(known.flatMap((command) => command.arguments).length).toBeGreaterThan(100);
  });
});
