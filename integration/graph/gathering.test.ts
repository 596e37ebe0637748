import { afterEach, describe, expect, test } from '@jest/globals';
import { createFakeClock, type FakeClock } from '../../test_data/fake-clock.js';
import { createNumberedTokens, type NumberedTokens } from '../../test_data/numbered-tokens.js';
import { createRun } from '../../test_data/run.js';
import {
  type ScriptedAnswer,
  type ScriptedServer,
  type SeenRequest,
  startScriptedServer,
} from '../../test_data/scripted-server.js';
import { CancelledError, ThrottledError, TransportError } from '../errors.js';
import { createHttpClient } from '../http/client.js';
import { isJsonObject, type JsonObject, parseJson } from '../json.js';
import { type Run } from '../run.js';
import { createGraphClient, type GraphChange, type GraphClient } from './client.js';
import { gatherRequests } from './gathering.js';
import { type GraphPath, path } from './path.js';

const http = createHttpClient({ proxy: false, insecure: false });
const servers: ScriptedServer[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

/** One answer inside an envelope. */
interface PartAnswer {
  readonly id: string;
  readonly status: number;
  readonly headers?: JsonObject;
  readonly body?: unknown;
}

/** One request inside an envelope. */
interface Part {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly headers: JsonObject;
  readonly body?: unknown;
}

function partsOf({ body }: SeenRequest): readonly Part[] {
  const envelope = parseJson(body);
  const requests: unknown = isJsonObject(envelope) ? envelope['requests'] : undefined;
  if (!Array.isArray(requests)) throw new Error(`No envelope: ${body}`);
  return requests as Part[];
}

const isEnvelope = ({ url }: SeenRequest): boolean => url.endsWith('/$batch');

const nameIn = ({ url }: Part): string => url.split('/')[2] ?? '';

/** What Graph would answer to a part: the user who was asked for, or nothing for a change. */
const usual = (part: Part): PartAnswer =>
  part.method === 'GET'
    ? { id: part.id, status: 200, body: { id: nameIn(part) } }
    : { id: part.id, status: 204 };

const envelopeWith = (responses: readonly unknown[]): ScriptedAnswer => ({
  status: 200,
  headers: { 'request-id': 'of-the-envelope' },
  body: { responses },
});

interface Gathered {
  readonly server: ScriptedServer;
  readonly tokens: NumberedTokens;
  readonly clock: FakeClock;
  readonly run: Run;
  readonly graph: GraphClient;
  readonly changes: readonly GraphChange[];
  /** The parts of each envelope so far. */
  readonly envelopes: () => readonly (readonly Part[])[];
}

/**
 * @param answer What each envelope is answered with, by its number from 0.
 * @param alone What a request that goes by itself is answered with.
 */
async function gathered(
  answer: (parts: readonly Part[], envelope: number) => ScriptedAnswer,
  { alone, signal }: { alone?: (request: SeenRequest) => ScriptedAnswer; signal?: AbortSignal } = {},
): Promise<Gathered> {
  let count = 0;
  const server = await startScriptedServer((request) => {
    if (!isEnvelope(request))
      return alone?.(request) ?? { status: 200, body: { id: request.url.split('/').at(-1) } };
    count += 1;
    return answer(partsOf(request), count - 1);
  });
  servers.push(server);
  const tokens = createNumberedTokens();
  const clock = createFakeClock();
  const run = createRun(clock, signal);
  const changes: GraphChange[] = [];
  const graph = createGraphClient(
    {
      graphUrl: server.url,
      http,
      tokens,
      gathered: gatherRequests(http, server.url),
      onChange: (change) => changes.push(change),
    },
    run,
  );
  return {
    ...{ server, tokens, clock, run, graph, changes },
    envelopes: () => server.seen.filter(isEnvelope).map(partsOf),
  };
}

const names = (count: number): string[] => Array.from({ length: count }, (_, index) => `user${index}`);
const userPath = (name: string): GraphPath => path`users/${name}`;

const readAll = (graph: GraphClient, wanted: readonly string[]): Promise<readonly unknown[]> =>
  Promise.all(wanted.map(async (name) => (await graph.get(userPath(name)))['id']));

const disableAll = (graph: GraphClient, wanted: readonly string[]): Promise<unknown> =>
  Promise.all(
    wanted.map((name) => graph.patch(userPath(name), { accountEnabled: false }, { idempotent: true })),
  );

describe('answers in an envelope reach their requests', () => {
  test('20 requests in one envelope, each with headers and body of its own', async () => {
    const { graph, envelopes, server } = await gathered((parts) => envelopeWith(parts.map(usual)));
    await disableAll(graph, names(45));
    expect(envelopes().map((parts) => parts.length)).toEqual([20, 20, 5]);
    expect(envelopes().flat().map(nameIn).sort()).toEqual(names(45).sort());
    for (const part of envelopes().flat()) {
      expect(part.body).toEqual({ accountEnabled: false });
      expect(part.headers).toMatchObject({ 'content-type': 'application/json' });
      expect(part.headers).not.toHaveProperty('authorization');
    }
    expect(server.seen.map(({ headers }) => headers['authorization'])).toEqual([
      'Bearer token-1',
      'Bearer token-1',
      'Bearer token-1',
    ]);
  });

  test('in any order', async () => {
    const { graph, envelopes } = await gathered((parts) => envelopeWith(parts.map(usual).reverse()));
    expect(await readAll(graph, names(20))).toEqual(names(20));
    expect(envelopes()).toHaveLength(1);
  });

  test('once, when one comes twice', async () => {
    const { graph, envelopes } = await gathered((parts) =>
      envelopeWith(parts.flatMap((part) => [usual(part), usual(part)])),
    );
    expect(await readAll(graph, names(5))).toEqual(names(5));
    expect(envelopes()).toHaveLength(1);
  });

  test('only where there is no doubt: two different answers to one request are none, and it is asked again', async () => {
    const { graph, envelopes } = await gathered((parts, number) =>
      envelopeWith(
        number > 0
          ? parts.map(usual)
          : parts.flatMap((part) =>
              nameIn(part) === 'user1'
                ? [{ ...usual(part), body: { id: 'somebody else' } }, usual(part), usual(part)]
                : [usual(part)],
            ),
      ),
    );
    expect(await readAll(graph, ['user0', 'user1', 'user2'])).toEqual(['user0', 'user1', 'user2']);
    expect(envelopes()).toHaveLength(1);
  });

  test.each<[string, (part: Part) => readonly unknown[]]>([
    ['is missing', () => []],
    ['has a number for its id', ({ id }) => [{ id: Number(id), status: 204 }]],
    ['has an id of no request', () => [{ id: '99', status: 204 }]],
    ['has no status', ({ id }) => [{ id }]],
    ['has text for its status', ({ id }) => [{ id, status: '204' }]],
    ['is null', () => [null]],
  ])('one that %s is a lost answer, and its request alone is repeated', async (_, broken) => {
    const { graph, server, envelopes } = await gathered(
      (parts) =>
        envelopeWith(parts.flatMap((part) => (nameIn(part) === 'user1' ? broken(part) : [usual(part)]))),
      { alone: () => ({ status: 204 }) },
    );
    await disableAll(graph, names(3));
    expect(envelopes()).toHaveLength(1);
    expect(server.seen.map(({ url }) => url)).toEqual(['/v1.0/$batch', '/v1.0/users/user1']);
  });

  test('as text that is no JSON, it is no success', async () => {
    const { graph, server } = await gathered(
      (parts) => envelopeWith(parts.map(({ id }) => ({ id, status: 200, body: '<html>Log in</html>' }))),
      { alone: () => ({ status: 204 }) },
    );
    await expect(disableAll(graph, names(2))).rejects.toThrow('not a JSON object');
    expect(server.seen.length).toBeGreaterThan(1);
  });
});

describe('a token', () => {
  const refusal = { error: { code: 'InvalidAuthenticationToken', message: 'Lifetime validation failed.' } };

  test.each<[string, (parts: readonly Part[]) => ScriptedAnswer]>([
    [
      'to three requests of an envelope',
      (parts) =>
        envelopeWith(
          parts.map((part, index) => (index < 3 ? { id: part.id, status: 401, body: refusal } : usual(part))),
        ),
    ],
    ['to an envelope', () => ({ status: 401, body: refusal })],
  ])('that is refused %s is renewed once, and what was refused goes again', async (_, refuse) => {
    const { graph, server, tokens } = await gathered((parts, number) =>
      number === 0 ? refuse(parts) : envelopeWith(parts.map(usual)),
    );
    expect(await readAll(graph, names(10))).toEqual(names(10));
    expect(server.seen.map(({ headers }) => headers['authorization'])).toEqual([
      'Bearer token-1',
      'Bearer token-2',
    ]);
    const [, again = []] = server.seen.map(partsOf);
    expect(again).toHaveLength(tokens.requests.filter(({ insteadOf }) => insteadOf).length);
  });

  test('of its own, or a version of its own, gets an envelope of its own', async () => {
    const { server } = await gathered((parts) => envelopeWith(parts.map(usual)));
    const way = gatherRequests(http, server.url);
    const run = createRun(createFakeClock());
    const send = (version: string, token: string) =>
      way.send(
        { method: 'GET', url: `${server.url}/${version}/users/a`, headers: { authorization: token } },
        run,
      );
    await Promise.all(
      ['v1.0', 'beta', 'v1.0', 'beta'].flatMap((version) => [send(version, 'one'), send(version, 'two')]),
    );
    const sent = server.seen.map(({ url, headers, body }) => [url, headers['authorization'], body]);
    expect(sent.map(([url, token]) => `${String(url)} ${String(token)}`).sort()).toEqual([
      '/beta/$batch one',
      '/beta/$batch two',
      '/v1.0/$batch one',
      '/v1.0/$batch two',
    ]);
    expect(server.seen.flatMap(partsOf)).toHaveLength(8);
  });
});

describe('throttling', () => {
  test('of single requests repeats those only, each after the pause that it was asked for', async () => {
    const throttle = (part: Part, seconds: number): PartAnswer => ({
      id: part.id,
      status: 429,
      headers: { 'Retry-After': seconds },
    });
    const seconds = new Map([
      ['user3', 7],
      ['user5', 31],
    ]);
    const { graph, envelopes, clock } = await gathered((parts, number) =>
      envelopeWith(
        parts.map((part) => {
          const pause = seconds.get(nameIn(part));
          return number > 0 || pause === undefined ? usual(part) : throttle(part, pause);
        }),
      ),
    );
    expect(await readAll(graph, names(8))).toEqual(names(8));
    expect(envelopes().map((parts) => parts.map(nameIn))).toEqual([names(8), ['user3', 'user5']]);
    expect([...clock.sleeps].sort((one, other) => one - other)).toEqual([7000, 31_000]);
  });

  test.each([429, 503])(
    'of an envelope (%i) repeats it after the pause, also what is not idempotent',
    async (status) => {
      const { graph, envelopes, clock } = await gathered((parts, number) =>
        number === 0 ? { status, headers: { 'retry-after': '11' } } : envelopeWith(parts.map(usual)),
      );
      await disableAll(graph, names(4));
      expect(envelopes().map((parts) => parts.length)).toEqual([4, 4]);
      expect(new Set(clock.sleeps)).toEqual(new Set([11_000]));
    },
  );

  test('that outlasts the command is told for each request, and nothing is sent again', async () => {
    const { graph, envelopes } = await gathered(() => ({ status: 429, headers: { 'retry-after': '3600' } }));
    const outcomes = await Promise.allSettled(names(3).map((name) => graph.get(userPath(name))));
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { retryAfterSeconds: 3600 } });
      expect(outcome.status === 'rejected' && outcome.reason).toBeInstanceOf(ThrottledError);
    }
    expect(envelopes()).toHaveLength(1);
  });
});

