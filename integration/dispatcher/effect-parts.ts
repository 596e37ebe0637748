import { type CommandArguments } from '../../generated/arguments.js';
import { commandMetadata } from '../../generated/commands.js';
import { type CommandName, type Registry } from '../command.js';
import { ArgumentError } from '../errors.js';
import { isJsonObject, type JsonObject } from '../json.js';
import { checkOverride } from './guard/guard.js';

/** One run of the handler: for a user, or for an effect that is not on a person. */
export interface Part<Name extends CommandName> {
  readonly typed: string | undefined;
  /** With a single user in the place of the list. */
  readonly args: JsonObject;
  /** The same, as the handler takes them. */
  readonly bound: CommandArguments[Name];
}

/** What can be checked before an effect begins. */
export interface EffectArguments<Name extends CommandName> {
  readonly registry: Registry;
  readonly name: Name;
  /** As bound. */
  readonly args: CommandArguments[Name];
}

/**
 * Checks what the schema of an effect command cannot say, for each of its users.
 * @throws ArgumentError
 */
export async function checkEffects<Name extends CommandName>(effects: EffectArguments<Name>): Promise<void> {
  const { default: command } = await effects.registry[effects.name]();
  for (const { args, bound } of partsOf(effects)) {
    checkOverride(args);
    command.check?.(bound);
  }
}

/**
 * The runs that a command comes to: one for each user, or one for an effect that is not on a person.
 * @throws ArgumentError when more users are named than `max_targets` allows, or not as many as `expected_count` says.
 */
export function partsOf<Name extends CommandName>({
  name,
  args: bound,
}: EffectArguments<Name>): readonly Part<Name>[] {
  const args: JsonObject = isJsonObject(bound) ? bound : {};
  const { actsOn } = commandMetadata[name];
  if (!actsOn) return [{ typed: undefined, args, bound }];
  const given = args[actsOn];
  if (!Array.isArray(given)) return [{ typed: typeof given === 'string' ? given : undefined, args, bound }];
  const users = withoutDuplicates(given.filter((user) => typeof user === 'string'));
  const { max_targets: max, expected_count: expected } = args;
  if (typeof expected === 'number' && users.length !== expected) {
    throw new ArgumentError(
      `${actsOn} holds ${users.length} different users, and expected_count is ${expected}.`,
      'Nothing was done. Look where the others are, or where these come from.',
    );
  }
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
