import { CancelledError } from '../../integration/errors.js';
import { withoutSecrets } from '../line/secret-spans.js';
import { createSession, type Session } from '../session/session.js';
import { visibleText } from '../terminal/visible-text.js';
import { createEventLog, type EventLog } from './event-log.js';
import { createKeptFiles, type KeptFiles } from './kept-files.js';
import { type WarRoomOptions } from './options.js';
import { createQuestions, type Questions } from './questions.js';
import { readingTenants } from './read-only.js';
import { bannerOf, shownEntry, shownTarget } from './shown.js';
import { messageEntries, type WatchedMessage } from './watched-message.js';
import { type LineState } from './wire.js';

/** Messages of watched chats that a room takes: it lives as long as its server, and all of it in memory. */
const MOST_MESSAGES = 1_000;

/** An incident that a page types lines into. */
export interface Desk {
  readonly session: Session;
  readonly log: EventLog;
  readonly files: KeptFiles;
  readonly answer: Questions['answer'];
  /** Shows a new message of a watched chat. */
  readonly show: (message: WatchedMessage) => void;
  /** Opens the instance that is used where nobody names one; without one the page asks. */
  readonly open: () => Promise<void>;
  /** Takes a line; lines run one after another. @returns Its number. */
  readonly submit: (text: string) => number;
  /** @returns False where there is no such line that waits or runs. */
  readonly cancel: (line: number) => boolean;
  /** Cancels every line. @returns When none runs any longer. */
  readonly close: () => Promise<void>;
}

/** Makes the desk of a page. */
export function createDesk(options: WarRoomOptions): Desk {
  const { incident, clock, user, environment, allowEffects, onLineDone } = options;
  const log = createEventLog();
  const files = createKeptFiles();
  const questions = createQuestions(log);
  const instances = allowEffects ? options.instances : readingTenants(options.instances);
  const underWay = new Map<number, AbortController>();
  let lines = 0;
  let shownMessages = 0;
  let running = 0;
  let queue = Promise.resolve();

  const tell = (line: number, state: LineState, text = ''): void => {
    const shown = session.secrets.masked(visibleText(text));
    log.add({ type: 'progress', line, state, text: shown }, `line ${line}`);
  };
  const remark = (text: string): void => {
    log.add({ type: 'remark', line: running, text: visibleText(text) });
  };
  const remarkOn = (error: unknown): void => {
    remark(error instanceof Error ? error.message : String(error));
  };
  const dispatcher = options.dispatcher({
    warn: remark,
    onWait: (reason, seconds) => {
      tell(running, 'running', `Waiting ${seconds.toFixed(1)} s: ${reason}`);
    },
    onProgress: (done, total) => {
      tell(running, 'running', `${done} of ${total} done.`);
    },
  });
  const session = createSession({
    incident,
    dispatcher: files.keeping(dispatcher),
    instances,
    clock,
    user,
    environment,
    warn: remark,
    keepExport: files.keep,
  });
  const addEntry = (line: number, number: number): void => {
    const recorded = incident.entries[number - 1];
    if (recorded) log.add({ type: 'entry', line, entry: shownEntry(recorded, number) });
  };
  const addLine = (text: string, time: number): number => {
    lines += 1;
    log.add({ type: 'line', line: lines, text: visibleText(text), time: new Date(time).toISOString() });
    return lines;
  };
  const tellState = async (): Promise<void> => {
    const target = session.target();
    // The instance is open: this only looks whether something may be changed there.
    const instance = target ? await instances.open(target.instance ?? undefined) : undefined;
    const shown = target ? shownTarget(target) : null;
    const allowsEffects = instance !== undefined && instance.readOnly === undefined;
    const state = { target: shown, allowsEffects, banner: bannerOf(shown, allowsEffects) };
    log.add({ type: 'state', state }, 'state');
  };

  const run = async (line: number, text: string, controller: AbortController): Promise<void> => {
    const { signal } = controller;
    if (signal.aborted) {
      tell(line, 'cancelled', 'It was cancelled before it began.');
      return;
    }
    running = line;
    tell(line, 'running');
    await session.execute(text, {
      signal,
      onEntry: () => {
        addEntry(line, incident.entries.length);
      },
      onProgress: (progress) => {
        tell(line, 'running', progress);
      },
      ask: (prompt) => questions.ask(prompt, signal),
      confirm: (confirmation) => questions.confirm(confirmation, signal),
    });
    await tellState();
    tell(line, controller.signal.aborted ? 'cancelled' : 'done');
    await onLineDone?.(session);
  };

  // With the state the page also reads who is signed in.
  options.signIns?.onSignIn(() => void tellState().catch(remarkOn));
  for (const [index, { line, time }] of incident.entries.entries()) {
    const number = addLine(line, Date.parse(time));
    addEntry(number, index + 1);
    tell(number, 'done');
  }

  return {
    session,
    log,
    files,
    answer: questions.answer,
    show(message) {
      shownMessages += 1;
      if (shownMessages > MOST_MESSAGES) return;
      const isLast = shownMessages === MOST_MESSAGES;
      const text = `${visibleText(message.instance)}: new message in a watched chat${isLast ? '; later ones are not shown here' : ''}`;
      const line = addLine(text, clock.now());
      for (const entry of messageEntries(message)) {
        const time = new Date(clock.now()).toISOString();
        const id = `${incident.entries.length + 1}@${incident.id}`;
        incident.entries.push({ id, time, user: 'Microsoft Teams', line: text, target: null, entry });
        addEntry(line, incident.entries.length);
      }
      tell(line, 'done');
    },
    async open() {
      try {
        await session.use(undefined);
      } catch (error) {
        remarkOn(error);
      }
      await tellState();
    },
    submit(text) {
      const shown = session.secrets.masked(withoutSecrets(text.trim(), session.find));
      const line = addLine(shown, clock.now());
      const controller = new AbortController();
      underWay.set(line, controller);
      tell(line, 'waiting');
      queue = queue
        .then(() => run(line, text, controller))
        .catch((error: unknown) => {
          remarkOn(error);
          tell(line, 'done');
        })
        .finally(() => underWay.delete(line));
      return line;
    },
    cancel(line) {
      const controller = underWay.get(line);
      controller?.abort(new CancelledError('The command was cancelled.'));
      return controller !== undefined;
    },
    close() {
      for (const controller of underWay.values())
        controller.abort(new CancelledError('The War Room was closed.'));
      return queue;
    },
  };
}
