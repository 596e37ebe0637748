import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { inspect } from 'node:util';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { version } from '../../generated/product.js';
import { closedAddress } from '../../test_data/closed-port.js';
import { createRun } from '../../test_data/run.js';
import { type ScriptedServer, startScriptedServer } from '../../test_data/scripted-server.js';
import { redacted } from '../redaction.js';
import { CancelledError, TransportError } from '../errors.js';
import { createHttpClient, type HttpRequest } from './client.js';

const http = createHttpClient({ proxy: false, insecure: false });
const closers: (() => Promise<unknown>)[] = [];

async function serve(script: Parameters<typeof startScriptedServer>[0]): Promise<ScriptedServer> {
  const server = await startScriptedServer(script);
  closers.push(() => server.close());
  return server;
}

/** A server that does as told with each connection and never speaks HTTP. */
async function serveRaw(handle: (socket: Socket) => void): Promise<string> {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket.on('error', () => undefined));
    handle(socket);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  closers.push(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => server.close(resolve));
  });
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterEach(async () => {
  jest.useRealTimers();
  await Promise.all(closers.splice(0).map((close) => close()));
});

async function failureOf(request: HttpRequest): Promise<TransportError> {
  const outcome = await http.send(request, createRun()).catch((error: unknown) => error);
  if (outcome instanceof TransportError) return outcome;
  throw new Error(`No transport failure: ${inspect(outcome)}`);
}

describe('an answer', () => {
  test.each([200, 204, 302, 400, 401, 404, 429, 500])('of status %i is no error', async (status) => {
    const server = await serve([{ status, headers: { 'X-Thing': 'a' } }]);
    const answer = await http.send({ method: 'GET', url: server.url }, createRun());
    expect(answer).toMatchObject({ status, headers: { 'x-thing': 'a' }, body: '' });
    expect(server.seen).toHaveLength(1);
  });

  test('is counted', async () => {
    const server = await serve([{ status: 200 }]);
    const run = createRun();
    await http.send({ method: 'GET', url: server.url }, run);
    await http.send({ method: 'GET', url: server.url }, run);
    expect(run.metrics).toEqual({ requests: 2, retries: 0 });
  });

  test.each([301, 302, 303, 307, 308])(
    'with a redirect (%i) is handed back: the token never reaches the other host',
    async (status) => {
      const other = await serve([{ status: 200 }]);
      const server = await serve([{ status, headers: { location: `${other.url}/taken` } }]);
      const request = { method: 'GET', url: server.url, headers: { authorization: 'Bearer token' } } as const;
      const answer = await http.send(request, createRun());
      expect(answer.status).toBe(status);
      expect(other.seen).toHaveLength(0);
    },
  );
});

describe('a request', () => {
  test('carries method, body, headers and the name of the product', async () => {
    const server = await serve([{ status: 200 }]);
    const headers = { 'content-type': 'application/json', 'x-thing': 'a' };
    await http.send(
      { method: 'PATCH', url: `${server.url}/a%2Fb?c=%2B`, headers, body: '{"ü":1}' },
      createRun(),
    );
    expect(server.seen[0]).toMatchObject({
      method: 'PATCH',
      url: '/a%2Fb?c=%2B',
      body: '{"ü":1}',
      headers: { ...headers, 'user-agent': `msgraph-soar/${version}` },
    });
  });
});

describe('no answer', () => {
  test('because the connection was refused: nothing was sent', async () => {
    const error = await failureOf({ method: 'GET', url: await closedAddress() });
    expect(error).toMatchObject({ name: 'TransportError', sent: false });
    expect(error.message).toMatch(/^127\.0\.0\.1:\d+: no connection \(ECONNREFUSED\)\.$/);
    expect(error.nextStep).toContain('Use system proxy settings');
  });

  test('because the name is not known: nothing was sent', async () => {
    const error = await failureOf({ method: 'GET', url: 'http://graph.invalid/' });
    expect(error).toMatchObject({ name: 'TransportError', sent: false });
    expect(error.message).toMatch(/^graph\.invalid: no connection \((ENOTFOUND|EAI_AGAIN)\)\.$/);
  });

  test('because the connection broke: it may have been sent', async () => {
    const server = await serve(['reset']);
    const error = await failureOf({ method: 'POST', url: server.url, body: '{}' });
    expect(error).toMatchObject({ name: 'TransportError', sent: true });
    expect(error.message).toContain('the connection broke off (ECONNRESET)');
    expect(error.nextStep).toContain('check what was done');
  });

  test('because the answer was cut off: it was sent', async () => {
    const host = await serveRaw((socket) => {
      socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"value":['));
    });
    expect(await failureOf({ method: 'GET', url: `http://${host}` })).toMatchObject({
      name: 'TransportError',
      sent: true,
    });
  });

  test('because something else than HTTP answers: it may have been sent', async () => {
    const host = await serveRaw((socket) => {
      socket.once('data', () => socket.end('220 mail.contoso.example ready\r\n'));
    });
    expect(await failureOf({ method: 'GET', url: `http://${host}` })).toMatchObject({
      name: 'TransportError',
      sent: true,
    });
  });

  test('because the server thinks for longer than a minute: it was sent', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
    const server = await serve(() => {
      setImmediate(() => {
        jest.advanceTimersByTime(60_001);
      });
      return 'silence';
    });
    const error = await failureOf({ method: 'POST', url: server.url, body: '{}' });
    expect(error).toMatchObject({ name: 'TransportError', sent: true });
    expect(error.message).toMatch(/^127\.0\.0\.1:\d+: no answer in time \(response\)\.$/);
    expect(error.nextStep).toContain('check what was done');
  });

  test('because the TLS handshake takes longer than ten seconds: nothing was sent', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
    const host = await serveRaw((socket) => {
      socket.once('data', () => {
        jest.advanceTimersByTime(10_001);
      });
    });
    const error = await failureOf({ method: 'GET', url: `https://${host}` });
    expect(error).toMatchObject({ name: 'TransportError', sent: false });
    expect(error.message).toContain('no answer in time (secureConnect)');
    expect(error.nextStep).toContain('proxy');
  });
});

