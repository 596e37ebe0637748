import { appendFile, mkdtemp, readFile, rm, stat, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { systemClock } from '../../../integration/clock.js';
import { type ChatIncident } from '../../chat-events/incident.js';
import { type IncidentJournal, journalFile, openJournal } from './journal.js';

let home: string;
let file: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'msgraph-soar-journal-'));
  file = journalFile(home, 'own');
});
afterEach(() => rm(home, { recursive: true }));

const open = (): Promise<IncidentJournal> => openJournal(file, systemClock);

const incident = (id: number, text = `word ${id}`): ChatIncident => ({
  name: `Teams message: ${text}`,
  occurred: '2026-03-02T08:00:00.000Z',
  rawJSON: JSON.stringify({ text }),
  dbotMirrorId: `19:1@thread.v2/${id}`,
  details: text,
});

const incidents = (...ids: readonly number[]): ChatIncident[] => ids.map((id) => incident(id));

async function kept(journal: IncidentJournal): Promise<unknown[]> {
  return (await journal.after(0, 1_000)).map(({ sequence, dbotMirrorId }) => [
    sequence,
    Number(dbotMirrorId.split('/')[1]),
  ]);
}

describe('a journal', () => {
  test('keeps incidents in their order, each once, through restarts', async () => {
    const first = await open();
    await first.append(incidents(3, 1, 3));
    await first.append(incidents(1, 2));
    const expected = [[1, 3], [2, 1], [3, 2]]; // prettier-ignore
    expect(await kept(first)).toEqual(expected);
    const second = await open();
    await second.append(incidents(2, 3, 4));
    expect(await kept(second)).toEqual([...expected, [4, 4]]);
    expect(second.last()).toBe(4);
  });

  test('keeps whatever a message holds', async () => {
    const journal = await open();
    let id = 0;
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
        id += 1;
        await journal.append([incident(id, text)]);
        const [last] = await journal.after(journal.last() - 1, 1);
        expect(last).toEqual({ sequence: journal.last(), ...incident(id, text) });
      }),
      { numRuns: 30 },
    );
  });

  test('gives those after a number, and no more than the limit', async () => {
    const journal = await open();
    await journal.append(incidents(...Array.from({ length: 250 }, (_one, index) => index + 1)));
    expect((await journal.after(100, 2)).map(({ sequence }) => sequence)).toEqual([101, 102]);
    expect(await journal.after(250, 10)).toEqual([]);
    expect(await journal.after(9_999, 10)).toEqual([]);
    expect((await journal.after(249, 10)).map(({ sequence }) => sequence)).toEqual([250]);
  });

  test('is for its owner only', async () => {
    await (await open()).append(incidents(1));
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(dirname(file))).mode & 0o777).toBe(0o700);
  });

  test('heals a last line that was not written to its end, wherever it was cut', async () => {
    await (await open()).append(incidents(1, 2));
    const whole = await readFile(file);
    for (let size = whole.length - 1; size > whole.indexOf('\n'); size -= 7) {
      await truncate(file, size);
      const journal = await open();
      expect(await kept(journal)).toEqual([[1, 1]]);
      await journal.append(incidents(1, 2));
      expect(await kept(journal)).toEqual([[1, 1], [2, 2]]); // prettier-ignore
    }
  });

  test('heals a torn line that it left itself', async () => {
    const journal = await open();
    await journal.append(incidents(1));
    await appendFile(file, '{"sequence":2,"na');
    await journal.append(incidents(2));
    expect(await kept(journal)).toEqual([[1, 1], [2, 2]]); // prettier-ignore
  });

  test('is shared by two that write at once: each incident once, numbers without gaps', async () => {
    const [one, other] = [await open(), await open()];
    const ids = Array.from({ length: 20 }, (_one, index) => index);
    await Promise.all([
      ...ids.map((id) => one.append(incidents(id, id + 1))),
      ...ids.map((id) => other.append(incidents(id + 1, id))),
    ]);
    const found = await kept(await open());
    expect(found).toHaveLength(21);
    expect(found.map((pair) => (pair as number[])[0])).toEqual(
      Array.from({ length: 21 }, (_one, index) => index + 1),
    );
  });

  test('tells its listeners when there are more, and only then', async () => {
    const journal = await open();
    let told = 0;
    const stop = journal.listen(() => (told += 1));
    await journal.append(incidents(1));
    await journal.append(incidents(1));
    expect(told).toBe(1);
    stop();
    await journal.append(incidents(2));
    expect(told).toBe(1);
  });
});
