import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Instance } from '../../integration/dispatcher/invocation.js';
import { withNetworkEnvironment } from '../../test_data/environment.js';
import { type MfaBench, openMfaBench, toMfaService } from '../../test_data/mfa-bench.js';

const CREATE = 'msgraph-user-create-mfa-client-secret';
const DELETE = 'msgraph-user-delete-mfa-client-secret';
const TOKEN = 'msgraph-user-create-mfa-client-access-token';
const ADELE = 'adele@contoso.example';

let bench: MfaBench;
beforeEach(async () => {
  bench = await openMfaBench();
});
afterEach(() => bench.close());

function keyOf({ context }: { context: Readonly<Record<string, unknown>> }): string {
  const { KeyID } = context['MFAClientSecret'] as { KeyID: string };
  return KeyID;
}

/** The secret and the token that an instance keeps. */
async function keptBy({ state }: Instance): Promise<{ secret?: string; token?: string }> {
  const { value } = await state.read();
  const kept = value['msgraph_soar_mfa_client'];
  return typeof kept === 'string' ? (JSON.parse(kept) as { secret?: string; token?: string }) : {};
}

describe('a new secret', () => {
  test('is kept and not shown, works for 30 days, and prompts people', async () => {
    const instance = bench.newInstance();
    const { execution, entry, context, requests } = await bench.run(CREATE, { reason: 'Push' }, instance);
    expect(entry).toMatchObject({
      Type: 1,
      HumanReadable:
        'A new client secret has been added. Note you might need to wait 30-60 seconds before the secret will be activated.',
    });
    const value = {
      KeyID: expect.stringMatching(/^[0-9a-f-]{36}$/),
      ValidFrom: '2026-03-02T08:00:00.000Z',
      ValidUntil: '2026-04-01T08:00:00.000Z',
      Stored: true,
    };
    expect(context['MFAClientSecret']).toEqual(value);
    expect(entry.Contents).toEqual(value);
    expect(requests.at(-1)).toMatchObject({ method: 'POST', acted: true, status: 200 });

    const pushed = await bench.run('msgraph-user-request-mfa', { user_mail: ADELE }, instance);
    expect(pushed.context['MFARequest']).toMatchObject({ Result: 'approved' });
    const { secret = '', token = '' } = await keptBy(instance);
    expect([secret.length > 20, token.length > 20]).toEqual([true, true]);
    const shown = JSON.stringify([execution, pushed.execution, bench.audit, bench.log]);
    expect(shown).not.toContain(secret);
    expect(shown).not.toContain(token);
    expect(bench.audit.length).toBe(4);
  });

  test('leaves the instance only where that is asked for, in the context alone', async () => {
    const instance = bench.newInstance();
    const { entry, context, execution } = await bench.run(
      CREATE,
      { return_secret: 'yes', valid_days: '7' },
      instance,
    );
    const { secret = '' } = await keptBy(instance);
    expect(context['MFAClientSecret']).toMatchObject({
      MFAClientSecret: secret,
      ValidUntil: '2026-03-09T08:00:00.000Z',
    });
    const { EntryContext, ...rest } = entry;
    expect(EntryContext).toBeDefined();
    expect(JSON.stringify([rest, execution.entries.slice(1), bench.audit, bench.log])).not.toContain(secret);
  });

  test('names the one before, which still works', async () => {
    const instance = bench.newInstance();
    const first = keyOf(await bench.run(CREATE, {}, instance));
    const { execution } = await bench.run(CREATE, {}, instance);
    expect(execution.entries[1]?.HumanReadable).toContain(`!${DELETE} key_id=${first}`);
  });

  test.each(['0', '91', '1.5', 'a month'])('does not work for %s days', async (valid_days) => {
    const { entry, requests } = await bench.run(CREATE, { valid_days });
    expect(entry.Contents).toContain('valid_days');
    expect(requests).toEqual([]);
  });

  test('is not asked for twice where the answer was lost', async () => {
    bench.sandbox.faults = [{ kind: 'reset-after', match: { path: /addPassword/ } }];
    const { entry, requests } = await bench.run(CREATE);
    expect(entry.Type).toBe(4);
    expect(requests.filter(({ path }) => path.includes('addPassword'))).toHaveLength(1);
  });

  test('takes its time to work, and the failure until then says so', async () => {
    bench.sandbox.switches.appPasswordDelaySeconds = 45;
    const instance = bench.newInstance();
    await bench.run(CREATE, {}, instance);
    const early = await bench.run('msgraph-user-request-mfa', { user_mail: ADELE }, instance);
    expect(early.entry.Contents).toContain('A new secret takes 30 to 60 seconds to work.');
    bench.clock.advance(46_000);
    const later = await bench.run('msgraph-user-request-mfa', { user_mail: ADELE }, instance);
    expect(later.context['MFARequest']).toMatchObject({ Result: 'approved' });
  });

  test('without the permission is refused, and the missing one named', async () => {
    const { sandbox } = bench;
    const instance = { ...bench.newInstance(sandbox.params('reader')) };
    const { entry } = await bench.run(CREATE, {}, instance);
    expect(entry.Contents).toContain('Application.ReadWrite.All');
  });
});

