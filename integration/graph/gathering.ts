import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { TransportError } from '../errors.js';
import { cancelled, tooLate } from '../http/cancelled.js';
import { type HttpAnswer, type HttpClient, type HttpRequest } from '../http/client.js';
import { isJsonObject, type JsonObject, parseJson } from '../json.js';
import { type Run } from '../run.js';

/** Most requests that Graph takes in one envelope (Graph: JSON batching). */
const ENVELOPE_SIZE = 20;

/** Envelopes under way at a time: more would only be throttled sooner. */
const ENVELOPES_IN_FLIGHT = 4;

/** A request that waits for an envelope. */
interface Waiting {
  readonly request: HttpRequest;
  readonly run: Run;
  readonly resolve: (answer: HttpAnswer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * A way to Graph that gathers requests which are ready together into `$batch` envelopes, and hands each its own answer
 * as if it had gone alone. A request that waits with no other goes alone. What happens to an envelope happens to each
 * of its requests: a lost one is a lost connection to all of them, and nothing is sent again here (rule R32).
 * @param http The way that envelopes take. @param graphUrl Graph's origin.
 */
export function gatherRequests(http: HttpClient, graphUrl: string): HttpClient {
  const waiting: Waiting[] = [];
  let inFlight = 0;
  let isScheduled = false;

  const schedule = (): void => {
    if (isScheduled) return;
    isScheduled = true;
    // What becomes ready in this turn of the event loop goes out together.
    setImmediate(() => {
      isScheduled = false;
      fill();
    });
  };

  const fill = (): void => {
    while (inFlight < ENVELOPES_IN_FLIGHT && waiting.length > 0) {
      const together = takeTogether(waiting, graphUrl);
      inFlight += 1;
      void deliver(together, http, graphUrl).finally(() => {
        inFlight -= 1;
        schedule();
      });
    }
  };

  return {
    send: (request, run) =>
      new Promise((resolve, reject) => {
        waiting.push({ request, run, resolve, reject });
        schedule();
      }),
  };
}

/** One version root and one token go into an envelope: both are the envelope's. Those of cancelled runs are let go. */
function takeTogether(waiting: Waiting[], graphUrl: string): readonly Waiting[] {
  const [first] = waiting;
  const taken: Waiting[] = [];
  const left: Waiting[] = [];
  for (const one of waiting) {
    const fits = first && kindOf(one, graphUrl) === kindOf(first, graphUrl);
    if (one.run.signal?.aborted) one.reject(cancelled(one.run.signal, 'before a request was sent', false));
    else if (one.run.clock.now() >= one.run.deadline) one.reject(tooLate());
    else if (fits && taken.length < ENVELOPE_SIZE) taken.push(one);
    else left.push(one);
  }
  waiting.splice(0, waiting.length, ...left);
  return taken;
}

function kindOf({ request }: Waiting, graphUrl: string): string {
  return `${versionOf(request, graphUrl)} ${request.headers?.['authorization'] ?? ''}`;
}

function versionOf({ url }: HttpRequest, graphUrl: string): string {
  return url.slice(graphUrl.length + 1).split('/')[0] ?? '';
}

async function deliver(together: readonly Waiting[], http: HttpClient, graphUrl: string): Promise<void> {
  const [first] = together;
  if (!first) return;
  try {
    if (together.length === 1) {
      first.resolve(await http.send(first.request, first.run));
      return;
    }
    const answer = await http.send(envelopeOf(together, first, graphUrl), first.run);
    // Any success is that of the envelope: one without answers says nothing about a single request.
    const isOfEnvelope = answer.status >= 200 && answer.status <= 299;
    const answers = isOfEnvelope ? answersIn(answer) : undefined;
    together.forEach(({ resolve, reject }, index) => {
      const own = isOfEnvelope ? answers?.get(String(index)) : answer;
      if (own) resolve(own);
      else reject(lost());
    });
  } catch (error) {
    for (const { reject } of together) reject(error);
  }
}

function envelopeOf(together: readonly Waiting[], first: Waiting, graphUrl: string): HttpRequest {
  const root = `${graphUrl}/${versionOf(first.request, graphUrl)}`;
  const requests = together.map(({ request }, index) => partOf(request, String(index), root));
  return {
    method: 'POST',
    url: `${root}/$batch`,
    headers: {
      authorization: first.request.headers?.['authorization'] ?? '',
      accept: 'application/json',
      'content-type': 'application/json',
      'client-request-id': randomUUID(),
    },
    body: JSON.stringify({ requests }),
  };
}

function partOf({ method, url, headers = {}, body }: HttpRequest, id: string, root: string): JsonObject {
  const { authorization: _, ...own } = headers;
  return {
    id,
    method,
    url: url.slice(root.length),
    headers: own,
    ...(body !== undefined && { body: parseJson(body) }),
  };
}

/**
 * The answers by id, each as a lone answer looks; undefined for an id with two answers that differ, of which one must
 * belong to another request. Undefined where there are none.
 */
function answersIn(envelope: HttpAnswer): ReadonlyMap<string, HttpAnswer | undefined> | undefined {
  const body = parseJson(envelope.body);
  const responses: unknown = isJsonObject(body) ? body['responses'] : undefined;
  if (!Array.isArray(responses)) return undefined;
  const answers = new Map<string, HttpAnswer | undefined>();
  for (const response of responses.filter(isJsonObject)) {
    const { id, status } = response;
    if (typeof id !== 'string' || typeof status !== 'number' || !Number.isInteger(status)) continue;
    const headers = { ...requestIdOf(envelope), ...headersOf(response['headers']) };
    const answer = { status, headers, body: bodyOf(response['body']) };
    const isContradiction = answers.has(id) && !isDeepStrictEqual(answers.get(id), answer);
    answers.set(id, isContradiction ? undefined : answer);
  }
  return answers;
}

/** As it would have come alone: text is no JSON in quotes, but what something else than Graph said. */
function bodyOf(body: unknown): string {
  if (body === undefined) return '';
  return typeof body === 'string' ? body : JSON.stringify(body);
}

/** Support asks for the request ID; a part without one was in this envelope. */
function requestIdOf({ headers }: HttpAnswer): Record<string, string> {
  const id = headers['request-id'];
  return id === undefined ? {} : { 'request-id': id };
}

function headersOf(headers: unknown): Record<string, string> {
  if (!isJsonObject(headers)) return {};
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[name.toLowerCase(), String(value)]] : [],
    ),
  );
}

/** The envelope came, its answer to this request did not: nobody can tell whether it was carried out. */
function lost(): TransportError {
  return new TransportError(
    'Microsoft Graph answered a batch without an answer to this request.',
    'Check whether a proxy or gateway changes the answers of Graph.',
    true,
  );
}
