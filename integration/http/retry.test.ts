import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { closedAddress } from '../../test_data/closed-port.js';
import { createFakeClock } from '../../test_data/fake-clock.js';
import { createRun } from '../../test_data/run.js';
import {
  type ScriptedAnswer,
  type ScriptedServer,
  startScriptedServer,
} from '../../test_data/scripted-server.js';
import { CancelledError, TransportError } from '../errors.js';
import { createHttpClient, type HttpClient } from './client.js';
import { sendWithRetry, type SettledAnswer } from './retry.js';

const http = createHttpClient({ proxy: false, insecure: false });
const servers: ScriptedServer[] = [];

async function serve(script: Parameters<typeof startScriptedServer>[0]): Promise<ScriptedServer> {
  const server = await startScriptedServer(script);
  servers.push(server);
  return server;
}

afterEach(async () => {
  jest.restoreAllMocks();
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

function post(url: string) {
  return { method: 'POST', url: `${url}/v1.0/users`, body: '{}' } as const;
}

const safe = { idempotent: true };
const unsafe = { idempotent: false };

const throttled: ScriptedAnswer = { status: 429, headers: { 'retry-after': '7' } };
const pausing: ScriptedAnswer = { status: 503, headers: { 'retry-after': '7' } };
const done: ScriptedAnswer = { status: 201 };

describe('what is repeated', () => {
  const repeated = { requests: 2, status: 201 };
  const notRepeated = (status: number) => ({ requests: 1, status });

  test('a certificate that is not trusted is told at once: the next try would meet the same one', async () => {
    const server = await startScriptedServer([done], 'https');
    servers.push(server);
    const clock = createFakeClock();
    const run = createRun(clock);
    await expect(sendWithRetry(http, post(server.url), safe, run)).rejects.toThrow(
      'certificate was not accepted',
    );
    expect({ sleeps: clock.sleeps, metrics: run.metrics }).toEqual({
      sleeps: [],
      metrics: { requests: 1, retries: 0 },
    });
  });

  test.each([
    ['429', throttled, repeated, repeated],
    ['429 without Retry-After', { status: 429 }, repeated, repeated],
    ['503 with Retry-After', pausing, repeated, repeated],
    ['503 without Retry-After', { status: 503 }, repeated, notRepeated(503)],
    ['500', { status: 500 }, repeated, notRepeated(500)],
    ['502', { status: 502 }, repeated, notRepeated(502)],
    ['504', { status: 504 }, repeated, notRepeated(504)],
    ['501', { status: 501 }, notRepeated(501), notRepeated(501)],
    ['400', { status: 400 }, notRepeated(400), notRepeated(400)],
    [
      '404 with Retry-After',
      { status: 404, headers: { 'retry-after': '1' } },
      notRepeated(404),
      notRepeated(404),
    ],
  ] as const)('after %s', async (_, first, idempotent, notIdempotent) => {
    for (const [isIdempotent, expected] of [
      [true, idempotent],
      [false, notIdempotent],
    ] as const) {
      const server = await serve([first, done]);
      const run = createRun(createFakeClock());
      const answer = await sendWithRetry(http, post(server.url), { idempotent: isIdempotent }, run);
      expect({ requests: server.seen.length, status: answer.status }).toEqual(expected);
      expect(run.metrics).toEqual({ requests: expected.requests, retries: expected.requests - 1 });
    }
  });

  test('a call that may be done twice is repeated after its connection broke', async () => {
    const server = await serve(['reset', done]);
    const answer = await sendWithRetry(http, post(server.url), safe, createRun(createFakeClock()));
    expect(answer.status).toBe(201);
    expect(server.seen).toHaveLength(2);
  });

  test('a call that may not be done twice is sent once when its connection breaks', async () => {
    const server = await serve(['reset', done]);
    const sent = sendWithRetry(http, post(server.url), unsafe, createRun(createFakeClock()));
    await expect(sent).rejects.toMatchObject({ name: 'TransportError', sent: true });
    expect(server.seen).toHaveLength(1);
  });

  test.each([true, false])(
    'a refused connection is tried five times in all, since nothing was sent (idempotent: %s)',
    async (idempotent) => {
      const clock = createFakeClock();
      const run = createRun(clock);
      const sent = sendWithRetry(http, post(await closedAddress()), { idempotent }, run);
      await expect(sent).rejects.toMatchObject({ name: 'TransportError', sent: false });
      expect(run.metrics).toEqual({ requests: 5, retries: 4 });
      expect(clock.sleeps).toHaveLength(4);
    },
  );

  test('a fault that stays is given up after five requests, with its last answer', async () => {
    const server = await serve([{ status: 502, body: 'gateway' }]);
    const answer = await sendWithRetry(http, post(server.url), safe, createRun(createFakeClock()));
    expect(answer).toMatchObject({ status: 502, body: 'gateway' });
    expect(server.seen).toHaveLength(5);
  });

  test('each repeat is the same request', async () => {
    const server = await serve([throttled, done]);
    const request = { ...post(server.url), headers: { 'client-request-id': 'one' }, body: '{"a":1}' };
    await sendWithRetry(http, request, unsafe, createRun(createFakeClock()));
    expect(server.seen[1]).toEqual(server.seen[0]);
  });
});

describe('a look before the repeat', () => {
  const looking = (found: boolean) => {
    const isDone = jest.fn(() => Promise.resolve(found));
    return { idempotent: true, isDone };
  };

  test('finds the call carried out, and it is not sent again', async () => {
    const server = await serve(['reset', done]);
    const repetition = looking(true);
    const run = createRun(createFakeClock());
    const answer = await sendWithRetry(http, post(server.url), repetition, run);
    expect(answer).toMatchObject({ status: 204, foundDone: true });
    expect(server.seen).toHaveLength(1);
    expect(run.metrics.retries).toBe(0);
  });

  test('finds it not carried out, and it is sent again', async () => {
    const server = await serve(['reset', done]);
    const repetition = looking(false);
    const answer = await sendWithRetry(http, post(server.url), repetition, createRun(createFakeClock()));
    expect(answer).not.toHaveProperty('foundDone');
    expect([answer.status, server.seen.length]).toEqual([201, 2]);
    expect(repetition.isDone).toHaveBeenCalledTimes(1);
  });

  test('is taken once more when no repeat is left', async () => {
    const server = await serve([{ status: 500 }]);
    const isDone = jest.fn(() => Promise.resolve(isDone.mock.calls.length === 5));
    const repetition = { idempotent: true, isDone };
    const answer = await sendWithRetry(http, post(server.url), repetition, createRun(createFakeClock()));
    expect(answer).toMatchObject({ foundDone: true });
    expect(server.seen).toHaveLength(5);
  });

  test('is taken once more when the time does not allow a repeat', async () => {
    const server = await serve([{ status: 500 }]);
    const clock = createFakeClock();
    const run = { ...createRun(clock), jitter: () => 10, deadline: clock.now() + 4_000 };
    expect(await sendWithRetry(http, post(server.url), looking(true), run)).toMatchObject({
      foundDone: true,
    });
    expect((await sendWithRetry(http, post(server.url), looking(false), run)).status).toBe(500);
    expect(server.seen).toHaveLength(2);
  });

  test('that fails says nothing: the call is sent again', async () => {
    const server = await serve(['reset', done]);
    const repetition = { idempotent: true, isDone: () => Promise.reject(new Error('no answer')) };
    const answer = await sendWithRetry(http, post(server.url), repetition, createRun(createFakeClock()));
    expect([answer.status, server.seen.length]).toEqual([201, 2]);
  });

  test('that is cancelled ends the command', async () => {
    const server = await serve(['reset', done]);
    const repetition = { idempotent: true, isDone: () => Promise.reject(new CancelledError('Ended.')) };
    const sent = sendWithRetry(http, post(server.url), repetition, createRun(createFakeClock()));
    await expect(sent).rejects.toThrow('Ended.');
    expect(server.seen).toHaveLength(1);
  });

  test('is not taken after throttling, which says that nothing was done', async () => {
    const server = await serve([throttled, done]);
    const repetition = looking(true);
    const answer = await sendWithRetry(http, post(server.url), repetition, createRun(createFakeClock()));
    expect(answer.status).toBe(201);
    expect(repetition.isDone).not.toHaveBeenCalled();
  });
});

describe('a success that is not complete', () => {
  const isWhole = ({ body }: { body: string }) => body === 'whole';

  test.each([
    [safe, 2, 'whole'],
    [unsafe, 1, 'cut'],
  ])('is repeated only where the call may be done twice (%j)', async (repetition, requests, body) => {
    const server = await serve([
      { status: 200, body: 'cut' },
      { status: 200, body: 'whole' },
    ]);
    const run = createRun(createFakeClock());
    const answer = await sendWithRetry(http, post(server.url), { ...repetition, isWhole }, run);
    expect([server.seen.length, answer.body]).toEqual([requests, body]);
  });
});

describe('how long it waits', () => {
  async function sleepsAfter(...script: ScriptedAnswer[]): Promise<readonly number[]> {
    const server = await serve([...script, done]);
    const clock = createFakeClock();
    await sendWithRetry(http, post(server.url), safe, createRun(clock));
    return clock.sleeps;
  }

  test('as long as Retry-After says, each time', async () => {
    const asks = (retryAfter: string) => ({ status: 429, headers: { 'retry-after': retryAfter } });
    expect(await sleepsAfter(asks('1'), asks('2.128'), asks('30'))).toEqual([1_000, 2_128, 30_000]);
  });

  test('until the date that Retry-After names', async () => {
    const date = { status: 503, headers: { 'retry-after': 'Mon, 02 Mar 2026 08:00:10 GMT' } };
    expect(await sleepsAfter(date)).toEqual([10_000]);
  });

  test.each([
    ['is absent', undefined],
    ['is garbage', 'soon'],
    ['is zero', '0'],
    ['is a date gone by', 'Mon, 02 Mar 2026 07:00:00 GMT'],
  ])('by a jittered pause that doubles its bound when Retry-After %s', async (_, value) => {
    jest.spyOn(Math, 'random').mockReturnValue(0.999);
    const answer = { status: 429, headers: value === undefined ? {} : { 'retry-after': value } };
    const sleeps = await sleepsAfter(...Array.from({ length: 8 }, () => answer));
    expect(sleeps).toEqual([500, 999, 1_998, 3_996, 7_992, 15_984, 19_980, 19_980]);
  });

  test('between nothing and that bound', async () => {
    jest.spyOn(Math, 'random').mockReturnValueOnce(0).mockReturnValueOnce(0.5);
    expect(await sleepsAfter({ status: 500 }, { status: 500 })).toEqual([0, 500]);
  });

  test('not at all when the wait would pass the deadline: the answer is the result', async () => {
    const server = await serve([{ status: 429, headers: { 'retry-after': '3600' } }, done]);
    const clock = createFakeClock();
    const run = createRun(clock);
    const answer = await sendWithRetry(http, post(server.url), safe, run);
    expect(answer.status).toBe(429);
    expect(server.seen).toHaveLength(1);
    expect(clock.sleeps).toEqual([]);
    expect(run.metrics.retries).toBe(0);
  });

  test('for waits that fit one by one but not together only as long as the time allows', async () => {
    const server = await serve([{ status: 429, headers: { 'retry-after': '100' } }]);
    const clock = createFakeClock();
    const answer = await sendWithRetry(http, post(server.url), safe, createRun(clock));
    expect(answer.status).toBe(429);
    expect(clock.sleeps).toEqual([100_000, 100_000]);
    expect(server.seen).toHaveLength(3);
  });

  test('a service that throttles without end is left after 20 repeats', async () => {
    const server = await serve([{ status: 429, headers: { 'retry-after': '1' } }]);
    const answer = await sendWithRetry(http, post(server.url), safe, createRun(createFakeClock()));
    expect([answer.status, server.seen.length]).toEqual([429, 21]);
  });
});

describe('who is told', () => {
  test('the caller hears why and for how many seconds, before each wait', async () => {
    const server = await serve([throttled, pausing, done]);
    const waits: [string, number][] = [];
    const run = {
      ...createRun(createFakeClock()),
      onWait: (why: string, s: number) => void waits.push([why, s]),
    };
    await sendWithRetry(http, post(server.url), unsafe, run);
    expect(waits).toEqual([
      ['the service asks for a pause (status 429)', 7],
      ['the service asks for a pause (status 503)', 7],
    ]);
  });
});

describe('cancelling', () => {
  function cancelDuringWait(reason: unknown, url: string): Promise<SettledAnswer> {
    const controller = new AbortController();
    const run = {
      ...createRun(createFakeClock(), controller.signal),
      onWait: () => {
        controller.abort(reason);
      },
    };
    return sendWithRetry(http, post(url), safe, run).finally(() => {
      expect(run.metrics.retries).toBe(0);
    });
  }

  test('during a wait ends it and sends nothing more', async () => {
    const server = await serve([throttled, done]);
    await expect(cancelDuringWait(undefined, server.url)).rejects.toThrow(CancelledError);
    expect(server.seen).toHaveLength(1);
  });

  test('keeps the reason it was given', async () => {
    const server = await serve([throttled, done]);
    const reason = new CancelledError('The time of the playbook was over.');
    await expect(cancelDuringWait(reason, server.url)).rejects.toMatchObject({
      message: reason.message,
      sent: false,
    });
  });

  test('after a try that may have been carried out leaves that open, wherever the cancel comes', async () => {
    for (const at of ['in the wait', 'in the look', 'before the repeat'] as const) {
      const controller = new AbortController();
      const cancelAt = (place: typeof at) => {
        if (place === at) controller.abort();
      };
      const server = await serve(['reset', done]);
      const run = {
        ...createRun(createFakeClock(), controller.signal),
        onWait: () => {
          cancelAt('in the wait');
        },
      };
      const isDone = async (): Promise<boolean> => {
        cancelAt('in the look');
        if (at === 'in the look') await http.send({ method: 'GET', url: server.url }, run);
        cancelAt('before the repeat');
        return false;
      };
      const sent = sendWithRetry(http, post(server.url), { idempotent: true, isDone }, run);
      await expect(sent).rejects.toMatchObject({ name: 'CancelledError', sent: true });
      expect(server.seen).toHaveLength(1);
    }
  });

  test('is not taken for a fault: a request under way is not repeated', async () => {
    const controller = new AbortController();
    const server = await serve(() => {
      controller.abort();
      return 'silence';
    });
    const sent = sendWithRetry(http, post(server.url), safe, createRun(createFakeClock(), controller.signal));
    await expect(sent).rejects.toThrow(CancelledError);
    await expect(sent).rejects.not.toBeInstanceOf(TransportError);
    expect(server.seen).toHaveLength(1);
  });
});

describe('an answer to a repeat says whether an earlier try may have been carried out', () => {
  const refused: ScriptedAnswer = { status: 404 };

  test.each([
    ['a broken connection', 'reset', true],
    ['a fault', { status: 502 }, true],
    ['throttling, which says that nothing was done', throttled, undefined],
  ] as const)('%s', async (_, first, isRepeated) => {
    const server = await serve([first, refused]);
    const answer = await sendWithRetry(http, post(server.url), safe, createRun(createFakeClock()));
    expect([answer.status, answer.isRepeated]).toEqual([404, isRepeated]);
  });

  test('a connection that never stood says that nothing was done', async () => {
    const server = await serve([refused]);
    const closed = await closedAddress();
    let tries = 0;
    const moved: HttpClient = {
      send: (request, run) => http.send({ ...request, url: (tries += 1) === 1 ? closed : request.url }, run),
    };
    const answer = await sendWithRetry(moved, post(server.url), safe, createRun(createFakeClock()));
    expect([answer.status, answer.isRepeated]).toEqual([404, undefined]);
  });

  test('throttling at the end does not hide it', async () => {
    const server = await serve(['reset', { status: 429, headers: { 'retry-after': '3600' } }]);
    const answer = await sendWithRetry(http, post(server.url), safe, createRun(createFakeClock()));
    expect(answer).toMatchObject({ status: 429, isRepeated: true });
  });

  test('a connection that never stood at the end does not hide it', async () => {
    const server = await serve(['reset']);
    const closed = await closedAddress();
    let tries = 0;
    const moved: HttpClient = {
      send: (request, run) => http.send({ ...request, url: (tries += 1) === 1 ? request.url : closed }, run),
    };
    const sent = sendWithRetry(moved, post(server.url), safe, createRun(createFakeClock()));
    await expect(sent).rejects.toMatchObject({ name: 'TransportError', sent: true });
  });
});
