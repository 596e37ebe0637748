import { registry } from '../../commands/index.js';
import { type Clock } from '../../integration/clock.js';
import { type AuditSource } from '../../integration/dispatcher/auditor.js';
import { createDispatcher, type Dispatcher } from '../../integration/dispatcher/dispatcher.js';
import { type Execution, type Instance } from '../../integration/dispatcher/invocation.js';
import { remembered } from '../../integration/dispatcher/remembered.js';
import { type Log } from '../../integration/log.js';
import { isErrorEntry } from '../../integration/results/raw-entry.js';
import { type Answer, answerOf, refusal } from '../exec/answer.js';
import { type ExecRequest } from '../exec/request.js';
import { type TargetOrder } from '../exec/target-order.js';
import { type ApiKey } from '../keys/check.js';
import { withinScope } from './command-scope.js';
import { type InstancePool } from './instance-pool.js';
import { type Metrics } from './metrics/metrics.js';

/** Each request has a dispatcher of its own, and none loads a handler that another one has loaded. */
const handlers = remembered(registry);

/** Waits for what a result schedules, and runs it, to its end. */
export type FollowSchedule = (
  first: Execution,
  options: {
    readonly dispatcher: Dispatcher;
    readonly instance: Instance;
    readonly clock: Clock;
    readonly signal: AbortSignal;
    readonly onWait: (reason: string, seconds: number) => void;
  },
) => Promise<Execution>;

/** What running commands for HTTP clients takes. */
export interface CommandServices {
  readonly instances: InstancePool;
  /** Says where effects are written down, in the name of a key. */
  readonly audit: (keyName: string) => () => Promise<AuditSource>;
  readonly follow: FollowSchedule;
  /** Lets effects on one target wait for each other, whoever asks for them. */
  readonly order: TargetOrder;
  readonly metrics: Metrics;
  readonly clock: Clock;
  readonly log: Log;
  readonly warn: (text: string) => void;
}

/** Somebody who sees a command run, and not only its answer. */
export interface Watcher {
  readonly onWait: (reason: string, seconds: number) => void;
  readonly onProgress: (done: number, total: number) => void;
  /** Aborted when nobody watches any longer. */
  readonly signal: AbortSignal;
}

/** One command of one client. */
export interface CommandCall {
  readonly request: ExecRequest;
  readonly key: ApiKey;
  /** Cancels the command. */
  readonly signal: AbortSignal;
  /** Where there is one, what the result schedules is waited for. */
  readonly watcher?: Watcher;
}

/** Runs a command as `exec` does, within the key's scope and in its name. Never throws: a failure is an error entry. */
export async function runCommand(call: CommandCall, services: CommandServices): Promise<Answer> {
  const { request, key, signal, watcher } = call;
  const { instances, order, metrics, clock, log, warn, follow } = services;
  const { id, command, args } = request;
  const dispatcher = withinScope(
    createDispatcher({
      registry: handlers,
      warn,
      log,
      clock,
      observer: metrics.observer,
      audit: services.audit(key.name),
      ...(watcher && { onWait: watcher.onWait, onProgress: watcher.onProgress }),
    }),
    key.scope,
  );
  try {
    const first = await order.inTurn(request, async () => {
      const instance = await instances.instanceOf(request.instance);
      return { instance, execution: await dispatcher.execute({ command, args, instance, signal }) };
    });
    const { instance, execution } = first;
    // Not in turn: what follows may take hours, and other effects on the same target must not wait for it.
    const last = watcher ? await follow(execution, { dispatcher, instance, clock, ...watcher }) : execution;
    metrics.countCommand(command, last.entries.some(isErrorEntry) ? 'error' : 'ok');
    return answerOf(id, last);
  } catch (error) {
    metrics.countCommand(command, 'error');
    return refusal(id, 'serve', error);
  }
}
