import { type TargetUser } from '../../integration/dispatcher/target-user.js';
import { type CommandResult } from '../../integration/results/command-result.js';
import { errorEntry } from '../../integration/results/raw-entry.js';
import { methodActionOutput } from './method-action-output.js';
import { type MethodOutcome } from './purge-outcome.js';
import { methodColumns, methodRow } from './registered-methods.js';

/** Whom a purge was for, and what came of it. */
export interface PurgeReport {
  /** As typed. */
  readonly user: string;
  readonly target: TargetUser | undefined;
  readonly outcomes: readonly MethodOutcome[];
  /** Faults that belong to no single method. */
  readonly faults: readonly string[];
  readonly warnings: readonly string[];
}

/** The result of a purge: one note with a row for each method, and one error entry for what is not as it should be. */
export function purgeResult(report: PurgeReport): CommandResult {
  const { user, outcomes } = report;
  const removed = outcomes.filter(({ result }) => result === 'removed').length;
  const wanted = removed + outcomes.filter(({ result }) => result === 'left').length;
  const lines = [...outcomes.filter(({ isFault }) => isFault).map(faultLine), ...report.faults];
  return {
    table: tableOf(`${user} - purge of authentication methods: ${removed} of ${wanted} removed`, outcomes),
    outputs: [actionOf('purge-auth-methods', report, { IsComplete: lines.length === 0 })],
    raw: outcomes.map(contextOf),
    ...(lines.length > 0 && { also: [errorEntry(lines.join('\n'))] }),
    warnings: report.warnings,
  };
}

/** The result of a dry run: the same note, with nothing done. */
export function planResult(report: PurgeReport): CommandResult {
  const { user, outcomes } = report;
  const title = `${user} - plan for a purge of authentication methods: nothing was removed`;
  return {
    table: tableOf(title, outcomes),
    outputs: [actionOf('plan-purge-auth-methods', report, {})],
    raw: outcomes.map(contextOf),
    warnings: report.warnings,
  };
}

function tableOf(title: string, outcomes: readonly MethodOutcome[]) {
  return {
    title,
    columns: ['Result', ...methodColumns, 'Reason'],
    rows: outcomes.map(({ method, result, reason }) => ({
      Result: result,
      ...methodRow(method),
      Reason: reason,
    })),
  };
}

function actionOf(action: string, { user, target, outcomes }: PurgeReport, more: object) {
  return methodActionOutput(action, user, target, { Methods: outcomes.map(contextOf), ...more });
}

function contextOf({ method, result, reason }: MethodOutcome) {
  return {
    Kind: method.kind?.name ?? null,
    Type: method.label,
    ID: method.id,
    DisplayName: method.displayName ?? null,
    Detail: method.detail,
    Created: method.created ?? null,
    Result: result,
    Reason: reason ?? null,
  };
}

function faultLine({ method, result, reason }: MethodOutcome): string {
  const name = [method.displayName, method.detail].filter(Boolean).join(', ');
  const shown = `${method.label} ${method.id}${name === '' ? '' : ` (${name})`}`;
  const isIntruder = result === 'appeared' || result === 'changed';
  return isIntruder
    ? `WARNING: ${shown}: ${reason ?? ''}. Somebody may still be in the account: end the sessions (!msgraph-user-session-revoke), disable it or reset the password, then purge again.`
    : `${shown} is left: ${reason ?? ''}`;
}
