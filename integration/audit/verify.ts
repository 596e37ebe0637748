import { open } from 'node:fs/promises';
import { SoarError } from '../errors.js';
import { type JsonObject, textAt } from '../json.js';
import { FIRST_PREVIOUS, readLine } from './record.js';

/** Something about one line of a trail. */
export interface TrailProblem {
  /** Counted from 1. */
  readonly line: number;
  readonly problem: string;
}

/** What a look at a whole trail found. */
export interface TrailVerdict {
  /** How many lines are records as they were written. */
  readonly records: number;
  /** Where the chain does not hold, in the order of the lines. */
  readonly problems: readonly TrailProblem[];
  /** Effects that began and whose outcome is not recorded. They may be under way, and do not break the chain. */
  readonly unfinished: readonly TrailProblem[];
}

const LINE_BREAK = 0x0a;

/** How much is read at a time, in bytes. */
const PIECE = 256 * 1024;

/**
 * Checks a trail from its first line to its last, holding one line and the effects under way in memory.
 * @throws SoarError when the file cannot be read.
 */
export async function verifyTrail(file: string): Promise<TrailVerdict> {
  const problems: TrailProblem[] = [];
  const underWay = new Map<string, number>();
  let records = 0;
  let line = 0;
  let expected: readonly string[] = [FIRST_PREVIOUS];

  for await (const { bytes, isEnded } of linesOf(file)) {
    line += 1;
    const found = (problem: string): void => {
      problems.push({ line, problem });
    };
    const reading = readLine(bytes);
    if (reading.kind === 'torn') {
      found('This is not a whole record: it was cut off while it was written, or replaced.');
    } else if (reading.kind === 'changed') {
      found('This record was changed after it was written.');
      // The next record may name it, or the last whole one where this line was there before.
      expected = [...expected, reading.claimedHash];
    } else {
      records += 1;
      if (!isEnded) found('This line has no end: it was cut off while it was written.');
      if (!expected.includes(reading.previous)) {
        found('This record does not follow the one before it: a line was removed, inserted or moved here.');
      }
      const fault = effectFault(reading.record, line, underWay);
      if (fault !== undefined) found(fault);
      expected = [reading.hash];
    }
  }
  const unfinished = [...underWay].map(([, begun]) => ({
    line: begun,
    problem: 'Unfinished: no outcome of this effect is recorded.',
  }));
  return { records, problems, unfinished };
}

/** Follows the effects; returns what is wrong with this record as one of a pair. */
function effectFault(record: JsonObject, line: number, underWay: Map<string, number>): string | undefined {
  const id = textAt(record, 'id');
  const phase = textAt(record, 'phase');
  if (id === undefined || (phase !== 'before' && phase !== 'after')) {
    return 'This record belongs to no effect: its "id" or its "phase" is missing.';
  }
  if (phase === 'after') {
    return underWay.delete(id) ? undefined : 'This outcome has no record from before its effect.';
  }
  const begun = underWay.get(id);
  underWay.set(id, begun ?? line);
  return begun === undefined ? undefined : `This effect has begun already, on line ${begun}.`;
}

/** Lines as bytes: text would turn broken characters into others and so change what is hashed. */
async function* linesOf(file: string): AsyncGenerator<{ bytes: Buffer; isEnded: boolean }> {
  let rest: Buffer[] = [];
  for await (const bytes of piecesOf(file)) {
    let start = 0;
    for (let end = bytes.indexOf(LINE_BREAK); end !== -1; end = bytes.indexOf(LINE_BREAK, start)) {
      yield { bytes: Buffer.concat([...rest, bytes.subarray(start, end)]), isEnded: true };
      rest = [];
      start = end + 1;
    }
    rest.push(bytes.subarray(start));
  }
  const last = Buffer.concat(rest);
  if (last.length > 0) yield { bytes: last, isEnded: false };
}

async function* piecesOf(file: string): AsyncGenerator<Buffer> {
  try {
    const trail = await open(file);
    try {
      for (;;) {
        const { bytesRead, buffer } = await trail.read(Buffer.alloc(PIECE));
        if (bytesRead === 0) return;
        yield buffer.subarray(0, bytesRead);
      }
    } finally {
      await trail.close();
    }
  } catch (cause) {
    throw new SoarError(
      `The audit file ${file} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`,
      'Name the file: msgraph-soar audit verify FILE.',
      { cause },
    );
  }
}