describe('an envelope', () => {
  test.each<[string, ScriptedAnswer]>([
    ['whose answer is a page', { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>' }],
    ['whose answer holds no list', { status: 200, body: { responses: 'none' } }],
    ['whose answer is null', { status: 200, body: 'null' }],
    ['that is answered 502', { status: 502, body: '<html>' }],
    ['whose connection breaks', 'reset'],
  ])('%s is a lost answer to each of its requests: they are repeated', async (_, lost) => {
    const { graph, envelopes, changes } = await gathered((parts, number) =>
      number === 0 ? lost : envelopeWith(parts.map(usual)),
    );
    await disableAll(graph, names(5));
    expect(envelopes().map((parts) => parts.length)).toEqual([5, 5]);
    expect(changes).toHaveLength(5);
  });

  test('that stays lost is told as such for each of its requests', async () => {
    const { graph } = await gathered(() => ({ status: 200, body: {} }));
    const outcomes = await Promise.allSettled(
      names(3).map((name) => graph.patch(userPath(name), {}, { idempotent: true })),
    );
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { sent: true } });
      expect(outcome.status === 'rejected' && outcome.reason).toBeInstanceOf(TransportError);
    }
  });

  test('never holds what must not be repeated', async () => {
    const { graph, server } = await gathered((parts) => envelopeWith(parts.map(usual)), {
      alone: () => ({ status: 201, body: { id: 'new' } }),
    });
    await Promise.all(names(3).map((name) => graph.post(path`users`, { name }, { idempotent: false })));
    expect(server.seen.map(({ url }) => url)).toEqual(['/v1.0/users', '/v1.0/users', '/v1.0/users']);
  });
});