describe('the gate', () => {
  test.each([CREATE, TOKEN])('that is closed refuses %s with nothing sent', async (command) => {
    const { entry, requests } = await bench.run(
      command,
      {},
      bench.newInstance({ allow_secret_generators: 'false' }),
    );
    expect(entry.Contents).toContain('allow_secret_generators');
    expect(requests).toEqual([]);
  });

  test('does not keep a secret from being removed', async () => {
    const key_id = keyOf(await bench.run(CREATE));
    const closed = bench.newInstance({ allow_secret_generators: false });
    expect((await bench.run(DELETE, { key_id }, closed)).entry.Type).toBe(1);
  });
});

describe('removing', () => {
  test('the kept one ends it, and is forgotten', async () => {
    const instance = bench.newInstance();
    const key = keyOf(await bench.run(CREATE, {}, instance));
    const { secret = '' } = await keptBy(instance);
    const { entry, context, execution } = await bench.run(DELETE, { reason: 'Done' }, instance);
    expect(entry.HumanReadable).toBe(`The client secret ${key} has been removed from the MFA client.`);
    expect(context['MFAClientSecret']).toEqual({
      KeyID: key,
      ValidFrom: '2026-03-02T08:00:00.000Z',
      ValidUntil: '2026-04-01T08:00:00.000Z',
      Stored: false,
      Deleted: true,
    });
    expect(execution.entries[1]?.HumanReadable).toContain('has forgotten the secret');
    const { value } = await instance.state.read();
    expect(JSON.stringify(value)).not.toContain(secret);
    const again = await bench.run(TOKEN, { client_secret: secret }, instance);
    expect(again.entry.Contents).toContain('AADSTS7000215');
  });

  test('another one by its key leaves the kept one', async () => {
    const other = keyOf(await bench.run(CREATE, {}, bench.newInstance()));
    const { secret } = await keptBy(bench.instance);
    expect((await bench.run(DELETE, { key_id: other.toUpperCase() })).entry.Type).toBe(1);
    expect((await keptBy(bench.instance)).secret).toBe(secret);
  });

  test('the kept one that somebody else removed before forgets it', async () => {
    const instance = bench.newInstance();
    const key_id = keyOf(await bench.run(CREATE, {}, instance));
    await bench.run(DELETE, { key_id });
    const { entry, context } = await bench.run(DELETE, {}, instance);
    expect(entry.HumanReadable).toContain('had been removed from the MFA client before');
    expect(context['MFAClientSecret']).toMatchObject({ KeyID: key_id, Deleted: true });
    expect(await keptBy(instance)).toEqual({});
  });

  test('one that does not exist is an error', async () => {
    const { entry } = await bench.run(DELETE, { key_id: '00000000-0000-4000-8000-000000000000' });
    expect(entry).toMatchObject({ Type: 4, Contents: expect.stringContaining('has no secret with the key') });
  });

  test('none is an error with nothing sent', async () => {
    const { entry, requests } = await bench.run(DELETE, {}, bench.newInstance());
    expect(entry.Contents).toContain('No key_id was given');
    expect(requests).toEqual([]);
  });

  test('one whose answer was lost is looked for before it is tried again', async () => {
    bench.sandbox.faults = [{ kind: 'reset-after', times: 1, match: { path: /removePassword/ } }];
    const running = bench.run(DELETE);
    while (!bench.sandbox.log.some(({ fault }) => fault === 'reset-after')) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    const waking = setInterval(() => {
      bench.clock.wakeAll();
    }, 1);
    const { entry, requests } = await running;
    clearInterval(waking);
    expect(entry.Type).toBe(1);
    expect(requests.filter(({ path }) => path.includes('removePassword'))).toHaveLength(1);
  });
});

