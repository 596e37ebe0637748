import { forgetSignIns } from '../../integration/auth/forget.js';
import { type CommandContext } from '../../integration/command.js';
import { type CommandResult, toEntries } from '../../integration/results/command-result.js';

/** The sentence that scripts know (rule R25). */
const KNOWN =
  'Authorization was reset successfully. Please regenerate the credentials, and then click **Test** to validate the credentials and connection.';

const UNSAID =
  'Tokens, logins under way and remembered refusals of this instance were removed, for the user and the Teams commands alike. Nothing was revoked at Microsoft: tokens already issued work until they end, and consent stays. What the MFA commands keep stays too: !msgraph-user-delete-mfa-client-secret removes it.';

/** Forgets how the instance is signed in; neither its parameters nor what it kept need to be usable. */
export async function resetSignIn({ state }: Pick<CommandContext, 'state'>): Promise<CommandResult> {
  await forgetSignIns(state);
  return { text: KNOWN, raw: KNOWN, also: toEntries({ text: UNSAID, raw: UNSAID }) };
}
