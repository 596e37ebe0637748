import { type CommandArguments } from '../../generated/arguments.js';
import { type CommandContext, defineCommand } from '../../integration/command.js';
import { ArgumentError, GraphError, SoarError } from '../../integration/errors.js';
import { path } from '../../integration/graph/path.js';
import { isJsonObject, type JsonObject, textAt } from '../../integration/json.js';
import { readNewUser } from './new-user.js';
import { type UserFields, userFields } from './fields/typed-fields.js';
import { userResult } from './user-result.js';

type Arguments = CommandArguments['msgraph-user-create'];

/** Properties that have an argument of their own. */
const named: Readonly<Record<string, string>> = {
  accountEnabled: 'account_enabled',
  displayName: 'display_name',
  mailNickname: 'mail_nickname',
  onPremisesImmutableId: 'on_premises_immutable_id',
  passwordProfile: 'password and force_change_password_next_sign_in',
  userPrincipalName: 'user_principal_name',
};

/**
 * Creates a user and shows the user once Graph finds it. Graph: POST /users. Least permission: User.ReadWrite.All. It is
 * not repeated after a failure that leaves its outcome open.
 */
export default defineCommand<'msgraph-user-create'>({
  permissions: {
    delegated: [['User.ReadWrite.All'], ['Directory.ReadWrite.All']],
    application: [['User.ReadWrite.All'], ['Directory.ReadWrite.All']],
  },
  effects: 'write',
  examples: [
    `!msgraph-user-create display_name="Lena Sommer" mail_nickname=lena.sommer user_principal_name=lena.sommer@contoso.example password="Quiet-Harbor-47" other_properties="givenName=Lena,surname=Sommer,jobTitle=Analyst,officeLocation=HQ/2.07,mobilePhone=+47 900 55 190,businessPhones=+47 22 55 01 90,preferredLanguage=nb-NO,mail=lena.sommer@contoso.example"`,
  ],
  check(args) {
    otherFields(args, 0);
  },
  async run(args, context) {
    const { graph, run } = context;
    const other = otherFields(args, run.clock.now());
    const { passwordProfile, ...sent } = { ...ownFields(args), ...other.together };
    const body = { ...sent, passwordProfile };
    const created = await graph.post(path`users`, body, { idempotent: false });
    const answer = isJsonObject(created) ? created : {};
    const id = textAt(answer, 'id');
    const name = id ?? args.user_principal_name;
    let { user, failure } = await readNewUser(name, context);
    if (id === undefined && !user) throw unproved(args, created, failure);
    if (Object.keys(other.alone).length > 0) {
      await setAlone(name, other.alone, args, context);
      ({ user, failure } = await readNewUser(name, context));
    }
    // What was sent and answered shows the user while Graph does not.
    const shown = user ?? { ...sent, ...withoutAnnotations(answer) };
    return {
      ...userResult(`${args.user_principal_name} was created successfully:`, shown),
      ...(failure !== undefined && {
        warnings: [
          `The user was created (${name}), and could not be read yet. Do not create it again. ${failure}`,
        ],
      }),
    };
  },
});

function ownFields(args: Arguments): JsonObject {
  return {
    accountEnabled: args.account_enabled,
    displayName: args.display_name,
    mailNickname: args.mail_nickname,
    userPrincipalName: args.user_principal_name,
    ...(args.on_premises_immutable_id !== undefined && {
      onPremisesImmutableId: args.on_premises_immutable_id,
    }),
    passwordProfile: {
      password: args.password,
      forceChangePasswordNextSignIn: args.force_change_password_next_sign_in,
    },
  };
}

/** @throws ArgumentError for a property that has an argument of its own: nothing says which of the two is meant. */
function otherFields({ other_properties: text }: Arguments, now: number): UserFields {
  if (text === undefined) return { together: {}, alone: {} };
  const fields = userFields(text, ',', 'other_properties', now);
  const twice = Object.keys(fields.together).find((name) => Object.hasOwn(named, name));
  if (twice === undefined) return fields;
  throw new ArgumentError(
    `other_properties must not hold ${twice}: that is what ${named[twice] ?? ''} is for.`,
    'Nothing was sent.',
  );
}

/** A success that names nobody, about somebody whom Graph does not show, proves nothing. */
function unproved(
  { user_principal_name: user }: Arguments,
  body: unknown,
  failure: string | undefined,
): GraphError {
  const message = `Microsoft Graph answered without the new user, so that nobody knows whether ${user} was created. ${failure ?? ''}`;
  return new GraphError(
    message.trim(),
    `Look with !msgraph-user-get user=${user} before creating the user again.`,
    {
      status: 200,
      code: '',
      text: 'no new user',
      body,
    },
  );
}

async function setAlone(
  name: string,
  alone: JsonObject,
  { user_principal_name: user }: Arguments,
  { graph }: CommandContext,
): Promise<void> {
  try {
    await graph.patch(path`users/${name}`, alone, { idempotent: true });
  } catch (error) {
    if (!(error instanceof SoarError)) throw error;
    throw new SoarError(
      `${user} was created (${name}). ${Object.keys(alone).join(', ')}, which Graph takes only afterwards, were not set: ${error.message}`,
      'Set them with !msgraph-user-update; do not create the user again.',
      { cause: error },
    );
  }
}

function withoutAnnotations(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !name.startsWith('@')));
}
