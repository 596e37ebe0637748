import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startSandbox, type FaultKind, type Sandbox } from '../index.js';
import { get, member, send, signIn, write, type RawAnswer } from '../raw-client.js';

let sandbox: Sandbox;
let token: string;

beforeEach(async () => {
  sandbox = await startSandbox();
  token = await signIn(sandbox);
});
afterEach(() => sandbox.close());

const adele = '/v1.0/users/adele@contoso.example';

async function disable(): Promise<RawAnswer> {
  return write(sandbox, token, 'PATCH', adele, { accountEnabled: false });
}

async function isEnabled(): Promise<unknown> {
  return member((await get(sandbox, token, `${adele}?$select=accountEnabled`)).json, 'accountEnabled');
}

describe('a fault', () => {
  const answers: [FaultKind, number, string | undefined, string | undefined][] = [
    ['throttle', 429, 'TooManyRequests', '3'],
    ['throttle-without-retry-after', 429, 'TooManyRequests', undefined],
    ['500', 500, 'generalException', undefined],
    ['502', 502, undefined, undefined],
    ['503', 503, 'serviceNotAvailable', undefined],
    ['503-retry-after', 503, 'ServiceUnavailable', '3'],
    ['504', 504, 'UnknownError', undefined],
    ['expired-token', 401, 'InvalidAuthenticationToken', undefined],
    ['not-json', 200, undefined, undefined],
  ];

  test.each(answers)(
    '%s is answered as such, and nothing is done',
    async (kind, status, code, retryAfter) => {
      sandbox.faults = [{ kind, times: 1, retryAfterSeconds: 3 }];
      const answer = await disable();
      expect([answer.status, member(answer.json, 'error', 'code'), answer.headers['retry-after']]).toEqual([
        status,
        code,
        retryAfter,
      ]);
      expect(sandbox.log.at(-1)).toMatchObject({ status, acted: false, fault: kind });
      expect(await isEnabled()).toBe(true);
    },
  );

  test.each<FaultKind>(['502', 'not-json'])('%s has a page as its body', async (kind) => {
    sandbox.faults = [{ kind }];
    const answer = await get(sandbox, token, adele);
    expect(answer.headers['content-type']).toBe('text/html');
    expect(answer.text).toMatch(/^<html>/);
  });

  test('expired-token looks like an expired token to the last header', async () => {
    sandbox.faults = [{ kind: 'expired-token' }];
    const answer = await get(sandbox, token, adele);
    expect(answer.json).toMatchObject({
      error: { message: 'Lifetime validation failed, the token is expired.' },
    });
    expect(answer.headers['www-authenticate']).toMatch(/^Bearer /);
  });

  test('reset-before drops the connection and does nothing', async () => {
    sandbox.faults = [{ kind: 'reset-before', times: 1 }];
    await expect(disable()).rejects.toThrow();
    expect(sandbox.log.at(-1)).toMatchObject({ method: 'PATCH', status: 0, acted: false });
    expect(await isEnabled()).toBe(true);
  });

  test('reset-after drops the connection once everything is done', async () => {
    sandbox.faults = [{ kind: 'reset-after', times: 1 }];
    await expect(disable()).rejects.toThrow();
    expect(sandbox.log.at(-1)).toMatchObject({ method: 'PATCH', status: 0, acted: true });
    expect(await isEnabled()).toBe(false);
  });

  test('truncated breaks off in the middle of a body whose length was announced', async () => {
    sandbox.faults = [{ kind: 'truncated', times: 1 }];
    await expect(get(sandbox, token, adele)).rejects.toThrow('aborted');
    expect((await get(sandbox, token, adele)).status).toBe(200);
  });

  test('slow answers late, and well', async () => {
    sandbox.faults = [{ kind: 'slow', delayMs: 30, times: 1 }];
    const began = performance.now();
    expect((await get(sandbox, token, adele)).status).toBe(200);
    expect(performance.now() - began).toBeGreaterThanOrEqual(25);
  });

  test('lagging-read hides a write from the next read, once', async () => {
    sandbox.faults = [{ kind: 'lagging-read' }];
    expect(await isEnabled()).toBe(true);
    expect((await disable()).status).toBe(204);
    expect([await isEnabled(), await isEnabled()]).toEqual([true, false]);
  });

  test('lagging-read does not hide what has been seen already', async () => {
    await disable();
    expect(await isEnabled()).toBe(false);
    sandbox.faults = [{ kind: 'lagging-read' }];
    expect(await isEnabled()).toBe(false);
  });
});

describe('a fault rule', () => {
  async function statuses(count: number): Promise<number[]> {
    const seen: number[] = [];
    while (seen.length < count) seen.push((await get(sandbox, token, adele)).status);
    return seen;
  }

  test('hits every n-th matching request, and so many of them', async () => {
    sandbox.faults.push({ kind: '503', every: 3, times: 2 });
    expect(await statuses(10)).toEqual([200, 200, 503, 200, 200, 503, 200, 200, 200, 200]);
  });

  test('hits only its method and its path', async () => {
    sandbox.faults = [{ kind: '500', match: { method: 'patch', path: /adele/g } }];
    expect((await get(sandbox, token, adele)).status).toBe(200);
    expect((await disable()).status).toBe(500);
    expect((await write(sandbox, token, 'PATCH', adele.replace('adele', 'noor'), {})).status).toBe(204);
    expect((await disable()).status).toBe(500);
  });

  test('stands back for an earlier one that is due', async () => {
    sandbox.faults = [{ kind: '503', times: 1 }, { kind: 'throttle' }];
    expect(await statuses(3)).toEqual([503, 429, 429]);
  });

  test('can be given at the start and taken away', async () => {
    const faulty = await startSandbox({ faults: [{ kind: '504' }] });
    const before = await get(faulty, token, adele);
    faulty.faults = [];
    const after = await get(faulty, token, adele);
    await faulty.close();
    expect([before.status, after.status]).toEqual([504, 200]);
  });

  const login: [FaultKind, number, string | undefined][] = [
    ['throttle', 429, '10'],
    ['503', 503, undefined],
    ['503-retry-after', 503, '10'],
    ['500', 500, undefined],
  ];
  test.each(login)(
    'hits the token endpoint too: %s in the words of OAuth',
    async (kind, status, retryAfter) => {
      sandbox.faults = [{ kind, match: { path: /\/token$/ } }];
      const answer = await send(sandbox.url, `/${sandbox.tenantId}/oauth2/v2.0/token`, { method: 'POST' });
      expect([answer.status, answer.headers['retry-after']]).toEqual([status, retryAfter]);
      expect(answer.json).toMatchObject({
        error: 'temporarily_unavailable',
        correlation_id: expect.any(String),
      });
    },
  );
});
