import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { type LabFault, type PassingAnswer } from './faults.js';
import { type Random } from './random.js';

/** A fault that happened to a request. */
export interface MetFault {
  readonly fault: LabFault;
  /** Whether the request was to change something at Graph. */
  readonly isWrite: boolean;
}

/** A proxy in front of a tenant that breaks what passes. */
export interface FaultProxy {
  readonly url: string;
  /** Chooses what happens to the next request. */
  choose: (isEnvelope: boolean) => LabFault | undefined;
  /** What happened since this was last asked. */
  takeFaults(): readonly MetFault[];
  /** Waits until the tenant has answered everything that reached it. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** Milliseconds between two drops, and how many there are before the rest. */
const DROP_MS = 3;
const DROPS = 8;

/** Starts a proxy. @param tenant Origin of the sandbox. */
export async function startFaultProxy(tenant: string, random: Random): Promise<FaultProxy> {
  const agent = new Agent({ keepAlive: true });
  const underWay = new Set<Promise<unknown>>();
  let met: MetFault[] = [];
  const proxy: Pick<FaultProxy, 'choose'> = { choose: () => undefined };

  const handle = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await textOf(incoming);
    const url = incoming.url ?? '/';
    const fault = proxy.choose(url.endsWith('/$batch'));
    if (fault) met.push({ fault, isWrite: incoming.method !== 'GET' && !url.includes('/oauth2/') });
    const nothing: PassingAnswer = { status: 200, headers: {}, body: '' };
    const given = fault?.reaches === false ? nothing : await forward(incoming, body, tenant, agent);
    const answer = fault?.answer?.(given, random) ?? given;
    await write(response, answer, fault);
  };

  const server = createServer((incoming, response) => {
    // Each request is awaited to its end, also where nobody waits for its answer any longer.
    const work = handle(incoming, response)
      .catch(() => incoming.socket.destroy())
      .finally(() => underWay.delete(work));
    underWay.add(work);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(proxy, {
    url: `http://127.0.0.1:${port}`,
    takeFaults() {
      const taken = met;
      met = [];
      return taken;
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => {
          agent.destroy();
          resolve();
        });
        server.closeAllConnections();
      }),
  });
}

async function textOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks).toString('utf8');
}

/** The host stays that of the proxy, so that links lead back through it. */
async function forward(
  { method, url, headers }: IncomingMessage,
  body: string,
  tenant: string,
  agent: Agent,
): Promise<PassingAnswer> {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const onwards = request(`${tenant}${url ?? '/'}`, { method, headers, agent });
    onwards.on('response', resolve).on('error', reject).end(body);
  });
  const { 'content-length': _, 'transfer-encoding': __, connection: ___, ...rest } = answer.headers;
  const own = Object.entries(rest).map(([name, value]) => [name, String(value)] as const);
  return { status: answer.statusCode ?? 0, headers: Object.fromEntries(own), body: await textOf(answer) };
}

async function write(response: ServerResponse, answer: PassingAnswer, fault?: LabFault): Promise<void> {
  const { status, headers, body } = answer;
  const bytes = Buffer.from(body);
  switch (fault?.travel ?? 'whole') {
    case 'not at all':
      response.destroy();
      return;
    case 'whole':
      response.writeHead(status, { ...headers, 'content-length': bytes.length }).end(bytes);
      return;
    case 'cut off':
      response.writeHead(status, { ...headers, 'content-length': bytes.length + 1 });
      response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
      return;
    case 'in drops':
      response.writeHead(status, headers);
      for (let drop = 0; drop < DROPS; drop += 1) {
        response.write(bytes.subarray(drop, drop + 1));
        await delay(DROP_MS);
      }
      response.end(bytes.subarray(DROPS));
      return;
    case 'in drops without end':
      response.writeHead(status, headers);
      while (!response.destroyed) {
        response.write(' ');
        await delay(DROP_MS);
      }
  }
}
