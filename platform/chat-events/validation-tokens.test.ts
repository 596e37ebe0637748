import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createHttpClient } from '../../integration/http/client.js';
import { createFakeClock, type FakeClock } from '../../test_data/fake-clock.js';
import { createTokenSigner, RECIPIENT, type TokenSigner } from '../../test_data/notification-sender.js';
import { createRun } from '../../test_data/run.js';
import { type ScriptedServer, startScriptedServer } from '../../test_data/scripted-server.js';
import { createTokenCheck, type TokenCheck } from './validation-tokens.js';

let clock: FakeClock;
let signer: TokenSigner;
let login: ScriptedServer;
let check: TokenCheck;
beforeEach(async () => {
  clock = createFakeClock();
  signer = await createTokenSigner();
  login = await startScriptedServer(() => ({ status: 200, body: signer.keys }));
  check = createTokenCheck({
    loginUrl: login.url,
    http: createHttpClient({ insecure: false, proxy: false }),
    clock,
    newRun: () => createRun(clock),
  });
});
afterEach(() => login.close());

describe('the tokens of a notification', () => {
  test('are good where Microsoft’s publisher signed them for us; the keys are asked for once', async () => {
    await check([await signer.sign(clock.now())], [RECIPIENT]);
    const { tenantId } = RECIPIENT;
    const newer = {
      iss: `${login.url}/${tenantId}/v2.0`,
      appid: undefined,
      azp: '0bf30f3b-4a52-48df-9a82-234910c4a086',
    };
    await check([await signer.sign(clock.now(), newer)], [RECIPIENT]);
    expect(login.seen.map(({ url }) => url)).toEqual(['/common/discovery/v2.0/keys']);
  });

  test.each([
    ['another publisher', { appid: '11111111-2222-3333-4444-555555555555' }, 'publisher'],
    ['another audience', { aud: '11111111-2222-3333-4444-555555555555' }, 'no token for this application'],
    ['another tenant', { tid: '11111111-2222-3333-4444-555555555555' }, 'another issuer'],
    ['another issuer', { iss: 'https://sts.contoso.example/' }, 'another issuer'],
    ['an end gone by', { exp: 1_700_000_000 }, 'ERR_JWT_EXPIRED'],
  ])('of %s are refused', async (_what, changes, fault) => {
    await expect(check([await signer.sign(clock.now(), changes)], [RECIPIENT])).rejects.toThrow(fault);
  });

  test('are refused all where one of them is bad, where none is there, and where they are too many', async () => {
    const good = await signer.sign(clock.now());
    await expect(check([good, 'x.y.z'], [RECIPIENT])).rejects.toThrow('Its token is not good');
    await expect(check([], [RECIPIENT])).rejects.toThrow('no token for this application');
    await expect(
      check(
        Array.from({ length: 21 }, () => good),
        [RECIPIENT],
      ),
    ).rejects.toThrow('too many');
  });

  test('signed with another key of the same name are refused', async () => {
    const stranger = await createTokenSigner();
    await check([await signer.sign(clock.now())], [RECIPIENT]);
    await expect(check([await stranger.sign(clock.now())], [RECIPIENT])).rejects.toThrow('not good');
  });

  test('signed with a new key make us look for it, but not at once again', async () => {
    await check([await signer.sign(clock.now())], [RECIPIENT]);
    signer = await createTokenSigner('key-2');
    await expect(check([await signer.sign(clock.now())], [RECIPIENT])).rejects.toThrow('JWKS_NO_MATCHING');
    expect(login.seen).toHaveLength(1);
    clock.advance(300_000);
    await check([await signer.sign(clock.now())], [RECIPIENT]);
    expect(login.seen).toHaveLength(2);
  });
});
