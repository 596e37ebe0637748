import { expect, test } from '@jest/globals';
import { createServerCalls, type ServerCalls } from './server-calls.js';

/** Calls to a server that answers with one thing. */
function answering(answer: unknown): { calls: ServerCalls; asked: object[] } {
  const asked: object[] = [];
  const ask = (message: object): Promise<unknown> => {
    asked.push(message);
    return Promise.resolve(answer);
  };
  return { calls: createServerCalls({ ask }), asked };
}

test.each(['', 'no port'])('the health %j is shown on the instance', async (problem) => {
  const { calls, asked } = answering(null);
  await calls.updateModuleHealth(problem);
  expect(asked).toEqual([{ type: 'executeCommand', command: 'updateModuleHealth', args: { err: problem } }]);
});

test.each<[string, unknown, readonly string[]]>([
  ['a list', [{ id: '40', name: 'One' }, { id: '41' }], ['40', '41']],
  ['one alone', { id: '40' }, ['40']],
  ['without ids', [{ name: 'One' }], []],
  ['nothing', null, []],
])('incidents are created, and their ids read from %s', async (_, answer, ids) => {
  const { calls, asked } = answering(answer);
  const incident = { name: 'One', occurred: '2026-03-02T08:00:00Z', rawJSON: '{}' };
  expect(await calls.createIncidents([incident])).toEqual(ids);
  expect(asked).toEqual([
    { type: 'executeCommand', command: 'createIncidents', args: { incidents: [incident] } },
  ]);
});

test('a note is added to the War Room of an incident, with no more than it says', async () => {
  const { calls, asked } = answering({});
  await calls.addEntry({ incident: '17', text: '**Hello**' });
  await calls.addEntry({
    incident: '17',
    text: 'x',
    username: 'adele',
    email: 'adele@contoso.example',
    footer: 'Teams',
  });
  expect(asked).toEqual([
    { type: 'executeCommand', command: 'addEntry', args: { id: '17', entry: '**Hello**' } },
    {
      type: 'executeCommand',
      command: 'addEntry',
      args: { id: '17', entry: 'x', username: 'adele', email: 'adele@contoso.example', footer: 'Teams' },
    },
  ]);
});
