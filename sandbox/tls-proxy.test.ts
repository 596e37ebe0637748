import { readFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { request } from 'node:https';
import { type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { connect as connectTls } from 'node:tls';
import { cloudAuthorityFile, cloudCertificate } from '../test_data/certificates/read.js';
import { cloudHosts } from './clouds.js';
import { mfaClient, startSandbox, type Sandbox } from './index.js';
import { claimsOf, member, send, type RawAnswer } from './raw-client.js';
import { startTlsProxy, type TlsProxy } from './tls-proxy.js';

let sandbox: Sandbox;
let proxy: TlsProxy;

const credentials = 'soar:pass word';

beforeEach(async () => {
  sandbox = await startSandbox();
  proxy = await startTlsProxy({ sandbox: sandbox.url, certificate: cloudCertificate(), credentials });
});
afterEach(async () => {
  await proxy.close();
  await sandbox.close();
});

const basic = `Basic ${Buffer.from(credentials).toString('base64')}`;

/** The answer of the proxy itself, and the tunnel where it grants one. */
async function tunnel(host: string, authorization = basic): Promise<{ status: number; socket: Socket }> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(proxy.url, {
      method: 'CONNECT',
      path: `${host}:443`,
      agent: false,
      headers: authorization === '' ? {} : { 'proxy-authorization': authorization },
    });
    outgoing.on('connect', (response, socket) => {
      resolve({ status: response.statusCode ?? 0, socket });
    });
    outgoing.on('error', reject);
    outgoing.end();
  });
}

/** A request under a real host name, which the certificate has to bear. */
async function through(
  host: string,
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<RawAnswer> {
  const { socket } = await tunnel(host);
  const secure = connectTls({ socket, servername: host, ca: readFileSync(cloudAuthorityFile) });
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host,
        path,
        method: options.method ?? 'GET',
        headers: options.headers ?? {},
        createConnection: () => secure,
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          secure.destroy();
          const text = Buffer.concat(chunks).toString('utf8');
          let json: unknown;
          try {
            json = JSON.parse(text);
          } catch {
            json = undefined;
          }
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text, json });
        });
      },
    );
    outgoing.on('error', reject);
    secure.on('error', reject);
    outgoing.end(options.body);
  });
}

