import { readFileSync } from 'node:fs';
import { afterEach, expect, test } from '@jest/globals';
import { closedAddress } from '../../test_data/closed-port.js';
import { createFakeClock } from '../../test_data/fake-clock.js';
import { createNumberedTokens } from '../../test_data/numbered-tokens.js';
import { createRun } from '../../test_data/run.js';
import {
  type ScriptedAnswer,
  type ScriptedServer,
  startScriptedServer,
} from '../../test_data/scripted-server.js';
import { createHttpClient } from '../http/client.js';
import { createGraphClient } from './client.js';
import { path } from './path.js';

const servers: ScriptedServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

const serve = async (answer: ScriptedAnswer, scheme: 'http' | 'https' = 'http'): Promise<string> => {
  const server = await startScriptedServer([answer], scheme);
  servers.push(server);
  return server.url;
};

/** How each row of the table is brought about. */
const causes: Readonly<Record<string, () => Promise<string>>> = {
  '429 with `Retry-After`': () => serve({ status: 429, headers: { 'retry-after': '3' } }),
  '429 without `Retry-After`': () => serve({ status: 429 }),
  '503 with `Retry-After`': () => serve({ status: 503, headers: { 'retry-after': '3' } }),
  '503 without `Retry-After`': () => serve({ status: 503 }),
  '500': () => serve({ status: 500 }),
  '502': () => serve({ status: 502 }),
  '504': () => serve({ status: 504 }),
  'No connection (unknown host, connection refused)': closedAddress,
  'The connection broke after the request was sent': () => serve('reset'),
  'A success that is cut off, or a web page in between': () => serve({ status: 200, body: '{"id":"1","na' }),
  "The server's certificate is not trusted": () => serve({ status: 200 }, 'https'),
  '401: the token is refused': () => serve({ status: 401 }),
  'Any other refusal (400, 403, 404, 409 …)': () => serve({ status: 409 }),
};

const table = readFileSync(new URL('../../docs/reliability.md', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter((cells) => cells.length === 6)
  .slice(2)
  .map(([, what = '', twice = '', once = '', pause = '']) => ({ what, twice, once, pause }));

/** The most repeats that a cell of the table allows. */
function repeatsIn(cell: string): number {
  if (cell === 'never') return 0;
  if (cell === 'once, with a new token') return 1;
  const [, count] = /^up to (\d+) times$/.exec(cell) ?? [];
  if (count === undefined) throw new Error(`No number of repeats: ${cell}`);
  return Number(count);
}

async function repeatsOf(url: string, write: 'patch' | 'post') {
  const clock = createFakeClock();
  const run = createRun(clock);
  const http = createHttpClient({ proxy: false, insecure: false });
  const graph = createGraphClient({ graphUrl: url, http, tokens: createNumberedTokens() }, run);
  const sent =
    write === 'patch'
      ? graph.patch(path`users/${'a'}`, {}, { idempotent: true })
      : graph.post(path`users`, {}, { idempotent: false });
  await expect(sent).rejects.toThrow();
  return { repeats: run.metrics.requests - 1, sleeps: clock.sleeps };
}

test('the table in docs/reliability.md has a row for everything that is repeated', () => {
  expect(table.map(({ what }) => what)).toEqual(Object.keys(causes).sort(byRow));
});

test.each(table)('the row "$what" in docs/reliability.md says what happens', async ({ what, ...row }) => {
  const url = await causes[what]?.();
  if (url === undefined) throw new Error(`No cause for ${what}`);
  const twice = await repeatsOf(url, 'patch');
  const once = await repeatsOf(url, 'post');
  expect([twice.repeats, once.repeats]).toEqual([repeatsIn(row.twice), repeatsIn(row.once)]);
  if (row.pause === '') expect(twice.sleeps).toEqual([]);
  if (row.pause === 'as long as asked for') expect(new Set(twice.sleeps)).toEqual(new Set([3000]));
  if (row.pause === 'growing') {
    expect(twice.sleeps).toHaveLength(twice.repeats);
    twice.sleeps.forEach((sleep, failures) => {
      expect(sleep).toBeLessThanOrEqual(Math.min(20_000, 500 * 2 ** failures));
    });
  }
});

function byRow(one: string, other: string): number {
  const place = (what: string) => table.findIndex((row) => row.what === what);
  return place(one) - place(other);
}
