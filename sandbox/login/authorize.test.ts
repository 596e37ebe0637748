import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startSandbox, type Sandbox } from '../index.js';
import { claimsOf, member, postForm, redeem, send, type RawAnswer } from '../raw-client.js';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const redirectUri = 'http://localhost:5000/callback';

function target(changes: Record<string, string | undefined> = {}, appName = 'soar', tenant?: string): string {
  const parameters: Record<string, string | undefined> = {
    client_id: sandbox.apps.find(({ name }) => name === appName)?.clientId,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: 'User.Read offline_access openid',
    state: 'a b&c',
    ...changes,
  };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) query.set(name, value);
  return `/${tenant ?? sandbox.tenantId}/oauth2/v2.0/authorize?${query.toString()}`;
}

async function open(...where: Parameters<typeof target>): Promise<RawAnswer> {
  return send(sandbox.url, target(...where));
}

async function submit(
  fields: Record<string, string>,
  ...where: Parameters<typeof target>
): Promise<RawAnswer> {
  return postForm(sandbox.url, target(...where), fields);
}

const adele = { user: 'adele@contoso.example', decision: 'accept' };

function returned(answer: RawAnswer): URL {
  expect(answer.status).toBe(302);
  return new URL(String(answer.headers['location']));
}

describe('the sign-in page', () => {
  test('asks for a user name in a labeled field, suggests people, and needs no script', async () => {
    const answer = await open();
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.text).toContain('<label for="user">User name</label>');
    expect(answer.text).toContain('<option value="adele@contoso.example">Adele Winterbourne</option>');
    expect(answer.text).toContain('<html lang="en">');
    expect(answer.text).not.toContain('<script');
  });

  test('allows nothing but its own style and the way back to the application', async () => {
    const policy = String((await open()).headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("form-action 'self' http://localhost:5000");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
  });

  test('shows what came from outside as text', async () => {
    const nasty = '"><script>alert(1)</script>';
    const pages = await Promise.all([
      open({ login_hint: nasty }),
      open({ state: nasty }),
      open({ redirect_uri: nasty }),
      open({ client_id: nasty }),
      submit({ user: nasty, decision: 'continue' }),
    ]);
    for (const { status, text } of pages) {
      expect(status).toBe(200);
      expect(text).not.toContain('<script');
    }
    expect(pages[0].text).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
  });

  test('is filled in with the login hint', async () => {
    expect((await open({ login_hint: 'noor@contoso.example' })).text).toContain(
      'value="noor@contoso.example">',
    );
  });

  test('does not let a disabled or unknown user in, and stays', async () => {
    const disabled = await submit({ ...adele, user: 'former.employee@contoso.example' });
    expect([disabled.status, disabled.text]).toEqual([200, expect.stringContaining('AADSTS50057')]);
    const unknown = await submit({ ...adele, user: 'nobody@contoso.example' });
    expect([unknown.status, unknown.text]).toEqual([200, expect.stringContaining('role="alert"')]);
  });

  test('leads back with a long code and the state as it came', async () => {
    const back = returned(await submit({ ...adele, decision: 'continue' }));
    expect(back.origin + back.pathname).toBe(redirectUri);
    expect(back.searchParams.get('state')).toBe('a b&c');
    expect(back.searchParams.get('code')?.length).toBeGreaterThan(1000);
    expect(back.searchParams.get('session_state')).toBeTruthy();
  });

  test('keeps a query that the redirect URI has', async () => {
    const back = returned(await submit(adele, { redirect_uri: `${redirectUri}?from=soar` }));
    expect(back.searchParams.get('from')).toBe('soar');
    expect(back.searchParams.has('code')).toBe(true);
  });

  test('answers in the fragment or by a form when asked to', async () => {
    const back = returned(await submit(adele, { response_mode: 'fragment' }));
    expect(back.search).toBe('');
    expect(new URLSearchParams(back.hash.slice(1)).get('state')).toBe('a b&c');

    const form = await submit(adele, { response_mode: 'form_post' });
    expect(form.status).toBe(200);
    expect(form.text).toContain(`<form method="post" action="${redirectUri}">`);
    expect(form.text).toContain('<input type="hidden" name="state" value="a b&amp;c">');
    expect(form.headers['content-security-policy']).toMatch(/script-src 'sha256-[\w+/=]+'/);
  });

  test('takes the nonce along into the ID token', async () => {
    const back = returned(await submit(adele, { nonce: 'n-0S6' }));
    const { json } = await redeem(sandbox, {
      grant_type: 'authorization_code',
      code: back.searchParams.get('code') ?? '',
      redirect_uri: redirectUri,
    });
    expect(claimsOf(member(json, 'id_token'))).toMatchObject({ nonce: 'n-0S6' });
  });
});

