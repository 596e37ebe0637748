import { X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { clientCertificate } from '../../test_data/certificates/read.js';
import { createFakeClock } from '../../test_data/fake-clock.js';
import { createRun } from '../../test_data/run.js';
import { type Sandbox, startSandbox } from '../../sandbox/index.js';
import { createHttpClient } from '../http/client.js';
import { parseSettings } from '../settings/parse.js';
import { createMemoryStore } from '../state/memory.js';
import { claimsOf } from './claims.js';
import { createTokenProvider } from './provider.js';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});

afterAll(() => sandbox.close());

async function signIn(params: Readonly<Record<string, unknown>>) {
  const settings = parseSettings(params);
  const http = createHttpClient(settings);
  return createTokenProvider(settings, http, createMemoryStore()).getToken(
    createRun(createFakeClock(Date.now())),
  );
}

test('an application of the embedded tenant gets a token with its permissions', async () => {
  const token = await signIn(sandbox.params('reader'));
  expect(claimsOf(token)).toMatchObject({ roles: ['User.Read.All'] });
});

describe('an application of the embedded tenant with a certificate', () => {
  const params = (name: 'client' | 'unregistered', hash: 'fingerprint' | 'fingerprint256') => {
    const { cert, key } = clientCertificate(name);
    const identifier = new X509Certificate(cert)[hash];
    return { ...sandbox.params(), creds_enc_key: '', creds_certificate: { identifier, password: key } };
  };

  test.each(['fingerprint', 'fingerprint256'] as const)('gets a token (%s)', async (hash) => {
    const token = await signIn(params('client', hash));
    expect(claimsOf(token)?.roles).toContain('User.Read.All');
  });

  test('that is not registered is refused, with the number', async () => {
    await expect(signIn(params('unregistered', 'fingerprint256'))).rejects.toMatchObject({
      details: { aadsts: 700027 },
      nextStep: expect.stringContaining('Upload this certificate'),
    });
  });
});

describe('the embedded tenant refuses as Entra does', () => {
  test.each([
    ['a wrong secret', { creds_enc_key: 'wrong' }, 7000215],
    ['an unknown client', { creds_auth_id: '00000000-8e0f-4a35-b6c4-9f8e7d6c5b4a' }, 700016],
    ['an unknown tenant', { creds_tenant_id: 'fabrikam.example' }, 90002],
  ])('%s, and the number and meaning arrive', async (_, overrides, aadsts) => {
    await expect(signIn({ ...sandbox.params(), ...overrides })).rejects.toMatchObject({
      name: 'AuthError',
      message: expect.stringContaining(`AADSTS${aadsts}`),
      details: { aadsts, passing: false },
    });
  });
});