async function tokenAt(host: string, scope: string): Promise<RawAnswer> {
  const app = sandbox.apps[0];
  return through(host, `/${sandbox.tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: app?.clientId ?? '',
      client_secret: app?.clientSecret ?? '',
      scope,
    }).toString(),
  });
}

describe('through the proxy', () => {
  test.each([
    ['login.microsoftonline.com', 'graph.microsoft.com'],
    ['login.microsoftonline.us', 'graph.microsoft.us'],
    ['login.microsoftonline.us', 'dod-graph.microsoft.us'],
    ['login.partner.microsoftonline.cn', 'microsoftgraph.chinacloudapi.cn'],
    ['login.chinacloudapi.cn', 'microsoftgraph.chinacloudapi.cn'],
    ['login.microsoftonline.de', 'graph.microsoft.de'],
  ])('%s signs in to %s, whose links stay there, and the log knows both names', async (login, graph) => {
    const signedIn = await tokenAt(login, `https://${graph}/.default`);
    const token = String(member(signedIn.json, 'access_token'));
    expect(claimsOf(token)).toMatchObject({ aud: `https://${graph}` });
    const page = await through(graph, '/v1.0/users?$top=1', {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(page.status).toBe(200);
    expect(member(page.json, '@odata.nextLink')).toMatch(new RegExp(`^https://${graph}/v1\\.0/users\\?`));
    expect(sandbox.log.map(({ host }) => host)).toEqual([login, graph]);
    expect(proxy.log.map(({ target }) => target)).toEqual([`${login}:443`, `${graph}:443`]);
  });

  test('every cloud host is led to the sandbox under a certificate that bears its name', async () => {
    for (const host of cloudHosts)
      expect((await through(host, '/nothing')).status).toBeGreaterThanOrEqual(400);
    expect(sandbox.log.map(({ host }) => host)).toEqual(cloudHosts);
  });

  test('a token of one cloud does not open another', async () => {
    const { json } = await tokenAt('login.microsoftonline.com', 'https://graph.microsoft.com/.default');
    const headers = { authorization: `Bearer ${String(member(json, 'access_token'))}` };
    const refused = await through('graph.microsoft.us', '/v1.0/users', { headers });
    expect(refused.status).toBe(401);
    expect(member(refused.json, 'error', 'message')).toBe(
      'Access token validation failure. Invalid audience.',
    );
    expect((await through('graph.microsoft.com', '/v1.0/users?$top=1', { headers })).status).toBe(200);
  });

  test('a cloud does not know the Graph of another', async () => {
    const answer = await tokenAt('login.microsoftonline.us', 'https://graph.microsoft.com/.default');
    expect(answer.json).toMatchObject({ error: 'invalid_resource', error_codes: [500011] });
  });

  test('Graph does not answer at the sign-in host, nor the other way around', async () => {
    const wrong = await through('login.microsoftonline.com', '/v1.0/users');
    const other = await tokenAt('graph.microsoft.com', 'https://graph.microsoft.com/.default');
    expect([wrong.status, other.status]).toEqual([404, 401]);
  });

  test('the MFA service takes the token of its client under its own name, and no other host serves it', async () => {
    const graph = String(
      member(
        (await tokenAt('login.microsoftonline.com', 'https://graph.microsoft.com/.default')).json,
        'access_token',
      ),
    );
    const added = await through(
      'graph.microsoft.com',
      `/v1.0/servicePrincipals(appId='${mfaClient.clientId}')/addPassword`,
      {
        method: 'POST',
        headers: { authorization: `Bearer ${graph}`, 'content-type': 'application/json' },
        body: '{"passwordCredential":{}}',
      },
    );
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: mfaClient.clientId,
      client_secret: String(member(added.json, 'secretText')),
      resource: 'https://adnotifications.windowsazure.com/StrongAuthenticationService.svc/Connector',
    }).toString();
    const signedIn = async (host: string) =>
      through(host, `/${sandbox.tenantId}/oauth2/token`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: form,
      });
    const token = String(member((await signedIn('login.microsoftonline.com')).json, 'access_token'));
    expect((await signedIn('login.microsoftonline.us')).json).toMatchObject({ error_codes: [500011] });

    const begin = async (host: string) =>
      through(host, '/StrongAuthenticationService.svc/Connector//BeginTwoWayAuthentication', {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/xml' },
        body: '<BeginTwoWayAuthenticationRequest><Version>1.0</Version><UserPrincipalName>adele@contoso.example</UserPrincipalName><ContextId>5f0c8f0e-3b0a-4c0d-9a41-0d8f2b3a7c11</ContextId><SyncCall>false</SyncCall></BeginTwoWayAuthenticationRequest>',
      });
    const host = 'strongauthenticationservice.auth.microsoft.com';
    expect((await begin(host)).text).toContain(
      `<AffinityUrl>https://${host}/StrongAuthenticationService.svc/`,
    );
    expect((await begin('login.microsoftonline.com')).status).toBe(404);
    expect((await begin('graph.microsoft.com')).status).toBe(401);
    expect((await through(host, '/v1.0/users')).status).toBe(404);
  });

  test('a dropped connection looks like one', async () => {
    sandbox.faults = [{ kind: 'reset-before' }];
    await expect(through('graph.microsoft.com', '/v1.0/users')).rejects.toThrow();
  });
});

describe('the proxy', () => {
  test('asks for credentials, and does not lead on without', async () => {
    const without = await tunnel('graph.microsoft.com', '');
    const wrong = await tunnel('graph.microsoft.com', 'Basic bm86bm8=');
    expect([without.status, wrong.status]).toEqual([407, 407]);
    expect(proxy.log.map(({ status }) => status)).toEqual([407, 407]);
    expect(sandbox.log).toEqual([]);
  });

  test('leads nowhere else', async () => {
    for (const host of ['vault.contoso.example', 'graph.microsoft.com.evil.example', '127.0.0.1']) {
      expect((await tunnel(host)).status).toBe(502);
    }
  });

  test('passes nothing on in plain text, and remembers what was tried', async () => {
    const target = 'http://169.254.169.254/metadata/identity/oauth2/token';
    const answer = await send(proxy.url, target, { headers: { 'proxy-authorization': basic } });
    expect(answer.status).toBe(405);
    expect(proxy.log).toEqual([{ method: 'GET', target, status: 405 }]);
    expect(sandbox.log).toEqual([]);
  });
});
