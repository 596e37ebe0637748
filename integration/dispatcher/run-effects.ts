import { setMaxListeners } from 'node:events';
import { commandMetadata } from '../../generated/commands.js';
import { validators } from '../../generated/validators.js';
import { type CommandName } from '../command.js';
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
import { type Auditor, silentAuditor } from './auditor.js';
import { type Connection } from './connection.js';
import { doEffect, type EffectOutcome } from './effect.js';
import { type EffectArguments, type Part, partsOf } from './effect-parts.js';
import { forbiddenExplainer } from './forbidden.js';
import { createGuard, type Guard } from './guard/guard.js';
import { plan, PlannedWrite, readsOnly } from './guard/plan.js';
import { isLook } from './look.js';
import { manyTargetEntries } from './many-targets.js';
import { missingSentence } from './missing-target.js';
import { resultEntries } from './result-entries.js';
import { type TargetUser } from './target-user.js';

/** A command that changes something, ready to run. */
export interface EffectRun<Name extends CommandName> extends EffectArguments<Name> {
  readonly connection: Connection;
  readonly auditor: Auditor;
  readonly run: Run;
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
  const guard = guardOf(effects);
  if (first && parts.length === 1) {
    return singleEntries(await effectOn(first, effects, { guard, claim: () => undefined }), effects);
  }
  // Every target listens for the cancel of the one command; that is no leak.
  if (run.signal) setMaxListeners(0, run.signal);
  const quiet = { ...run, onWait: toldOnce(run) };
  const together = {
    guard,
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
  readonly guard: Guard;
  readonly gathered?: HttpClient;
  /** Notes that a user is acted on under a name; gives the name that came before, if any. */
  readonly claim: (id: string, typed: string) => string | undefined;
}

function guardOf<Name extends CommandName>({ name, args, connection, run }: EffectRun<Name>): Guard {
  const { settings, http, tokens, throttles } = connection;
  const graph = createGraphClient({ graphUrl: settings.graphUrl, http, tokens, throttles }, run);
  return createGuard({ command: name, args: isJsonObject(args) ? args : {}, settings, tokens, graph, run });
}

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

async function effectOn<Name extends CommandName>(
  { typed, args, bound }: Part<Name>,
  effects: EffectRun<Name>,
  together: Together,
): Promise<EffectOutcome> {
  const { registry, name, connection, auditor, run } = effects;
  const { settings, http, tokens, state, throttles } = connection;
  const { guard, gathered, claim } = together;
  const isDryRun = args['dry_run'] === true;
  const metadata = commandMetadata[name];
  const isOnlyLook = isLook(metadata, bound);
  const changes: GraphChange[] = [];
  const access = {
    graphUrl: settings.graphUrl,
    http,
    tokens,
    throttles,
    ...(gathered && { gathered }),
    explainForbidden: forbiddenExplainer(name, settings.signIn.flow),
    onChange: (change: GraphChange) => changes.push(change),
  };
  const graph = createGraphClient(access, run);
  const act = async (target: TargetUser | undefined): Promise<CommandResult> => {
    if (typed !== undefined && !isOnlyLook) await guard(typed, target);
    const { default: command } = await registry[name]();
    const context = { tokens, settings, state, run, ...(target && { target }) };
    if (!isDryRun) return resultOf(await command.run(bound, { ...context, graph }));
    return Promise.resolve(command.run(bound, { ...context, graph: readsOnly(graph) }))
      .then(resultOf)
      .catch((planned: unknown) => {
        if (!(planned instanceof PlannedWrite)) throw planned;
        return plan({ command: name, metadata, typed, target, planned, graph, tokens, run });
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
    // Neither a dry run nor a look does anything that could be written down.
    auditor: isDryRun || isOnlyLook ? silentAuditor : auditor,
    claim: (id) => (typed === undefined ? undefined : claim(id, typed)),
    act,
  });
  const asked = { metadata, args, resolved: outcome.target?.id };
  const missing = missingSentence(outcome.error, asked, settings);
  return { ...outcome, ...(missing !== undefined && { missing }), ...(isDryRun && { isPlan: true }) };
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
