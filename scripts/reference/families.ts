/** Commands that belong together. */
export interface Family<Member> {
  readonly title: string;
  readonly members: readonly Member[];
}

/** Titles with the names that belong there; the first that fits decides, and the last takes every other command. */
const families: readonly (readonly [title: string, names: RegExp])[] = [
  [
    'Signing in and permissions',
    /^msgraph-(user|teams)-(test|generate-login-url|auth-(reset|start|complete)|permissions-check)$/,
  ],
  ['Verifying a person by MFA push', /mfa/],
  ['Temporary Access Passes', /tap-policy/],
  ['Authentication methods', /-methods?(-|$)/],
  ['Passwords', /password/],
  ['Chats and messages', /^msgraph-teams-/],
  ['Users', /(?:)/],
];

/** The order in which a reader meets them: what everybody needs comes first. */
const order = ['Signing in and permissions', 'Users', 'Passwords'];

function rank(title: string): number {
  const place = order.indexOf(title);
  return place === -1 ? order.length : place;
}

/**
 * Groups commands by what they are about; within a family they keep their order.
 * @returns Families that have members only.
 */
export function inFamilies<Member>(
  commands: readonly Member[],
  nameOf: (command: Member) => string,
): readonly Family<Member>[] {
  const familyOf = (command: Member) => families.find(([, names]) => names.test(nameOf(command)))?.[0];
  return families
    .map(([title]) => ({ title, members: commands.filter((command) => familyOf(command) === title) }))
    .filter(({ members }) => members.length > 0)
    .sort((one, other) => rank(one.title) - rank(other.title));
}
