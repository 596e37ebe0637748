import { Counter, Gauge, Registry } from 'prom-client';
import { commandMetadata } from '../../../generated/commands.js';
import { type RunObserver } from '../../../integration/run.js';
import { createChatGauges, type WatchFigures } from './chat-gauges.js';
import { type CredentialDays } from './credential-days.js';

/** What a command came to. */
export type CommandOutcome = 'ok' | 'error' | 'refused';

/** What the server counts (Prometheus text format). */
export interface Metrics {
  /** Counts what commands and logins do on the network. */
  readonly observer: RunObserver;
  /** Counts a command. @param name As asked for; names that do not exist are one. */
  countCommand(name: string, outcome: CommandOutcome): void;
  /** Counts an answer of the server. @param route As declared, so that hostile paths are one. */
  countAnswer(route: string, status: number): void;
  /** Everything counted, as text, with its content type. */
  read(): Promise<{ readonly type: string; readonly text: string }>;
}

/**
 * Makes the counters of one server.
 * @param credentialDays Looks, at each reading, how long the credentials of the instances still work.
 * @param chatEvents Looks how it stands with the chats that are watched.
 */
export function createMetrics(
  credentialDays: () => Promise<readonly CredentialDays[]>,
  chatEvents: () => readonly WatchFigures[],
): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const counter = <Label extends string>(name: string, help: string, labelNames: readonly Label[] = []) =>
    new Counter({ name: `msgraph_soar_${name}`, help, labelNames, registers });
  const commands = counter('commands_total', 'Commands, by name and outcome.', ['command', 'outcome']);
  const answers = counter('http_answers_total', 'Answers of this server.', ['route', 'status']);
  const graph = counter('graph_requests_total', 'Requests to Graph, by class of their status.', ['status']);
  const retries = counter('retries_total', 'Requests that were sent once more.');
  const throttled = counter('throttled_seconds_total', 'Seconds of waiting that services asked for.');
  const tokens = counter('token_requests_total', 'Tokens asked for, by outcome.', ['outcome']);
  const gauge = (name: string, help: string) =>
    new Gauge({ name: `msgraph_soar_${name}`, help, labelNames: ['instance'], registers });
  const certificate = gauge('certificate_days_left', 'Days until the certificate of an instance ends.');
  const secret = gauge('secret_days_left', 'Days until the client secret of an instance ends.');
  const chatGauges = createChatGauges(gauge);

  return {
    observer: {
      onGraphAnswer: (status) => {
        graph.inc({ status: statusClass(status) });
      },
      onRetry: () => {
        retries.inc();
      },
      onThrottled: (seconds) => {
        throttled.inc(seconds);
      },
      onTokenRequest: (isGranted) => {
        tokens.inc({ outcome: isGranted ? 'ok' : 'error' });
      },
    },
    countCommand(name, outcome) {
      commands.inc({ command: Object.hasOwn(commandMetadata, name) ? name : 'unknown', outcome });
    },
    countAnswer(route, status) {
      answers.inc({ route, status: statusClass(status) });
    },
    async read() {
      certificate.reset();
      secret.reset();
      for (const { instance, certificateDays, secretDays } of await credentialDays()) {
        if (certificateDays !== undefined) certificate.set({ instance }, certificateDays);
        if (secretDays !== undefined) secret.set({ instance }, secretDays);
      }
      chatGauges(chatEvents());
      return { type: registry.contentType, text: await registry.metrics() };
    },
  };
}

function statusClass(status: number | null): string {
  return status === null ? 'none' : `${Math.floor(status / 100)}xx`;
}
