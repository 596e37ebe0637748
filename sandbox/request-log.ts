import { targetOf, type Call, type Outcome } from './http/exchange.js';

/** One request the sandbox answered. */
export interface SandboxRequest {
  readonly method: string;
  /** Host name and port the request was meant for: the real one where it came through the TLS-ending proxy. */
  readonly host: string;
  /** With the query, encoded as it came. */
  readonly path: string;
  /** Status of the answer; 0 where the connection was dropped instead. */
  readonly status: number;
  /** The service's ID of the request. */
  readonly requestId: string;
  /** The caller's own, where it sent one. */
  readonly clientRequestId?: string;
  /** Name of the calling application, where the sandbox recognized it. */
  readonly app?: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  /**
   * Parsed JSON body of a write to Graph, with secrets blanked; for a token request the parameters that are none, such
   * as `grant_type`, `scope` and `claims`.
   */
  readonly body?: unknown;
  /** Whether a write was really carried out, whatever the answer said. */
  readonly acted: boolean;
  /** Kind of the fault that was injected, if any. */
  readonly fault?: string;
  /** The parts of a batch, in the order in which they were carried out. */
  readonly items?: readonly SandboxRequest[];
}

/** How many requests are remembered, the newest; so a tenant that runs for long does not grow without end. */
const USUAL_LOG_LENGTH = 10_000;

/** What was asked and answered of late. */
export interface RequestLog {
  /** Oldest first. */
  readonly entries: readonly SandboxRequest[];
  add(entry: SandboxRequest): void;
}

/**
 * @param most How many requests to remember; `Infinity` for all.
 */
export function openRequestLog(most = USUAL_LOG_LENGTH): RequestLog {
  const entries: SandboxRequest[] = [];
  return {
    entries,
    add(entry) {
      entries.push(entry);
      if (entries.length > most) entries.shift();
    },
  };
}

/**
 * What the log says about a request.
 *
 * @param at ISO 8601 UTC.
 */
export function logEntry(call: Call, outcome: Outcome, at: string): SandboxRequest {
  const clientRequestId = call.headers['client-request-id'];
  return {
    method: call.method,
    host: new URL(call.origin).host,
    path: targetOf(call),
    status: outcome.answer.status,
    requestId: call.requestId,
    ...(clientRequestId === undefined ? {} : { clientRequestId }),
    ...(outcome.app === undefined ? {} : { app: outcome.app }),
    at,
    ...(outcome.body === undefined ? {} : { body: outcome.body }),
    acted: outcome.acted,
    ...(outcome.fault === undefined ? {} : { fault: outcome.fault }),
    ...(outcome.items === undefined
      ? {}
      : { items: outcome.items.map((item) => logEntry(item.call, item.outcome, at)) }),
  };
}
