import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createDispatcher } from '../../integration/dispatcher/dispatcher.js';
import { type FaultKind, type Sandbox, startSandbox } from '../../sandbox/index.js';
import { createFakeClock } from '../../test_data/fake-clock.js';
import { sandboxInstance } from '../../test_data/sandbox-instance.js';
import { startScriptedServer } from '../../test_data/scripted-server.js';
import { registry } from '../index.js';

const ADELE = 'adele@contoso.example';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox();
});
afterEach(() => sandbox.close());

async function run(command: string, args: object, params = {}): Promise<string> {
  const dispatcher = createDispatcher({ registry, clock: createFakeClock(Date.now()) });
  const { entries } = await dispatcher.execute({
    command,
    args: { user_id: ADELE, ...args },
    instance: sandboxInstance(sandbox, 'soar', params),
  });
  return entries
    .map(({ Type, Contents, HumanReadable }) => `${Type} ${String(Contents)} ${HumanReadable ?? ''}`)
    .join('\n');
}

const create = (params = {}) =>
  run('msgraph-user-tap-policy-create', { zip_password: 'open sesame 7' }, params);

const posts = () => sandbox.log.filter(({ method, path }) => method === 'POST' && /PassMethods/.test(path));

test.each<FaultKind>(['reset-after', 'truncated'])(
  'a pass whose answer is lost is found and deleted, and nothing is asked twice: %s',
  async (kind) => {
    sandbox.faults = [{ kind, match: { method: 'POST', path: /PassMethods/ } }];
    const text = await create();
    expect(text).toMatch(/^4 /);
    expect(text).toMatch(
      /The new pass \([0-9a-f-]{36}\) was deleted again\. Its code was lost with the answer/,
    );
    expect(posts()).toHaveLength(1);
    sandbox.faults = [];
    expect(await run('msgraph-user-tap-policy-list', {})).toContain('No Temporary Access Pass is set');
  },
);

test.each<FaultKind>(['500', '502', '503', '504', 'not-json'])(
  'where no new pass is found, that is said: %s',
  async (kind) => {
    sandbox.faults = [{ kind, match: { method: 'POST', path: /PassMethods/ } }];
    const text = await create();
    expect(text).toMatch(/^4 /);
    expect(text).toContain('No new pass is there so far; one may appear in the next minutes');
    expect(posts()).toHaveLength(1);
  },
);

test('the pass that was there before is not taken for the new one', async () => {
  await create();
  sandbox.faults = [{ kind: '500', match: { method: 'POST', path: /PassMethods/ } }];
  expect(await create()).toContain('No new pass is there so far');
  sandbox.faults = [];
  expect(await run('msgraph-user-tap-policy-list', {})).toContain('TAP Policy for User ID');
});

test('429 is waited out and asked again, because nothing was done', async () => {
  sandbox.faults = [{ kind: 'throttle', match: { method: 'POST', path: /PassMethods/ }, times: 1 }];
  expect(await create()).toContain('was successfully created');
});

test('where it is not known what was there before, nothing is deleted and the analyst is told', async () => {
  sandbox.faults = [
    { kind: '500', match: { method: 'GET', path: /PassMethods/ } },
    { kind: 'reset-after', match: { method: 'POST', path: /PassMethods/ } },
  ];
  const text = await create();
  expect(text).toContain('It is not known whether a pass was made');
  expect(sandbox.log.filter(({ method }) => method === 'DELETE')).toEqual([]);
});

test('a pass that could not be read before is not taken for the new one, and not deleted', async () => {
  const george = { user_id: 'george@contoso.example' };
  sandbox.faults = [
    // As often as a read is tried; the look afterwards works.
    { kind: '500', match: { method: 'GET', path: /PassMethods/ }, times: 5 },
    { kind: '500', match: { method: 'POST', path: /PassMethods/ } },
  ];
  const text = await run('msgraph-user-tap-policy-create', { ...george, zip_password: 'open sesame 7' });
  expect(text).toContain('It is not known whether a pass was made');
  expect(sandbox.log.filter(({ method }) => method === 'DELETE')).toEqual([]);
  expect(sandbox.methodsOf('george@contoso.example').pass).not.toBeNull();
});

test('a pass that nobody could read, and that the repeat of its deletion does not find, is not said to be deleted', async () => {
  sandbox.faults = [
    { kind: '500', match: { method: 'GET', path: /PassMethods/ } },
    { kind: 'reset-before', match: { method: 'DELETE' }, times: 1 },
  ];
  const text = await run('msgraph-user-tap-policy-delete', {
    policy_id: '1d9e9ed9-c8d4-4b39-a2f0-c77ee178e2df',
  });
  expect(text).toMatch(/^4 /);
  expect(text).not.toContain('successfully deleted');
  expect(sandbox.log.filter(({ method }) => method === 'DELETE').length).toBeGreaterThan(1);
});

const token = { token_type: 'Bearer', expires_in: 3599, access_token: 'a.b.c' };

test.each([
  ['deletes it', 204, 'was deleted again'],
  ['or says how to delete it', 403, 'Delete it: !msgraph-user-tap-policy-delete'],
])('an answer without a code looks for the pass and %s', async (_what, status, told) => {
  let made = false;
  const server = await startScriptedServer(({ method, url }) => {
    if (url.includes('/oauth2/')) return { status: 200, body: token };
    if (method === 'DELETE')
      return { status, body: status === 204 ? '' : { error: { code: 'accessDenied' } } };
    if (method === 'POST') {
      made = true;
      return { status: 201, body: { id: '7', temporaryAccessPass: null } };
    }
    return url.includes('PassMethods')
      ? { status: 200, body: { value: made ? [{ id: '7' }] : [] } }
      : { status: 200, body: { id: 'u' } };
  });
  const text = await create({ url: server.url, azure_ad_endpoint: server.url });
  await server.close();
  expect(text).toContain('did not give its code');
  expect(text).toContain(told);
});