describe('request IDs are kept', () => {
  test('the own one of each request inside the envelope, and what Graph answers to it', async () => {
    const { graph, envelopes, changes } = await gathered((parts) =>
      envelopeWith(
        parts.map((part) =>
          nameIn(part) === 'user0' ? { ...usual(part), headers: { 'Request-Id': 'of-user0' } } : usual(part),
        ),
      ),
    );
    await disableAll(graph, names(2));
    const sent = (envelopes()[0] ?? []).map(({ headers }) => headers['client-request-id']);
    expect(new Set(sent).size).toBe(2);
    expect(changes.map(({ clientRequestId }) => clientRequestId)).toEqual(sent);
    expect(changes.map(({ requestId }) => requestId)).toEqual(['of-user0', 'of-the-envelope']);
  });

  test('a repeat carries the same one', async () => {
    const { graph, envelopes } = await gathered((parts, number) =>
      number === 0 ? 'reset' : envelopeWith(parts.map(usual)),
    );
    await disableAll(graph, names(3));
    const [first = [], second = []] = envelopes();
    const idsOf = (parts: readonly Part[]) => parts.map(({ headers }) => headers['client-request-id']).sort();
    expect(idsOf(second)).toEqual(idsOf(first));
  });
});

describe('what nobody waits for any longer is not sent', () => {
  test('after a cancel', async () => {
    const controller = new AbortController();
    const { graph, server } = await gathered(
      (parts) => {
        controller.abort();
        return envelopeWith(parts.map(usual));
      },
      { signal: controller.signal },
    );
    // Four envelopes are under way at a time; the fifth waits.
    const outcomes = await Promise.allSettled(
      names(100).map((name) => graph.patch(userPath(name), {}, { idempotent: true })),
    );
    expect(server.seen.length).toBeLessThanOrEqual(4);
    const reasons = outcomes.map((outcome): unknown => outcome.status === 'rejected' && outcome.reason);
    for (const reason of reasons) expect(reason).toBeInstanceOf(CancelledError);
    const sent = reasons.filter((reason) => reason instanceof CancelledError && reason.sent);
    expect(sent.length).toBeLessThanOrEqual(80);
    expect(sent.length).toBeGreaterThanOrEqual(20);
  });

  test('after the time of the command', async () => {
    const late: { clock?: FakeClock } = {};
    const { graph, server, clock } = await gathered((parts) => {
      late.clock?.advance(400_000);
      return envelopeWith(parts.map(usual));
    });
    late.clock = clock;
    const outcomes = await Promise.allSettled(
      names(100).map((name) => graph.patch(userPath(name), {}, { idempotent: true })),
    );
    expect(server.seen.length).toBeLessThanOrEqual(4);
    const untried = outcomes.filter(
      (outcome) =>
        outcome.status === 'rejected' && outcome.reason instanceof CancelledError && !outcome.reason.sent,
    );
    expect(untried).toHaveLength(100 - server.seen.length * 20);
  });
});
