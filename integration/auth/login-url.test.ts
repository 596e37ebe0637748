import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { SettingsError } from '../errors.js';
import { parseSettings } from '../settings/parse.js';
import { createMemoryStore } from '../state/memory.js';
import { forgetSignIns } from './forget.js';
import { beginLogin } from './login-url.js';
import { readPendingLogin } from './pending-login.js';

const NOW = Date.parse('2026-03-02T08:00:00Z');
const REDIRECT = 'https://soar.contoso.example/callback?a=1&b=2 3';
const OWN_APP = {
  auth_type: 'user_auth_flow',
  creds_tenant_id: 'contoso.example',
  creds_auth_id: 'client 1',
  creds_enc_key: 'example-secret~1',
  redirect_uri: REDIRECT,
};

async function login(params: object, store = createMemoryStore()): Promise<URL> {
  return new URL(await beginLogin(parseSettings({ ...OWN_APP, ...params }), ['.default'], store, NOW));
}

describe('the address at which a user signs in', () => {
  test.each([
    ['Worldwide', 'https://login.microsoftonline.com', 'https://graph.microsoft.com'],
    ['US GCC', 'https://login.microsoftonline.com', 'https://graph.microsoft.com'],
    ['US GCC-High', 'https://login.microsoftonline.us', 'https://graph.microsoft.us'],
    ['DoD', 'https://login.microsoftonline.us', 'https://dod-graph.microsoft.us'],
    ['Germany', 'https://login.microsoftonline.de', 'https://graph.microsoft.de'],
    ['China', 'https://login.partner.microsoftonline.cn', 'https://microsoftgraph.chinacloudapi.cn'],
  ])('in %s is at its own host, for its own Graph', async (azure_cloud, host, graph) => {
    const url = await login({ azure_cloud });
    expect(url.origin + url.pathname).toBe(`${host}/contoso.example/oauth2/v2.0/authorize`);
    expect(url.searchParams.get('scope')).toBe(`offline_access ${graph}/.default`);
  });

  test('holds every value encoded once, and forces no consent', async () => {
    const url = await login({});
    expect(url.searchParams.get('redirect_uri')).toBe(REDIRECT);
    expect(url.searchParams.get('client_id')).toBe('client 1');
    expect(url.search).not.toMatch(/[+ ]|%25/);
    expect(url.searchParams.has('prompt')).toBe(false);
    expect(url.searchParams.has('nonce')).toBe(false);
  });

  test('carries a state and a challenge whose verifier is kept for ten minutes', async () => {
    const store = createMemoryStore();
    const { searchParams } = await login({}, store);
    const context = store.changed() ?? {};
    const pending = readPendingLogin(context, NOW + 10 * 60_000 - 1);
    expect(searchParams.get('state')).toBe(pending?.state);
    const challenge = createHash('sha256')
      .update(pending?.verifier.reveal() ?? '')
      .digest('base64url');
    expect(searchParams.get('code_challenge')).toBe(challenge);
    expect(searchParams.get('code_challenge_method')).toBe('S256');
    expect(searchParams.toString()).not.toContain(pending?.verifier.reveal());
    expect(readPendingLogin(context, NOW + 10 * 60_000)).toBeUndefined();
  });

  test('is another one each time', async () => {
    const store = createMemoryStore();
    const [one, two] = [await login({}, store), await login({}, store)];
    expect(one.searchParams.get('state')).not.toBe(two.searchParams.get('state'));
    expect(one.searchParams.get('code_challenge')).not.toBe(two.searchParams.get('code_challenge'));
  });

  test.each([
    ['without a redirect URI', { redirect_uri: '' }, /redirect_uri .* is missing/],
    ['by device code', { auth_type: 'device_code' }, /signs in by device_code/],
    ['by managed identity', { auth_type: 'managed_identity' }, /signs in by managed_identity/],
    [
      'by the hosted application',
      { auth_type: '', redirect_uri: '', creds_enc_key: Buffer.alloc(32).toString('base64') },
      /signs in by cortex_app/,
    ],
  ])('cannot be had %s, and the reason is told', async (_, params, message) => {
    const made = login(params);
    await expect(made).rejects.toThrow(SettingsError);
    await expect(made).rejects.toThrow(message);
  });
});

describe('forgetting sign-ins', () => {
  test('removes ours and those of the known integrations, and nothing else', async () => {
    const store = createMemoryStore({
      msgraph_soar_token: '{"binding":',
      msgraph_soar_login: '{}',
      current_refresh_token: 'theirs',
      access_token: 'old',
      valid_until: '1700000000',
      mfa_app_client_secret: 'kept',
    });
    await forgetSignIns(store);
    expect(store.changed()).toEqual({ mfa_app_client_secret: 'kept', generation: '1' });
  });
});
