import { type CommandArguments } from '../../generated/arguments.js';
import { commandMetadata } from '../../generated/commands.js';
import { validators } from '../../generated/validators.js';
import { type CommandName, type Registry } from '../command.js';
import { ArgumentError, CancelledError } from '../errors.js';
import { createGraphClient, type GraphChange } from '../graph/client.js';
import { isJsonObject, type JsonObject } from '../json.js';
import { type EffectiveSchema } from '../manifest/effective-schema.js';
import { type CommandResult } from '../results/command-result.js';
import { type Entry } from '../results/entry.js';
import { toPlain } from '../results/plain.js';
import { entriesFromAnything } from '../results/raw-entry.js';
import { type Run } from '../run.js';
import { isHiddenValue } from './arguments.js';
import { type Auditor } from './auditor.js';
import { type Connection } from './connection.js';
import { doEffect, type EffectOutcome } from './effect.js';
import { forbiddenExplainer } from './forbidden.js';
import { manyTargetEntries } from './many-targets.js';
import { missingSentence } from './missing-target.js';
import { resultEntries } from './result-entries.js';
import { type TargetUser } from './target-user.js';

/** A command that changes something, ready to run. */
export interface EffectRun<Name extends CommandName> {
  readonly registry: Registry;
  readonly name: Name;
  /** As bound. */
  readonly args: CommandArguments[Name];
  readonly connection: Connection;
  readonly auditor: Auditor;
  readonly run: Run;
}

/** One run of the handler: for a user, or for an effect that is not on a person. */
interface Part<Name extends CommandName> {
  readonly typed: string | undefined;
  /** With a single user in the place of the list. */
  readonly args: JsonObject;
  /** The same, as the handler takes them. */
  readonly bound: CommandArguments[Name];
}

/**
 * Runs an effect command: its handler once for each user, one after another. One user behaves exactly as a command for
 * one (rule R29).
 * @throws ArgumentError when more users are named than `max_targets` allows; nothing was done then.
 */
export async function runEffects<Name extends CommandName>(effects: EffectRun<Name>): Promise<Entry[]> {
  const { run, name } = effects;
  const parts = partsOf(effects);
  await checkParts(parts, effects);
  const outcomes: EffectOutcome[] = [];
  for (const part of parts) {
    if (outcomes.length > 0 && (run.signal.aborted || run.clock.now() >= run.deadline)) break;
    const outcome = await effectOn(part, effects).catch((error: unknown): undefined => {
      // Cancelled before anything happened to this user: they are among those not tried.
      if (error instanceof CancelledError && outcomes.length > 0) return undefined;
      throw error;
    });
    if (!outcome) break;
    outcomes.push(outcome);
  }
  const [only] = outcomes;
  if (only && parts.length === 1) return singleEntries(only, effects);
  const remaining = parts.slice(outcomes.length).map(({ typed }) => typed ?? '');
  return manyTargetEntries({ command: name, outcomes, remaining });
}

/** @throws ArgumentError before anything is sent, for whichever of the users. */
async function checkParts<Name extends CommandName>(
  parts: readonly Part<Name>[],
  { registry, name }: EffectRun<Name>,
): Promise<void> {
  const { default: command } = await registry[name]();
  for (const { bound } of parts) command.check?.(bound);
}

function partsOf<Name extends CommandName>({ name, args: bound }: EffectRun<Name>): readonly Part<Name>[] {
  const args: JsonObject = isJsonObject(bound) ? bound : {};
  const { actsOn } = commandMetadata[name];
  if (!actsOn) return [{ typed: undefined, args, bound }];
  const given = args[actsOn];
  if (!Array.isArray(given)) return [{ typed: typeof given === 'string' ? given : undefined, args, bound }];
  const users = withoutDuplicates(given.filter((user) => typeof user === 'string'));
  const { max_targets: max } = args;
  if (typeof max === 'number' && users.length > max) {
    throw new ArgumentError(
      `${actsOn} holds ${users.length} users, and max_targets is ${max}.`,
      'Nothing was done. Raise max_targets if they are all meant.',
    );
  }
  return users.map((user) => {
    const one: JsonObject = { ...args, [actsOn]: user };
    const asBound: unknown = one;
    // The handler's argument type is the bound one with a single user in the place of the list.
    return { typed: user, args: one, bound: asBound as CommandArguments[Name] };
  });
}

/** Names in Graph do not tell case apart; the first spelling stays. */
function withoutDuplicates(users: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return users.filter((user) => seen.size < seen.add(user.toLowerCase()).size);
}

async function effectOn<Name extends CommandName>(
  { typed, args, bound }: Part<Name>,
  effects: EffectRun<Name>,
): Promise<EffectOutcome> {
  const { registry, name, connection, auditor, run } = effects;
  const { settings, http, tokens, state } = connection;
  const changes: GraphChange[] = [];
  const access = {
    graphUrl: settings.graphUrl,
    http,
    tokens,
    explainForbidden: forbiddenExplainer(name),
    onChange: (change: GraphChange) => changes.push(change),
  };
  const graph = createGraphClient(access, run);
  const act = async (target: TargetUser | undefined): Promise<CommandResult> => {
    const { default: command } = await registry[name]();
    return command.run(bound, {
      graph,
      tokens,
      settings,
      state,
      run,
      ...(target && { target }),
    });
  };
  const { reason } = args;
  const { schema } = await validators[name]();
  const outcome = await doEffect({
    typed,
    args: maskedArguments(args, schema),
    reason: typeof reason === 'string' ? reason : undefined,
    graph,
    changes,
    auditor,
    act,
  });
  const asked = { metadata: commandMetadata[name], args, resolved: outcome.target?.id };
  const missing = missingSentence(outcome.error, asked, settings);
  return { ...outcome, ...(missing !== undefined && { missing }) };
}

/** Arguments for the audit trail: secrets, and arguments that hold one, show as `***`. */
function maskedArguments(args: JsonObject, { properties }: EffectiveSchema): JsonObject {
  const masked = Object.entries(args).map(([name, value]) => [
    name,
    isHiddenValue(value, properties[name]) ? '***' : value,
  ]);
  const plain = toPlain(Object.fromEntries(masked));
  return isJsonObject(plain) ? plain : {};
}

/** @throws the failure itself, unless playbooks know a sentence for it. */
function singleEntries<Name extends CommandName>(
  { result, error, missing }: EffectOutcome,
  { run }: EffectRun<Name>,
): Entry[] {
  if (result) return resultEntries(result, run);
  if (missing === undefined) throw error;
  return entriesFromAnything(missing);
}