describe('what is wrong with the application or its address', () => {
  const cases: [string, Parameters<typeof target>, number][] = [
    ['an unknown client', [{ client_id: '11111111-2222-4333-8444-555555555555' }], 700016],
    ['a missing client', [{ client_id: undefined }], 900144],
    ['an unregistered address', [{ redirect_uri: 'https://evil.example/callback' }], 50011],
    [
      'an address that only begins like a loopback one',
      [{ redirect_uri: 'http://localhost.evil.example/' }],
      50011,
    ],
    ['a loopback address with credentials', [{ redirect_uri: 'http://a@localhost/' }], 50011],
    [
      'another spelling of a registered address',
      [{ redirect_uri: 'https://soar.contoso.example/oauth/soar/' }],
      50011,
    ],
    ['a missing address', [{ redirect_uri: undefined }], 900144],
    ['an unknown tenant', [{}, 'soar', 'fabrikam.example'], 90002],
    ['a shared tenant', [{}, 'soar', 'common'], 50194],
  ];
  test.each(cases)('is shown on a page and never sent on: %s', async (_name, where, code) => {
    const answer = await open(...where);
    expect(answer.status).toBe(200);
    expect(answer.headers['location']).toBeUndefined();
    expect(answer.text).toContain(`AADSTS${code}: `);
    expect(answer.text).not.toContain('<form');
  });

  test.each([
    'http://localhost',
    'http://localhost:61234/any/path',
    'http://127.0.0.1:8080/',
    'https://localhost/redirect',
    'https://soar.contoso.example/oauth/soar',
  ])('is not a registered address: %s', async (uri) => {
    expect(returned(await submit(adele, { redirect_uri: uri })).href).toMatch(new RegExp(`^${uri}`));
  });
});

describe('what is wrong with the request', () => {
  const cases: [string, Record<string, string | undefined>, string, number][] = [
    ['no response type', { response_type: undefined }, 'invalid_request', 900144],
    ['an unknown response type', { response_type: 'token' }, 'unsupported_response_type', 70005],
    ['an unknown response mode', { response_mode: 'pigeon' }, 'invalid_request', 70007],
    ['no scope', { scope: undefined }, 'invalid_request', 900144],
    ['an unknown permission', { scope: 'User.Fly' }, 'invalid_scope', 70011],
    ['another resource', { scope: 'https://vault.contoso.example/.default' }, 'invalid_resource', 500011],
    ['a silent sign-in', { prompt: 'none' }, 'login_required', 50058],
    ['an unknown prompt', { prompt: 'maybe' }, 'invalid_request', 9002313],
    ['a short challenge', { code_challenge: 'abc' }, 'invalid_request', 501491],
    [
      'an unknown challenge method',
      { code_challenge: 'a'.repeat(43), code_challenge_method: 'S512' },
      'invalid_request',
      501491,
    ],
    ['a challenge method alone', { code_challenge_method: 'S256' }, 'invalid_request', 50147],
  ];
  test.each(cases)('is told to the application: %s', async (_name, changes, error, code) => {
    const back = returned(await open(changes));
    expect(back.searchParams.get('error')).toBe(error);
    expect(back.searchParams.get('error_description')).toMatch(new RegExp(`^AADSTS${code}: `));
    expect(back.searchParams.get('state')).toBe('a b&c');
  });

  test('is told the way the answer would have gone', async () => {
    const back = returned(await open({ response_mode: 'fragment', prompt: 'none' }));
    expect(new URLSearchParams(back.hash.slice(1)).get('error')).toBe('login_required');
  });
});

describe('consent', () => {
  test('declined is access_denied with the subcode cancel', async () => {
    const back = returned(await submit({ ...adele, decision: 'cancel' }));
    expect(back.searchParams.get('error')).toBe('access_denied');
    expect(back.searchParams.get('error_subcode')).toBe('cancel');
    expect(back.searchParams.get('error_description')).toContain('AADSTS65004');
  });

  test('is asked for what nobody consented to, once', async () => {
    const scope = { scope: 'Chat.Read openid' };
    const first = await submit({ ...adele, decision: 'continue' }, scope, 'unprivileged');
    expect(first.text).toContain('<li>Chat.Read</li>');
    expect(first.text).toContain('<button name="decision" value="accept">Accept</button>');
    returned(await submit(adele, scope, 'unprivileged'));
    const again = returned(await submit({ ...adele, decision: 'continue' }, scope, 'unprivileged'));
    expect(again.searchParams.has('code')).toBe(true);
  });

  test('is asked for again with prompt=consent', async () => {
    const page = await submit({ ...adele, decision: 'continue' }, { prompt: 'consent' });
    expect(page.text).toContain('<li>User.Read</li>');
  });

  test('to the permissions of administrators is for administrators', async () => {
    const scope = { scope: 'User.ReadWrite.All' };
    const refused = await submit(adele, scope, 'unprivileged');
    expect(refused.headers['location']).toBeUndefined();
    expect(refused.text).toContain('AADSTS90094');
    returned(await submit({ ...adele, user: 'nadia.admin@contoso.example' }, scope, 'unprivileged'));
  });
});
