import { commandMetadata } from '../../generated/commands.js';
import { claimsOf, type TokenClaims } from '../auth/claims.js';
import { type AccessToken } from '../auth/token.js';
import { type CommandMetadata, type CommandName } from '../command.js';
import { type GraphFailure } from '../errors.js';
import { type SignIn } from '../settings/settings.js';
import { missingPermissions, permissionsInWords } from './permission-sets.js';

/** In every token of a member: it stands for having no role. */
const ORDINARY_USER = 'b79fbf4d-3ef9-4689-8143-76b194e85509';

const UNKNOWN =
  'Grant the permission that the command needs, then get a new token: permissions apply to new tokens only.';

/** What is known when Graph answers 403. */
interface Facts {
  readonly command: string;
  readonly effects: CommandMetadata['effects'];
  readonly failure: GraphFailure;
  readonly claims: TokenClaims;
  /** `delegated` or `application`. */
  readonly kind: 'delegated' | 'application';
  readonly flow: SignIn['flow'];
  readonly accepted: readonly (readonly string[])[];
  readonly missing: readonly string[];
}

/** One cause of a 403 and what to do about it. The first that applies is told. */
interface Cause {
  readonly applies: (facts: Facts) => boolean;
  readonly nextStep: (facts: Facts) => string;
}

const causes: readonly Cause[] = [
  {
    applies: ({ failure }) => /No authorization information present/i.test(failure.text),
    nextStep: () =>
      'Graph refused two tokens in a row. Run !msgraph-user-test; if that works, try again in a minute.',
  },
  {
    applies: ({ failure }) => /not a member of the roster|is not the user/i.test(failure.text),
    nextStep: () =>
      'Whoever signed in is not in this chat, or asks for the chats of somebody else: Graph shows people their own chats only. Have a member of the chat add them.',
  },
  {
    applies: ({ failure }) => /license information for the user\. /i.test(failure.text),
    nextStep: () =>
      'Whoever signed in has no license for Teams. Assign them a Microsoft 365 license with Teams, or sign in as somebody who has one.',
  },
  {
    applies: ({ failure }) => /premium|licen[cs]e/i.test(`${failure.code} ${failure.text}`),
    nextStep: () =>
      'A license is missing: in the tenant (Microsoft Entra ID P1 or P2) or for the people concerned.',
  },
  {
    applies: ({ accepted }) => accepted.length === 0,
    nextStep: ({ command, kind }) =>
      `${command} does not work with ${kind} permissions: use an instance that signs in the other way.`,
  },
  {
    applies: ({ missing }) => missing.length > 0,
    nextStep: ({ command, kind, flow, missing, accepted, claims }) =>
      `The token lacks the ${kind} permission ${missing.join(' + ')} (${command} takes ${permissionsInWords(accepted)}). Grant it with admin consent, ${renewal(kind, flow)}: a token holds what was granted before it was issued${issued(claims)}.`,
  },
  {
    applies: ({ kind, claims }) =>
      kind === 'delegated' && claims.directoryRoles.every((role) => role === ORDINARY_USER),
    nextStep: () =>
      'The token has the permission, but the signed-in user holds no Entra role, and may do no more than that user may. Assign a role such as User Administrator, or activate one that is only eligible (PIM), then sign in again.',
  },
  {
    applies: ({ effects }) => effects === 'write',
    nextStep: ({ kind }) =>
      `The token has the permission, so the target probably holds an Entra role: acting on administrators takes a role that ranks above theirs. Assign ${kind === 'delegated' ? 'the signed-in user' : 'the application'} Privileged Authentication Administrator, or have an administrator act.`,
  },
];

const noCause =
  'The token has the permission. Some properties and some people (guests, administrators) take more, and a change of consent or roles takes some minutes: run !msgraph-user-permissions-check.';

/**
 * Says what stands behind a 403, from the token that was refused and from what the command needs: which permission is
 * missing, or, where none is, whose role. Graph words all of them alike (Graph: resolve authorization errors).
 */
export function explainForbidden(
  command: string,
  { permissions, effects }: CommandMetadata,
  flow: SignIn['flow'],
  failure: GraphFailure,
  token: AccessToken,
): string {
  const claims = claimsOf(token);
  if (!claims) return UNKNOWN;
  const kind = claims.isDelegated ? 'delegated' : 'application';
  const accepted = permissions[kind];
  const held = claims.isDelegated ? claims.scopes : claims.roles;
  const missing = missingPermissions(accepted, held);
  const facts: Facts = { command, effects, failure, claims, kind, flow, accepted, missing };
  const cause = causes.find(({ applies }) => applies(facts));
  return cause?.nextStep(facts) ?? noCause;
}

/** The explainer of a command, for its Graph client. @param flow How the instance is set up to sign in. */
export function forbiddenExplainer(
  name: CommandName,
  flow: SignIn['flow'],
): (failure: GraphFailure, token: AccessToken) => string {
  return (failure, token) => explainForbidden(name, commandMetadata[name], flow, failure, token);
}

/** How one comes to a token that is newer than the grant. */
function renewal(kind: Facts['kind'], flow: SignIn['flow']): string {
  if (kind === 'delegated') {
    const begin = flow === 'device_code' ? 'auth-start' : 'generate-login-url';
    return `then sign in again (!msgraph-user-${begin})`;
  }
  return flow === 'managed_identity'
    ? 'then wait, since the machine may give out the same token for up to a day'
    : 'then run !msgraph-user-test, which gets a new token';
}

function issued({ issuedAt }: TokenClaims): string {
  return issuedAt === undefined ? '' : ` (this one: ${new Date(issuedAt).toISOString()})`;
}
