import { type GraphClient } from '../../integration/graph/client.js';
import { notWhatWasAsked } from '../../integration/graph/unexpected-answer.js';
import { betaPath } from '../../integration/graph/path.js';
import { type JsonObject, textAt } from '../../integration/json.js';

/** How a user is asked for a second factor (Graph beta: signInPreferences). */
export interface SignInPreferences {
  /** Whether Entra picks the safest method instead of the user's own choice. */
  readonly isSystemPreferred: boolean;
  /** The user's own choice, in Graph's word, such as `push`. */
  readonly chosen: string | undefined;
  /** What Entra picks, in its own word, such as `PhoneAppNotification`. */
  readonly system: string | undefined;
  readonly raw: JsonObject;
}

/** Graph names the first for everybody, and the second only where it is known. */
const properties = [
  'isSystemPreferredAuthenticationMethodEnabled',
  'userPreferredMethodForSecondaryAuthentication',
];

/**
 * Reads how a user is asked for a second factor. Graph beta: GET /users/{id}/authentication/signInPreferences.
 * @throws GraphError, also for an answer that holds no preferences.
 */
export async function readSignInPreferences(graph: GraphClient, user: string): Promise<SignInPreferences> {
  const raw = await graph.get(betaPath`users/${user}/authentication/signInPreferences`);
  if (!properties.some((name) => Object.hasOwn(raw, name))) {
    throw notWhatWasAsked('Microsoft Graph answered with an object that holds no sign-in preferences.', raw);
  }
  return {
    isSystemPreferred: raw['isSystemPreferredAuthenticationMethodEnabled'] === true,
    chosen: textAt(raw, 'userPreferredMethodForSecondaryAuthentication'),
    system: textAt(raw, 'systemPreferredAuthenticationMethod'),
    raw,
  };
}

/** Which method is asked first, and who says so. */
export interface DefaultMethod {
  /** Graph's word, or `Unknown`. */
  readonly name: string;
  readonly source: 'system' | 'user' | 'none';
}

/** What Entra picks comes first where that is switched on (Entra: system-preferred multifactor authentication). */
export function defaultMethod({ isSystemPreferred, chosen, system }: SignInPreferences): DefaultMethod {
  if (isSystemPreferred && system !== undefined) return { name: system, source: 'system' };
  return chosen === undefined ? { name: 'Unknown', source: 'none' } : { name: chosen, source: 'user' };
}

/** What stands behind a word of the preferences: a type of method, and for phones which one. */
interface Meaning {
  readonly types: readonly string[];
  readonly phoneType?: string;
}

const app = 'microsoftAuthenticatorAuthenticationMethod';
const mobile = { types: ['phoneAuthenticationMethod'], phoneType: 'mobile' };
const alternate = { ...mobile, phoneType: 'alternateMobile' };
const office = { ...mobile, phoneType: 'office' };
const code = { types: ['softwareOathAuthenticationMethod', app] };

/** Graph's words and Entra's, in lower case. */
const meanings: Readonly<Record<string, Meaning>> = {
  push: { types: [app] },
  phoneappnotification: { types: [app] },
  oath: code,
  phoneappotp: code,
  sms: mobile,
  onewaysms: mobile,
  voicemobile: mobile,
  twowayvoicemobile: mobile,
  voicealternatemobile: alternate,
  twowayvoicealternatemobile: alternate,
  voiceoffice: office,
  twowayvoiceoffice: office,
  fido2: { types: ['fido2AuthenticationMethod'] },
};

/**
 * Whether a word of the preferences means a method.
 * @param word Graph's or Entra's. @param type Type of the method, without `#microsoft.graph.`.
 */
export function means(word: string | undefined, type: string, method: JsonObject): boolean {
  const meaning = word === undefined ? undefined : meanings[word.toLowerCase()];
  if (!meaning?.types.includes(type)) return false;
  return meaning.phoneType === undefined || meaning.phoneType === method['phoneType'];
}
