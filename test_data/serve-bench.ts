import { type IncomingHttpHeaders, request } from 'node:http';
import { rm } from 'node:fs/promises';
import { type Clock, systemClock } from '../integration/clock.js';
import { createFileTrail } from '../integration/audit/file-trail.js';
import { type Instance } from '../integration/dispatcher/invocation.js';
import { isJsonObject, type JsonObject, parseJson } from '../integration/json.js';
import { silentLog } from '../integration/log.js';
import { createFileStore } from '../integration/state/file.js';
import { auditFile } from '../platform/audit-file.js';
import { type Choice } from '../platform/instances/choose.js';
import { openConfigured } from '../platform/instances/open.js';
import { addSample, makeHome, sampleKey } from '../platform/instances/sample-home.js';
import { stateFile } from '../platform/instances/state-file.js';
import { addKey } from '../platform/keys/change.js';
import { createInstancePool } from '../platform/serve/instance-pool.js';
import { type HttpServer, type ServerOptions, startServer } from '../platform/serve/server.js';
import { type Sandbox, type SandboxOptions, startSandbox } from '../sandbox/index.js';
import { lineArguments } from '../warroom/line/arguments.js';
import { parseWords } from '../warroom/line/words.js';
import { toItsEnd } from '../warroom/to-its-end.js';

/** An HTTP answer. */
export interface BenchAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** The body as JSON; an empty object where it is none. */
  readonly body: JsonObject;
}

/** What a test sends; `key` is one of the bench's, or none. */
export interface BenchRequest {
  readonly method?: string;
  readonly path: string;
  readonly key?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it is where it is text or bytes, else as JSON. */
  readonly body?: unknown;
}

/** A server in front of a tenant with the instance `own`, and a key of each scope. */
export interface ServeBench {
  readonly sandbox: Sandbox;
  readonly home: string;
  readonly server: HttpServer;
  readonly keys: { readonly read: string; readonly effects: string };
  /** What the server said to whoever started it. */
  readonly warnings: readonly string[];
  send(request: BenchRequest): Promise<BenchAnswer>;
  /** Runs a command with the key for effects. */
  run(command: string, args?: object, more?: Partial<BenchRequest>): Promise<BenchAnswer>;
  close(): Promise<void>;
}

/** Opens one. @param changes Of the server's options, and of the parameters of `own`. */
export async function openServeBench(
  changes: Partial<ServerOptions> & {
    readonly params?: Readonly<Record<string, string>>;
    readonly sandbox?: SandboxOptions;
    readonly clock?: Clock;
  } = {},
): Promise<ServeBench> {
  const { params = {}, sandbox: sandboxOptions, clock = systemClock, ...options } = changes;
  const sandbox = await startSandbox(sandboxOptions);
  const home = await makeHome();
  const words = Object.entries({ ...sandbox.params(), ...params }).map(
    ([name, value]) => `${name}=${String(value)}`,
  );
  await addSample(home, 'own', words);
  const keys = {
    read: (await addKey(home, 'reader', 'read', clock.now())).reveal(),
    effects: (await addKey(home, 'doer', 'effects', clock.now())).reveal(),
  };
  const warnings: string[] = [];
  const remove = async (): Promise<void> => {
    await sandbox.close();
    await rm(home, { recursive: true });
  };
  const server = await startServer({
    home,
    clock,
    host: '127.0.0.1',
    port: 0,
    requestsPerMinute: 100_000,
    log: silentLog,
    warn: (text) => warnings.push(text),
    instances: createInstancePool({ home, environment: {}, open: (choice) => open(choice, home) }),
    audit: (name) => () =>
      Promise.resolve({
        trail: createFileTrail(auditFile(home, {}), clock),
        actor: { kind: 'api-key', name },
        surface: 'serve',
      }),
    follow: toItsEnd,
    exampleArguments: (line, declaration) => lineArguments(parseWords([line]), declaration),
    ...options,
  }).catch(async (error: unknown) => {
    await remove();
    throw error;
  });
  const send = (wish: BenchRequest) => sendTo(server.url, wish);
  return {
    sandbox,
    home,
    server,
    keys,
    warnings,
    send,
    run: (command, args = {}, more = {}) =>
      send({ method: 'POST', path: '/commands', key: keys.effects, body: { command, args }, ...more }),
    async close() {
      await server.close();
      await remove();
    },
  };
}

function open(choice: Choice, home: string): Promise<{ instance: Instance; close: () => Promise<void> }> {
  if (choice.kind === 'sandbox') throw new Error('The tests have no embedded tenant.');
  const { name } = choice;
  const params = openConfigured(choice.params, { instance: name, key: sampleKey, environment: {} });
  const state = createFileStore(stateFile(home, name), sampleKey);
  return Promise.resolve({
    instance: { name, kind: 'tenant', params, state },
    close: () => Promise.resolve(),
  });
}

/** Sends what `fetch` would not, such as another `Host`. @param url The server's address. */
export function sendTo(url: string, wish: BenchRequest): Promise<BenchAnswer> {
  const { method = 'GET', path, key, headers = {}, body } = wish;
  const isRaw = typeof body === 'string' || Buffer.isBuffer(body);
  const bytes = body === undefined ? undefined : isRaw ? body : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const sent = request(
      `${url}${path}`,
      {
        method,
        headers: {
          ...(key !== undefined && { authorization: `Bearer ${key}` }),
          ...(bytes !== undefined && {
            'content-type': 'application/json',
            'content-length': String(Buffer.byteLength(bytes)),
          }),
          ...headers,
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          const parsed = parseJson(text);
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text,
            body: isJsonObject(parsed) ? parsed : {},
          });
        });
      },
    );
    sent.on('error', reject);
    sent.end(bytes);
  });
}
