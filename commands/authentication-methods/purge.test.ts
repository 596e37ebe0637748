import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createDispatcher } from '../../integration/dispatcher/dispatcher.js';
import { type Entry } from '../../integration/results/entry.js';
import { type FaultRule, type Sandbox, startSandbox } from '../../sandbox/index.js';
import { signIn, write } from '../../sandbox/raw-client.js';
import { contextUnder, objectOf, objectsOf } from '../../test_data/command-bench.js';
import { createFakeClock } from '../../test_data/fake-clock.js';
import { sandboxInstance } from '../../test_data/sandbox-instance.js';
import { type ScriptedAnswer, startScriptedServer } from '../../test_data/scripted-server.js';
import { registry } from '../index.js';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox();
});
afterEach(() => sandbox.close());

const GEORGE = 'george@contoso.example';
const MEI = 'mei@contoso.example';
const OMAR = 'omar@contoso.example';
const KEY = '79d190e4-33f9-4b0a-aeae-cb0929aaba0a';
const ATTACKERS_APP = 'cf3107db-33b8-4ef0-a5bd-efabbd3a30f1';
const MOBILE = '3179e48a-750b-4051-897c-87b9720928f7';

/** Runs a purge. @param onPause Called whenever the command would wait. */
async function purge(
  args: Record<string, unknown>,
  instance = sandboxInstance(sandbox),
  onPause: () => Promise<void> = () => Promise.resolve(),
): Promise<readonly Entry[]> {
  const fake = createFakeClock(Date.now());
  const clock = {
    now: () => fake.now(),
    sleep: async (milliseconds: number) => {
      await onPause();
      await fake.sleep(milliseconds);
    },
  };
  const dispatcher = createDispatcher({ registry, clock });
  return (await dispatcher.execute({ command: 'msgraph-user-auth-methods-purge', args, instance })).entries;
}

/** What became of each method, by its ID, as the context tells it. */
function resultsOf([main]: readonly Entry[]): Record<string, unknown> {
  const action = objectOf(main && contextUnder(main, 'MSGraphUserAction'));
  return Object.fromEntries(objectsOf(action['Methods']).map(({ ID, Result }) => [String(ID), Result]));
}

const actionOf = ([main]: readonly Entry[]) => objectOf(main && contextUnder(main, 'MSGraphUserAction'));
const errorsOf = (entries: readonly Entry[]) => entries.filter(({ Type }) => Type === 4);
const deletions = () =>
  sandbox.log
    .filter(({ method }) => method === 'DELETE')
    .map(({ path, status }) => `${path.split('/').slice(-2).join('/')} ${status}`);
const faults = (...rules: FaultRule[]) => {
  sandbox.faults = rules;
};

describe('an account that was taken over', () => {
  test('is freed of everything but the password, the attacker’s default last, and a list proves it', async () => {
    const entries = await purge({ user: GEORGE, reason: 'Taken over' });
    expect(sandbox.methodsOf(GEORGE)).toMatchObject({ methods: [], pass: null });
    expect(deletions()).toHaveLength(5);
    expect(deletions().at(-1)).toBe(`microsoftAuthenticatorMethods/${ATTACKERS_APP} 204`);
    expect(sandbox.log.at(-1)).toMatchObject({ method: 'GET' });
    expect(sandbox.log.at(-1)?.path).toMatch(/\/authentication\/methods$/);
    const [main, warning, ...others] = entries;
    expect(main?.Type).toBe(1);
    expect(main?.HumanReadable).toContain(
      `### ${GEORGE} - purge of authentication methods: 5 of 5 removed\n|Result|Type|ID|Display Name|Detail|Created|Reason|`,
    );
    expect(actionOf(entries)).toMatchObject({
      Action: 'purge-auth-methods',
      User: GEORGE,
      DisplayName: 'George Ashdown',
      IsComplete: true,
    });
    expect(resultsOf(entries)).toMatchObject({
      [ATTACKERS_APP]: 'removed',
      [MOBILE]: 'removed',
      '28c10230-6103-485e-b985-444c60001490': 'kept',
    });
    expect(warning).toMatchObject({
      Type: 11,
      HumanReadable: expect.stringContaining('!msgraph-user-session-revoke'),
    });
    expect(others).toEqual([]);
  });

  test('is planned with reads only, in the order of the deletions', async () => {
    const entries = await purge({ user: GEORGE, keep: `fido2:${KEY}`, dry_run: 'true' });
    expect(sandbox.log.every(({ method, path }) => method === 'GET' || path.includes('/oauth2/'))).toBe(true);
    expect(entries[0]?.HumanReadable).toContain('nothing was removed');
    expect(actionOf(entries)).toMatchObject({ Action: 'plan-purge-auth-methods' });
    const results = resultsOf(entries);
    expect(results).toMatchObject({ [KEY]: 'kept', [ATTACKERS_APP]: 'would be removed' });
    const planned = Object.keys(results).filter((id) => results[id] === 'would be removed');
    expect(planned.at(-1)).toBe(ATTACKERS_APP);
  });

  test('keeps a key, and says that the default cannot go beside it, after a second try', async () => {
    const entries = await purge({ user: GEORGE, keep: [`fido2:${KEY}`] });
    expect(resultsOf(entries)).toMatchObject({ [KEY]: 'kept', [ATTACKERS_APP]: 'left', [MOBILE]: 'removed' });
    expect(deletions().filter((line) => line.endsWith(' 400'))).toHaveLength(2);
    const [error] = errorsOf(entries);
    expect(error?.Contents).toContain(`Microsoft Authenticator ${ATTACKERS_APP} (SM-A155F`);
    expect(error?.Contents).toContain('It is the default method');
    expect(actionOf(entries)['IsComplete']).toBe(false);
  });

  test('run again, it has nothing to do and says so', async () => {
    await purge({ user: GEORGE });
    const entries = await purge({ user: GEORGE });
    expect(entries[0]?.HumanReadable).toContain('0 of 0 removed');
    expect(errorsOf(entries)).toEqual([]);
  });
});

