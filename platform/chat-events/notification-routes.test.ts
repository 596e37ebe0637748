import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sendTo } from '../../test_data/serve-bench.js';
import { notificationRoutes } from './notification-routes.js';

let app: FastifyInstance;
let url: string;
let taken: unknown[];
beforeEach(async () => {
  taken = [];
  app = fastify();
  const watch = {
    notified: (body: unknown) => taken.push(['notified', body]),
    lifecycle: (body: unknown) => taken.push(['lifecycle', body]),
  };
  await app.register(notificationRoutes, { watchOf: (name) => (name === 'own' ? watch : undefined) });
  url = await app.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(() => app.close());

const post = (path: string, body?: unknown, headers: Record<string, string> = {}) =>
  sendTo(url, { method: 'POST', path, headers, ...(body !== undefined && { body }) });

describe('the question whether the address is ours', () => {
  test.each(['/notifications/own', '/notifications/own/lifecycle'])(
    'is answered at %s with its own word as plain text',
    async (path) => {
      const token = 'Validation: Testing client application; Request-Id: 5f0c+/=%';
      const query = new URLSearchParams({ validationToken: token }).toString();
      expect(query).toContain('Validation%3A+Testing');
      for (const body of [undefined, '']) {
        const answer = await post(`${path}?${query}`, body, { 'content-type': 'text/plain; charset=utf-8' });
        expect(answer).toMatchObject({
          status: 200,
          text: token,
          headers: { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' },
        });
      }
      expect(taken).toEqual([]);
    },
  );

  test.each([
    ['markup', '<script>alert(1)</script>'],
    ['a line break', 'a\r\nSet-Cookie: x'],
    ['too much', 'x'.repeat(1_025)],
    ['nothing', ''],
  ])('is not answered with %s', async (_what, token) => {
    const query = new URLSearchParams({ validationToken: token }).toString();
    const answer = await post(`/notifications/own?${query}`);
    expect(answer.status).toBe(400);
    expect(answer.text).not.toContain('alert');
  });
});

describe('a notification', () => {
  test.each([
    ['/notifications/own', 'notified'],
    ['/notifications/own/lifecycle', 'lifecycle'],
  ])('to %s is answered with 202 and handed on as %s', async (path, kind) => {
    const body = { value: [{ subscriptionId: '1', clientState: 'wrong' }] };
    expect(await post(path, body)).toMatchObject({ status: 202, text: '' });
    expect(taken).toEqual([[kind, body]]);
  });

  test('may be large, and may not be larger', async () => {
    const body = (size: number) => ({ value: [{ encryptedContent: { data: 'x'.repeat(size) } }] });
    expect((await post('/notifications/own', body(3_000_000))).status).toBe(202);
    expect((await post('/notifications/own', body(5_000_000))).status).toBe(413);
  });

  test.each([
    ['not JSON', '{'],
    ['no list', '{}'],
    ['null', 'null'],
    ['nothing', undefined],
  ])('that is %s is 400', async (_what, body) => {
    expect((await post('/notifications/own', body)).status).toBe(400);
    expect(taken).toEqual([]);
  });

  test('for an instance that watches nothing is 404, the question included', async () => {
    expect((await post('/notifications/other', { value: [] })).status).toBe(404);
    expect((await post('/notifications/other?validationToken=x')).status).toBe(404);
    expect((await sendTo(url, { path: '/notifications/own' })).status).toBe(404);
  });
});
