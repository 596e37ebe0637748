import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createDispatcher } from '../../integration/dispatcher/dispatcher.js';
import { type Execution } from '../../integration/dispatcher/invocation.js';
import { type Sandbox, type SandboxRequest, startSandbox } from '../../sandbox/index.js';
import { contextUnder, objectOf } from '../../test_data/command-bench.js';
import { createFakeClock, type FakeClock } from '../../test_data/fake-clock.js';
import { sandboxInstance } from '../../test_data/sandbox-instance.js';
import { openScriptedGraph } from '../../test_data/scripted-graph.js';
import { registry } from '../index.js';

const LENA = 'lena.sommer@contoso.example';
const PASSWORD = 'Quiet-Harbor-47';
const required = {
  display_name: 'Lena Sommer',
  mail_nickname: 'lena.sommer',
  user_principal_name: LENA,
  password: PASSWORD,
};

let sandbox: Sandbox;
let clock: FakeClock;
beforeEach(async () => {
  sandbox = await startSandbox();
  clock = createFakeClock();
});
afterEach(() => sandbox.close());

interface Created {
  readonly execution: Execution;
  readonly requests: readonly SandboxRequest[];
}

async function create(
  args: Record<string, unknown> = {},
  instance = sandboxInstance(sandbox),
): Promise<Created> {
  const dispatcher = createDispatcher({ registry, clock });
  const before = sandbox.log.length;
  const execution = await dispatcher.execute({
    command: 'msgraph-user-create',
    args: { ...required, ...args },
    instance,
  });
  return { execution, requests: sandbox.log.slice(before) };
}

function mainOf({ execution: { entries } }: Created) {
  const [main] = entries;
  if (!main) throw new Error('There is no entry.');
  return main;
}

const bodyOf = ({ requests }: Created) => requests.find(({ path }) => path === '/v1.0/users')?.body;

test('a user is created and shown, with the properties that playbooks read at once', async () => {
  const created = await create({ other_properties: 'jobTitle=Test,city=Tel Aviv' });
  const main = mainOf(created);
  const id = sandbox.people().find(({ userPrincipalName }) => userPrincipalName === LENA)?.id;
  expect(created.execution.entries).toHaveLength(1);
  expect(main.HumanReadable).toMatch(new RegExp(`^### ${LENA} was created successfully:\n\\|`));
  expect(main.Contents).toMatchObject({ id, displayName: 'Lena Sommer', city: 'Tel Aviv' });
  expect(contextUnder(main, 'MSGraphUser')).toMatchObject({
    ID: id,
    UserPrincipalName: LENA,
    JobTitle: 'Test',
    AccountEnabled: true,
  });
  expect(contextUnder(main, 'Account')).toMatchObject({ ID: id, Username: LENA, DisplayName: 'Lena Sommer' });
  expect(created.requests.map(({ method }) => method)).toEqual(['POST', 'POST', 'GET']);
});

describe('the body', () => {
  test('holds real booleans, and only what was given (4.6-a, 4.6-f)', async () => {
    expect(bodyOf(await create({ account_enabled: 'False' }))).toEqual({
      accountEnabled: false,
      displayName: 'Lena Sommer',
      mailNickname: 'lena.sommer',
      userPrincipalName: LENA,
      passwordProfile: { password: expect.anything(), forceChangePasswordNextSignIn: true },
    });
  });

  test('holds the immutable ID where there is one, and leaves the password be where that is wanted', async () => {
    const created = await create({
      on_premises_immutable_id: 'bGVuYQ==',
      force_change_password_next_sign_in: 'no',
    });
    expect(bodyOf(created)).toMatchObject({
      onPremisesImmutableId: 'bGVuYQ==',
      passwordProfile: { forceChangePasswordNextSignIn: false },
    });
  });

  test('takes values with commas and equals signs in quotes, or as JSON (4.6-b)', async () => {
    const policies = 'DisablePasswordExpiration,DisableStrongPassword';
    const quoted = await create({ other_properties: `passwordPolicies="${policies}",department=a=b` });
    expect(mainOf(quoted).Contents).toMatchObject({ passwordPolicies: policies, department: 'a=b' });
    const json = await create({
      user_principal_name: 'lena2@contoso.example',
      other_properties: { passwordPolicies: policies },
    });
    expect(mainOf(json).Contents).toMatchObject({ passwordPolicies: policies });
  });
});

test.each([
  ['accountEnabled=true', 'account_enabled'],
  ['displayName=x', 'display_name'],
  ['passwordProfile: password=Other-Harbor-48', 'password and force_change_password_next_sign_in'],
  ['password=Other-Harbor-48', 'password and force_change_password_next_sign_in'],
  ['{"passwordProfile":{"password":"Other-Harbor-48"}}', 'password and force_change_password_next_sign_in'],
])('%s in other_properties is refused without a request (4.6-c)', async (other_properties, argument) => {
  const created = await create({ other_properties });
  expect(created.requests).toEqual([]);
  expect(mainOf(created)).toMatchObject({ Type: 4, Contents: expect.stringContaining(argument) });
  expect(JSON.stringify(created.execution)).not.toContain('Other-Harbor');
});

test.each([
  [{ user_principal_name: 'lena' }, 'user_principal_name'],
  [{ mail_nickname: 'lena sommer' }, 'mail_nickname'],
  [{ mail_nickname: 'lena@contoso' }, 'mail_nickname'],
  [{ display_name: ' ' }, 'display_name'],
  [{ account_enabled: 'on' }, 'account_enabled'],
])('%j costs no request', async (args, argument) => {
  const created = await create(args);
  expect(created.requests).toEqual([]);
  expect(mainOf(created).Contents).toContain(argument);
});

