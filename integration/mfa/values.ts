import { type MfaAnswer } from './xml-answer.js';

/** What a request for a second factor came to. */
export type PushResult =
  'approved' | 'denied' | 'timeout' | 'fraud' | 'challenge' | 'not_pushable' | 'failed';

/** What one of the service's words means. */
interface Meaning {
  readonly result: PushResult;
  readonly text: string;
  /** Whether nobody was prompted. */
  readonly isUnprompted?: true;
}

/** The words that are known (Entra: NPS extension errors). */
const meanings: ReadonlyMap<string, Meaning> = new Map(
  Object.entries<Meaning>({
    PhoneAppDenied: { result: 'denied', text: 'the user refused' },
    PhoneAppNoResponse: { result: 'timeout', text: 'nobody answered' },
    PhoneAppFraud: {
      result: 'fraud',
      text: 'the user refused and reported fraud: somebody may be attacking the account',
    },
    NoDefaultAuthenticationMethodIsConfigured: {
      result: 'not_pushable',
      text: 'the user has no method for a second factor',
      isUnprompted: true,
    },
    AuthenticationMethodNotConfigured: {
      result: 'not_pushable',
      text: 'the user has no authenticator app that can be pushed to',
      isUnprompted: true,
    },
    AuthenticationMethodNotSupported: {
      result: 'not_pushable',
      text: 'the method of the user cannot be pushed to',
      isUnprompted: true,
    },
    UserNotFound: { result: 'failed', text: 'the service does not know the user', isUnprompted: true },
    AuthenticationMethodLocked: {
      result: 'failed',
      text: 'the method of the user is locked after too many refusals; it opens by itself, or an administrator unblocks the user',
      isUnprompted: true,
    },
    PhoneAppAllDevicesBlocked: {
      result: 'failed',
      text: 'all devices of the user are blocked',
      isUnprompted: true,
    },
    UserAuthFailedDuplicateRequest: {
      result: 'failed',
      text: 'another request to this user is still open',
      isUnprompted: true,
    },
    OathCodeIncorrect: { result: 'failed', text: 'a wrong code was entered' },
    InvalidSession: {
      result: 'failed',
      text: 'the request is over, or its outcome was told before: the service tells it once',
    },
  }),
);

const pendingValues: ReadonlySet<string> = new Set(['AuthenticationPending', 'PhoneAppPending', 'Pending']);

/** Whether nobody has answered so far. A definite failure is none, although its authentication result is false too. */
export function isPending({ value }: MfaAnswer): boolean {
  return pendingValues.has(value);
}

/** What an answer means. Only a success that says the user authenticated is an approval. */
export function meaningOf({ value, authenticationResult }: MfaAnswer): Meaning {
  if (value !== 'Success')
    return meanings.get(value) ?? { result: 'failed', text: 'the meaning of this is not known' };
  if (authenticationResult === 'true') return { result: 'approved', text: 'the user approved' };
  if (authenticationResult === 'challenge') {
    return {
      result: 'challenge',
      text: 'the service wants a code from the user and pushed nothing, so the default method is probably one that cannot be pushed to',
    };
  }
  return { result: 'failed', text: 'the service did not say that the user approved' };
}
