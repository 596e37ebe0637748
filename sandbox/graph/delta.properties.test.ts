import { afterEach, beforeEach, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { startSandbox, type Sandbox } from '../index.js';
import { get, member, signIn, write } from '../raw-client.js';

let sandbox: Sandbox;
let token: string;

beforeEach(async () => {
  sandbox = await startSandbox();
  token = await signIn(sandbox, 'admin');
});
afterEach(() => sandbox.close());

/** Takes a round into a copy of the directory, as a client does, and returns the link to the next one. */
async function follow(copy: Map<string, string>, start: string): Promise<string> {
  for (let link = start; ;) {
    const { json } = await get(sandbox, token, link);
    const value = member(json, 'value');
    for (const item of Array.isArray(value) ? value : []) {
      const id = String(member(item, 'id'));
      if (member(item, '@removed') === undefined) copy.set(id, String(member(item, 'displayName')));
      else copy.delete(id);
    }
    const next = member(json, '@odata.nextLink');
    if (typeof next !== 'string') return String(member(json, '@odata.deltaLink')).slice(sandbox.url.length);
    link = next.slice(sandbox.url.length);
  }
}

type Action = 'create' | 'rename' | 'delete' | 'restore' | 'purge' | 'sync';

let created = 0;

async function act(action: Exclude<Action, 'sync'>, position: number): Promise<void> {
  const pick = <T>(list: readonly T[]) => list[position % Math.max(1, list.length)];
  const person = pick(sandbox.people().filter(({ onPremisesSyncEnabled }) => !onPremisesSyncEnabled));
  const lost = `/v1.0/directory/deletedItems/${pick(sandbox.deletedPeople())?.id ?? ''}`;
  created += 1;
  const calls = {
    create: [
      'POST',
      '/v1.0/users',
      {
        accountEnabled: true,
        displayName: `Person ${created}`,
        mailNickname: `person${created}`,
        userPrincipalName: `person${created}@contoso.example`,
        passwordProfile: { password: 'xWwvJ]6NMw+bWH-d' },
      },
    ],
    rename: ['PATCH', `/v1.0/users/${person?.id ?? ''}`, { displayName: `Renamed ${created}` }],
    delete: ['DELETE', `/v1.0/users/${person?.id ?? ''}`, undefined],
    restore: ['POST', `${lost}/restore`, undefined],
    purge: ['DELETE', lost, undefined],
  } as const;
  const [method, target, body] = calls[action];
  await write(sandbox, token, method, target, body);
}

test('whoever follows the links has a true copy of the directory after each round, whatever happens', async () => {
  const action = fc.constantFrom<Action>('create', 'rename', 'delete', 'restore', 'purge', 'sync');
  const actions = fc.array(fc.tuple(action, fc.nat({ max: 40 })), { minLength: 5, maxLength: 25 });
  await fc.assert(
    fc.asyncProperty(actions, async (steps) => {
      const copy = new Map<string, string>();
      let link = await follow(copy, '/v1.0/users/delta?$select=displayName');
      for (const [step, position] of [...steps, ['sync', 0] as const]) {
        if (step !== 'sync') {
          await act(step, position);
          continue;
        }
        link = await follow(copy, link);
        expect([...copy].sort()).toEqual(
          sandbox
            .people()
            .map(({ id, displayName }) => [id, displayName])
            .sort(),
        );
      }
    }),
    { numRuns: 15 },
  );
});
