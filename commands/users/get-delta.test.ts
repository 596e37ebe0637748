import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  type BenchRun,
  type CommandBench,
  contextUnder,
  objectOf,
  objectsOf,
  openCommandBench,
} from '../../test_data/command-bench.js';
import { openScriptedGraph } from '../../test_data/scripted-graph.js';

const DELTA = 'msgraph-user-get-delta';
const ADELE = 'adele@contoso.example';

let bench: CommandBench;
beforeEach(async () => {
  bench = await openCommandBench();
});
afterEach(() => bench.close());

const links = ({ entry }: BenchRun) => objectOf(contextUnder(entry, 'MSGraphUserDelta'));
const usersOf = ({ entry }: BenchRun) => objectsOf(contextUnder(entry, 'MSGraphUser'));

test('the first call gives every user, over all pages, and the link to what changes from then on (4.7-b)', async () => {
  const run = await bench.run(DELTA, { properties: 'mobilePhone' });
  expect(run.execution.entries).toHaveLength(1);
  expect(usersOf(run)).toHaveLength(bench.sandbox.people().length);
  expect(Object.keys(run.entry.EntryContext ?? {})).toEqual([
    'MSGraphUser(val.ID && val.ID == obj.ID)',
    'MSGraphUserDelta(val.Collection && val.Collection == obj.Collection)',
  ]);
  const { DeltaLink } = links(run);
  expect(links(run)).toEqual({
    Collection: 'users',
    NextPage: '',
    DeltaLink: expect.stringMatching(/deltatoken=/i),
  });
  expect(run.entry.HumanReadable).toContain('### All Graph Users\n');
  expect(run.entry.HumanReadable).toContain(String(DeltaLink));
  expect(run.entry.HumanReadable).toContain('|ID|Mobile Phone|User Principal Name|');
});

test('without properties Graph chooses them (4.7-a)', async () => {
  const { requests } = await bench.run(DELTA);
  expect(requests[1]?.path).toBe('/v1.0/users/delta');
});

test('what changes is told by the link, and who was deleted (4.7-d)', async () => {
  const first = await bench.run(DELTA, { properties: 'jobTitle' });
  await bench.run('msgraph-user-update', { user: ADELE, updated_fields: 'jobTitle=Lead' });
  await bench.run('msgraph-user-delete', { user: 'temp42@contoso.example' });
  const second = await bench.run(DELTA, { delta_link: links(first)['DeltaLink'] });
  expect(usersOf(second)).toHaveLength(2);
  expect(usersOf(second)).toContainEqual(expect.objectContaining({ JobTitle: 'Lead' }));
  expect(usersOf(second)).toContainEqual({ ID: expect.any(String), Status: 'deleted' });
  expect(second.entry.HumanReadable).toMatch(/\|Status\|/);
  const third = await bench.run(DELTA, { delta_link: links(second)['DeltaLink'] });
  expect(third.entry.Contents).toEqual([]);
  expect(third.entry.HumanReadable).toContain('**No entries.**');
});

test('a limit is continued by next_page, with nobody lost or told twice', async () => {
  const names: unknown[] = [];
  let run = await bench.run(DELTA, { limit: 7 });
  names.push(...usersOf(run).map(({ ID }) => ID));
  while (links(run)['NextPage'] !== '') {
    expect(links(run)['DeltaLink']).toBe('');
    run = await bench.run(DELTA, { limit: 7, next_page: links(run)['NextPage'] });
    names.push(...usersOf(run).map(({ ID }) => ID));
  }
  expect(links(run)['DeltaLink']).toMatch(/deltatoken=/i);
  expect(names.sort()).toEqual(
    bench.sandbox
      .people()
      .map(({ id }) => id)
      .sort(),
  );
});

describe('links', () => {
  test.each(['delta_link', 'next_page'])('to elsewhere in %s get no token', async (argument) => {
    for (const link of [
      'https://attacker.example/v1.0/users/delta?$deltatoken=x',
      `${bench.sandbox.url}/v1.0/groups/delta`,
    ]) {
      const { entry, requests } = await bench.run(DELTA, { [argument]: link });
      expect(requests).toEqual([]);
      expect(entry.Contents).toContain(`${argument} is not allowed`);
    }
  });

  test('of both kinds at once are refused', async () => {
    const link = `${bench.sandbox.url}/v1.0/users/delta?$deltatoken=x`;
    const { entry, requests } = await bench.run(DELTA, { delta_link: link, next_page: link });
    expect(requests).toEqual([]);
    expect(entry.Contents).toContain('delta_link and next_page are both given');
  });
});

describe('answers of Graph', () => {
  const against = async (status: number, body: object) => {
    const graph = await openScriptedGraph(bench.sandbox, () => ({ status, body }));
    const delta_link = `${graph.url}/v1.0/users/delta?$deltatoken=old`;
    const run = await bench.run(DELTA, { delta_link }, graph.instance);
    await graph.close();
    return run;
  };

  test.each([
    [410, 'syncStateNotFound'],
    [410, 'SyncStateInvalid'],
    [400, 'syncStateNotFound'],
    [400, 'resyncRequired'],
  ])('%d %s says how to start over', async (status, code) => {
    const { entry } = await against(status, { error: { code, message: 'Resync.' } });
    expect(entry.Type).toBe(4);
    expect(entry.Contents).toContain('Start over without delta_link');
  });

  test('a body without a list is an error, and no crash (4.7-e)', async () => {
    const { entry } = await against(200, { hello: 1 });
    expect(entry.Type).toBe(4);
    expect(entry.Contents).toContain('not a list');
  });

  test('that name a user twice count by what they say last', async () => {
    const run = await against(200, {
      value: [
        { id: '1', displayName: 'Old', jobTitle: 'Kept' },
        { id: '2', '@removed': { reason: 'changed' } },
        { id: '1', displayName: 'New' },
        { id: '2', displayName: 'Back' },
      ],
    });
    expect(usersOf(run)).toEqual([
      { ID: '1', DisplayName: 'New', JobTitle: 'Kept' },
      { ID: '2', DisplayName: 'Back' },
    ]);
  });
});
