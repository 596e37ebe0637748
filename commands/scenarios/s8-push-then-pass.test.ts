import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type MfaOutcome } from '../../sandbox/index.js';
import { sandboxInstance } from '../../test_data/sandbox-instance.js';
import { openScenario, type Scenario, textOf, typesOf } from '../../test_data/scenario.js';
import { openWinZipAes } from '../../test_data/winzip-aes.js';

/** Somebody calls and wants back in: a push proves who it is, a pass lets them in, and nobody else learns its code. */

const EVE = 'former.employee@contoso.example';
const ZIP_PASSWORD = 'open sesame 7';

let scenario: Scenario;
beforeEach(async () => {
  scenario = await openScenario({}, (sandbox) =>
    sandboxInstance(sandbox, 'soar', { allow_secret_generators: true }),
  );
  await scenario.run('!msgraph-user-create-mfa-client-secret');
});
afterEach(() => scenario.close());

const push = (user = EVE) => `!msgraph-user-request-mfa user_mail=${user} timeout=60`;
const pass = (more = 'lifetime_in_minutes=60 is_usable_once=true') =>
  `!msgraph-user-tap-policy-create user_id=${EVE} zip_password=\`${ZIP_PASSWORD}\` ${more}`;

const answers = (outcome: MfaOutcome) => {
  scenario.sandbox.switches.mfaAnswers = { [EVE]: { outcome } };
};

/** What a task of a playbook reads. */
const read = async (reference: string): Promise<string> =>
  textOf(await scenario.run(`!Print value=\`${reference}\``));

/** The codes in the files so far, as whoever knows the password of the file reads them. */
const codes = () => scenario.files.map(({ content }) => openWinZipAes(content, ZIP_PASSWORD).text);

const passesAsked = () =>
  scenario.sandbox.log.filter(({ method, path }) => method === 'POST' && path.includes('PassMethods'));

describe('verified and let in', () => {
  test('look, push, pass, unblock: each tells its own result, and the pass is in the file only', async () => {
    const list = await scenario.run(`!msgraph-user-auth-methods-list user=${EVE}`);
    expect(textOf(list)).toContain('**MFA Capable:** True');
    expect(textOf(await scenario.run(push()))).toBe('Status: User Approved MFA Request');
    expect(await read('${MSGraphUser.MFARequest.Result}')).toBe('approved');
    const entries = await scenario.run(pass());
    expect(typesOf(entries)).toEqual([3, 1]);
    expect(entries[0]?.File).toBe('TAPPolicyInfo.zip');
    expect(entries[1]?.HumanReadable).toBe(
      `Temporary Access Pass Authentication methods policy for user: ${EVE} was successfully created.`,
    );
    expect(await read('${MSGraphUser.TAPPolicy.IsUsableOnce}')).toBe('true');
    const [unblocked] = await scenario.run(`!msgraph-user-unblock user=${EVE}`);
    expect(unblocked?.HumanReadable).toContain(`"${EVE}" unblocked.`);

    expect(scenario.person(EVE).accountEnabled).toBe(true);
    expect(scenario.sandbox.mfaRequests).toHaveLength(1);
    expect(scenario.sandbox.methodsOf(EVE).pass).toMatchObject({
      lifetimeInMinutes: 60,
      isUsableOnce: true,
    });
    const [code = ''] = codes();
    expect(code).toMatch(/^\S{8}$/);
    for (const secret of [code, ZIP_PASSWORD]) expect(scenario.traces()).not.toContain(secret);
    expect(scenario.traces()).not.toMatch(/Bearer\s|eyJ/);
  });
});