describe('the default', () => {
  test('is found by Graph’s refusal where the preferences cannot be read, and retried', async () => {
    faults({ kind: 'no-authorization', match: { path: /signInPreferences/ } });
    const entries = await purge({ user: MEI });
    expect(sandbox.methodsOf(MEI).methods).toEqual([]);
    const tries = deletions().filter((line) => line.startsWith(`phoneMethods/${MOBILE}`));
    expect(tries).toEqual([`phoneMethods/${MOBILE} 400`, `phoneMethods/${MOBILE} 204`]);
    expect(entries.at(-1)?.HumanReadable).toContain('Which method is the default could not be read');
    expect(errorsOf(entries)).toEqual([]);
  });

  test('of a user whom Entra asks for something safer first is still the user’s own', async () => {
    await purge({ user: MEI });
    expect(deletions().at(-1)).toBe(`phoneMethods/${MOBILE} 204`);
    expect(deletions().at(-2)).toMatch(/^microsoftAuthenticatorMethods\/.* 204$/);
  });
});

describe('what does not go as planned', () => {
  test('a method that cannot be deleted stops no other, and is an error beside the note', async () => {
    faults({ kind: '500', match: { method: 'DELETE', path: /windowsHello/ } });
    const entries = await purge({ user: GEORGE });
    const results = resultsOf(entries);
    expect(Object.values(results).filter((result) => result === 'removed')).toHaveLength(3);
    expect(entries.map(({ Type }) => Type)).toEqual([1, 4, 11]);
    const [error] = errorsOf(entries);
    expect(error?.Contents).toContain('Windows Hello for Business');
    expect(error?.Contents).toContain('500');
  });

  test('a deletion whose answer is lost counts as what the second list shows', async () => {
    faults({ kind: 'reset-after', match: { method: 'DELETE', path: /fido2/ } });
    const entries = await purge({ user: OMAR });
    expect(errorsOf(entries)).toEqual([]);
    expect(Object.values(resultsOf(entries))).toEqual(['removed', 'kept']);
  });

  test('a list that lags behind is looked at again before anybody is alarmed', async () => {
    faults({ kind: 'lagging-read', match: { method: 'GET', path: /authentication\/methods$/ } });
    const entries = await purge({ user: OMAR });
    expect(errorsOf(entries)).toEqual([]);
    expect(Object.values(resultsOf(entries))).toEqual(['removed', 'kept']);
  });

  test('a method that appears while it runs is named loudly', async () => {
    faults({ kind: 'throttle', match: { method: 'DELETE', path: /fido2/ }, times: 1 });
    const token = await signIn(sandbox);
    const pass = `/v1.0/users/${OMAR}/authentication/temporaryAccessPassMethods`;
    const entries = await purge({ user: OMAR }, sandboxInstance(sandbox), async () => {
      await write(sandbox, token, 'POST', pass, {});
    });
    const intruder = sandbox.methodsOf(OMAR).pass?.id ?? '';
    expect(resultsOf(entries)).toMatchObject({ [intruder]: 'appeared' });
    const [error] = errorsOf(entries);
    expect(error?.Contents).toContain(`WARNING: Temporary Access Pass ${intruder}`);
    expect(error?.Contents).toContain('registered while the purge ran');
    expect(actionOf(entries)['IsComplete']).toBe(false);
  });

  test('without a second list nothing is proved, and that is an error', async () => {
    // The first list of the run is read; all later ones are refused.
    let lists = 0;
    const server = await scripted(({ method, url }) => {
      if (method === 'DELETE') return { status: 204 };
      if (!url.endsWith('/methods')) return { status: 200, body: { id: OMAR } };
      lists += 1;
      return lists > 1 ? refused : { status: 200, body: { value: [aPhone('+47 1')] } };
    });
    const entries = await server.purge({ user: OMAR });
    expect(resultsOf(entries)).toEqual({ [MOBILE]: 'removed' });
    expect(errorsOf(entries)[0]?.Contents).toContain('What is left could not be read');
  });

  test('a phone that is there again after its removal is left, not removed', async () => {
    const server = await scripted(({ method, url }) => {
      if (method === 'DELETE') return { status: 204 };
      return { status: 200, body: url.endsWith('/methods') ? { value: [aPhone('+47 1')] } : { id: OMAR } };
    });
    const entries = await server.purge({ user: OMAR });
    expect(resultsOf(entries)).toEqual({ [MOBILE]: 'left' });
    expect(errorsOf(entries)[0]?.Contents).toContain('lists it again');
  });

  test('a kept phone whose number changes while it runs is named loudly', async () => {
    let lists = 0;
    const server = await scripted(({ url }) => {
      if (!url.endsWith('/methods')) return { status: 200, body: { id: OMAR } };
      lists += 1;
      return { status: 200, body: { value: [aPhone(lists > 1 ? '+47 666' : '+47 1')] } };
    });
    const entries = await server.purge({ user: OMAR, keep: MOBILE });
    expect(resultsOf(entries)).toEqual({ [MOBILE]: 'changed' });
    expect(errorsOf(entries)[0]?.Contents).toMatch(/WARNING: Phone .*\+47 666.*changed .* from \+47 1/);
  });

  test('methods of a type without a command are left, and methods on a second page are removed', async () => {
    const page = { value: [{ '@odata.type': '#microsoft.graph.qrCodePinAuthenticationMethod', id: 'qr' }] };
    let isGone = false;
    const server = await scripted(({ method, url }, origin) => {
      if (method === 'DELETE') isGone = true;
      if (method === 'DELETE') return { status: 204 };
      if (url.includes('skiptoken')) return { status: 200, body: { value: isGone ? [] : [aPhone('+47 1')] } };
      const next = `${origin}${url}?$skiptoken=2`;
      return {
        status: 200,
        body: url.endsWith('/methods') ? { ...page, '@odata.nextLink': next } : { id: OMAR },
      };
    });
    const entries = await server.purge({ user: OMAR });
    expect(resultsOf(entries)).toEqual({ [MOBILE]: 'removed', qr: 'left' });
    expect(errorsOf(entries)[0]?.Contents).toContain('qrCodePinAuthenticationMethod');
  });
});

