import { type CommandContext } from '../../integration/command.js';
import { isUnknown } from '../../integration/dispatcher/effect.js';
import { SoarError } from '../../integration/errors.js';
import { path } from '../../integration/graph/path.js';
import { isJsonObject, type JsonObject, textAt } from '../../integration/json.js';
import { Secret } from '../../integration/secret.js';
import { explainOwnAccount } from '../users/own-account.js';
import { withUnknownOutcome } from '../users/unknown-outcome.js';
import { type EarlierPasses } from './earlier-passes.js';
import { firstLine } from './failed-read.js';
import { passesOf, withoutCode } from './passes.js';

/** A pass that Graph has just made. */
export interface NewPass {
  readonly pass: JsonObject;
  /** What one signs in with. Graph gives it this once. */
  readonly code: Secret;
}

/**
 * Makes a pass. It is asked for once: a repeat would replace a pass that may already exist by another (rule R32). Where
 * the answer is lost, a new pass is looked for and deleted, because nobody can know its code.
 * @param body As Graph takes it.
 * @throws SoarError that says whether a pass was left behind.
 */
export async function makePass(
  user: string,
  body: JsonObject,
  earlier: EarlierPasses,
  context: CommandContext,
): Promise<NewPass> {
  const id = context.target?.id ?? user;
  let answer: unknown;
  try {
    answer = await context.graph.post(path`users/${id}/authentication/temporaryAccessPassMethods`, body, {
      idempotent: false,
    });
  } catch (error) {
    if (!isUnknown(error)) throw await explainOwnAccount(error, 'make a pass for themselves', context);
    throw withUnknownOutcome(error, await cleanUp(user, earlier, context));
  }
  const pass = isJsonObject(answer) ? answer : {};
  const code = textAt(pass, 'temporaryAccessPass') ?? '';
  if (code !== '') return { pass: withoutCode(pass), code: new Secret(code) };
  const outcome = await cleanUp(user, earlier, context);
  throw new SoarError('Graph answered that a pass was made, and did not give its code.', outcome);
}

/**
 * Deletes a pass whose code nobody has.
 * @returns What became of it, in a sentence.
 */
export async function takeBack(
  user: string,
  { id }: JsonObject,
  { graph, target }: CommandContext,
): Promise<string> {
  const pass = typeof id === 'string' ? id : '';
  try {
    await graph.delete(path`users/${target?.id ?? user}/authentication/temporaryAccessPassMethods/${pass}`);
    return `The new pass (${pass}) was deleted again.`;
  } catch (error) {
    return `The new pass (${pass}) could not be deleted: ${firstLine(error)} Delete it: !msgraph-user-tap-policy-delete user_id=\`${user}\` policy_id=${pass}`;
  }
}

/** Looks for a pass that was made although its answer was lost, and deletes it. @returns What was found, and what to do. */
async function cleanUp(user: string, earlier: EarlierPasses, context: CommandContext): Promise<string> {
  const look = `!msgraph-user-tap-policy-list user_id=\`${user}\``;
  if (earlier.failure !== undefined) {
    return `It is not known whether a pass was made. Look with ${look}, and delete a pass whose code nobody has.`;
  }
  try {
    const passes = await passesOf(context.graph, context.target?.id ?? user);
    const [added] = passes.filter(({ id }) => !earlier.ids.includes(id));
    if (added) return `${await takeBack(user, added, context)} Its code was lost with the answer. Try again.`;
    return `No new pass is there so far; one may appear in the next minutes. Look with ${look} before trying again.`;
  } catch (error) {
    return `It is not known whether a pass was made, and the look failed: ${firstLine(error)} Look with ${look}, and delete a pass whose code nobody has.`;
  }
}
