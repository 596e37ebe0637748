import { domain } from '../tenant/identity.js';

const allowed = /^[A-Za-z0-9@#$%^&*\-_!+=[\]{}|\\:',.?/`~"();<> ]*$/;

/** A sample of what is banned everywhere (Entra: eliminate bad passwords; the real list is not published). */
const bannedTerms = [
  ...['password', 'passw', 'welcome', 'qwerty', 'admin', 'letmein', 'secret', 'abcd', '1234', '12345678'],
  ...['spring', 'summer', 'autumn', 'winter'],
  ...['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
  ...['january', 'february', 'march', 'april', 'june', 'july', 'august'],
  ...['september', 'october', 'november', 'december'],
].map(normalized);

/** Shorter terms, and names, are not looked for. */
const shortestTerm = 4;

const fewestPoints = 5;

/** Whose password it is to be. */
export interface PasswordOwner {
  readonly displayName: string;
  readonly givenName: string | null;
  readonly surname: string | null;
  readonly passwordPolicies: string | null;
}

/** Usual replacements count as the letter they replace. */
function normalized(text: string): string {
  const letters: Readonly<Record<string, string>> = { '0': 'o', '1': 'l', $: 's', '@': 'a' };
  return text.toLowerCase().replaceAll(/[01$@]/g, (sign) => letters[sign] ?? sign);
}

/** Whether one text becomes the other by at most one insertion, removal or replacement. */
function isNear(left: string, right: string): boolean {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (long.length - short.length > 1) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same += 1;
  const rest = long.slice(same + 1);
  return rest === short.slice(same) || rest === short.slice(same + 1);
}

/**
 * The points of a password: one for each banned term in it and one for each character besides, in the way that gives
 * the fewest (Entra: eliminate bad passwords, score calculation).
 */
function pointsOf(password: string, names: readonly string[]): number {
  const text = normalized(password);
  const best = [0];
  for (let end = 1; end <= text.length; end += 1) {
    const endingHere = (length: number, matches: (part: string) => boolean) =>
      end >= length && matches(text.slice(end - length, end)) ? [(best[end - length] ?? Infinity) + 1] : [];
    best[end] = Math.min(
      (best[end - 1] ?? 0) + 1,
      ...names.flatMap((name) => endingHere(name.length, (part) => part === name)),
      ...bannedTerms.flatMap((term) =>
        [-1, 0, 1].flatMap((more) => endingHere(term.length + more, (part) => isNear(part, term))),
      ),
    );
  }
  return best[text.length] ?? 0;
}

function namesOf({ displayName, givenName, surname }: PasswordOwner): string[] {
  const [tenantName = ''] = domain.split('.');
  return [displayName, givenName ?? '', surname ?? '', tenantName]
    .filter((name) => name.length >= shortestTerm)
    .map(normalized);
}

/**
 * Entra: password policies that apply to cloud accounts: 8 to 256 characters, nothing exotic, three of four kinds
 * unless the account is freed from that, and not made of banned terms. The last password may come again: that is
 * refused to people who change their own, not in a reset.
 *
 * @param password The new password.
 * @param owner Whose it is to be.
 */
export function isAcceptablePassword(password: string, owner: PasswordOwner): boolean {
  if (password.length < 8 || password.length > 256 || !allowed.test(password)) return false;
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((kind) => kind.test(password)).length;
  const mayBeSimple = owner.passwordPolicies?.includes('DisableStrongPassword') ?? false;
  return (kinds >= 3 || mayBeSimple) && pointsOf(password, namesOf(owner)) >= fewestPoints;
}
