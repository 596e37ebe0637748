import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startSandbox, type Sandbox } from '../index.js';
import { get, member, signIn } from '../raw-client.js';

let sandbox: Sandbox;
let token: string;

beforeAll(async () => {
  sandbox = await startSandbox();
  token = await signIn(sandbox);
});
afterAll(() => sandbox.close());

test('the domain says how its people sign in', async () => {
  const managed = await get(sandbox, token, '/v1.0/domains/contoso.example');
  expect(managed.json).toMatchObject({
    id: 'contoso.example',
    authenticationType: 'Managed',
    isDefault: true,
  });
  sandbox.switches.isDomainFederated = true;
  const federated = await get(sandbox, token, '/v1.0/domains/Contoso.Example?$select=authenticationType');
  sandbox.switches.isDomainFederated = false;
  expect(federated.json).toEqual({
    '@odata.context': `${sandbox.url}/v1.0/$metadata#domains/$entity`,
    authenticationType: 'Federated',
  });
  const list = await get(sandbox, token, '/v1.0/domains?$select=id');
  expect(member(list.json, 'value')).toEqual([{ id: 'contoso.example' }]);
});

test('another domain, and a property that domains lack, are refused as Graph does', async () => {
  const other = await get(sandbox, token, '/v1.0/domains/fabrikam.example');
  expect(other.status).toBe(404);
  expect(member(other.json, 'error', 'code')).toBe('Request_ResourceNotFound');
  const odd = await get(sandbox, token, '/v1.0/domains/contoso.example?$select=shoeSize');
  expect(odd.status).toBe(400);
});

test('whoever may only read users does not see it', async () => {
  const reader = await signIn(sandbox, 'reader');
  const answer = await get(sandbox, reader, '/v1.0/domains/contoso.example');
  expect(answer.status).toBe(403);
  expect(member(answer.json, 'error', 'code')).toBe('Authorization_RequestDenied');
});
