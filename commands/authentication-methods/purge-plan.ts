import { SoarError } from '../../integration/errors.js';
import { isPassword, type RegisteredMethod } from './registered-methods.js';
import { means, type SignInPreferences } from './sign-in-preferences.js';

/** What a purge is about to do with each of a user's methods. */
export interface PurgePlan {
  /** To be deleted, in this order: the default comes last, because Graph refuses it while there are others. */
  readonly evicted: readonly RegisteredMethod[];
  readonly kept: readonly RegisteredMethod[];
  /** Of types that no command deletes. */
  readonly beyondReach: readonly RegisteredMethod[];
}

/**
 * Plans a purge.
 * @param methods All methods of the user. @param keep Methods to keep, each as `kind:id` or as an ID.
 * @param preferences Undefined where they could not be read.
 * @throws SoarError where `keep` names a method that the user does not have: it may be a typing mistake, and the one
 * that is meant would be deleted.
 */
export function planPurge(
  methods: readonly RegisteredMethod[],
  keep: readonly string[],
  preferences: SignInPreferences | undefined,
): PurgePlan {
  const unmatched = keep.filter((wish) => !methods.some((method) => isNamed(method, wish)));
  if (unmatched.length > 0) {
    throw new SoarError(
      `keep names what the user does not have: ${unmatched.join(', ')}. Nothing was deleted.`,
      'Take the IDs from !msgraph-user-get-auth-methods.',
    );
  }
  const isKept = (method: RegisteredMethod): boolean =>
    isPassword(method) || keep.some((wish) => isNamed(method, wish));
  const others = methods.filter((method) => !isKept(method));
  return {
    evicted: others
      .filter(({ kind }) => kind !== undefined)
      .toSorted((one, other) => rank(one, preferences) - rank(other, preferences)),
    kept: methods.filter(isKept),
    beyondReach: others.filter(({ kind }) => kind === undefined),
  };
}

function isNamed({ kind, id }: RegisteredMethod, wish: string): boolean {
  const [first = '', second] = wish.toLowerCase().split(':');
  if (second === undefined) return first === id.toLowerCase();
  return first === kind?.name && second === id.toLowerCase();
}

/** The user's own default is what Graph guards; what Entra picks comes right before it. */
function rank({ type, json }: RegisteredMethod, preferences: SignInPreferences | undefined): number {
  if (means(preferences?.chosen, type, json)) return 2;
  return means(preferences?.system, type, json) ? 1 : 0;
}
