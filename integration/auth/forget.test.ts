import { describe, expect, test } from '@jest/globals';
import { createFakeClock } from '../../test_data/fake-clock.js';
import { createRun } from '../../test_data/run.js';
import { type HttpAnswer } from '../http/client.js';
import { parseSettings } from '../settings/parse.js';
import { createMemoryStore } from '../state/memory.js';
import { forgetSignIns } from './forget.js';
import { createTokenProvider } from './provider.js';

/** A person's sign-in with a refresh token, at a sign-in host that answers when it is told to. */
function waitingInstance() {
  const settings = parseSettings({
    auth_type: 'user_auth_flow',
    creds_tenant_id: 'contoso.example',
    creds_auth_id: '2b9d7c11-8e0f-4a35-b6c4-9f8e7d6c5b4a',
    creds_enc_key: 'example-secret~1',
    redirect_uri: 'https://soar.contoso.example/oauth/soar',
  });
  const store = createMemoryStore({ current_refresh_token: 'r-1', mfa_app_client_secret: 'kept' });
  let answer: (answer: HttpAnswer) => void = () => undefined;
  let onAsked: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => {
    onAsked = resolve;
  });
  const http = {
    send: () => {
      onAsked();
      return new Promise<HttpAnswer>((resolve) => {
        answer = resolve;
      });
    },
  };
  const tokens = createTokenProvider(settings, http, store);
  return {
    store,
    asked,
    answer: (status: number, body: object) => {
      answer({ status, headers: {}, body: JSON.stringify(body) });
    },
    renewed: tokens.getToken(createRun(createFakeClock(Date.now()))),
  };
}

describe('a reset while the sign-in is renewed', () => {
  test.each<[string, number, object]>([
    [
      'leaves nothing of it, though the new tokens come later',
      200,
      { token_type: 'Bearer', access_token: 'token-1', refresh_token: 'r-2', expires_in: 3599 },
    ],
    ['leaves no refusal of it either', 400, { error: 'invalid_grant', error_codes: [700082] }],
  ])('%s', async (_, status, body) => {
    const { store, asked, answer, renewed } = waitingInstance();
    await asked;
    const reset = forgetSignIns(store);
    // Whatever does not wait for the renewal has happened by then.
    await new Promise((resolve) => setImmediate(resolve));
    answer(status, body);
    await Promise.allSettled([renewed, reset]);
    expect(Object.keys(store.changed() ?? {}).toSorted()).toEqual(['generation', 'mfa_app_client_secret']);
  });
});
