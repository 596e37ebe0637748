import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { asksGraph } from '../../integration/dispatcher/policy.js';
import { isErrorEntry } from '../../integration/results/raw-entry.js';
import {
  isForPersons,
  openUserCommandBench,
  refusalOf,
  type UserCommand,
  type UserCommandBench,
  userCommands,
} from '../../test_data/user-commands.js';

const odd = [
  'mia_fabrikam.example#EXT#@contoso.example',
  "o'brien@contoso.example",
  "d''arcy@contoso.example",
  '$svc-billing@contoso.example',
  'dana+lab@contoso.example',
  'tomáš.dvořák@contoso.example',
  'a&b=c?d@contoso.example',
  '%2e%2e',
  '$count',
  'delta',
  'me',
  `${'x'.repeat(300)}@contoso.example`,
];

/** Names of people who do not exist, some of which look like words in Graph's answers. */
const nobodies = [
  'nobody@contoso.example',
  "d'nobody@contoso.example",
  'nobody_fabrikam.example#EXT#@contoso.example',
  '$nobody@contoso.example',
  'me',
  'id',
];

/** Whom a request is about; undefined where it is about no user. */
function userOf(requestPath: string): string | undefined {
  const [, segment, quoted] = /^\/(?:v1\.0|beta)\/users(?:\/([^/?]+)|\('([^)]*)'\))/.exec(requestPath) ?? [];
  if (quoted !== undefined) return decodeURIComponent(quoted).replaceAll("''", "'");
  return segment === undefined ? undefined : decodeURIComponent(segment);
}

/** A push takes nothing of Graph, and who is unknown to the MFA service is told by that. */
const takesPermission = ({ known }: UserCommand): boolean => asksGraph(known) && known.actsOn !== 'user_mail';

/** The others are about nobody, and ask nothing of Graph. */
const commands = userCommands.filter(
  (command) => command.userArgument !== undefined || takesPermission(command),
);

let bench: UserCommandBench;

describe.each(commands)('$name', (command) => {
  const { name, known, userArgument, args } = command;
  beforeAll(async () => {
    bench = await openUserCommandBench();
  });
  afterAll(() => bench.close());

  if (userArgument !== undefined) {
    test.each(odd)('asks about nobody but %s', async (user) => {
      const ids = bench.sandbox.people().map(({ id }) => id);
      const instance = await bench.capable(command);
      const { requests } = await bench.run(name, { ...args, [userArgument]: user }, instance);
      const subjects = requests.map(({ path }) => userOf(path));
      for (const [index, subject] of subjects.entries()) {
        const asked = requests[index]?.path ?? '';
        if (subject !== undefined && !ids.includes(subject)) expect([user, subject]).toEqual([user, user]);
        else expect(asked).not.toContain(encodeURIComponent(user));
      }
      // The MFA service takes fewer names, and is not asked without a secret.
      if (!known.needsMfaService) expect(subjects).toContain(user);
    });

    test.each(['', ' ', '.', '..', '../groups/1', 'adele@contoso.example/manager', 'a\nb', 'a\u0000b'])(
      'refuses the name %j without a request',
      async (user) => {
        const outcome = await bench.run(name, { ...args, [userArgument]: user });
        expect(outcome.requests).toEqual([]);
        expect(refusalOf(outcome)).toContain(userArgument);
      },
    );
  }

  if (userArgument !== undefined && name !== 'msgraph-user-get' && !known.needsMfaService) {
    test('takes an account name with a backslash for nobody, without a request (rule R28)', async () => {
      const user = 'CONTOSO\\adele';
      // Whoever signs in first asks for a token; nothing is asked of Graph.
      const instance = await bench.capable(command);
      const { entries, requests } = await bench.run(name, { ...args, [userArgument]: user }, instance);
      expect(requests.filter(({ path: asked }) => !asked.includes('/oauth2/'))).toEqual([]);
      expect(entries).toHaveLength(1);
      if (known.suppressesMissing) expect(entries[0]?.Contents).toBe(`#### User -> ${user} does not exist`);
      else expect(entries[0] && isErrorEntry(entries[0])).toBe(true);
    });

    test.each(nobodies)(
      'tells of %s, who does not exist, as playbooks know it, or as an error',
      async (user) => {
        const asked = { ...args, [userArgument]: user };
        const [entry] = (await bench.run(name, asked, await bench.capable(command))).entries;
        const refusal = refusalOf(
          await bench.run(name, asked, await bench.capable(command, { handle_error: false })),
        );
        expect([user, 'The specified user could not be found'].some((text) => refusal.includes(text))).toBe(
          true,
        );
        if (known.suppressesMissing) {
          expect(entry).toMatchObject({ Type: 1, Contents: `#### User -> ${user} does not exist` });
          expect(entry?.EntryContext ?? {}).toEqual({});
        } else expect(entry && isErrorEntry(entry)).toBe(true);
      },
    );
  }

  if (takesPermission(command)) {
    test('says which permission is lacking', async () => {
      const instance = await bench.incapable(command);
      const outcome = await bench.run(name, { ...args, ...keyFor(name) }, instance);
      const kind = isForPersons(command) ? 'delegated' : 'application';
      expect(refusalOf(outcome)).toMatch(new RegExp(`403.*\\n[^]*lacks the ${kind} permission`));
    });
  }
});

/** What makes a command ask Graph that has nothing to ask about in the tenant as it is. */
function keyFor(name: string): Record<string, string> {
  return name === 'msgraph-user-delete-mfa-client-secret'
    ? { key_id: '00000000-0000-4000-8000-000000000000' }
    : {};
}
