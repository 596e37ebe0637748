import { type CommandName } from '../command.js';
import { ProtectedError } from '../errors.js';
import { type ContextOutput, toEntries } from '../results/command-result.js';
import { type Entry } from '../results/entry.js';
import { errorEntry } from '../results/raw-entry.js';
import { type EffectOutcome, isNotTried, isUnknown } from './effect.js';
import { errorText } from './error-text.js';

interface Row {
  readonly User: string;
  readonly Name: string | undefined;
  readonly Result: string;
  readonly Remarks: string | undefined;
}

/**
 * The entries of a command with many targets (rule R29): one note with a row for each, and one error entry that lists
 * those that failed, with the reasons. What was not tried can be pasted back from `MSGraphUserAction.Remaining`.
 */
export function manyTargetEntries(command: CommandName, outcomes: readonly EffectOutcome[]): Entry[] {
  const rows = outcomes.map(rowOf);
  const done = outcomes.filter(({ result }) => result !== undefined).length;
  const remaining = outcomes.filter(isNotTried).map(({ typed }) => typed);
  const others = outcomes.filter(({ sameAs }) => sameAs !== undefined).length;
  const entries = toEntries({
    table: {
      title: outcomes.some(({ isPlan }) => isPlan)
        ? `${command}: dry run, nothing was done`
        : `${command}: ${done} of ${rows.length - others} done`,
      rows: rows.map((row) => ({ ...row })),
      columns: ['User', 'Name', 'Result', 'Remarks'],
    },
    outputs: [...joinedOutputs(outcomes), ...remainingOutput(command, remaining)],
    raw: outcomes.map(contentsOf),
  });
  const failures = failureLines(command, outcomes, remaining);
  return failures.length === 0 ? entries : [...entries, errorEntry(failures.join('\n'))];
}

function rowOf(outcome: EffectOutcome): Row {
  const { typed, target } = outcome;
  return {
    User: typed,
    Name: target?.displayName,
    Result: inWords(outcome),
    Remarks: remarksOf(outcome),
  };
}

/** What is to be said besides the result: warnings of an effect, the table of a plan. */
function remarksOf({ result, isPlan }: EffectOutcome): string | undefined {
  if (!isPlan) return result?.warnings?.join('\n');
  const [row] = result?.table?.rows ?? [];
  return row && [row['Would work'], row['Remarks']].filter((text) => text !== '').join('\n');
}

function inWords(outcome: EffectOutcome): string {
  const { result, error, missing, sameAs, isPlan } = outcome;
  if (result) return isPlan ? 'Would be tried' : 'Done';
  if (sameAs !== undefined) return `Same as ${sameAs}`;
  if (missing !== undefined) return 'Does not exist';
  if (isNotTried(outcome)) return 'Not tried';
  if (error instanceof ProtectedError) return 'Refused';
  return isUnknown(error) ? 'Unknown, check' : 'Failed';
}

/** The context of those that were done, those of one path together. */
function joinedOutputs(outcomes: readonly EffectOutcome[]): ContextOutput[] {
  const outputs = outcomes.flatMap(({ result }) => result?.outputs ?? []);
  const [first] = outputs;
  return first ? [{ ...first, value: outputs.map(({ value }) => value) }] : [];
}

function remainingOutput(command: CommandName, remaining: readonly string[]): ContextOutput[] {
  if (remaining.length === 0) return [];
  return [
    {
      prefix: 'MSGraphUserAction',
      selector: 'val.Remaining && val.Command == obj.Command',
      value: { Command: command, Remaining: remaining },
    },
  ];
}

/** What the single call would have had as `Contents`. */
function contentsOf({ result, error, missing, sameAs }: EffectOutcome): unknown {
  if (result) return result.raw ?? null;
  if (sameAs !== undefined) return null;
  return missing ?? errorText('command', error);
}

function failureLines(
  command: CommandName,
  outcomes: readonly EffectOutcome[],
  remaining: readonly string[],
): string[] {
  const failed = outcomes.filter(
    (outcome) => outcome.error !== undefined && outcome.missing === undefined && !isNotTried(outcome),
  );
  const lines = failed.map(
    ({ typed, error }) =>
      `${typed}: ${isUnknown(error) ? 'unknown, check. ' : ''}${errorText(command, error).replaceAll('\n', ' ')}`,
  );
  return remaining.length === 0 ? lines : [...lines, `Not tried: ${remaining.join(',')}`];
}
