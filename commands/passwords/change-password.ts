import { type CommandArguments } from '../../generated/arguments.js';
import { type CommandContext, defineCommand } from '../../integration/command.js';
import { type TargetUser } from '../../integration/dispatcher/target-user.js';
import { ArgumentError, GraphError } from '../../integration/errors.js';
import { path } from '../../integration/graph/path.js';
import { type JsonObject } from '../../integration/json.js';
import { type Secret } from '../../integration/secret.js';
import { actionOutput } from '../users/action-output.js';
import { isExternalGuest } from '../users/external-guest.js';
import { explainOwnAccount } from '../users/own-account.js';
import { refuseFederated } from './federated-domain.js';
import { newPassword, PASSWORD_FILE } from './new-password.js';

type Arguments = CommandArguments['msgraph-user-change-password'];

/**
 * Sets a user's password. Graph: PATCH /users/{id}, passwordProfile. Least permission: User-PasswordProfile.ReadWrite.All
 * with User.Read.All, and an Entra role above the user's.
 */
export default defineCommand<'msgraph-user-change-password'>({
  permissions: {
    delegated: [['User-PasswordProfile.ReadWrite.All', 'User.Read.All'], ['Directory.AccessAsUser.All']],
    application: [['User-PasswordProfile.ReadWrite.All', 'User.Read.All']],
  },
  effects: 'write',
  actsOn: 'user',
  suppressesMissing: true,
  ownAppOnly: true,
  examples: [
    '!msgraph-user-change-password user=temp42@contoso.example password=Tr4vel-Kettle-Moss reason="Reported phishing"',
    '!msgraph-user-change-password user=temp42@contoso.example password=generate zip_password="open sesame 7"',
  ],
  async run(args, context) {
    const { user, zip_password: zipPassword } = args;
    const profile = passwordProfile(args);
    const { password, files } = await newPassword(args.password, zipPassword);
    const unread = await refuseFederated(
      { override: args.override_protection, isWrittenBack: false },
      context,
    );
    await setPassword(user, password, profile, context);
    const { target } = context;
    return {
      text: `User ${user} password was changed successfully.`,
      outputs: [actionOutput('change-password', user, target)],
      raw: null,
      warnings: [...(files.length > 0 ? [whereItIs] : []), ...warningsAbout(target), ...unread],
      files,
    };
  },
});

const whereItIs = `The new password is in the file ${PASSWORD_FILE}, which zip_password opens, and nowhere else.`;

/** @throws ArgumentError for two flags that say the opposite. */
function passwordProfile({
  force_change_password_next_sign_in: force,
  force_change_password_with_mfa: forceWithMfa,
}: Arguments): JsonObject {
  if (forceWithMfa && !force) {
    throw new ArgumentError(
      'force_change_password_with_mfa=true makes the user choose another password at the next sign-in, and force_change_password_next_sign_in=false says not to.',
      'Nothing was changed. Change one of the two.',
    );
  }
  return { forceChangePasswordNextSignIn: force, forceChangePasswordNextSignInWithMfa: forceWithMfa };
}

async function setPassword(
  user: string,
  password: Secret,
  profile: JsonObject,
  context: CommandContext,
): Promise<void> {
  const { graph, target, run } = context;
  const address = path`users/${target?.id ?? user}`;
  const isDone = async (): Promise<boolean> => {
    if (!target) return false;
    const { lastPasswordChangeDateTime: now } = await graph.get(address, {
      select: ['lastPasswordChangeDateTime'],
    });
    return typeof now === 'string' && now !== target.passwordChangedAt;
  };
  const retriesBefore = run.metrics.retries;
  try {
    await graph.patch(address, { passwordProfile: { ...profile, password } }, { idempotent: true, isDone });
  } catch (error) {
    // A directory that already took the password may refuse the repeat of it as an old one (rule R32).
    const isRefusedRepeat =
      error instanceof GraphError && error.failure.status === 400 && run.metrics.retries > retriesBefore;
    if (isRefusedRepeat && (await isDone().catch(() => false))) return;
    throw await explained(error, context);
  }
}

async function explained(error: unknown, context: CommandContext): Promise<unknown> {
  if (error instanceof GraphError && /on-premises mastered/i.test(error.failure.text)) {
    return new GraphError(
      error.message,
      'The account comes from an on-premises directory, which may be the only one to set its password: use !msgraph-user-change-password-on-premise, or set it there.',
      error.failure,
    );
  }
  return explainOwnAccount(error, 'set their own password', context);
}

function warningsAbout(target: TargetUser | undefined): readonly string[] {
  const warnings = [
    'Tokens already issued work until they end. Run !msgraph-user-session-revoke to end the sessions.',
  ];
  if (target?.isSynchronized) {
    warnings.push(
      'The account comes from an on-premises directory, and only its password in Entra ID was changed. Without password writeback the on-premises password stays valid and may come back here. !msgraph-user-change-password-on-premise reaches both.',
    );
  }
  if (isExternalGuest(target)) {
    warnings.push(
      'The account is a guest and signs in with the password of its home, which was not changed. Disable the account here to keep it out.',
    );
  }
  return warnings;
}