describe('an access token', () => {
  test('is kept and not shown, and used until a minute before its end', async () => {
    const { execution, entry, context } = await bench.run(TOKEN);
    expect(entry.HumanReadable).toBe('A new access token has been created.');
    const { ValidUntil } = context['MFAAccessToken'] as { ValidUntil: string };
    expect(context['MFAAccessToken']).toEqual({
      ValidUntil: expect.stringMatching(/^\d{10}$/),
      Stored: true,
    });
    const { token = '' } = await keptBy(bench.instance);
    expect(JSON.stringify([execution, bench.log])).not.toContain(token);

    const asksForToken = async (): Promise<boolean> => {
      const { requests } = await bench.run('msgraph-user-request-mfa', { user_mail: ADELE });
      expect(toMfaService(requests)).toHaveLength(1);
      return requests.some(({ path }) => path.endsWith('/oauth2/token'));
    };
    bench.clock.advance(Number(ValidUntil) * 1000 - bench.clock.now() - 61_000);
    expect(await asksForToken()).toBe(false);
    bench.clock.advance(31_000);
    expect(await asksForToken()).toBe(true);
  });

  test('leaves the instance only where that is asked for', async () => {
    const { context, entry } = await bench.run(TOKEN, { return_token: true });
    const { token = '' } = await keptBy(bench.instance);
    expect(context['MFAAccessToken']).toMatchObject({ AccessToken: token });
    expect(JSON.stringify(entry.Contents)).not.toContain(token);
  });

  test('comes of a secret that is given, which is not kept', async () => {
    const { secret = '' } = await keptBy(bench.instance);
    const instance = bench.newInstance();
    const { execution } = await bench.run(TOKEN, { client_secret: secret }, instance);
    expect(execution.entries[0]?.Type).toBe(1);
    const { value } = await instance.state.read();
    expect(JSON.stringify([value, execution, bench.log])).not.toContain(secret);
    const pushed = await bench.run('msgraph-user-request-mfa', { user_mail: ADELE }, instance);
    expect(pushed.context['MFARequest']).toMatchObject({ Result: 'approved' });
  });

  test('is refused in words, without the secret', async () => {
    const { entry } = await bench.run(TOKEN, { client_secret: 'canary~wrong-secret' });
    expect(entry.Contents).toContain('The MFA client was refused a token: AADSTS7000215');
    expect(entry.Contents).not.toContain('Trace ID');
    expect(JSON.stringify([entry, bench.log])).not.toContain('canary~wrong-secret');
  });
});

describe('what an instance keeps', () => {
  test('is not used for another tenant', async () => {
    const { state } = bench.instance;
    const elsewhere = { ...bench.newInstance({ creds_tenant_id: 'fabrikam.example' }), state };
    const { entry } = await bench.run(TOKEN, {}, elsewhere);
    expect(entry.Contents).toContain('this instance keeps none');
  });

  test('of a known integration is taken over', async () => {
    const { secret = '' } = await keptBy(bench.instance);
    const instance = bench.newInstance();
    const { version } = await instance.state.read();
    await instance.state.write({ mfa_app_client_secret: secret }, version);
    const { context } = await bench.run('msgraph-user-request-mfa', { user_mail: ADELE }, instance);
    expect(context['MFARequest']).toMatchObject({ Result: 'approved' });
  });
});

test('a playbook that passes secret and token on by the context works, whether they stand there or not', async () => {
  for (const isShown of [true, false]) {
    const instance = bench.newInstance();
    const made = await bench.run(CREATE, { return_secret: isShown }, instance);
    const { MFAClientSecret: client_secret = '' } = made.context['MFAClientSecret'] as Record<string, string>;
    const got = await bench.run(TOKEN, { client_secret, return_token: isShown }, instance);
    const { AccessToken: access_token = '' } = got.context['MFAAccessToken'] as Record<string, string>;
    expect([client_secret !== '', access_token !== '']).toEqual([isShown, isShown]);
    const pushed = await bench.run('msgraph-user-request-mfa', { user_mail: ADELE, access_token }, instance);
    expect(pushed.context['MFARequest']).toMatchObject({ Result: 'approved' });
    bench.clock.advance(60_000);
  }
});

test('an instance of a managed identity asks in the tenant of its token', async () => {
  const instance = bench.newInstance({ use_managed_identities: true, auth_type: 'managed_identity' });
  const { secret } = await keptBy(bench.instance);
  const { requests, entry } = await withNetworkEnvironment(
    { AZURE_POD_IDENTITY_AUTHORITY_HOST: bench.sandbox.url },
    () => bench.run(TOKEN, { client_secret: secret }, instance),
  );
  expect(entry.HumanReadable).toBe('A new access token has been created.');
  expect(requests.at(-1)?.path).toBe(`/${bench.sandbox.tenantId}/oauth2/token`);
});
