import { PassThrough } from 'node:stream';
import { registry } from '../commands/index.js';
import { type Clock } from '../integration/clock.js';
import { createDispatcher } from '../integration/dispatcher/dispatcher.js';
import { type JsonObject } from '../integration/json.js';
import { startLoop } from '../platform/loop/loop.js';
import { type KeptContext, type PlayedServer, playServer } from './played-server.js';

/** A container of an instance, in this process, and the server's part of it. */
export interface LoopContainer extends PlayedServer {
  /** Ends its input; resolves when the container has ended too. */
  end(): Promise<void>;
}

/**
 * Starts one, which listens on this machine only.
 * @param kept What the server keeps for the instance. @param answerTo As for {@link playServer}.
 */
export function startContainer(
  kept: KeptContext,
  clock: Clock,
  answerTo?: (message: JsonObject) => string | null | undefined,
): LoopContainer {
  const input = new PassThrough();
  const output = new PassThrough();
  const { done } = startLoop({
    input,
    write: (text) => Promise.resolve(void output.write(text)),
    dispatcherFor: (surface) => createDispatcher({ registry, ...surface, clock }),
    folder: '.',
    clock,
    listenHost: '127.0.0.1',
  });
  return {
    ...playServer({ input, output }, kept, answerTo),
    end() {
      input.end();
      return done;
    },
  };
}
