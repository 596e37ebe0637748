import { type CommandContext } from '../../integration/command.js';
import { type AnsweredPush } from '../../integration/mfa/outcome.js';
import { type CommandResult } from '../../integration/results/command-result.js';
import { defaultMethodOf } from './default-method.js';
import { endedResult } from './outcome-result.js';

/** The result of a prompt that came to its end; where nobody could be prompted, the default method is looked up. */
export async function promptedResult(
  asked: AnsweredPush,
  how: { readonly user: string; readonly failOnReject: boolean },
  context: CommandContext,
): Promise<CommandResult> {
  const { outcome } = asked;
  const isOtherMethod = outcome.result === 'not_pushable';
  const id = context.target?.id ?? how.user;
  const defaultMethod = isOtherMethod ? await defaultMethodOf(id, context) : undefined;
  return endedResult({ ...how, asked, outcome, defaultMethod, now: context.run.clock.now() });
}
