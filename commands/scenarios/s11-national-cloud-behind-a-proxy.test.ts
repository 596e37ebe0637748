import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { makeHome } from '../../platform/instances/sample-home.js';
import { type Sandbox, startSandbox } from '../../sandbox/index.js';
import { startTlsProxy, type TlsProxy } from '../../sandbox/tls-proxy.js';
import {
  clientCertificate,
  cloudAuthorityFile,
  cloudCertificate,
} from '../../test_data/certificates/read.js';
import { type Finished, runExecutable } from '../../test_data/executable.js';

/**
 * US GCC-High with a certificate, through a proxy that asks for credentials and looks into TLS, in a container that has
 * no other way out: only that cloud's two hosts are ever asked.
 */

// Each line is a process of its own, on a machine that may be busy.
jest.setTimeout(120_000);

const LOGIN = 'login.microsoftonline.us';
const GRAPH = 'graph.microsoft.us';
const EVE = 'beatriz@contoso.example';
const PASSWORD = 'Kettle,moss=7;Traveller';
const PROXY_PASSWORD = 'p@ss: word/5150';
const MINUTE_MS = 60_000;
const WORLDWIDE = /graph\.microsoft\.com|microsoftonline\.com/;

let home: string;
let sandbox: Sandbox;
let proxy: TlsProxy;
/** How far the machine's clock is ahead of Microsoft's, in milliseconds. */
let ahead: number;

beforeEach(async () => {
  ahead = 0;
  home = await makeHome();
  sandbox = await startSandbox({ now: () => Date.now() - ahead });
  const credentials = `soar:${PROXY_PASSWORD}`;
  proxy = await startTlsProxy({ sandbox: sandbox.url, certificate: cloudCertificate(), credentials });
});
afterEach(async () => {
  await proxy.close();
  await sandbox.close();
  await rm(home, { recursive: true });
});

/** As a form of one line leaves it. */
const onOneLine = (pem: string) => pem.trim().replaceAll('\n', ' ');

/** As a property page of Windows shows it: in groups of two, behind an invisible character. */
function portalForm(fingerprint: string): string {
  return `\u200e${fingerprint.toLowerCase().replaceAll(':', ' ')}`;
}

async function add(name: string, form: Readonly<Record<string, string>>): Promise<Finished> {
  const { cert, key } = clientCertificate();
  const [app] = sandbox.apps;
  const parameters = {
    host: `https://${GRAPH}`,
    tenant_id: sandbox.tenantId,
    client_id: app?.clientId ?? '',
    'creds_certificate.identifier': portalForm(new X509Certificate(cert).fingerprint),
    'creds_certificate.password': onOneLine(key),
    ca_certificates: onOneLine(readFileSync(cloudAuthorityFile, 'utf8')),
    proxy: 'true',
    ...form,
  };
  const words = Object.entries(parameters).map(([parameter, value]) => `${parameter}=${value}`);
  return runExecutable(['instance', 'add', name, ...words], home);
}

/** One line of the War Room, in a process whose environment names the proxy. */
function line(words: readonly string[], password = PROXY_PASSWORD): Promise<Finished> {
  const { host } = new URL(proxy.url);
  const environment = { HTTPS_PROXY: `http://soar:${encodeURIComponent(password)}@${host}` };
  return runExecutable(words, home, { environment });
}

const works = async (name: string, ...words: readonly string[]): Promise<string> => {
  const { code, stdout, stderr } = await line([...words, '--instance', name]);
  expect({ words, code, stdout, stderr }).toMatchObject({ code: 0 });
  return stdout;
};

const person = (name: string) => sandbox.people().find(({ userPrincipalName }) => userPrincipalName === name);
const bodies = () => sandbox.log.map(({ body }) => JSON.stringify(body ?? null));

function expectOnlyItsOwnHosts(shown: readonly string[]): void {
  expect(new Set(sandbox.log.map(({ host }) => host))).toEqual(new Set([LOGIN, GRAPH]));
  expect(new Set(proxy.log.map(({ method, target, status }) => `${method} ${target} ${status}`))).toEqual(
    new Set([`CONNECT ${LOGIN}:443 200`, `CONNECT ${GRAPH}:443 200`]),
  );
  for (const text of [...bodies(), ...sandbox.log.map(({ path }) => path), ...shown]) {
    expect(text).not.toMatch(WORLDWIDE);
  }
}

