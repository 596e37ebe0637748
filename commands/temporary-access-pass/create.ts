import { type CommandArguments } from '../../generated/arguments.js';
import { type CommandContext, defineCommand } from '../../integration/command.js';
import { SoarError } from '../../integration/errors.js';
import { type JsonObject } from '../../integration/json.js';
import { type ResultFile } from '../../integration/results/command-result.js';
import { sealedFile } from '../../integration/results/sealed-file.js';
import { type Secret } from '../../integration/secret.js';
import { actionOutput } from '../users/action-output.js';
import { isExternalGuest } from '../users/external-guest.js';
import { type EarlierPasses, earlierPasses } from './earlier-passes.js';
import { makePass, type NewPass, takeBack } from './new-pass.js';
import { checkAgainstPolicy } from './pass-policy.js';
import { passContext } from './passes.js';
import { passWriters } from './permissions.js';
import { startTime } from './start-time.js';

/**
 * Makes a Temporary Access Pass and hands it over sealed. Graph: POST
 * /users/{id}/authentication/temporaryAccessPassMethods. Least permission: UserAuthMethod-TAP.ReadWrite.All; a signed-in
 * user needs the Entra role Authentication Administrator besides.
 */
export default defineCommand<'msgraph-user-tap-policy-create'>({
  permissions: passWriters,
  effects: 'write',
  actsOn: 'user_id',
  suppressesMissing: true,
  notInClouds: ['China'],
  examples: [
    '!msgraph-user-tap-policy-create user_id=temp42@contoso.example zip_password="open sesame 7" lifetime_in_minutes=60 is_usable_once=true reason="New phone"',
    '!msgraph-user-tap-policy-create user_id=temp42@contoso.example zip_password="open sesame 7" start_time="in 2 hours"',
  ],
  async run(args, context) {
    const { user_id: user, zip_password: zipPassword } = args;
    const { graph, target } = context;
    const start = startTime(args.start_time, context.run.clock.now());
    refuseExternalGuest(args, context);
    const wanted = { lifetimeInMinutes: args.lifetime_in_minutes, isUsableOnce: args.is_usable_once };
    const [limitWarnings, earlier] = await Promise.all([
      checkAgainstPolicy(wanted, graph),
      earlierPasses(graph, target?.id ?? user),
    ]);
    const body = { ...wanted, ...(start !== undefined && { startDateTime: start }) };
    const made = await makePass(user, body, earlier, context);
    const file = await sealedOrTakenBack(user, made, zipPassword, earlier, context);
    const pass = passContext(made.pass, user);
    return {
      text: `Temporary Access Pass Authentication methods policy for user: ${user} was successfully created.`,
      outputs: [
        { prefix: 'MSGraphUser.TAPPolicy', key: 'ID', value: pass },
        actionOutput('create-tap', user, target),
      ],
      raw: pass,
      warnings: [...replacements(earlier, made.pass), ...limitWarnings],
      files: [file],
    };
  },
});

/** @throws SoarError for a guest from elsewhere, whom Graph would refuse too. */
function refuseExternalGuest(
  { user_id: user }: CommandArguments['msgraph-user-tap-policy-create'],
  { target }: CommandContext,
): void {
  if (!isExternalGuest(target)) return;
  throw new SoarError(
    `${user} is a guest from another organization and signs in there: Microsoft Entra ID gives such guests no Temporary Access Pass. No pass was made.`,
    'Ask their own organization for one, or invite them anew.',
  );
}

/** Nobody could use a pass whose code is not handed over, and it would be a way in all the same. */
async function sealedOrTakenBack(
  user: string,
  made: NewPass,
  password: Secret,
  earlier: EarlierPasses,
  context: CommandContext,
): Promise<ResultFile> {
  try {
    return await sealedFile({
      name: 'TAPPolicyInfo.zip',
      member: 'TAPPolicyPass.txt',
      secret: made.code,
      password,
    });
  } catch (error) {
    const outcome = await takeBack(user, made.pass, context);
    throw new SoarError(
      `The zip file for the pass could not be made: ${error instanceof Error ? error.name : 'unknown fault'}. ${outcome} ${lost(earlier)}`.trim(),
      'Try again.',
    );
  }
}

/** What making a pass ended, in words. */
function lost({ usable }: EarlierPasses): string {
  return usable.length > 0 ? 'The pass that the user had before is gone.' : '';
}

function replacements({ usable, failure }: EarlierPasses, { id }: JsonObject): readonly string[] {
  if (failure !== undefined) {
    return [`Whether the user had a pass before, which would be replaced now, could not be read: ${failure}`];
  }
  return usable
    .filter((pass) => pass['id'] !== id)
    .map(
      (pass) =>
        `The user had a pass already (${String(pass['id'])}, ${String(pass['methodUsabilityReason'])}): it was replaced and no longer works.`,
    );
}
