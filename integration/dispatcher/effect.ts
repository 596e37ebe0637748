import { randomUUID } from 'node:crypto';
import { type AuditIntent, type AuditOutcome } from '../audit/trail.js';
import {
  AuthError,
  CancelledError,
  GraphError,
  ProtectedError,
  SoarError,
  ThrottledError,
  TransportError,
} from '../errors.js';
import { type GraphChange, type GraphClient } from '../graph/client.js';
import { type JsonObject } from '../json.js';
import { type CommandResult } from '../results/command-result.js';
import { isErrorEntry } from '../results/raw-entry.js';
import { type Auditor } from './auditor.js';
import { readTargetUser, type TargetReading, type TargetUser } from './target-user.js';

/** What an effect on one target came to. */
export interface EffectOutcome {
  /** The target as it was typed; empty for an effect that is not on a person. */
  readonly typed: string;
  readonly target: TargetUser | undefined;
  readonly result?: CommandResult;
  readonly error?: unknown;
  /** What playbooks are told instead of the error. */
  readonly missing?: string;
  /** Another name in the same command that turned out to be the same user, who was acted on under that one. */
  readonly sameAs?: string;
  /** Whether it was a dry run: the result tells what would be done. */
  readonly isPlan?: true;
}

/** One effect to do. */
export interface Effect {
  /** The user as typed; undefined for an effect that is not on a person. */
  readonly typed: string | undefined;
  /** The arguments for this one target, secrets masked, for the audit. */
  readonly args: JsonObject;
  readonly reason: string | undefined;
  readonly graph: GraphClient;
  /** What the graph client changed so far, with what Graph answered. */
  readonly changes: readonly GraphChange[];
  readonly auditor: Auditor;
  /** Claims a user for this target: the name that another target of the same command claimed them under, if any. */
  readonly claim: (id: string) => string | undefined;
  /** Runs the handler. */
  readonly act: (target: TargetUser | undefined) => Promise<CommandResult>;
}

/**
 * Does one effect: reads the target, writes down what is about to happen, acts, writes down what became of it. Every
 * failure is part of the outcome.
 */
export async function doEffect(effect: Effect): Promise<EffectOutcome> {
  const { auditor, act, changes } = effect;
  const typed = effect.typed ?? '';
  let target: TargetUser | undefined;
  try {
    const reading = effect.typed === undefined ? undefined : await readTargetUser(effect.graph, effect.typed);
    target = reading && 'user' in reading ? reading.user : undefined;
    const sameAs = target && effect.claim(target.id);
    if (sameAs !== undefined) return { typed, target, sameAs };
    const id = randomUUID();
    await auditor.before(intent(id, effect, target));
    const outcome = await act(target).then(
      (result): EffectOutcome => ({ typed, target, result: withReadingWarning(result, reading) }),
      (error: unknown): EffectOutcome => ({ typed, target, error }),
    );
    const warning = await auditor.after(auditOutcome(id, outcome, changes));
    return warning && outcome.result ? { ...outcome, result: withWarning(outcome.result, warning) } : outcome;
  } catch (error) {
    return { typed, target, error };
  }
}

/** Whether nothing was done to this target, and the same line may simply be run again for it. */
export function isNotTried({ error }: EffectOutcome): boolean {
  return error instanceof ThrottledError || (error instanceof CancelledError && !error.sent);
}

function intent(
  id: string,
  { typed, args, reason }: Effect,
  target: TargetUser | undefined,
): Pick<AuditIntent, 'id' | 'args' | 'typed' | 'resolved' | 'prior' | 'reason'> {
  const resolved: JsonObject | null = target
    ? { id: target.id, userPrincipalName: target.userPrincipalName }
    : null;
  const prior: JsonObject | null = target
    ? { accountEnabled: target.accountEnabled ?? null, sessionsValidFrom: target.sessionsValidFrom ?? null }
    : null;
  return { id, args, typed: typed ?? null, resolved, prior, reason: reason ?? null };
}

function auditOutcome(
  id: string,
  { error, result }: EffectOutcome,
  changes: readonly GraphChange[],
): AuditOutcome {
  const fault = result && faultOf(result);
  const isDone = result !== undefined && fault === undefined;
  const last = changes.at(-1);
  const failure = error instanceof GraphError ? error.failure : undefined;
  return {
    id,
    outcome: isDone ? 'done' : failureWord(error, result),
    status: last?.status ?? failure?.status ?? null,
    requestId: last?.requestId ?? failure?.requestId ?? null,
    clientRequestId: last?.clientRequestId ?? failure?.clientRequestId ?? null,
    error: isDone ? null : (fault ?? (error instanceof Error ? error.message : String(error))),
  };
}

/** What a result says did not work: its failure, or the error entries beside its note, as for a part of several. */
function faultOf({ failure, also = [] }: CommandResult): string | undefined {
  const error = also.find(isErrorEntry);
  return failure?.text ?? (error && String(error.Contents));
}

function failureWord(error: unknown, result: CommandResult | undefined): 'refused' | 'unknown' | 'failed' {
  if (error instanceof ProtectedError) return 'refused';
  return isUnknown(error) || result?.failure?.isUnknown ? 'unknown' : 'failed';
}

/** Whether nobody can tell that nothing happened: the request was sent and no answer decided it (rule R32). */
export function isUnknown(error: unknown): boolean {
  if (error instanceof TransportError) return error.sent;
  if (error instanceof CancelledError) return error.sent;
  if (error instanceof AuthError) return error.details.mayBeDone === true;
  if (!(error instanceof GraphError)) return false;
  const { status, mayBeDone } = error.failure;
  return status < 400 || status >= 500 || mayBeDone === true;
}

function withReadingWarning(result: CommandResult, reading: TargetReading | undefined): CommandResult {
  if (!reading || 'user' in reading) return result;
  const [cause] =
    reading.failure instanceof SoarError ? reading.failure.message.split('\n') : [String(reading.failure)];
  return withWarning(
    result,
    `The account could not be read before, so nothing is known of its directory sync or kind: ${cause ?? ''}`,
  );
}

function withWarning(result: CommandResult, warning: string): CommandResult {
  return { ...result, warnings: [...(result.warnings ?? []), warning] };
}