test('the runbook for a compromised user asks nobody but the hosts of that cloud', async () => {
  expect(await add('gov', { auth_type: 'client_credentials' })).toMatchObject({ code: 0 });
  const shown: string[] = [];
  const run = async (...words: readonly string[]) => {
    shown.push(await works('gov', ...words));
    return shown.at(-1) ?? '';
  };

  const tested = await run('!msgraph-user-test');
  expect(tested).toContain('Success!');
  expect(tested).toContain('US GCC-High');
  expect(await run('!msgraph-user-get', `user=${EVE}`)).toContain(EVE);
  await run('!msgraph-user-session-revoke', `user=${EVE}`);
  await run('!msgraph-user-account-disable', `user=${EVE}`);
  await run('!msgraph-user-change-password', `user=${EVE}`, `password=${PASSWORD}`);
  await run('!msgraph-user-session-revoke', `user=${EVE}`);
  expect(person(EVE)?.accountEnabled).toBe(false);

  // A link in a body, links that Graph gives, and one of them handed in from the context.
  await run('!msgraph-user-assign-manager', `user=${EVE}`, 'manager=noor@contoso.example');
  const bound = `{"@odata.id":"https://${GRAPH}/v1.0/users/`;
  expect(bodies().filter((body) => body.startsWith(bound))).toHaveLength(1);
  const listed = await run('!msgraph-user-list', 'limit=4', 'page_size=2');
  const next = /https:\S+skiptoken\S+/.exec(listed)?.[0] ?? '';
  expect(new URL(next).host).toBe(GRAPH);
  await run('!msgraph-user-list', `next_page=${next}`);

  expectOnlyItsOwnHosts(shown);
  expect(shown.join('\n')).not.toMatch(/Kettle|5150|PRIVATE KEY/);
});

test("a chat with its members is made at that cloud, in a person's name proved by the certificate", async () => {
  const scopes = ['Chat.Create', 'Chat.ReadWrite', 'User.Read.All', 'offline_access'];
  const { refreshToken = '' } = await sandbox.signIn({ user: 'adele@contoso.example', scopes });
  const signedIn = sandbox.log.length;
  const form = { auth_type: 'user_auth_flow', redirect_uri: 'https://soar.contoso.example/oauth/soar' };
  await add('gov', { ...form, auth_code: `refresh_token:${refreshToken}` });

  const create = '!msgraph-teams-create-chat';
  const shown = [
    await works('gov', '!msgraph-teams-test'),
    await works('gov', create, 'subject=INC 4711', `members=${EVE},hanna@contoso.example`),
    await works('gov', '!msgraph-teams-list-chats', 'limit=4', 'page_size=2'),
  ];
  const requests = sandbox.log.slice(signedIn);
  expect(new Set(requests.map(({ host }) => host))).toEqual(new Set([LOGIN, GRAPH]));
  const made = requests.find(({ method, path }) => method === 'POST' && path === '/v1.0/chats');
  const binds = JSON.stringify(made?.body).match(/"user@odata\.bind":"[^"]+"/g) ?? [];
  expect(binds).toHaveLength(3);
  for (const bind of binds) expect(bind).toContain(`https://${GRAPH}/v1.0/users`);
  expect(JSON.stringify(requests) + shown.join('\n')).not.toMatch(WORLDWIDE);
});

describe('what stands in the way is named, with what to do, and no secret is shown', () => {
  const look = ['!msgraph-user-test', '--instance', 'gov', '--debug'];

  test('a proxy that does not know the password', async () => {
    await add('gov', { auth_type: 'client_credentials' });
    const { code, stdout, stderr } = await line(look, 'wrong-5150');
    expect(code).toBe(1);
    expect(stdout).toContain(`The proxy refused to connect to ${LOGIN} (status 407).`);
    expect(stdout).toContain('Check the proxy named by HTTPS_PROXY, its user name and password');
    expect(stdout + stderr).not.toContain('5150');
    expect(proxy.log.map(({ target, status }) => `${target} ${status}`)).toEqual([`${LOGIN}:443 407`]);
    expect(sandbox.log).toEqual([]);
  });

  test('a proxy whose authority nobody trusts', async () => {
    await add('gov', { auth_type: 'client_credentials', ca_certificates: '' });
    const { code, stdout } = await line(look);
    expect(code).toBe(1);
    expect(stdout).toContain(`${LOGIN}: the server's certificate was not accepted`);
    expect(stdout).toContain('"Trusted certificates" (ca_certificates)');
    expect(sandbox.log).toEqual([]);
  });

  test('a clock that is six minutes ahead', async () => {
    ahead = 6 * MINUTE_MS;
    await add('gov', { auth_type: 'client_credentials' });
    const { code, stdout, stderr } = await line(look);
    expect(code).toBe(1);
    expect(stdout).toMatch(/certificate assertion is outside its time range/);
    expect(stdout).toContain('AADSTS700024');
    expect(stdout).toMatch(/Set the clock of this machine/);
    expect(stdout + stderr).not.toMatch(/eyJ|PRIVATE KEY/);
    expect(sandbox.log.map(({ host }) => host)).toEqual([LOGIN]);
  });

  test('not a clock that is six minutes behind, which the life of an assertion allows', async () => {
    ahead = -6 * MINUTE_MS;
    await add('gov', { auth_type: 'client_credentials' });
    expect(await works('gov', '!msgraph-user-test')).toContain('Success!');
  });
});
