import { afterEach, describe, expect, test } from '@jest/globals';
import { type Sandbox, startSandbox } from '../../sandbox/index.js';
import { openToken } from '../../sandbox/oproxy/open-token.js';
import { createFakeClock } from '../../test_data/fake-clock.js';
import { createRun } from '../../test_data/run.js';
import {
  type ScriptedAnswer,
  type ScriptedServer,
  startScriptedServer,
} from '../../test_data/scripted-server.js';
import { createHttpClient, type HttpRequest } from '../http/client.js';
import { isJsonObject, parseJson, textAt } from '../json.js';
import { Secret } from '../secret.js';
import { parseSettings } from '../settings/parse.js';
import { createMemoryStore } from '../state/memory.js';
import { sealToken } from './hosted-app.js';
import { createTokenProvider } from './provider.js';

const KEY = Buffer.from(Array.from({ length: 32 }, (_, index) => index)).toString('base64');
const http = createHttpClient({ proxy: false, insecure: false });
let server: ScriptedServer | undefined;
let sandbox: Sandbox | undefined;

afterEach(async () => {
  await server?.close();
  await sandbox?.close();
  server = undefined;
  sandbox = undefined;
});

/** An instance of the hosted application; each call of `provider` is another process with the same context. */
async function instanceAt(answers: readonly ScriptedAnswer[]) {
  const started = await startScriptedServer(answers);
  server = started;
  const store = createMemoryStore();
  const clock = createFakeClock();
  const settings = parseSettings({
    auth_id: `registration-1@${started.url}/obtain`,
    tenant_id: 'first-token',
    enc_key: KEY,
  });
  return {
    seen: started.seen,
    clock,
    ask: async (fresh = true) =>
      (await createTokenProvider(settings, http, store).getToken(createRun(clock), { fresh })).token.reveal(),
  };
}

function bodyOf(request: { readonly body?: string } | undefined) {
  const body = parseJson(request?.body ?? '');
  return isJsonObject(body) ? body : {};
}

const openedBy = (request: { readonly body?: string } | undefined) =>
  openToken(textAt(bodyOf(request), 'encrypted_token') ?? '', KEY)?.token;

const granted = (token: string, refreshToken?: string): ScriptedAnswer => ({
  status: 200,
  body: {
    access_token: token,
    expires_in: 3595,
    ...(refreshToken !== undefined && { refresh_token: refreshToken }),
  },
});
const refused: ScriptedAnswer = { status: 401, body: { title: 'Denied', detail: 'Unknown registration' } };

describe('a sealed token', () => {
  test('is the one of the published vector', () => {
    const token = new Secret('11111111-2222-3333-4444-555555555555');
    const nonce = Buffer.from(Array.from({ length: 12 }, (_, index) => index));
    expect(sealToken(token, new Secret(KEY), 1_700_000_000_999, nonce)).toBe(
      'AAECAwQFBgcICQoLdjXmK/XV8iu9ca26gNhJXLLnthnCSW1OFVTWti5ENIY1JIPJmvQnrUGRSti9sh0atGDOHQlngfkX6nN8nhum',
    );
  });

  test.each([16, 24, 32])('opens with its key of %i bytes', (length) => {
    const key = Buffer.alloc(length, 7).toString('base64');
    const sealed = sealToken(new Secret('t'), new Secret(key), 5_000, Buffer.alloc(12));
    expect(openToken(sealed, key)).toEqual({ sealedAt: 5, token: 't' });
  });
});

