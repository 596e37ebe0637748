import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { withNetworkEnvironment } from '../../test_data/environment.js';
import { createFakeClock } from '../../test_data/fake-clock.js';
import { createRun } from '../../test_data/run.js';
import { type ScriptedServer, startScriptedServer } from '../../test_data/scripted-server.js';
import { authorityFile } from '../../test_data/tls.js';
import { granted, TENANT } from '../../test_data/token-endpoint.js';
import { createMemoryStore } from '../state/memory.js';
import { HOSTED_APP } from '../settings/sample-instances.js';
import { connectionOf } from './connection.js';

const CA = { ca_certificates: readFileSync(authorityFile, 'utf8') };
const INSECURE = { insecure: true };
const INSECURE_LOGIN = { insecure_login: true };

let login: ScriptedServer;
let graph: ScriptedServer;

beforeEach(async () => {
  login = await startScriptedServer([granted('token-1')], 'https');
  graph = await startScriptedServer([{ status: 200, body: 'hello' }], 'https');
});
afterEach(async () => {
  await login.close();
  await graph.close();
});

type Parameters = Readonly<Record<string, unknown>>;

/** An own application, and the hosted one, whose tokens come from `login`. */
const flows: Readonly<Record<string, () => Parameters>> = {
  'the sign-in host': () => ({
    azure_cloud: 'Custom',
    url: graph.url,
    azure_ad_endpoint: login.url,
    creds_tenant_id: TENANT,
    creds_auth_id: '2b9d7c11-8e0f-4a35-b6c4-9f8e7d6c5b4a',
    creds_enc_key: 'example-secret~1',
    auth_type: 'client_credentials',
  }),
  'the service of the hosted application': () => ({
    ...HOSTED_APP,
    auth_id: `${HOSTED_APP.auth_id}@${login.url}/obtain-token`,
  }),
};

function connect(form: Parameters) {
  const instance = { kind: 'tenant' as const, name: 'tls', params: form, state: createMemoryStore() };
  const { tokens, http } = connectionOf(instance, () => undefined);
  const run = createRun(createFakeClock(Date.now()));
  return {
    token: async () => (await tokens.getToken(run)).token.reveal(),
    graph: async () => (await http.send({ method: 'GET', url: graph.url }, run)).body,
  };
}

const refusedNaming = (parameter: string) => ({
  name: 'TransportError',
  message: expect.stringContaining("the server's certificate was not accepted"),
  nextStep: expect.stringMatching(new RegExp(`\\(ca_certificates\\).*\\(${parameter}\\) switches`)),
});

describe.each(Object.keys(flows))('the certificate of %s', (flow) => {
  const form = (...extra: readonly Parameters[]): Parameters =>
    extra.reduce((all, one) => ({ ...all, ...one }), flows[flow]?.() ?? {});
  const inPlainEnvironment = (work: () => Promise<void>) => () => withNetworkEnvironment({}, work);

  test(
    'is checked although insecure is on, nothing is sent, and the error names the other switch',
    inPlainEnvironment(async () => {
      const connection = connect(form(INSECURE));
      await expect(connection.token()).rejects.toMatchObject(refusedNaming('insecure_login'));
      expect(login.seen).toEqual([]);
      expect(await connection.graph()).toBe('hello');
    }),
  );

  test(
    'is not checked where insecure_login is on, and that of Graph still is',
    inPlainEnvironment(async () => {
      const connection = connect(form(INSECURE_LOGIN));
      expect(await connection.token()).toBe('token-1');
      await expect(connection.graph()).rejects.toMatchObject(refusedNaming('insecure'));
      expect(graph.seen).toEqual([]);
    }),
  );

  test(
    'goes unchecked like that of Graph where both switches are on',
    inPlainEnvironment(async () => {
      const connection = connect(form(INSECURE, INSECURE_LOGIN));
      expect(await connection.token()).toBe('token-1');
      expect(await connection.graph()).toBe('hello');
    }),
  );

  test(
    'is accepted like that of Graph where ca_certificates holds its authority',
    inPlainEnvironment(async () => {
      const connection = connect(form(CA));
      expect(await connection.token()).toBe('token-1');
      expect(await connection.graph()).toBe('hello');
    }),
  );

  test(
    'is not accepted because another instance of the process trusts its authority',
    inPlainEnvironment(async () => {
      expect(await connect(form(CA)).token()).toBe('token-1');
      const other = connect(form());
      await expect(other.token()).rejects.toMatchObject(refusedNaming('insecure_login'));
      await expect(other.graph()).rejects.toMatchObject(refusedNaming('insecure'));
      expect(login.seen).toHaveLength(1);
    }),
  );
});
