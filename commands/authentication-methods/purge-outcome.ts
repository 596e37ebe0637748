import { SoarError } from '../../integration/errors.js';
import { isDefaultRefusal } from './default-refusal.js';
import { type Attempt } from './evict.js';
import { isSame } from './look-again.js';
import { type PurgePlan } from './purge-plan.js';
import { isPassword, type RegisteredMethod } from './registered-methods.js';

/** What became of one method, or what is going to. */
export interface MethodOutcome {
  readonly method: RegisteredMethod;
  readonly result:
    'removed' | 'left' | 'kept' | 'appeared' | 'changed' | 'would be removed' | 'would be left';
  readonly reason?: string;
  /** Whether somebody has to look after it. */
  readonly isFault?: true;
}

/** What would be another's under an ID that stays the same. */
const telling = ['displayName', 'phoneNumber', 'emailAddress'];

const PASSWORD_STAYS = 'the password is never removed';
const NAMED = 'named in keep';
const fault = { isFault: true } as const;

/** What a purge would do. */
export function plannedOutcomes({ evicted, kept, beyondReach }: PurgePlan): readonly MethodOutcome[] {
  return [
    ...evicted.map((method): MethodOutcome => ({ method, result: 'would be removed' })),
    ...beyondReach.map((method): MethodOutcome => ({
      method,
      result: 'would be left',
      reason: noCommand(method),
      ...fault,
    })),
    ...kept.map(keptOutcome),
  ];
}

/**
 * What a purge came to: what is listed afterwards decides, not what Graph said to the deletions.
 * @param left Undefined where the second list could not be read.
 */
export function outcomes(
  plan: PurgePlan,
  attempts: readonly Attempt[],
  left: readonly RegisteredMethod[] | undefined,
): readonly MethodOutcome[] {
  const known = [...plan.evicted, ...plan.kept, ...plan.beyondReach];
  const listed = (method: RegisteredMethod) => left?.find((other) => isSame(method, other));
  const ending = attempts.findLast(({ error }) => error !== undefined)?.error;
  return [
    ...attempts.map((attempt) =>
      attemptOutcome(attempt, left && listed(attempt.method) !== undefined, ending),
    ),
    ...plan.beyondReach.map((method) => {
      const isGone = left !== undefined && !listed(method);
      return isGone ? goneOutcome(method) : leftOutcome(method, noCommand(method));
    }),
    ...plan.kept.map((method) => keptOutcomeNow(method, left ? listed(method) : method)),
    ...(left ?? [])
      .filter((method) => !known.some((other) => isSame(method, other)))
      .map((method): MethodOutcome => ({
        method,
        result: 'appeared',
        reason: 'it was registered while the purge ran',
        ...fault,
      })),
  ];
}

function attemptOutcome(
  { method, error, isNotTried }: Attempt,
  isListed: boolean | undefined,
  ending: unknown,
): MethodOutcome {
  const isDone = error === undefined && !isNotTried;
  if (isListed === false || (isListed === undefined && isDone)) return { method, result: 'removed' };
  if (isNotTried) return leftOutcome(method, `it was not tried: ${reasonOf(ending)}`);
  if (error !== undefined) return leftOutcome(method, reasonOf(error));
  return leftOutcome(
    method,
    'Graph deleted it and lists it again: it was registered anew, or the list lags behind; look again in a minute',
  );
}

function leftOutcome(method: RegisteredMethod, reason: string): MethodOutcome {
  return { method, result: 'left', reason, ...fault };
}

function goneOutcome(method: RegisteredMethod): MethodOutcome {
  return { method, result: 'removed', reason: 'by somebody else, while the purge ran' };
}

function keptOutcome(method: RegisteredMethod): MethodOutcome {
  return { method, result: 'kept', reason: isPassword(method) ? PASSWORD_STAYS : NAMED };
}

/** Phones and e-mail addresses have the same IDs for everybody, so that another number may hide behind a kept one. */
function keptOutcomeNow(method: RegisteredMethod, now: RegisteredMethod | undefined): MethodOutcome {
  if (!now) return goneOutcome(method);
  if (telling.every((property) => now.json[property] === method.json[property])) return keptOutcome(method);
  const reason = `it was changed while the purge ran, from ${method.detail || 'nothing'}`;
  return { method: now, result: 'changed', reason, ...fault };
}

function noCommand({ type }: RegisteredMethod): string {
  return `no command deletes methods of the type ${type || 'that Graph does not tell'}`;
}

/** Why something failed, on one line. */
export function reasonOf(error: unknown): string {
  const text = error instanceof SoarError ? error.text : String(error);
  const advice = isDefaultRefusal(error)
    ? ' It is the default method: it can go once another default is set, or no other method is left.'
    : '';
  return text.replaceAll('\n', ' ') + advice;
}