describe('a push that is no approval', () => {
  test.each<[MfaOutcome, string, string]>([
    ['deny', 'denied', 'Status: User Denied Request'],
    ['no-response', 'timeout', 'Status: MFA Request Timed Out'],
    ['fraud', 'fraud', 'PhoneAppFraud'],
    ['locked', 'failed', 'AuthenticationMethodLocked'],
    ['all-devices-blocked', 'failed', 'PhoneAppAllDevicesBlocked'],
    ['challenge', 'challenge', 'the service wants a code'],
  ])(
    '%s (the service answers 200) is an error that a playbook can tell apart',
    async (outcome, result, words) => {
      answers(outcome);
      const entries = await scenario.run(push());
      expect(entries[0]).toMatchObject({ Type: 4, Contents: expect.stringContaining(words) });
      expect(await read('${MSGraphUser.MFARequest.Result}')).toBe(result);
      expect(scenario.sandbox.log.at(-1)?.status).toBe(200);
    },
  );

  test('because the default method is a code of an app is told as such, and prompts nobody', async () => {
    const entries = await scenario.run(push('ravi@contoso.example'));
    expect(entries[0]?.Type).toBe(4);
    expect(await read('${MSGraphUser.MFARequest.Result}')).toBe('not_pushable');
    expect(textOf(entries)).toContain('Nobody was prompted.');
    expect(scenario.sandbox.mfaRequests).toEqual([]);
  });

  test('because the service fails is one try, and its end is called open', async () => {
    scenario.sandbox.faults = [{ kind: '500', match: { path: /BeginTwoWay/ } }];
    const entries = await scenario.run(push());
    expect(entries[0]?.Type).toBe(4);
    expect(textOf(entries)).toContain('The prompt may still stand on the phone.');
    expect(scenario.sandbox.log.filter(({ path }) => path.includes('BeginTwoWay'))).toHaveLength(1);
  });
});

test('a third push within five minutes is refused, and reaches nobody', async () => {
  answers('deny');
  await scenario.run(push());
  await scenario.clock.sleep(31_000);
  await scenario.run(push());
  await scenario.clock.sleep(31_000);
  const third = await scenario.run(push());
  expect(typesOf(third)).toEqual([4]);
  expect(textOf(third)).toContain('was not prompted: there were two requests in five minutes');
  expect(scenario.sandbox.mfaRequests).toHaveLength(2);
  await scenario.clock.sleep(5 * 60_000);
  answers('approve');
  expect(textOf(await scenario.run(push()))).toBe('Status: User Approved MFA Request');
});

describe('a pass', () => {
  test('that replaces a usable one says so, and only the new one works', async () => {
    await scenario.run(pass());
    const first = scenario.sandbox.methodsOf(EVE).pass?.id;
    const entries = await scenario.run(pass());
    expect(textOf(entries)).toContain(`The user had a pass already (${String(first)}`);
    expect(scenario.sandbox.methodsOf(EVE).pass?.id).not.toBe(first);
    expect(new Set(codes()).size).toBe(2);
    for (const code of codes()) expect(scenario.traces()).not.toContain(code);
  });

  test.each([
    [
      'lifetime_in_minutes=43200',
      {},
      'lifetime_in_minutes=43200 is not allowed in this tenant. Allowed: 60 to 480.',
    ],
    ['is_usable_once=false', { isUsableOnce: true }, 'is_usable_once=false is not allowed in this tenant'],
  ])(
    'with %s against the tenant’s rules is refused with them, and not asked for',
    async (more, rules, words) => {
      const { switches } = scenario.sandbox;
      switches.tapPolicy = { ...switches.tapPolicy, ...rules };
      const entries = await scenario.run(pass(more));
      expect(typesOf(entries)).toEqual([4]);
      expect(textOf(entries)).toContain(words);
      expect(passesAsked()).toEqual([]);
      expect(scenario.files).toEqual([]);
    },
  );

  test('whose answer is lost is not left behind for nobody', async () => {
    scenario.sandbox.faults = [
      { kind: 'reset-after', match: { method: 'POST', path: /PassMethods/ }, times: 1 },
    ];
    const entries = await scenario.run(pass());
    expect(typesOf(entries)).toEqual([4]);
    expect(scenario.sandbox.methodsOf(EVE).pass).toBeNull();
    expect(passesAsked()).toHaveLength(1);
  });
});
