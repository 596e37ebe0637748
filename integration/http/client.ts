import { type Got, TimeoutError } from 'got';
import { countOutcome, outcomeOfStatus } from '../api-outcome.js';
import { SettingsError, TransportError } from '../errors.js';
import { type Run } from '../run.js';
import { throwIfCancelled, tooLate } from './cancelled.js';
import { type CheckSwitch, describeTransportFailure, outOfTime } from './failure.js';
import { createTransport, type TransportSettings } from './transport.js';

/** One HTTP request. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Absolute, already encoded. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** One HTTP answer, whatever its status. */
export interface HttpAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Sends requests; every host this package talks to is reached through it. */
export interface HttpClient {
  /**
   * Sends a request once, within what is left of the run's time. A status is never an error here.
   * @throws TransportError when there is no whole answer. @throws CancelledError when the run was cancelled, or its time
   * was over before.
   * @throws SettingsError when the environment's proxy is not an address.
   */
  send(request: HttpRequest, run: Run): Promise<HttpAnswer>;
}

/** Connections are pooled per way to reach the network; nothing else is shared between instances. */
const transports = new Map<string, Got>();

function transportFor(settings: TransportSettings): Got {
  const { proxy, insecure, caCertificates } = settings;
  const key = JSON.stringify([proxy, insecure, caCertificates]);
  let transport = transports.get(key);
  if (!transport) {
    transport = createTransport(settings);
    transports.set(key, transport);
  }
  return transport;
}

function singleHeaders(headers: NodeJS.Dict<string | string[]>): Record<string, string> {
  const single: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) single[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return single;
}

/**
 * Opens a way to the network for an instance.
 * @param checkSwitch The parameter that `insecure` comes from, for the failure of a certificate.
 * @throws SettingsError when a certificate file cannot be read.
 */
export function createHttpClient(
  settings: TransportSettings,
  checkSwitch: CheckSwitch = 'insecure',
): HttpClient {
  const transport = transportFor(settings);
  const isGraph = checkSwitch === 'insecure';
  const { request: usualLimit = Infinity } = transport.defaults.options.timeout;
  return {
    async send(request, run) {
      throwIfCancelled(run.signal, 'before a request was sent', false);
      const { method, url, headers, body } = request;
      const started = run.clock.now();
      const left = run.deadline - started;
      if (left <= 0) throw tooLate();
      const isHurried = left < usualLimit;
      run.metrics.requests += 1;
      const about = () => ({ method, host: new URL(url).host, path: new URL(url).pathname });
      try {
        const answer = await transport(url, {
          method,
          ...(run.signal && { signal: run.signal }),
          headers: { ...headers },
          ...(body === undefined ? {} : { body }),
          ...(isHurried ? { timeout: { request: left } } : {}),
        });
        countOutcome(run.outcomes, outcomeOfStatus(answer.statusCode));
        run.log.debug('http answer', () => ({
          ...about(),
          status: answer.statusCode,
          milliseconds: run.clock.now() - started,
          requestId: answer.headers['request-id'],
        }));
        if (isGraph) run.observer?.onGraphAnswer(answer.statusCode);
        return { status: answer.statusCode, headers: singleHeaders(answer.headers), body: answer.body };
      } catch (cause) {
        if (isGraph) run.observer?.onGraphAnswer(null);
        throwIfCancelled(run.signal, 'while a request was under way', true);
        if (cause instanceof Error && cause.cause instanceof SettingsError) throw cause.cause;
        const isOver = isHurried && cause instanceof TimeoutError && cause.event === 'request';
        const failure = isOver ? outOfTime(url) : describeTransportFailure(cause, url, checkSwitch);
        countOutcome(run.outcomes, failure.outcome);
        run.log.debug('http failure', () => ({ ...about(), failure: failure.message, sent: failure.sent }));
        // Not with its cause: got's errors carry the whole request, so its token and secrets too (rule R10).
        throw new TransportError(failure.message, failure.nextStep, failure.sent, failure.lasting);
      }
    },
  };
}
