import { type AuditActor, type AuditIntent, type AuditOutcome, type AuditTrail } from '../audit/trail.js';
import { SettingsError } from '../errors.js';
import { type JsonObject } from '../json.js';

/** Where a surface writes effects down, and in whose name. */
export interface AuditSource {
  readonly trail: AuditTrail;
  readonly actor: AuditActor;
  /** The surface's name. */
  readonly surface: string;
}

/** Writes down the effects of one command. */
export interface Auditor {
  /** @throws SettingsError when recording is required and fails: the effect must not begin. */
  before(intent: Pick<AuditIntent, 'id' | 'args' | 'typed' | 'resolved' | 'prior' | 'reason'>): Promise<void>;
  /** Returns what to tell the analyst where the outcome could not be recorded although it must be. */
  after(outcome: AuditOutcome): Promise<string | undefined>;
}

/** Writes nothing down. */
export const silentAuditor: Auditor = {
  before: () => Promise.resolve(),
  after: () => Promise.resolve(undefined),
};

/**
 * Makes the auditor of one command.
 * @param open Opens the surface's trail when the first effect begins; undefined where the surface keeps none.
 * @param isRequired The instance's `audit=required`.
 * @param warn Told about a record that could not be written where that is not required.
 */
export function createAuditor(
  open: (() => Promise<AuditSource>) | undefined,
  command: { readonly command: string; readonly on: JsonObject },
  isRequired: boolean,
  warn: (text: string) => void,
): Auditor {
  const notRecorded = (error: unknown): string =>
    `The audit trail could not be written: ${error instanceof Error ? error.message : String(error)}`;
  // Once, however many effects begin at the same time: trails of one file would only wait for each other.
  let opening: Promise<AuditSource> | undefined;
  let source: AuditSource | undefined;
  return {
    async before(intent) {
      if (!open) {
        if (isRequired) throw refusal('there is no audit trail here');
        return;
      }
      try {
        opening ??= open();
        source = await opening;
        await source.trail.before({ ...command, ...intent, actor: source.actor, surface: source.surface });
      } catch (error) {
        if (isRequired) throw refusal(notRecorded(error));
        warn(notRecorded(error));
      }
    },
    async after(outcome) {
      try {
        await source?.trail.after(outcome);
        return undefined;
      } catch (error) {
        warn(notRecorded(error));
        return isRequired ? notRecorded(error) : undefined;
      }
    },
  };
}

function refusal(why: string): SettingsError {
  return new SettingsError(
    `Nothing was done: this instance wants every effect recorded (audit=required), and ${why}.`,
    'Make the audit file writable, or change the parameter.',
  );
}
