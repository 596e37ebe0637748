import { setMaxListeners } from 'node:events';
import { type CommandArguments } from '../../generated/arguments.js';
import { commandMetadata } from '../../generated/commands.js';
import { validators } from '../../generated/validators.js';
import { type CommandName, type Registry } from '../command.js';
import { ArgumentError } from '../errors.js';
import { createGraphClient, type GraphChange } from '../graph/client.js';
import { gatherRequests } from '../graph/gathering.js';
import { type HttpClient } from '../http/client.js';
import { isJsonObject, type JsonObject } from '../json.js';
import { type EffectiveSchema } from '../manifest/effective-schema.js';
import { type CommandResult } from '../results/command-result.js';
import { type Entry } from '../results/entry.js';
import { resultOf } from '../results/long-list.js';
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

/** What can be checked before an effect begins. */
type EffectArguments<Name extends CommandName> = Pick<EffectRun<Name>, 'registry' | 'name' | 'args'>;

/**
 * Checks what the schema of an effect command cannot say, for each of its users.
 * @throws ArgumentError
 */
export async function checkEffects<Name extends CommandName>(effects: EffectArguments<Name>): Promise<void> {
  const { default: command } = await effects.registry[effects.name]();
  for (const { bound } of partsOf(effects)) command.check?.(bound);
}

/**
 * Runs an effect command: its handler once for each user, all started at once, their requests gathered. One user
 * behaves exactly as a command for one (rule R29).
 * @throws ArgumentError when more users are named than `max_targets` allows; nothing was done then.
 */
export async function runEffects<Name extends CommandName>(effects: EffectRun<Name>): Promise<Entry[]> {
  const { run, name, connection } = effects;
  const parts = partsOf(effects);
  const [first] = parts;
  if (first && parts.length === 1) return singleEntries(await effectOn(first, effects), effects);
  // Every target listens for the cancel of the one command; that is no leak.
  setMaxListeners(0, run.signal);
  const quiet = { ...run, onWait: toldOnce(run) };
  const together = {
    gathered: gatherRequests(connection.http, connection.settings.graphUrl),
    claim: claims(),
  };
  let finished = 0;
  const outcomes = await Promise.all(
    parts.map(async (part) => {
      const outcome = await effectOn(part, { ...effects, run: quiet }, together);
      finished += 1;
      run.onProgress(finished, parts.length);
      return outcome;
    }),
  );
  return manyTargetEntries(name, outcomes);
}

/** What the targets of one command share. */
interface Together {
  readonly gathered?: HttpClient;
  /** Notes that a user is acted on under a name; gives the name that came before, if any. */
  readonly claim: (id: string, typed: string) => string | undefined;
}

const alone: Together = { claim: () => undefined };

function claims(): Together['claim'] {
  const names = new Map<string, string>();
  return (id, typed) => {
    const before = names.get(id);
    if (before === undefined) names.set(id, typed);
    return before;
  };
}

/** The targets of one command wait together: one of them says so. */
function toldOnce({ clock, onWait }: Run): Run['onWait'] {
  let toldUntil = 0;
  return (reason, seconds) => {
    const until = clock.now() + seconds * 1000;
    if (until <= toldUntil) return;
    toldUntil = until;
    onWait(reason, seconds);
  };
}

function partsOf<Name extends CommandName>({
  name,
  args: bound,
}: EffectArguments<Name>): readonly Part<Name>[] {
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
  together: Together = alone,
): Promise<EffectOutcome> {
  const { registry, name, connection, auditor, run } = effects;
  const { settings, http, tokens, state, throttles } = connection;
  const { gathered, claim } = together;
  const changes: GraphChange[] = [];
  const access = {
    graphUrl: settings.graphUrl,
    http,
    tokens,
    throttles,
    ...(gathered && { gathered }),
    explainForbidden: forbiddenExplainer(name),
    onChange: (change: GraphChange) => changes.push(change),
  };
  const graph = createGraphClient(access, run);
  const act = async (target: TargetUser | undefined): Promise<CommandResult> => {
    const { default: command } = await registry[name]();
    const context = { graph, tokens, settings, state, run, ...(target && { target }) };
    return resultOf(await command.run(bound, context));
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
    claim: (id) => (typed === undefined ? undefined : claim(id, typed)),
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
