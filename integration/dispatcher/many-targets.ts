import { type CommandName } from '../command.js';
import { type ContextOutput, toEntries } from '../results/command-result.js';
import { type Entry } from '../results/entry.js';
import { errorEntry } from '../results/raw-entry.js';
import { type EffectOutcome, isUnknown } from './effect.js';
import { errorText } from './error-text.js';

/** What one command with many targets came to. */
export interface ManyOutcomes {
  readonly command: CommandName;
  readonly outcomes: readonly EffectOutcome[];
  /** Targets that were not tried. */
  readonly remaining: readonly string[];
}

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
export function manyTargetEntries({ command, outcomes, remaining }: ManyOutcomes): Entry[] {
  const rows = [
    ...outcomes.map(rowOf),
    ...remaining.map((typed): Row => ({
      User: typed,
      Name: undefined,
      Result: 'Not tried',
      Remarks: undefined,
    })),
  ];
  const done = outcomes.filter(({ result }) => result !== undefined).length;
  const entries = toEntries({
    table: {
      title: `${command}: ${done} of ${rows.length} done`,
      rows: rows.map((row) => ({ ...row })),
      columns: ['User', 'Name', 'Result', 'Remarks'],
    },
    outputs: [...joinedOutputs(outcomes), ...remainingOutput(command, remaining)],
    raw: outcomes.map(contentsOf),
  });
  const failures = failureLines(command, outcomes, remaining);
  return failures.length === 0 ? entries : [...entries, errorEntry(failures.join('\n'))];
}

function rowOf({ typed, target, result, error, missing }: EffectOutcome): Row {
  const outcome = result
    ? 'Done'
    : missing
      ? 'Does not exist'
      : isUnknown(error)
        ? 'Unknown, check'
        : 'Failed';
  return { User: typed, Name: target?.displayName, Result: outcome, Remarks: result?.warnings?.join('\n') };
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
function contentsOf({ result, error, missing }: EffectOutcome): unknown {
  if (result) return result.raw ?? null;
  return missing ?? errorText('command', error);
}

function failureLines(
  command: CommandName,
  outcomes: readonly EffectOutcome[],
  remaining: readonly string[],
): string[] {
  const failed = outcomes.filter(({ result, missing }) => !result && missing === undefined);
  const lines = failed.map(
    ({ typed, error }) =>
      `${typed}: ${isUnknown(error) ? 'unknown, check. ' : ''}${errorText(command, error).replaceAll('\n', ' ')}`,
  );
  return remaining.length === 0 ? lines : [...lines, `Not tried: ${remaining.join(',')}`];
}
