import { splitTarget, type Call } from '../http/exchange.js';
import { badRequest } from './problem.js';
import { isJsonObject, readBody } from './read-body.js';

/** One part of a batch. */
export interface BatchItem {
  readonly id: string;
  /** Lower-case IDs of the parts that have to succeed first. */
  readonly dependsOn: readonly string[];
  readonly call: Call;
}

/** Graph: JSON batching, batch size limitations. */
const largestBatch = 20;

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function headersOf(value: unknown): Record<string, string> {
  const entries = isJsonObject(value) ? Object.entries(value) : [];
  return Object.fromEntries(entries.map(([name, text]) => [name.toLowerCase(), String(text)]));
}

/** The batch's token and client request ID hold for all parts; nothing else of its headers does. */
function inherited({ headers }: Call): Record<string, string> {
  const names = ['authorization', 'client-request-id'];
  return Object.fromEntries(Object.entries(headers).filter(([name]) => names.includes(name)));
}

function readItem(step: unknown, outer: Call, requestId: string): BatchItem {
  const values = isJsonObject(step) ? step : {};
  const [id, method, url] = [textOf(values['id']), textOf(values['method']), textOf(values['url'])];
  if (id === undefined) throw badRequest("Invalid batch payload format: a request has no 'id'.");
  if (method === undefined || url === undefined) {
    throw badRequest(`Invalid batch payload format: request '${id}' needs 'method' and 'url'.`);
  }
  const target = splitTarget(`/v1.0/${url.replace(/^\//, '')}`);
  if (/^\/v1\.0\/\$batch\/?$/i.test(target.path)) {
    throw badRequest(`Invalid batch payload format: request '${id}' is a batch itself.`);
  }
  const depends = values['dependsOn'] ?? [];
  if (!Array.isArray(depends))
    throw badRequest(`Invalid batch payload format: 'dependsOn' of '${id}' is no list.`);
  const body = values['body'];
  return {
    id,
    dependsOn: depends.map((other) => String(other).toLowerCase()),
    call: {
      ...target,
      method: method.toUpperCase(),
      headers: { ...headersOf(values['headers']), ...inherited(outer) },
      body: body === undefined || body === null ? '' : JSON.stringify(body),
      origin: outer.origin,
      requestId,
    },
  };
}

/**
 * Reads the body of `POST /v1.0/$batch` (Graph: JSON batching).
 *
 * @param outer The call that carries the batch.
 * @param newId Makes a request ID.
 * @returns Its parts, in an order in which each follows those it depends on.
 * @throws GraphProblem 400 for the whole batch.
 */
export function readBatch(outer: Call, newId: () => string): BatchItem[] {
  const body = readBody(outer);
  const steps = isJsonObject(body) ? body['requests'] : undefined;
  if (!Array.isArray(steps) || steps.length === 0) {
    throw badRequest("Invalid batch payload format: 'requests' is missing or empty.");
  }
  if (steps.length > largestBatch) {
    throw badRequest(`Number of batch request steps exceeds the maximum value of ${largestBatch}.`);
  }
  let waiting = steps.map((step: unknown) => readItem(step, outer, newId()));
  if (new Set(waiting.map(({ id }) => id.toLowerCase())).size < waiting.length) {
    throw badRequest("Invalid batch payload format: 'id' has to be unique in the batch.");
  }
  const ordered: BatchItem[] = [];
  while (waiting.length > 0) {
    const done = new Set(ordered.map(({ id }) => id.toLowerCase()));
    const ready = waiting.filter(({ dependsOn }) => dependsOn.every((id) => done.has(id)));
    if (ready.length === 0) {
      throw badRequest(
        "Invalid batch payload format: 'dependsOn' names an unknown request or goes in a circle.",
      );
    }
    ordered.push(...ready);
    waiting = waiting.filter((item) => !ready.includes(item));
  }
  return ordered;
}
