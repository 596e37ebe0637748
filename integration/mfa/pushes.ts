import { SoarError } from '../errors.js';
import { isJsonObject, type JsonObject, parseJson, textAt } from '../json.js';
import { Secret } from '../secret.js';
import { type IntegrationContext } from '../state/store.js';
import { updateContext } from '../state/update-context.js';
import { type MfaConnection } from './connection.js';
import { meaningOf } from './values.js';
import { type MfaAnswer } from './xml-answer.js';

const PUSHES_KEY = 'msgraph_soar_mfa_pushes';

/** How long a prompt may stand on a phone, in milliseconds, where nobody learned that it was answered. */
const OPEN_MS = 60_000;
/** Least time between two prompts of one user, in milliseconds. */
const GAP_MS = 30_000;
/** How many prompts a user gets within the window, in milliseconds. Somebody tired of prompts approves one. */
const MOST_IN_WINDOW = 2;
const WINDOW_MS = 300_000;

/** A prompt that was sent, or is about to be. */
export interface Push {
  /** User principal name in lower case. */
  readonly user: string;
  readonly contextId: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** Until when it counts as open, in milliseconds since 1970. */
  readonly openUntil: number;
  /** What the service knows it by, while its outcome is still to be asked for. */
  readonly sessionId?: string;
  /** Where to ask, if the service named a place of its own. */
  readonly endUrl?: string;
  /** The token that was given for it. */
  readonly token?: Secret;
}

/**
 * Notes that a user is about to be prompted, or refuses: one open prompt at a time, 30 seconds between two, two in
 * five minutes.
 * @throws SoarError that says when the next is possible.
 */
export async function claimPush(
  { store, run }: MfaConnection,
  user: string,
  contextId: string,
): Promise<Push> {
  const now = run.clock.now();
  const push = { user: user.toLowerCase(), contextId, startedAt: now, openUntil: now + OPEN_MS };
  await updateContext(store, (context) => {
    const pushes = pushesIn(context).filter(({ startedAt }) => startedAt > now - WINDOW_MS);
    throwIfTooSoon(
      pushes.filter((other) => other.user === push.user),
      user,
      now,
    );
    return withPushes(context, [...pushes, push]);
  });
  return push;
}

function throwIfTooSoon(earlier: readonly Push[], user: string, now: number): void {
  const last = earlier.at(-1);
  if (!last) return;
  const oldest = earlier.at(-MOST_IN_WINDOW);
  const limits = [
    { until: last.openUntil, why: 'an earlier request is still open' },
    { until: last.startedAt + GAP_MS, why: 'the last request is less than 30 seconds old' },
    { until: oldest ? oldest.startedAt + WINDOW_MS : 0, why: 'there were two requests in five minutes' },
  ];
  const latest = limits.reduce((one, other) => (other.until > one.until ? other : one));
  if (latest.until <= now) return;
  throw new SoarError(
    `${user} was not prompted: ${latest.why}. Somebody who is prompted again and again approves in the end.`,
    `Nothing was sent. The next request is possible in ${Math.ceil((latest.until - now) / 1000)} seconds.`,
  );
}

/**
 * Adds to what is noted of a prompt. A note that cannot be made is not worth losing the prompt, or its outcome, over:
 * the prompt then counts as open for its minute.
 */
export async function notePush(
  connection: MfaConnection,
  contextId: string,
  change: (push: Push) => Push,
): Promise<void> {
  await changePush(connection, contextId, (push) => [change(push)]);
}

/** Takes a prompt out: nobody was prompted after all. */
export async function dropPush(connection: MfaConnection, contextId: string): Promise<void> {
  await changePush(connection, contextId, () => []);
}

/** Notes that a prompt is over. It still counts, unless nobody was prompted. */
export async function settlePush(
  connection: MfaConnection,
  contextId: string,
  answer: MfaAnswer,
): Promise<void> {
  const openUntil = connection.run.clock.now();
  await changePush(connection, contextId, ({ user, startedAt }) =>
    meaningOf(answer).isUnprompted ? [] : [{ user, contextId, startedAt, openUntil }],
  );
}

async function changePush(
  { store, run }: MfaConnection,
  contextId: string,
  change: (push: Push) => readonly Push[],
): Promise<void> {
  try {
    await updateContext(store, (context) =>
      withPushes(
        context,
        pushesIn(context).flatMap((push) => (push.contextId === contextId ? change(push) : [push])),
      ),
    );
  } catch (error) {
    run.log.debug('the MFA request could not be noted', () => ({ contextId, error: String(error) }));
  }
}

/**
 * The prompt of a user whose outcome is still to be asked for.
 * @param contextId Which one; the newest where it is not given.
 */
export async function openPush(
  { store }: MfaConnection,
  user: string,
  contextId: string | undefined,
): Promise<Push | undefined> {
  const { value } = await store.read();
  return pushesIn(value)
    .filter((push) => push.user === user.toLowerCase() && push.sessionId !== undefined)
    .findLast((push) => contextId === undefined || push.contextId === contextId.toLowerCase());
}

function withPushes(context: IntegrationContext, pushes: readonly Push[]): IntegrationContext {
  const inClear = pushes.map(({ token, ...push }) => ({ ...push, ...(token && { token: token.reveal() }) }));
  return { ...context, [PUSHES_KEY]: JSON.stringify(inClear) };
}

function pushesIn(context: IntegrationContext): readonly Push[] {
  const list = parseJson(textAt(context, PUSHES_KEY) ?? '');
  return Array.isArray(list) ? list.filter(isJsonObject).flatMap((push) => readPush(push) ?? []) : [];
}

function readPush(push: JsonObject): Push | undefined {
  const user = textAt(push, 'user');
  const contextId = textAt(push, 'contextId');
  const { startedAt, openUntil } = push;
  if (user === undefined || contextId === undefined) return undefined;
  if (typeof startedAt !== 'number' || typeof openUntil !== 'number') return undefined;
  const sessionId = textAt(push, 'sessionId');
  const endUrl = textAt(push, 'endUrl');
  const token = textAt(push, 'token');
  return {
    ...{ user, contextId, startedAt, openUntil },
    ...(sessionId !== undefined && { sessionId }),
    ...(endUrl !== undefined && { endUrl }),
    ...(token !== undefined && { token: new Secret(token) }),
  };
}