test('properties that Graph takes only by themselves follow in a request of their own', async () => {
  const created = await create({ other_properties: 'city=Oslo,skills=["chess"]' });
  expect(mainOf(created).Type).toBe(1);
  expect(bodyOf(created)).toMatchObject({ city: 'Oslo' });
  expect(bodyOf(created)).not.toHaveProperty('skills');
  expect(created.requests.find(({ method }) => method === 'PATCH')?.body).toEqual({ skills: ['chess'] });
});

describe('a user whom Graph does not show at once (4.6-d)', () => {
  test('is waited for', async () => {
    sandbox.faults = [{ kind: 'lagging-creation', times: 2 }];
    const main = mainOf(await create());
    expect(main.Contents).toMatchObject({ userPrincipalName: LENA, accountEnabled: true });
    expect(clock.sleeps).toEqual([1000, 2000]);
  });

  test('is shown from what Graph answered to the creation, with a warning', async () => {
    sandbox.faults = [{ kind: 'lagging-creation' }];
    const created = await create();
    const { entries } = created.execution;
    const id = sandbox.people().find(({ userPrincipalName }) => userPrincipalName === LENA)?.id ?? '';
    expect(clock.sleeps).toEqual([1000, 2000, 4000, 8000]);
    expect(entries[0]?.HumanReadable).toContain('was created successfully:');
    expect(entries[0]?.HumanReadable).not.toContain('Not Found');
    expect(objectOf(contextUnder(mainOf(created), 'MSGraphUser'))).toMatchObject({
      ID: id,
      UserPrincipalName: LENA,
      AccountEnabled: true,
    });
    expect(entries[1]).toMatchObject({ Type: 11 });
    expect(entries[1]?.HumanReadable).toContain(`The user was created (${id})`);
  });
});

test('a cancel while Graph does not show the user yet loses nothing of what was done', async () => {
  sandbox.faults = [{ kind: 'lagging-creation' }];
  const cancel = new AbortController();
  const dispatcher = createDispatcher({
    registry,
    clock,
    onWait: () => {
      cancel.abort();
    },
  });
  const { entries } = await dispatcher.execute({
    command: 'msgraph-user-create',
    args: required,
    instance: sandboxInstance(sandbox),
    signal: cancel.signal,
  });
  expect(entries[0]?.HumanReadable).toContain('was created successfully:');
  expect(entries[1]?.HumanReadable).toContain('Do not create it again.');
});

test('the password is sent in clear and shown nowhere (4.6-e)', async () => {
  const refused = { error: { code: 'Authorization_RequestDenied', message: 'No.' } };
  const graph = await openScriptedGraph(sandbox, ({ method }) =>
    method === 'POST' ? { status: 201, body: { id: 'new-1' } } : { status: 403, body: refused },
  );
  const created = await create({}, graph.instance);
  await graph.close();
  expect(JSON.parse(graph.seen()[0]?.body ?? '')).toMatchObject({ passwordProfile: { password: PASSWORD } });
  expect(mainOf(created)).toMatchObject({ Type: 1, Contents: { userPrincipalName: LENA } });
  expect(JSON.stringify(created.execution)).not.toMatch(/Quiet|passwordProfile/);
});

test.each([
  ['an empty object', 201, '{}'],
  ['nothing', 201, ''],
  ['an object without an ID', 200, '{"displayName":"Lena Sommer"}'],
])(
  'a creation that Graph answers with %s, and a user who cannot be read, is open',
  async (_what, status, body) => {
    const graph = await openScriptedGraph(sandbox, ({ method }) =>
      method === 'POST' ? { status, body } : { status: 200, body: '{}' },
    );
    const created = await create({}, graph.instance);
    await graph.close();
    expect(graph.seen().filter(({ method }) => method === 'POST')).toHaveLength(1);
    expect(created.execution.entries).toHaveLength(1);
    expect(mainOf(created)).toMatchObject({
      Type: 4,
      Contents: expect.stringContaining(`nobody knows whether ${LENA} was created`),
    });
    expect(mainOf(created).Contents).toContain(`Look with !msgraph-user-get user=${LENA}`);
  },
);

test('a creation that Graph answers with nothing is proved by the user who is there', async () => {
  const graph = await openScriptedGraph(sandbox, ({ method }) =>
    method === 'POST'
      ? { status: 201, body: '' }
      : { status: 200, body: { id: 'new-1', userPrincipalName: LENA } },
  );
  const created = await create({}, graph.instance);
  await graph.close();
  expect(created.execution.entries).toMatchObject([{ Type: 1, Contents: { id: 'new-1' } }]);
});

test('a creation whose answer was lost is not repeated, and its outcome is called unknown', async () => {
  sandbox.faults = [{ kind: 'reset-after', match: { method: 'POST', path: /\/users$/ } }];
  const created = await create();
  expect(created.requests.filter(({ path }) => path === '/v1.0/users')).toHaveLength(1);
  expect(mainOf(created).Type).toBe(4);
});

test('a name that is taken is Graph’s error', async () => {
  const created = await create({ user_principal_name: 'adele@contoso.example' });
  expect(mainOf(created)).toMatchObject({ Type: 4, Contents: expect.stringContaining('already exists') });
});
