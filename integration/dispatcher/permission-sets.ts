import wider from './wider-permissions.json' with { type: 'json' };

/** Permissions that hold everything another one does (Graph: permissions reference). */
const widerOf: Readonly<Record<string, readonly string[]>> = wider;

function includes(held: readonly string[], permission: string): boolean {
  return held.includes(permission) || (widerOf[permission] ?? []).some((other) => includes(held, other));
}

/**
 * What is lacking of the accepted set that lacks the least; empty where one of them is complete, or where none is needed.
 * @param accepted Sets of permissions, least first. @param held Those of a token.
 */
export function missingPermissions(
  accepted: readonly (readonly string[])[],
  held: readonly string[],
): readonly string[] {
  const missing = accepted.map((set) => set.filter((permission) => !includes(held, permission)));
  const [least = []] = missing.toSorted((one, other) => one.length - other.length);
  return least;
}

/** Accepted sets in words: `A + B, or C`. */
export function permissionsInWords(sets: readonly (readonly string[])[]): string {
  return sets.map((set) => set.join(' + ')).join(', or ');
}
