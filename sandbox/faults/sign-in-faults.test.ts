import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startSandbox, type Sandbox } from '../index.js';
import { aadstsCodes, catalogue } from '../login/aadsts-catalogue.js';
import { get, member, postForm, redeem, signIn } from '../raw-client.js';

let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await startSandbox();
});
afterEach(() => sandbox.close());

const good = { grant_type: 'client_credentials', scope: 'https://graph.microsoft.com/.default' };

describe('the fault aadsts', () => {
  test.each(aadstsCodes)('%i is answered with its error, status and text, and then no more', async (code) => {
    sandbox.faults = [{ kind: 'aadsts', code, times: 1 }];
    const answer = await redeem(sandbox, good);
    expect(answer.status).toBe(catalogue[code].status);
    expect(answer.json).toMatchObject({ error: catalogue[code].error, error_codes: [code] });
    expect(member(answer.json, 'error_description')).toMatch(
      new RegExp(`^AADSTS${code}: [A-Z'].+Trace ID: `),
    );
    expect(answer.text).not.toMatch(/\{\w+\}/);
    expect((await redeem(sandbox, good)).status).toBe(200);
  });

  test.each([
    [7000215, 401, 'invalid_client', undefined],
    [65001, 400, 'invalid_grant', 'consent_required'],
    [50076, 400, 'interaction_required', 'basic_action'],
    [53003, 400, 'invalid_grant', 'message_only'],
    [50055, 400, 'invalid_grant', 'user_password_expired'],
    [700082, 400, 'invalid_grant', undefined],
    [90055, 429, 'temporarily_unavailable', undefined],
  ] as const)('%i has status %i, error %s and suberror %s', async (code, status, error, suberror) => {
    sandbox.faults = [{ kind: 'aadsts', code }];
    const { json, ...answer } = await redeem(sandbox, good);
    expect([answer.status, member(json, 'error'), member(json, 'suberror')]).toEqual([
      status,
      error,
      suberror,
    ]);
  });

  test('50076 carries claims as JSON in text', async () => {
    sandbox.faults = [{ kind: 'aadsts', code: 50076 }];
    const claims = member((await redeem(sandbox, good)).json, 'claims');
    expect(JSON.parse(String(claims))).toHaveProperty('access_token.capolids');
  });

  test('hits the device code endpoint too, and never Graph', async () => {
    const token = await signIn(sandbox);
    sandbox.faults = [{ kind: 'aadsts', code: 50059 }];
    const answer = await postForm(sandbox.url, `/${sandbox.tenantId}/oauth2/v2.0/devicecode`, {});
    expect(member(answer.json, 'error_codes')).toEqual([50059]);
    expect((await get(sandbox, token, '/v1.0/users?$top=1')).status).toBe(200);
  });
});

describe('at Graph', () => {
  test('claims-challenge is a 401 with claims to replay', async () => {
    const token = await signIn(sandbox);
    sandbox.faults = [{ kind: 'claims-challenge', times: 1 }];
    const answer = await get(sandbox, token, '/v1.0/users?$top=1');
    expect(answer.status).toBe(401);
    expect(member(answer.json, 'error', 'code')).toBe('InvalidAuthenticationToken');
    const header = String(answer.headers['www-authenticate']);
    expect(header).toContain('error="insufficient_claims"');
    const claims = /claims="([\w+/=]+)"/.exec(header)?.[1] ?? '';
    expect(JSON.parse(Buffer.from(claims, 'base64').toString('utf8'))).toHaveProperty(
      'access_token.nbf.value',
    );
  });

  test('no-authorization is the 403 with which Teams answers an expired token', async () => {
    const token = await signIn(sandbox);
    sandbox.faults = [{ kind: 'no-authorization', times: 1 }];
    const answer = await get(sandbox, token, '/v1.0/users?$top=1');
    expect(answer.status).toBe(403);
    expect(answer.json).toMatchObject({
      error: { code: 'Forbidden', message: 'No authorization information present on the request.' },
    });
  });
});
