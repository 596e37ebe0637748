import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { serverCertificate } from '../../test_data/tls.js';
import { startSandbox, type Sandbox } from '../index.js';
import { refusal } from '../raw-chats.js';
import { signIn } from '../raw-client.js';
import { plainText, startReceiver, type Receiver } from '../raw-receiver.js';
import { subscribe, wish } from '../raw-subscriptions.js';

let sandbox: Sandbox;
let receiver: Receiver;
let app: string;
const clock = Date.UTC(2026, 2, 2, 8, 41, 17);

beforeEach(async () => {
  sandbox = await startSandbox({ now: () => clock });
  receiver = await startReceiver();
  app = await signIn(sandbox);
});
afterEach(async () => {
  jest.useRealTimers();
  await sandbox.close();
  await receiver.close();
});

const body = (more: Record<string, unknown> = {}) => wish(receiver, '/chats/getAllMessages', clock, more);
const due = 'Notification endpoint must respond with 200 OK to validation request.';

describe('the validation of an endpoint', () => {
  test('is an empty POST to both addresses, whose own query stays, with the token as form data', async () => {
    expect((await subscribe(sandbox, app, body())).status).toBe(201);
    const token =
      /^validationToken=Validation%3A\+Testing\+client\+application\+reachability\+for\+subscription\+Request-Id%3A\+[0-9a-f-]{36}$/;
    const [first, second, ...more] = receiver.received;
    expect(more).toEqual([]);
    expect(first?.target).toMatch(/^\/graph\?tenant=1&validationToken=/);
    expect(first?.target.slice('/graph?tenant=1&'.length)).toMatch(token);
    expect(second?.target).toMatch(/^\/lifecycle\?validationToken=/);
    expect(second?.target.slice('/lifecycle?'.length)).toMatch(token);
    for (const request of receiver.received) {
      expect(request).toMatchObject({
        method: 'POST',
        text: '',
        contentType: 'text/plain; charset=utf-8',
      });
    }
  });

  test('comes twice to an address that is named twice', async () => {
    const url = `${receiver.url}/both`;
    await subscribe(sandbox, app, body({ notificationUrl: url, lifecycleNotificationUrl: url }));
    expect(receiver.received.map(({ target }) => target.split('?')[0])).toEqual(['/both', '/both']);
  });

  test('comes once without a lifecycle address', async () => {
    const expirationDateTime = '2026-03-02T09:30:00Z';
    await subscribe(sandbox, app, body({ lifecycleNotificationUrl: null, expirationDateTime }));
    expect(receiver.received).toHaveLength(1);
  });

  test('goes on while the call is open: nothing is there before the endpoint has answered', async () => {
    const seen: number[] = [];
    receiver.validate = (token) => {
      seen.push(sandbox.subscriptions.length);
      return plainText(token);
    };
    await subscribe(sandbox, app, body());
    expect([seen, sandbox.subscriptions.length]).toEqual([[0, 0], 1]);
  });

  const escaped = encodeURIComponent;
  test.each([
    ['403', () => ({ status: 403 }), `${due} HTTP status code is 'Forbidden'.`],
    [
      '202 with the token',
      (token: string) => ({ ...plain(token), status: 202 }),
      `${due} HTTP status code is 'Accepted'.`,
    ],
    [
      'a redirect',
      () => ({ status: 307, headers: { location: '/elsewhere' } }),
      `${due} HTTP status code is 'TemporaryRedirect'.`,
    ],
    [
      'JSON',
      (token: string) => ({ ...plain(token), headers: { 'content-type': 'application/json' } }),
      'Response must exactly match validationToken query parameter.',
    ],
    [
      'the token as it was encoded',
      (token: string) => plain(escaped(token)),
      'Response must exactly match validationToken query parameter.',
    ],
    ['an empty body', () => plain(''), 'Response must exactly match validationToken query parameter.'],
  ])('fails at %s', async (_name, answer, reason) => {
    for (const at of ['/graph', '/lifecycle']) {
      receiver.validate = (token, { target }) => (target.startsWith(at) ? answer(token) : plain(token));
      expect(refusal(await subscribe(sandbox, app, body())).slice(0, 3)).toEqual([
        400,
        'ValidationError',
        `Subscription validation request failed. ${reason}`,
      ]);
    }
    expect(receiver.received.some(({ target }) => target.includes('elsewhere'))).toBe(false);
    expect(sandbox.subscriptions).toEqual([]);
  });

  function plain(text: string) {
    return { status: 200, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: text };
  }

  test('gives an endpoint ten seconds', async () => {
    jest.useFakeTimers({ doNotFake: ['Date', 'nextTick', 'setImmediate', 'queueMicrotask', 'performance'] });
    receiver.validate = () => 'never';
    const asked = receiver.next();
    const answer = subscribe(sandbox, app, body());
    await asked;
    jest.advanceTimersByTime(9_999);
    expect(jest.getTimerCount()).toBeGreaterThan(0);
    jest.advanceTimersByTime(1);
    expect(refusal(await answer).slice(0, 3)).toEqual([
      400,
      'ValidationError',
      `Subscription validation request timed out. ${due}`,
    ]);
  });

  test('fails where nobody listens', async () => {
    const gone = await startReceiver();
    await gone.close();
    const answer = await subscribe(sandbox, app, body({ notificationUrl: `${gone.url}/` }));
    expect(refusal(answer).slice(0, 3)).toEqual([
      400,
      'ValidationError',
      `Subscription validation request failed. ${due}`,
    ]);
  });

  test.each([
    'https://hooks.contoso.example/graph',
    'https://192.0.2.7/',
    'https://[2001:db8::1]/',
    'https://localhost.contoso.example/',
  ])('never calls %s', async (notificationUrl) => {
    expect(refusal(await subscribe(sandbox, app, body({ notificationUrl }))).slice(0, 3)).toEqual([
      400,
      'ValidationError',
      expect.stringContaining('The sandbox calls loopback addresses only'),
    ]);
  });

  test('finds localhost by name, and takes any certificate there', async () => {
    const { port } = new URL(receiver.url);
    const secure = await startReceiver({ tls: serverCertificate() });
    const urls = {
      notificationUrl: `http://localhost:${port}/`,
      lifecycleNotificationUrl: `${secure.url}/secure`,
    };
    expect((await subscribe(sandbox, app, body(urls))).status).toBe(201);
    expect([receiver.received.length, secure.received.length]).toEqual([1, 1]);
    await secure.close();
  });

  test('ends with the sandbox', async () => {
    receiver.validate = () => 'never';
    const asked = receiver.next();
    const answer = subscribe(sandbox, app, body());
    await asked;
    await sandbox.close();
    await expect(answer).rejects.toThrow();
  });
});
