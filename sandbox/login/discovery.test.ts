import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startSandbox, type Sandbox } from '../index.js';
import { member, send, type RawAnswer } from '../raw-client.js';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

async function at(host: string, path: string): Promise<RawAnswer> {
  return send(sandbox.url, path, { headers: { host } });
}

test('the OpenID configuration names the endpoints on the host that was called, by tenant ID', async () => {
  const { status, json } = await send(
    sandbox.url,
    `/${sandbox.domain}/v2.0/.well-known/openid-configuration`,
  );
  const root = `${sandbox.url}/${sandbox.tenantId}`;
  expect(status).toBe(200);
  expect(json).toMatchObject({
    issuer: `${root}/v2.0`,
    authorization_endpoint: `${root}/oauth2/v2.0/authorize`,
    token_endpoint: `${root}/oauth2/v2.0/token`,
    device_authorization_endpoint: `${root}/oauth2/v2.0/devicecode`,
    jwks_uri: `${root}/discovery/v2.0/keys`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
  });
});

test.each([
  ['login.microsoftonline.us', 'login.microsoftonline.us', 'graph.microsoft.us'],
  ['login.chinacloudapi.cn', 'login.partner.microsoftonline.cn', 'microsoftgraph.chinacloudapi.cn'],
])('at %s the issuer is %s and Graph is %s', async (host, issuer, graph) => {
  const { json } = await at(host, `/${sandbox.tenantId}/v2.0/.well-known/openid-configuration`);
  expect(json).toMatchObject({
    issuer: `https://${issuer}/${sandbox.tenantId}/v2.0`,
    token_endpoint: `https://${host}/${sandbox.tenantId}/oauth2/v2.0/token`,
    msgraph_host: graph,
  });
});

test('for a shared tenant the issuer is a template', async () => {
  const { json } = await at('login.microsoftonline.com', '/common/v2.0/.well-known/openid-configuration');
  expect(member(json, 'issuer')).toBe('https://login.microsoftonline.com/{tenantid}/v2.0');
});

test('an unknown tenant has no configuration', async () => {
  const answer = await send(sandbox.url, '/fabrikam.example/v2.0/.well-known/openid-configuration');
  expect(answer.status).toBe(400);
  expect(answer.json).toMatchObject({ error: 'invalid_request', error_codes: [90002] });
});

test('the keys are public ones', async () => {
  const { json } = await send(sandbox.url, '/common/discovery/v2.0/keys');
  const key = member(json, 'keys', '0');
  expect(key).toMatchObject({ kty: 'RSA', use: 'sig', x5c: [expect.any(String)] });
  expect(member(key, 'kid')).toBe(member(key, 'x5t'));
  expect(key).not.toHaveProperty('d');
});

test('what is no document is left to Graph', async () => {
  const answers = await Promise.all(
    ['/x/constructor', '/x/oauth2/tokens'].map((path) => send(sandbox.url, path)),
  );
  expect(answers.map(({ json }) => member(json, 'error', 'code'))).toEqual([
    'InvalidAuthenticationToken',
    'InvalidAuthenticationToken',
  ]);
});

test('instance discovery knows the hosts of each cloud, itself, and no stranger', async () => {
  const about = (endpoint: string) =>
    send(
      sandbox.url,
      `/common/discovery/instance?api-version=1.1&authorization_endpoint=${encodeURIComponent(endpoint)}`,
    );
  const known = await about(`https://login.microsoftonline.us/${sandbox.tenantId}/oauth2/v2.0/authorize`);
  expect(known.status).toBe(200);
  expect(known.json).toMatchObject({
    'api-version': '1.1',
    tenant_discovery_endpoint: `https://login.microsoftonline.us/${sandbox.tenantId}/v2.0/.well-known/openid-configuration`,
  });
  expect(known.text).toContain('"aliases":["login.partner.microsoftonline.cn","login.chinacloudapi.cn"]');
  expect((await about(`${sandbox.url}/t/oauth2/v2.0/authorize`)).status).toBe(200);
  const stranger = await about('https://login.fabrikam.example/t/oauth2/v2.0/authorize');
  expect(stranger.status).toBe(400);
  expect(stranger.json).toMatchObject({ error: 'invalid_instance', error_codes: [50049] });
});