describe('the hosted application', () => {
  test('is asked at the address in the ID, with exactly the known fields', async () => {
    const { seen, ask } = await instanceAt([granted('token-1')]);
    expect(await ask()).toBe('token-1');
    expect(seen[0]?.url).toBe('/obtain');
    expect(bodyOf(seen[0])).toEqual({
      app_name: 'ms-graph-user',
      registration_id: 'registration-1',
      encrypted_token: expect.any(String),
      scope: null,
      resource: '',
    });
    expect(openedBy(seen[0])).toBe('first-token');
  });

  test('is asked at the vendor’s service where the ID names no address', async () => {
    const urls: string[] = [];
    const recording = {
      send(request: HttpRequest) {
        urls.push(request.url);
        return Promise.resolve({ status: 200, headers: {}, body: JSON.stringify({ access_token: 't' }) });
      },
    };
    const settings = parseSettings({ auth_id: 'registration-1', tenant_id: 'first-token', enc_key: KEY });
    await createTokenProvider(settings, recording, createMemoryStore()).getToken(
      createRun(createFakeClock()),
    );
    expect(urls).toEqual(['https://oproxy.demisto.ninja/obtain-token']);
  });

  test('gets the newest refresh token in the place of the first, and keeps it where none comes', async () => {
    const { seen, ask } = await instanceAt([granted('one', 'r-1'), granted('two'), granted('three')]);
    for (let time = 1; time <= 3; time += 1) await ask();
    expect(seen.map(openedBy)).toEqual(['first-token', 'r-1', 'r-1']);
  });

  test('gets the configured token once more where it no longer knows the newest', async () => {
    const { seen, ask } = await instanceAt([granted('one', 'r-1'), refused, granted('two', 'r-2')]);
    await ask();
    expect(await ask()).toBe('two');
    expect(seen.map(openedBy)).toEqual(['first-token', 'r-1', 'first-token']);
  });

  test('that refuses is left alone for two seconds, then four, up to 64', async () => {
    const { seen, clock, ask } = await instanceAt([refused]);
    for (const pause of [2, 4, 8, 16, 32, 64, 64]) {
      const asked = seen.length;
      await expect(ask()).rejects.toThrow('answered 401: Denied: Unknown registration');
      clock.advance(pause * 1000 - 1);
      await expect(ask()).rejects.toMatchObject({ nextStep: expect.stringContaining('in 1 seconds') });
      expect(seen).toHaveLength(asked + 1);
      clock.advance(1);
    }
  });

  test('begins anew with its pauses after a success', async () => {
    const { clock, ask } = await instanceAt([refused, refused, granted('one'), refused]);
    for (const pause of [2, 4]) {
      await expect(ask()).rejects.toThrow('401');
      clock.advance(pause * 1000);
    }
    await ask();
    await expect(ask()).rejects.toThrow('401');
    clock.advance(1_000);
    await expect(ask()).rejects.toMatchObject({ nextStep: expect.stringContaining('in 1 seconds') });
  });

  test('that fails while a token is valid leaves that token in use, during the pause too', async () => {
    const fault: ScriptedAnswer = { status: 503, body: { message: 'Unavailable' } };
    const { clock, ask } = await instanceAt([granted('one'), fault]);
    await ask();
    clock.advance((3_595 - 200) * 1000);
    expect(await ask(false)).toBe('one');
    expect(await ask(false)).toBe('one');
  });

  test.each([
    ['ms-graph-user', 'creds_auth_id', 'creds_enc_key'],
    ['ms-graph-user', 'auth_id', 'enc_key'],
    ['ms-graph-teams', 'client_id', 'secret'],
  ])('%s opens the Graph of the embedded tenant with the names %s and %s', async (name, id, key) => {
    sandbox = await startSandbox();
    const registration = sandbox.oproxy.find(({ appName }) => appName === name);
    const settings = parseSettings({
      azure_cloud: 'Custom',
      url: sandbox.url,
      azure_ad_endpoint: sandbox.url,
      [id]: `${registration?.id ?? ''}@${sandbox.url}/oproxy/obtain-token`,
      tenant_id: registration?.token,
      [key]: registration?.key,
    });
    const provider = createTokenProvider(settings, http, createMemoryStore());
    const { token } = await provider.getToken(createRun(createFakeClock(Date.now())));
    const answer = await fetch(`${sandbox.url}/v1.0/users?$top=1`, {
      headers: { authorization: `Bearer ${token.reveal()}` },
    });
    expect(answer.status).toBe(200);
  });
});

test('neither token nor key is in a refusal', async () => {
  const { ask } = await instanceAt([{ status: 401, body: { detail: 'no' } }]);
  const failure: unknown = await ask().catch((error: unknown) => error);
  expect(JSON.stringify(failure, Object.getOwnPropertyNames(failure))).not.toMatch(
    new RegExp(`first-token|${KEY.slice(0, 12)}`),
  );
});