describe('cancelling', () => {
  test('beforehand sends nothing', async () => {
    const server = await serve([{ status: 200 }]);
    const run = createRun(undefined, AbortSignal.abort());
    await expect(http.send({ method: 'GET', url: server.url }, run)).rejects.toThrow(CancelledError);
    expect(server.seen).toHaveLength(0);
    expect(run.metrics.requests).toBe(0);
  });

  test('with a reason of its own hands that reason on', async () => {
    const reason = new CancelledError('The time of the playbook was over.');
    const run = createRun(undefined, AbortSignal.abort(reason));
    await expect(http.send({ method: 'GET', url: 'http://graph.invalid/' }, run)).rejects.toMatchObject({
      message: reason.message,
      sent: false,
    });
  });

  test('while a request is under way ends it', async () => {
    const controller = new AbortController();
    const server = await serve(() => {
      controller.abort();
      return 'silence';
    });
    const sent = http.send({ method: 'GET', url: server.url }, createRun(undefined, controller.signal));
    await expect(sent).rejects.toThrow('The command was cancelled while a request was under way.');
  });
});

describe('secrets', () => {
  const request = {
    method: 'POST',
    headers: { authorization: 'Bearer canary-token' },
    body: 'client_secret=canary-secret',
  } as const;

  test('are not in the debug log, whether an answer comes or not', async () => {
    const server = await serve([{ status: 200, body: { access_token: 'canary-answer' } }, 'reset']);
    const lines: unknown[] = [];
    const log = { debug: (event: string, fields: unknown) => void lines.push([event, fields]) };
    const run = { ...createRun(), log };
    const url = `${server.url}/v1.0/users?code=canary-query`;
    await http.send({ ...request, url }, run);
    await expect(http.send({ ...request, url }, run)).rejects.toThrow();
    const shown = inspect(redacted(lines), { depth: Infinity });
    expect(shown).toContain('http answer');
    expect(shown).toContain('http failure');
    expect(shown).not.toContain('canary');
  });

  test('are not in an error, however deep one looks', async () => {
    const server = await serve(['reset']);
    const error = await failureOf({ ...request, url: server.url });
    expect(inspect(error, { depth: Infinity, showHidden: true })).not.toContain('canary');
    expect(JSON.stringify(error)).not.toContain('canary');
  });
});

describe('the time of the command', () => {
  test('bounds a request under way, which may have been carried out', async () => {
    const server = await serve(['silence']);
    const run = { ...createRun(), deadline: Date.now() + 150 };
    const sent = http.send({ method: 'POST', url: server.url }, run);
    await expect(sent).rejects.toMatchObject({
      name: 'TransportError',
      message: expect.stringContaining('the time of the command was over before there was an answer'),
      sent: true,
    });
    expect(server.seen).toHaveLength(1);
  });

  test('bounds an answer that never ends', async () => {
    const address = await serveRaw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n');
      const drip = setInterval(() => socket.write('1\r\n \r\n'), 10);
      socket.on('close', () => {
        clearInterval(drip);
      });
    });
    const run = { ...createRun(), deadline: Date.now() + 150 };
    const sent = http.send({ method: 'GET', url: `http://${address}` }, run);
    await expect(sent).rejects.toThrow('the time of the command was over');
  });

  test('that is over lets nothing be sent', async () => {
    const server = await serve([{ status: 200 }]);
    const run = { ...createRun(), deadline: Date.now() - 1 };
    await expect(http.send({ method: 'POST', url: server.url }, run)).rejects.toMatchObject({
      name: 'CancelledError',
      sent: false,
    });
    expect([server.seen.length, run.metrics.requests]).toEqual([0, 0]);
  });
});
