import { type JsonObject } from '../../integration/json.js';
import { type Person, type Sandbox } from '../../sandbox/index.js';
import { type LabCommand, type LabTarget, type Maker } from './lab-command.js';
import { type Random } from './random.js';
import { teamsMakers } from './teams-commands.js';

/** In every password: it must never be seen. */
export const PASSWORD_MARK = 'Lab7canary';

/** Most users in a command for many. */
const MANY = 45;

/** People who are no administrators, come from no other directory, and whom nobody else's example needs. */
function staffOf(sandbox: Sandbox): readonly Person[] {
  return sandbox.people().slice(40);
}

const find = (sandbox: Sandbox, id: string) => sandbox.people().find((person) => person.id === id);

function targetOf(
  person: Person,
  random: Random,
  isReached?: (person: Person | undefined) => boolean,
  sandbox?: Sandbox,
): LabTarget {
  const typed = random.happens(0.5) ? person.id : person.userPrincipalName;
  return {
    typed,
    id: person.id,
    ...(isReached && sandbox && { isReached: () => isReached(find(sandbox, person.id)) }),
  };
}

const effect =
  (
    command: string,
    argument: 'user' | 'user_id',
    {
      more,
      isReached,
      most = 1,
      isOnce,
    }: {
      readonly more?: (sandbox: Sandbox, random: Random) => JsonObject;
      readonly isReached?: (person: Person | undefined) => boolean;
      readonly most?: number;
      readonly isOnce?: true;
    } = {},
  ): Maker =>
  (sandbox, random) => {
    const count = most > 1 && random.happens(0.4) ? 2 + random.below(most - 1) : 1;
    const people = random.someOf(staffOf(sandbox), count);
    const targets = people.map((person) => targetOf(person, random, isReached, sandbox));
    const names = targets.map(({ typed }) => typed);
    const args = { [argument]: names.length === 1 ? names[0] : names, ...more?.(sandbox, random) };
    return { command, args, targets, ...(isOnce && { isOnce }) };
  };

const read =
  (command: string, argument: string, more: JsonObject = {}): Maker =>
  (sandbox, random) => ({
    command,
    args: { [argument]: random.oneOf(staffOf(sandbox)).userPrincipalName, ...more },
    targets: [],
  });

const password = (_: Sandbox, random: Random): JsonObject => ({
  password: `${PASSWORD_MARK}-${random.below(1e9)}`,
});

const readUser: Maker = (sandbox, random) => {
  const { id, userPrincipalName } = random.oneOf(staffOf(sandbox));
  return {
    command: 'msgraph-user-get',
    args: { user: userPrincipalName, properties: 'displayName' },
    targets: [],
    problemWith: (contents) =>
      JSON.stringify(contents).includes(id) ? undefined : 'the user who was read is somebody else',
  };
};

const listUsers: Maker = (sandbox) => {
  const wanted = sandbox.people().map(({ id }) => id);
  return {
    command: 'msgraph-user-list',
    args: { all_results: 'true', page_size: '150', properties: 'displayName' },
    targets: [],
    problemWith(contents) {
      const found = (Array.isArray(contents) ? contents : []).map((item: { id?: unknown }) => item.id);
      return found.length === wanted.length && new Set(found).size === wanted.length
        ? undefined
        : `${found.length} users were listed, of ${wanted.length}`;
    },
  };
};

const createUser: Maker = (sandbox, random) => {
  const nickname = `lab.${random.below(1e9)}`;
  const name = `${nickname}@${sandbox.domain}`;
  return {
    command: 'msgraph-user-create',
    args: {
      display_name: nickname,
      mail_nickname: nickname,
      user_principal_name: name,
      ...password(sandbox, random),
    },
    targets: [
      {
        typed: name,
        id: name,
        isReached: () => sandbox.people().some(({ userPrincipalName }) => userPrincipalName === name),
      },
    ],
    isOnce: true,
  };
};

const updateUser: Maker = (sandbox, random) => {
  const city = `City ${random.below(1e6)}`;
  return effect('msgraph-user-update', 'user', {
    more: () => ({ updated_fields: `city=${city}` }),
    isReached: (person) => JSON.stringify(person).includes(city),
  })(sandbox, random);
};

const deletePass: Maker = (sandbox, random) => {
  const withPass = staffOf(sandbox).flatMap((person) => {
    const { pass } = sandbox.methodsOf(person.id);
    return pass ? [{ person, pass }] : [];
  });
  if (withPass.length === 0) return undefined;
  const { person, pass } = random.oneOf(withPass);
  const target = targetOf(person, random);
  return {
    command: 'msgraph-user-tap-policy-delete',
    args: { user_id: target.typed, policy_id: pass.id },
    targets: [target],
  };
};

const manager = (sandbox: Sandbox): JsonObject => ({ manager: sandbox.people()[3]?.userPrincipalName ?? '' });

/** How often each is run, by weight. */
const makers: readonly (readonly [number, Maker])[] = [
  [22, readUser],
  [3, listUsers],
  [6, read('msgraph-user-get-manager', 'user')],
  [4, read('msgraph-direct-reports', 'user')],
  [4, read('msgraph-user-get-groups', 'user')],
  [4, read('msgraph-user-tap-policy-list', 'user_id')],
  [
    10,
    effect('msgraph-user-account-disable', 'user', {
      most: MANY,
      isReached: (person) => person?.accountEnabled === false,
    }),
  ],
  [
    8,
    effect('msgraph-user-unblock', 'user', {
      most: MANY,
      isReached: (person) => person?.accountEnabled === true,
    }),
  ],
  [10, effect('msgraph-user-session-revoke', 'user', { most: MANY })],
  [5, effect('msgraph-user-force-reset-password', 'user', { most: 10 })],
  [5, effect('msgraph-user-assign-manager', 'user', { most: MANY, more: manager })],
  [3, effect('msgraph-user-remove-manager', 'user')],
  [6, updateUser],
  [4, createUser],
  [2, effect('msgraph-user-delete', 'user', { most: 3, isReached: (person) => person === undefined })],
  [5, effect('msgraph-user-change-password', 'user', { more: password })],
  [
    3,
    effect('msgraph-user-tap-policy-create', 'user_id', {
      more: () => ({ zip_password: `${PASSWORD_MARK}-zip` }),
      isOnce: true,
    }),
  ],
  [3, deletePass],
  ...teamsMakers,
];

const total = makers.reduce((sum, [weight]) => sum + weight, 0);

/** Makes up a command for a tenant as it is now. */
export function makeCommand(sandbox: Sandbox, random: Random): LabCommand {
  let left = random.below(total);
  const [, maker] = makers.find(([weight]) => (left -= weight) < 0) ?? [];
  return maker?.(sandbox, random) ?? makeCommand(sandbox, random);
}
