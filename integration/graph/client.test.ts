import { afterEach, describe, expect, test } from '@jest/globals';
import { createFakeClock } from '../../test_data/fake-clock.js';
import { createNumberedTokens } from '../../test_data/numbered-tokens.js';
import { createRun } from '../../test_data/run.js';
import {
  type ScriptedAnswer,
  type ScriptedServer,
  startScriptedServer,
} from '../../test_data/scripted-server.js';
import {
  ArgumentError,
  AuthError,
  GraphError,
  NotFoundError,
  ThrottledError,
  TransportError,
} from '../errors.js';
import { createHttpClient } from '../http/client.js';
import { createGraphClient, type GraphChange, type GraphClient, type GraphPage } from './client.js';
import { path } from './path.js';

const http = createHttpClient({ proxy: false, insecure: false });
const servers: ScriptedServer[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function serve(script: Parameters<typeof startScriptedServer>[0]): Promise<ScriptedServer> {
  const server = await startScriptedServer(script);
  servers.push(server);
  return server;
}

async function graphOf(script: Parameters<typeof startScriptedServer>[0]) {
  const server = await serve(script);
  const tokens = createNumberedTokens();
  const changes: GraphChange[] = [];
  const run = createRun(createFakeClock());
  const access = {
    graphUrl: server.url,
    http,
    tokens,
    onChange: (change: GraphChange) => void changes.push(change),
  };
  return { server, tokens, changes, run, graph: createGraphClient(access, run) };
}

async function all(pages: AsyncIterable<GraphPage>): Promise<GraphPage[]> {
  const read: GraphPage[] = [];
  for await (const page of pages) read.push(page);
  return read;
}

const ok = (body: object): ScriptedAnswer => ({ status: 200, body });
const adele = path`users/${'adele@contoso.example'}`;
const refused: ScriptedAnswer = {
  status: 401,
  body: { error: { code: 'InvalidAuthenticationToken', message: 'Lifetime validation failed.' } },
};
const missing = (name: string): ScriptedAnswer => ({
  status: 404,
  body: {
    error: { code: 'Request_ResourceNotFound', message: `Resource '${name}' does not exist or one of …` },
  },
});

describe('reading an object', () => {
  test('asks with the token, an ID of its own and the options', async () => {
    const { server, graph } = await graphOf([ok({ id: '1' })]);
    await graph.get(adele, { select: ['id', 'mail'] });
    expect(server.seen[0]).toMatchObject({
      method: 'GET',
      url: '/v1.0/users/adele%40contoso.example?$select=id%2Cmail',
      headers: {
        authorization: 'Bearer token-1',
        accept: 'application/json',
        'client-request-id': expect.stringMatching(/^[\da-f-]{36}$/),
      },
    });
    expect(server.seen[0]?.headers).not.toHaveProperty('consistencylevel');
  });

  test('leaves out what only describes the answer', async () => {
    const { graph } = await graphOf([ok({ '@odata.context': 'x', '@odata.type': 'y', id: '1' })]);
    expect(await graph.get(adele)).toEqual({ '@odata.type': 'y', id: '1' });
  });

  test('that is missing says which', async () => {
    const { graph } = await graphOf([missing('adele@contoso.example')]);
    const read = graph.get(adele);
    await expect(read).rejects.toThrow(NotFoundError);
    await expect(read).rejects.toMatchObject({ resource: 'adele@contoso.example' });
  });

  test.each([
    ['204', { status: 204 }, 'answered 204'],
    ['an empty 200', { status: 200 }, 'answered 200'],
    [
      'a page of a gateway',
      { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>' },
      '(text/html)',
    ],
    ['a list where an object belongs', { status: 200, body: '[]' }, 'not a JSON object'],
    ['JSON that was cut off', { status: 200, body: '{"id":"1","displayName":"Ad' }, 'not a JSON object'],
  ] as const)('is tried again after %s, then told', async (_, answer, told) => {
    const { server, graph } = await graphOf([answer]);
    const read = graph.get(adele);
    await expect(read).rejects.toThrow(GraphError);
    await expect(read).rejects.toMatchObject({ message: expect.stringContaining(told) });
    expect(server.seen).toHaveLength(5);
  });

  test('comes through where only the first answer was cut off', async () => {
    const { graph, run } = await graphOf([{ status: 200, body: '{"id":' }, ok({ id: '1' })]);
    expect(await graph.get(adele)).toEqual({ id: '1' });
    expect(run.metrics).toEqual({ requests: 2, retries: 1 });
  });

  test('carries the same ID on each repeat, so that Graph’s log shows one call', async () => {
    const { server, graph } = await graphOf([{ status: 503 }, ok({ id: '1' })]);
    await graph.get(adele);
    expect(server.seen[1]?.headers['client-request-id']).toBe(server.seen[0]?.headers['client-request-id']);
  });
});

describe('an object that may be absent', () => {
  const manager = path`users/${'adele@contoso.example'}/manager`;

  test('is null when the relation itself is missing', async () => {
    const { graph } = await graphOf([missing('manager')]);
    expect(await graph.getOrNull(manager, 'manager')).toBeNull();
  });

  test('is an error when the user is missing', async () => {
    const { graph } = await graphOf([missing('adele@contoso.example')]);
    await expect(graph.getOrNull(manager, 'manager')).rejects.toMatchObject({
      resource: 'adele@contoso.example',
    });
  });

  test('is an error when something else is wrong', async () => {
    const { graph } = await graphOf([{ status: 403 }]);
    await expect(graph.getOrNull(manager, 'manager')).rejects.toMatchObject({ name: 'PermissionError' });
  });

  test('is the object when it is there', async () => {
    const { graph } = await graphOf([ok({ id: '2' })]);
    expect(await graph.getOrNull(manager, 'manager')).toEqual({ id: '2' });
  });
});

describe('a refused token', () => {
  test('is replaced once, and the request repeated once', async () => {
    const { server, graph, tokens, run } = await graphOf(({ headers }) =>
      headers['authorization'] === 'Bearer token-1' ? refused : ok({ id: '1' }),
    );
    expect(await graph.get(adele)).toEqual({ id: '1' });
    expect(server.seen.map(({ headers }) => headers['authorization'])).toEqual([
      'Bearer token-1',
      'Bearer token-2',
    ]);
    expect(tokens.requests[1]?.insteadOf?.token.reveal()).toBe('token-1');
    expect(run.metrics).toEqual({ requests: 2, retries: 1 });
  });

  test('twice over is an error, and no third request', async () => {
    const { server, graph } = await graphOf([refused]);
    await expect(graph.get(adele)).rejects.toMatchObject({
      name: 'GraphError',
      message: expect.stringContaining('InvalidAuthenticationToken'),
      nextStep: expect.stringContaining('refused twice'),
    });
    expect(server.seen).toHaveLength(2);
  });

  test('lets a write through that may not be done twice, since nothing was done', async () => {
    const { server, graph } = await graphOf([refused, { status: 201, body: { id: '9' } }]);
    expect(await graph.post(path`chats`, { topic: 'a' }, { idempotent: false })).toEqual({ id: '9' });
    expect(server.seen).toHaveLength(2);
  });
});

describe('reading pages', () => {
  const pageOf = (server: ScriptedServer | undefined, next?: string, value: unknown = [{ id: '1' }]) =>
    ok({ value, ...(next !== undefined && { '@odata.nextLink': next.replace('HERE', server?.url ?? '') }) });

  test('follows the links, with every header of the first page on each', async () => {
    const { server, graph } = await graphOf((request) =>
      request.url.includes('skiptoken')
        ? pageOf(undefined)
        : pageOf(servers[0], 'HERE/v1.0/users?$skiptoken=a%3d'),
    );
    const read = await all(graph.pages(path`users`, { advanced: true, count: true, top: 2 }));
    expect(read).toHaveLength(2);
    expect(server.seen.map(({ url }) => url)).toEqual([
      '/v1.0/users?$top=2&$count=true',
      '/v1.0/users?$skiptoken=a%3d',
    ]);
    for (const { headers } of server.seen) {
      expect(headers).toMatchObject({ consistencylevel: 'eventual', authorization: 'Bearer token-1' });
    }
  });

  test('tells the count, where each page came from and where the next one is', async () => {
    const { server, graph } = await graphOf((request) =>
      request.url.includes('skiptoken')
        ? pageOf(undefined)
        : ok({
            '@odata.count': 7,
            '@odata.nextLink': `${servers[0]?.url ?? ''}/v1.0/users?$skiptoken=a`,
            value: [{ id: '1' }, 'stray', { id: '2' }],
          }),
    );
    const next = `${server.url}/v1.0/users?$skiptoken=a`;
    expect(await all(graph.pages(path`users`))).toEqual([
      { items: [{ id: '1' }, { id: '2' }], count: 7, url: `${server.url}/v1.0/users`, next },
      { items: [{ id: '1' }], url: next },
    ]);
  });

  test.each([
    ['another port', (url: string) => url],
    ['another name', (url: string) => url.replace('127.0.0.1', 'localhost')],
  ])('never follows a link to %s, so the token stays here', async (_, elsewhere) => {
    const other = await serve([pageOf(undefined)]);
    const { server, graph } = await graphOf([
      pageOf(undefined, `${elsewhere(other.url)}/v1.0/users?$skiptoken=a`),
    ]);
    await expect(all(graph.pages(path`users`))).rejects.toThrow('@odata.nextLink is not allowed');
    expect(other.seen).toHaveLength(0);
    expect(server.seen).toHaveLength(1);
  });

  test('from a link of the caller asks for that page only, without options of its own', async () => {
    const { server, graph } = await graphOf([pageOf(undefined)]);
    const from = `${server.url}/beta/users?$skiptoken=a`;
    await all(graph.pages(path`users`, { from, top: 5, select: ['id'] }));
    expect(server.seen.map(({ url }) => url)).toEqual(['/beta/users?$skiptoken=a']);
  });

  test('from a link elsewhere sends nothing', async () => {
    const { server, graph } = await graphOf([pageOf(undefined)]);
    const read = all(graph.pages(path`users`, { from: 'https://graph.fabrikam.example/v1.0/users' }));
    await expect(read).rejects.toThrow(ArgumentError);
    expect(server.seen).toHaveLength(0);
  });

  test('a page that links to itself is an error and not read for ever', async () => {
    const { server, graph } = await graphOf(({ url }) => {
      return ok({ value: [], '@odata.nextLink': `${server.url}${url}` });
    });
    await expect(all(graph.pages(path`users`))).rejects.toThrow('is the page just read');
    expect(server.seen).toHaveLength(1);
  });

  test('an object without a list is an error and not an empty list', async () => {
    const { graph } = await graphOf([ok({ status: 'signed in' })]);
    await expect(all(graph.pages(path`users`))).rejects.toThrow('something that is not a list');
  });
});

describe('writing', () => {
  test('sends JSON, says what was done, and hands back what Graph answered', async () => {
    const headers = { 'request-id': 'r-1' };
    const { server, graph, changes } = await graphOf([{ status: 201, headers, body: { id: '9' } }]);
    expect(await graph.post(path`chats`, { topic: 'ü' }, { idempotent: false })).toEqual({ id: '9' });
    const [request] = server.seen;
    expect(request).toMatchObject({ method: 'POST', url: '/v1.0/chats', body: '{"topic":"ü"}' });
    expect(request?.headers).toMatchObject({
      'content-type': 'application/json',
      authorization: 'Bearer token-1',
    });
    expect(changes).toEqual([
      {
        method: 'POST',
        status: 201,
        requestId: 'r-1',
        clientRequestId: request?.headers['client-request-id'],
      },
    ]);
  });

  test('without a body sends none', async () => {
    const { server, graph } = await graphOf([{ status: 204 }]);
    expect(
      await graph.post(path`users/${'a'}/revokeSignInSessions`, undefined, { idempotent: true }),
    ).toBeUndefined();
    expect(server.seen[0]).toMatchObject({ body: '' });
    expect(server.seen[0]?.headers).not.toHaveProperty('content-type');
  });

  test('what may not be done twice is sent once, whatever is left open', async () => {
    for (const answer of ['reset', { status: 500 }, { status: 504 }] as const) {
      const { server, graph, changes } = await graphOf([answer, { status: 201 }]);
      const written = graph.post(path`chats`, { topic: 'a' }, { idempotent: false });
      await expect(written).rejects.toThrow(answer === 'reset' ? TransportError : GraphError);
      expect(server.seen).toHaveLength(1);
      expect(changes).toEqual([]);
    }
  });

  test('what is found done is not sent again, and told as a change without an answer', async () => {
    const { server, graph, changes } = await graphOf(['reset', { status: 204 }]);
    await graph.patch(
      adele,
      { accountEnabled: false },
      { idempotent: true, isDone: () => Promise.resolve(true) },
    );
    expect(server.seen).toHaveLength(1);
    expect(changes).toMatchObject([{ method: 'PATCH', status: null, requestId: null }]);
  });

  test('a page of a gateway is no proof that anything was done', async () => {
    const { graph, changes } = await graphOf([
      { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>' },
    ]);
    await expect(graph.patch(adele, { city: 'Köln' }, { idempotent: true })).rejects.toThrow('(text/html)');
    expect(changes).toEqual([]);
  });
});

describe('a write that met a broken connection before', () => {
  const patched = (graph: GraphClient) => graph.patch(adele, { city: 'Köln' }, { idempotent: true });

  test.each<[string, ScriptedAnswer]>([
    ['throttling that outlasts the command', { status: 429, headers: { 'retry-after': '3600' } }],
    ['a token that stays refused', refused],
  ])('and ends in %s may have been carried out', async (_, end) => {
    const { graph, changes } = await graphOf(['reset', end]);
    const failure: unknown = await patched(graph).catch((error: unknown) => error);
    expect(failure).toMatchObject({
      failure: { mayBeDone: true },
      nextStep: 'Check what was done before repeating the change.',
    });
    expect(failure).not.toBeInstanceOf(ThrottledError);
    expect(changes).toEqual([]);
  });

  test('and for which no new token is given may have been carried out', async () => {
    const { graph, tokens } = await graphOf(['reset', refused]);
    const first = tokens.getToken.bind(tokens);
    tokens.getToken = (run, request) =>
      request?.insteadOf
        ? Promise.reject(new AuthError('The secret has ended.', 'Make a new one.'))
        : first(run, request);
    await expect(patched(graph)).rejects.toMatchObject({
      message: 'The secret has ended.',
      nextStep: 'Make a new one. Check what was done before repeating the change.',
      details: { mayBeDone: true },
    });
  });

  test('is decided by a refusal that the earlier try would have met too', async () => {
    const { graph } = await graphOf(['reset', missing('adele@contoso.example')]);
    await expect(patched(graph)).rejects.toBeInstanceOf(NotFoundError);
  });

  test('a fault of Graph says what to do before the change is repeated', async () => {
    const { graph } = await graphOf([{ status: 500 }]);
    await expect(graph.post(path`users`, {}, { idempotent: false })).rejects.toThrow(
      expect.objectContaining({
        nextStep:
          'Graph has a fault. Try again in a minute. Check what was done before repeating the change.',
      }),
    );
  });
});

describe('a user who was not there', () => {
  test('was not deleted by a try whose connection never stood', async () => {
    const { server, tokens } = await graphOf([missing('adele@contoso.example')]);
    let tries = 0;
    const graph = createGraphClient(
      {
        graphUrl: server.url,
        http: {
          async send(request, run) {
            tries += 1;
            if (tries === 1) throw new TransportError('No connection.', undefined, false);
            return http.send(request, run);
          },
        },
        tokens,
      },
      createRun(createFakeClock()),
    );
    await expect(graph.delete(adele)).rejects.toBeInstanceOf(NotFoundError);
    expect(server.seen).toHaveLength(1);
  });
});

describe('a deletion whose first try was lost, and whose repeat finds nothing', () => {
  const gone: readonly ScriptedAnswer[] = ['reset', missing('adele@contoso.example')];

  test('is done where the object was there', async () => {
    const { graph, changes } = await graphOf(gone);
    await graph.delete(adele, true);
    expect(changes).toHaveLength(1);
  });

  test('found nothing where it was not', async () => {
    const { graph } = await graphOf(gone);
    await expect(graph.delete(adele, false)).rejects.toBeInstanceOf(NotFoundError);
  });

  test('may be done where nobody could look', async () => {
    const { graph } = await graphOf(gone);
    await expect(graph.delete(adele, 'unknown')).rejects.toMatchObject({ failure: { mayBeDone: true } });
  });
});
