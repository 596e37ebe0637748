import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mfaClient, startSandbox } from '../index.js';
import { get, member, postForm, signIn, write } from '../raw-client.js';

let folder: string;
let stateFile: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sandbox-methods-'));
  stateFile = join(folder, 'state.json');
});
afterEach(() => rm(folder, { recursive: true }));

const adele = '/v1.0/users/adele@contoso.example/authentication';

test('methods, resets and secrets outlive the process, and no secret stands in the file', async () => {
  const first = await startSandbox({ stateFile });
  const token = await signIn(first);
  const scopes = ['UserAuthenticationMethod.ReadWrite.All'];
  const admin = (await first.signIn({ user: 'nadia.admin@contoso.example', scopes })).accessToken;
  const pass = await write(first, token, 'POST', `${adele}/temporaryAccessPassMethods`, {});
  await write(first, token, 'DELETE', `${adele}/phoneMethods/3179e48a-750b-4051-897c-87b9720928f7`);
  const path = `${adele}/methods/28c10230-6103-485e-b985-444c60001490/resetPassword`;
  const reset = await write(first, admin, 'POST', path, { newPassword: 'Str0ng-enough' });
  const principal = `/v1.0/servicePrincipals(appId='${mfaClient.clientId}')/addPassword`;
  const added = await write(first, token, 'POST', principal, { passwordCredential: {} });
  await first.close();

  const second = await startSandbox({ stateFile });
  expect(second.methodsOf('adele@contoso.example')).toMatchObject({
    methods: [{ kind: 'microsoftAuthenticator' }],
    pass: { id: member(pass.json, 'id') },
  });
  const operation = String(reset.headers['location']).slice(first.url.length);
  expect((await get(second, admin, operation)).status).toBe(200);
  const answer = await postForm(second.url, `/${second.tenantId}/oauth2/token`, {
    grant_type: 'client_credentials',
    client_id: mfaClient.clientId,
    client_secret: String(member(added.json, 'secretText')),
    resource: 'https://adnotifications.windowsazure.com/StrongAuthenticationService.svc/Connector',
  });
  expect(answer.status).toBe(200);
  await second.close();

  const stored = await readFile(stateFile, 'utf8');
  for (const secret of [
    member(pass.json, 'temporaryAccessPass'),
    'Str0ng-enough',
    member(added.json, 'secretText'),
  ]) {
    expect(stored).not.toContain(String(secret));
  }
});

test('a lagging read misses a method that was just deleted', async () => {
  const sandbox = await startSandbox();
  const token = await signIn(sandbox);
  sandbox.faults = [{ kind: 'lagging-read' }];
  await write(sandbox, token, 'DELETE', `${adele}/phoneMethods/3179e48a-750b-4051-897c-87b9720928f7`);
  const seen = [
    await get(sandbox, token, `${adele}/phoneMethods`),
    await get(sandbox, token, `${adele}/phoneMethods`),
  ];
  await sandbox.close();
  expect(seen.map(({ json }) => member(json, 'value', '0', 'phoneType'))).toEqual(['mobile', undefined]);
});

test.each([
  '{"people":{},"methods":{"x":{"methods":[{"kind":"smoke","id":"1","properties":{}}],"pass":null,"preferred":null,"isSystemPreferred":true}}}',
  '{"people":{},"methods":{"x":{"methods":[],"pass":{"id":"1"},"preferred":null,"isSystemPreferred":true}}}',
  '{"people":{},"resets":{"x":{"userId":"y","acceptedAt":"now","failure":null}}}',
  '{"people":{},"appPasswords":{"x":{"keyId":"x"}}}',
  '{"people":{},"mfaSessions":{"x":{"sessionId":"x","outcome":"shrug"}}}',
])('the file %s is refused', async (damaged) => {
  await writeFile(stateFile, damaged);
  await expect(startSandbox({ stateFile })).rejects.toThrow('resetting the sandbox');
});