describe('refusals', () => {
  test.each(['fido2:nope', 'phone:79d190e4-33f9-4b0a-aeae-cb0929aaba0a', 'nope'])(
    'keep=%s names nothing the user has, so that nothing is deleted',
    async (keep) => {
      const entries = await purge({ user: GEORGE, keep });
      expect(entries).toHaveLength(1);
      expect(entries[0]?.Contents).toContain(`keep names what the user does not have: ${keep}`);
      expect(deletions()).toEqual([]);
    },
  );

  test.each([
    [{ keep: '' }, 'keep is empty'],
    [{ keep: '[]' }, 'keep is empty'],
    [{ dry_run: '' }, 'dry_run is empty'],
    [{ dry_run: 'perhaps' }, 'dry_run="perhaps" is not allowed'],
    [{ keep: 'sms:1' }, 'is not allowed'],
    [{ keep: 'fido2:a/b' }, 'is not allowed'],
    [{ user: '' }, 'user is empty'],
    [{ dryrun: 'true' }, 'did you mean "dry_run"'],
  ])('%j is refused before any request', async (args, text) => {
    const entries = await purge({ user: GEORGE, ...args });
    expect(entries[0]?.Contents).toContain(text);
    expect(sandbox.log).toEqual([]);
  });

  test('an unknown user is an error whatever handle_error says: no playbook may take it for done', async () => {
    const [entry] = await purge({ user: 'nobody@contoso.example' });
    expect(entry?.Type).toBe(4);
    expect(entry?.Contents).toContain('The specified user could not be found.');
  });

  test('a missing permission is explained', async () => {
    const [entry] = await purge({ user: GEORGE }, sandboxInstance(sandbox, 'disabler'));
    expect(entry?.Contents).toContain(
      'lacks the application permission UserAuthenticationMethod.ReadWrite.All',
    );
  });
});

const refused = {
  status: 403,
  body: { error: { code: 'accessDenied', message: 'Request Authorization failed' } },
};

const aPhone = (phoneNumber: string) => ({
  '@odata.type': '#microsoft.graph.phoneAuthenticationMethod',
  id: MOBILE,
  phoneNumber,
  phoneType: 'mobile',
});

/** A Graph that answers by script. */
async function scripted(
  answer: (request: { method: string; url: string }, origin: string) => ScriptedAnswer,
): Promise<{ purge: (args: Record<string, unknown>) => Promise<readonly Entry[]> }> {
  const token = {
    status: 200,
    body: { token_type: 'Bearer', expires_in: 3599, access_token: 'a.b.c' },
  } as const;
  const server = await startScriptedServer((request) =>
    request.url.includes('/oauth2/') ? token : answer(request, server.url),
  );
  const instance = sandboxInstance(sandbox, undefined, { url: server.url, azure_ad_endpoint: server.url });
  return {
    purge: async (args) => {
      const entries = await purge(args, instance);
      await server.close();
      return entries;
    },
  };
}
