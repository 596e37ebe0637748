import { type CommandArguments } from '../../generated/arguments.js';
import { type CommandName, type Registry } from '../command.js';
import { ArgumentError, CancelledError } from '../errors.js';
import { createGraphClient, type GraphChange } from '../graph/client.js';
import { isJsonObject, type JsonObject } from '../json.js';
import { type CommandResult, toEntries } from '../results/command-result.js';
import { type Entry } from '../results/entry.js';
import { toPlain } from '../results/plain.js';
import { entriesFromAnything } from '../results/raw-entry.js';
import { type Run } from '../run.js';
import { type Auditor } from './auditor.js';
import { type Connection } from './connection.js';
import { doEffect, type EffectOutcome } from './effect.js';
import { forbiddenExplainer } from './forbidden.js';
import { manyTargetEntries } from './many-targets.js';
import { missingUserSentence } from './missing-target.js';
import { type TargetUser } from './target-user.js';

/** The arguments that every effect on users takes, as they are bound: several users, and why. */
interface EffectArguments {
  readonly user: readonly string[];
  readonly reason?: string;
  readonly max_targets: number;
}

/**
 * The arguments of a command that acts on users.
 * @param args As bound, with a list in the place of the single user that the handler gets.
 */
export function effectArguments(args: unknown): EffectArguments {
  const { user, reason, max_targets: maxTargets } = isJsonObject(args) ? args : {};
  const users: unknown[] = Array.isArray(user) ? user : [];
  return {
    ...(isJsonObject(args) && args),
    user: users.filter((one) => typeof one === 'string'),
    ...(typeof reason === 'string' && { reason }),
    max_targets: typeof maxTargets === 'number' ? maxTargets : users.length,
  };
}

/** Arguments for the audit trail: secrets show as `***`. */
export function maskedArguments(args: unknown): JsonObject {
  const plain = toPlain(args);
  return isJsonObject(plain) ? plain : {};
}

/** A command that acts on users, ready to run. */
export interface EffectRun<Name extends CommandName> {
  readonly registry: Registry;
  readonly name: Name;
  readonly args: EffectArguments;
  readonly connection: Connection;
  readonly auditor: Auditor;
  readonly run: Run;
}

/**
 * Runs an effect command: its handler once for each user, one after another. One user behaves exactly as a command for
 * one (rule R29).
 * @throws ArgumentError when more users are named than `max_targets` allows; nothing was done then.
 */
export async function runEffects<Name extends CommandName>(effects: EffectRun<Name>): Promise<Entry[]> {
  const { args, connection, run, name } = effects;
  const users = withoutDuplicates(args.user);
  if (users.length > args.max_targets) {
    throw new ArgumentError(
      `user holds ${users.length} users, and max_targets is ${args.max_targets}.`,
      'Nothing was done. Raise max_targets if they are all meant.',
    );
  }
  const outcomes: EffectOutcome[] = [];
  for (const user of users) {
    if (outcomes.length > 0 && (run.signal.aborted || run.clock.now() >= run.deadline)) break;
    const outcome = await effectOn(user, effects).catch((error: unknown): undefined => {
      // Cancelled before anything happened to this user: they are among those not tried.
      if (error instanceof CancelledError && outcomes.length > 0) return undefined;
      throw error;
    });
    if (!outcome) break;
    outcomes.push(outcome);
  }
  const [only] = outcomes;
  if (only && users.length === 1) return singleEntries(only, connection);
  return manyTargetEntries(
    { command: name, outcomes, remaining: users.slice(outcomes.length) },
    connection.settings,
  );
}

/** Names in Graph do not tell case apart; the first spelling stays. */
function withoutDuplicates(users: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return users.filter((user) => seen.size < seen.add(user.toLowerCase()).size);
}

async function effectOn<Name extends CommandName>(
  user: string,
  effects: EffectRun<Name>,
): Promise<EffectOutcome> {
  const { registry, name, args, connection, auditor, run } = effects;
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
    const one: unknown = { ...args, user };
    // The handler's argument type is the bound one with a single user in the place of the list.
    return command.run(one as CommandArguments[Name], {
      graph,
      tokens,
      settings,
      state,
      run,
      ...(target && { target }),
    });
  };
  return doEffect({ typed: user, reason: args.reason, graph, changes, auditor, act });
}

/** @throws the failure itself, unless playbooks know a sentence for it. */
function singleEntries({ typed, result, error }: EffectOutcome, { settings }: Connection): Entry[] {
  if (result) return toEntries(result);
  const sentence = missingUserSentence(error, typed, settings);
  if (sentence === undefined) throw error;
  return entriesFromAnything(sentence);
}
