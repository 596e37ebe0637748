import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startSandbox, type Sandbox } from '../index.js';
import { member, signIn, send, write, type RawAnswer } from '../raw-client.js';

let sandbox: Sandbox;
let token: string;

beforeEach(async () => {
  sandbox = await startSandbox();
  token = await signIn(sandbox);
});
afterEach(() => sandbox.close());

const disable = (id: string, name: string, more: Record<string, unknown> = {}) => ({
  id,
  method: 'PATCH',
  url: `/users/${name}@contoso.example`,
  headers: { 'Content-Type': 'application/json' },
  body: { accountEnabled: false },
  ...more,
});
const read = (id: string, name: string) => ({
  id,
  method: 'GET',
  url: `users/${name}@contoso.example?$select=id`,
});

async function batch(...requests: unknown[]): Promise<RawAnswer> {
  return write(sandbox, token, 'POST', '/v1.0/$batch', { requests });
}

function responses(answer: RawAnswer): unknown[] {
  const list = member(answer.json, 'responses');
  return Array.isArray(list) ? list : [];
}

function part(answer: RawAnswer, id: string): unknown {
  return responses(answer).find((response) => member(response, 'id') === id);
}

describe('a batch', () => {
  test('is 200 whatever becomes of its parts, which are answered in another order', async () => {
    const answer = await batch(read('1', 'adele'), read('2', 'nobody'), disable('3', 'adele'));
    expect(answer.status).toBe(200);
    expect(responses(answer).map((response) => member(response, 'id'))).not.toEqual(['1', '2', '3']);
    expect(part(answer, '1')).toMatchObject({
      status: 200,
      headers: { 'Cache-Control': 'no-cache', 'OData-Version': '4.0', 'x-ms-resource-unit': '1' },
      body: { id: sandbox.people()[2]?.id },
    });
    expect(part(answer, '2')).toMatchObject({
      status: 404,
      body: { error: { code: 'Request_ResourceNotFound' } },
    });
    expect(part(answer, '3')).toMatchObject({ status: 204 });
    expect(part(answer, '3')).not.toHaveProperty('body');
    expect(part(answer, '3')).not.toHaveProperty('headers.Content-Type');
    expect(sandbox.people()[2]?.accountEnabled).toBe(false);
  });

  test('is one request in the log, with its parts and what they did', async () => {
    await batch(read('1', 'adele'), disable('2', 'noor'));
    expect(sandbox.log.filter(({ path }) => !path.includes('token'))).toHaveLength(1);
    expect(sandbox.log.at(-1)).toMatchObject({
      path: '/v1.0/$batch',
      acted: true,
      app: 'soar',
      items: [
        { method: 'GET', path: '/v1.0/users/adele@contoso.example?$select=id', status: 200, acted: false },
        { method: 'PATCH', path: '/v1.0/users/noor@contoso.example', status: 204, acted: true },
      ],
    });
  });

  test('takes ConsistencyLevel from the part, not from the envelope', async () => {
    const request = { method: 'GET', url: '/users/$count' };
    const { json } = await send(sandbox.url, '/v1.0/$batch', {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        consistencylevel: 'eventual',
      },
      body: JSON.stringify({
        requests: [
          { id: 'a', ...request },
          { id: 'b', ...request, headers: { ConsistencyLevel: 'eventual' } },
        ],
      }),
    });
    const all = member(json, 'responses');
    const statuses = Array.isArray(all) ? all.map((one) => [member(one, 'id'), member(one, 'status')]) : [];
    expect(Object.fromEntries(statuses)).toEqual({ a: 400, b: 200 });
  });

  test('needs the content type with each body', async () => {
    const answer = await batch(disable('1', 'adele', { headers: {} }));
    expect(member(part(answer, '1'), 'body', 'error', 'message')).toContain(
      'Content-Type header declaration',
    );
  });

  test('carries out a part after those it depends on, and answers 424 where one of them failed', async () => {
    const answer = await batch(
      disable('3', 'mei', { dependsOn: ['2'] }),
      disable('2', 'noor', { dependsOn: ['1'] }),
      read('1', 'nobody'),
      disable('5', 'samuel', { dependsOn: ['4'] }),
      read('4', 'adele'),
    );
    const statuses = ['1', '2', '3', '4', '5'].map((id) => member(part(answer, id), 'status'));
    expect(statuses).toEqual([404, 424, 424, 200, 204]);
    expect(sandbox.people()[1]?.accountEnabled).toBe(true);
  });

  test('holds 20 parts and no more', async () => {
    const parts = Array.from({ length: 21 }, (_, index) => read(String(index), 'adele'));
    expect(responses(await batch(...parts.slice(0, 20)))).toHaveLength(20);
    const refused = await batch(...parts);
    expect([refused.status, member(refused.json, 'error', 'code')]).toEqual([400, 'BadRequest']);
    expect(member(refused.json, 'error', 'message')).toContain('20');
  });

  const malformed: [string, unknown[]][] = [
    ['no part', []],
    ['the same ID twice, in any case', [read('a', 'adele'), read('A', 'noor')]],
    ['a part without ID', [{ method: 'GET', url: '/users' }]],
    ['a part without method', [{ id: '1', url: '/users' }]],
    ['a part without URL', [{ id: '1', method: 'GET' }]],
    ['an unknown dependency', [disable('1', 'adele', { dependsOn: ['9'] })]],
    ['a circle', [disable('1', 'adele', { dependsOn: ['2'] }), disable('2', 'noor', { dependsOn: ['1'] })]],
    ['a batch inside', [{ id: '1', method: 'POST', url: '/$batch', body: { requests: [] } }]],
  ];
  test.each(malformed)('with %s is refused as a whole', async (_name, parts) => {
    const answer = await batch(...parts);
    expect([answer.status, member(answer.json, 'error', 'code')]).toEqual([400, 'BadRequest']);
    expect(sandbox.log.filter(({ acted }) => acted)).toEqual([]);
  });

  test('without a token is a 401, by GET a 405, and without permission each part is a 403', async () => {
    expect((await send(sandbox.url, '/v1.0/$batch', { method: 'POST' })).status).toBe(401);
    expect((await write(sandbox, token, 'GET', '/v1.0/$batch')).status).toBe(405);
    token = await signIn(sandbox, 'unprivileged');
    const answer = await batch(read('1', 'adele'));
    expect([answer.status, member(part(answer, '1'), 'status')]).toEqual([200, 403]);
  });

  test('may have a part throttled, with a hint of its own', async () => {
    sandbox.faults = [{ kind: 'throttle', match: { path: /noor/ }, retryAfterSeconds: 7, times: 1 }];
    const answer = await batch(disable('1', 'adele'), disable('2', 'noor'));
    expect(answer.status).toBe(200);
    expect(part(answer, '1')).toMatchObject({ status: 204 });
    expect(part(answer, '2')).toMatchObject({
      status: 429,
      headers: { 'Retry-After': '7' },
      body: { error: { code: 'TooManyRequests' } },
    });
    expect(sandbox.log.at(-1)?.items?.map(({ acted }) => acted)).toEqual([true, false]);
  });
});
