import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type BenchRun,
  type CommandBench,
  contextUnder,
  objectOf,
  objectsOf,
  openCommandBench,
} from '../../test_data/command-bench.js';
import { sandboxInstance } from '../../test_data/sandbox-instance.js';

const LIST = 'msgraph-user-list';
const USERS = 'MSGraphUser(val.ID && val.ID == obj.ID)';
const ACCOUNTS = 'Account(val.ID && val.ID == obj.ID)';
const NEXT = "MSGraphUser(val.NextPage.indexOf('http')>=0)";

let bench: CommandBench;
beforeAll(async () => {
  bench = await openCommandBench();
});
afterAll(() => bench.close());

const names = ({ entry }: BenchRun): string[] =>
  objectsOf(entry.Contents).map(({ userPrincipalName }) => String(userPrincipalName).split('@')[0] ?? '');

function nextPage({ entry }: BenchRun): unknown {
  const next = entry.EntryContext?.[NEXT];
  return next === undefined ? undefined : objectOf(next)['NextPage'];
}

test('users are listed in one entry, byte for byte', async () => {
  const { execution } = await bench.run(LIST, { filter: "startsWith(userPrincipalName,'adele')" });
  const { id } = bench.sandbox.people().find(({ displayName }) => displayName === 'Adele Winterbourne') ?? {};
  const user = {
    id,
    userPrincipalName: 'adele@contoso.example',
    displayName: 'Adele Winterbourne',
    jobTitle: 'Security Analyst',
    mobilePhone: '+47 900 55 103',
    mail: 'adele@contoso.example',
  };
  expect(execution.entries).toEqual([
    {
      Type: 1,
      ContentsFormat: 'json',
      Contents: [user],
      HumanReadable:
        '### All Graph Users\n1 of 1 users.\n' +
        '|Display Name|ID|Job Title|Mail|Mobile Phone|User Principal Name|\n|---|---|---|---|---|---|\n' +
        `| Adele Winterbourne | ${String(id)} | Security Analyst | adele@contoso.example | +47 900 55 103 | adele@contoso.example |\n`,
      EntryContext: {
        [USERS]: [
          {
            ID: id,
            UserPrincipalName: 'adele@contoso.example',
            DisplayName: 'Adele Winterbourne',
            JobTitle: 'Security Analyst',
            MobilePhone: '+47 900 55 103',
            Mail: 'adele@contoso.example',
          },
        ],
        [ACCOUNTS]: [
          {
            Type: 'Azure AD',
            DisplayName: 'Adele Winterbourne',
            Username: 'adele@contoso.example',
            JobTitle: 'Security Analyst',
            Email: { Address: 'adele@contoso.example' },
            TelephoneNumber: '+47 900 55 103',
            ID: id,
            Office: null,
          },
        ],
      },
      IndicatorTimeline: [],
      IgnoreAutoExtract: false,
      Note: false,
      Relationships: [],
    },
  ]);
});

test('nobody found is said, and writes nothing to the context', async () => {
  const { entry } = await bench.run(LIST, { filter: "displayName eq 'Nobody'" });
  expect(entry).toMatchObject({
    Type: 1,
    HumanReadable: '### All Graph Users\n0 of 0 users.\n**No entries.**\n',
    Contents: [],
    EntryContext: {},
  });
});

describe('every entry is tied to its user', () => {
  test('by ID, whatever properties were named (2.5, 4.8-d, 4.8-f)', async () => {
    const { entry } = await bench.run(LIST, { properties: 'displayName', limit: 3 });
    for (const user of objectsOf(entry.EntryContext?.[USERS]))
      expect(user).toEqual({
        ID: expect.stringMatching(/^[0-9a-f-]{36}$/),
        UserPrincipalName: expect.stringContaining('@'),
        DisplayName: expect.any(String),
      });
    for (const account of objectsOf(entry.EntryContext?.[ACCOUNTS]))
      expect(account['Username']).toEqual(expect.stringContaining('@'));
  });

  test('and the next page is no user among them (2.7, 4.8-e)', async () => {
    const { entry } = await bench.run(LIST, { limit: 5 });
    expect(objectsOf(entry.EntryContext?.[USERS])).toHaveLength(5);
    for (const user of objectsOf(entry.EntryContext?.[USERS])) expect(user).not.toHaveProperty('NextPage');
  });

  test('a property that the first user lacks still gets its column (2.4-a)', async () => {
    const { entry } = await bench.run(LIST, { properties: 'companyName', order_by: 'displayName' });
    expect(entry.HumanReadable).toMatch(/^\|Company Name\|ID\|User Principal Name\|$/m);
  });
});

describe('limit and pages', () => {
  test('the limit is the number of users, the page size that of a request (rule R8)', async () => {
    const run = await bench.run(LIST, { limit: 7, page_size: 3 });
    expect(names(run)).toHaveLength(7);
    expect(run.requests.filter(({ path }) => path.startsWith('/v1.0/users'))).toHaveLength(3);
    expect(run.requests[1]?.path).toMatch(/\$top=3(&|$)/);
    expect(run.entry.HumanReadable).toMatch(/^7 of 30 users\.$/m);
  });

  test.each([
    [1, undefined],
    [4, 3],
    [7, undefined],
    [10, 4],
    [30, undefined],
    [29, 10],
  ])(
    'pages of limit %d and page size %s hold everyone once, and the last clears NextPage',
    async (limit, size) => {
      const instance = sandboxInstance(bench.sandbox);
      const everyone: string[] = [];
      let runs = 0;
      let page: unknown = '';
      do {
        const args = { limit, next_page: page, ...(size !== undefined && { page_size: size }) };
        const run = await bench.run(LIST, args, instance);
        expect(run.entry.Type).toBe(1);
        everyone.push(...names(run));
        page = nextPage(run);
        runs += 1;
        if (typeof page === 'string' && page !== '')
          expect(run.entry.HumanReadable).toContain(
            `To get further results, enter this to the next_page parameter:\n${page}`,
          );
      } while (typeof page === 'string' && page !== '' && runs < 40);
      expect(everyone).toEqual(
        bench.sandbox.people().map(({ userPrincipalName }) => userPrincipalName.split('@')[0]),
      );
      expect(page).toBe(runs === 1 ? undefined : '');
    },
  );

  test('all_results brings all 2,000 users, each once', async () => {
    const large = await openCommandBench({ users: 2000 });
    try {
      const run = await large.run(LIST, { all_results: 'Yes', properties: 'mail' });
      const ids = objectsOf(run.entry.Contents).map(({ id }) => id);
      expect(new Set(ids).size).toBe(2000);
      expect(ids).toHaveLength(2000);
      expect(nextPage(run)).toBeUndefined();
      expect(run.entry.HumanReadable).toMatch(/^2000 of 2000 users\.$/m);
      expect(run.requests.filter(({ path }) => path.startsWith('/v1.0/users')).length).toBeLessThanOrEqual(3);
    } finally {
      await large.close();
    }
  });
});

describe('a filter', () => {
  test.each<[string, readonly string[]]>([
    ["endsWith(mail,'@fabrikam.example')", ['jonas', 'mia']],
    ["displayName eq 'Shane O''Brien'", ["o'brien"]],
    ["userPrincipalName eq 'dana+lab@contoso.example'", ['dana+lab']],
    ["department eq 'R&D'", ['dana+lab']],
    ["not(userType eq 'Member')", ['jonas', 'mia']],
    ['accountEnabled ne true', ['former.employee', 'room-oslo']],
    ["displayName eq 'Tomáš Dvořák'", ['tomas']],
  ])('%s finds whom it says', async (filter, expected) => {
    const run = await bench.run(LIST, { filter });
    expect(run.entry.Type).toBe(1);
    expect(
      names(run)
        .map((name) => name.replace(/_fabrikam.*/, ''))
        .toSorted(),
    ).toEqual(expected);
  });

  test('that needs an advanced query is one on every page (2.7-b)', async () => {
    const instance = sandboxInstance(bench.sandbox);
    const filter = "endsWith(mail,'@contoso.example')";
    const first = await bench.run(LIST, { filter, limit: 10, page_size: 5 }, instance);
    const rest = await bench.run(LIST, { next_page: nextPage(first), limit: 100 }, instance);
    const wanted = bench.sandbox.people().filter(({ mail }) => mail?.endsWith('@contoso.example'));
    expect(rest.entry.Type).toBe(1);
    expect(names(first).length + names(rest).length).toBe(wanted.length);
  });

  test('that is no filter is Graph’s error, in one error entry', async () => {
    const { execution, entry } = await bench.run(LIST, { filter: 'displayName like x' });
    expect(execution.entries).toHaveLength(1);
    expect(entry.Type).toBe(4);
    expect(entry.Contents).toMatch(/^Microsoft Graph answered 400 /);
  });
});

describe('a search', () => {
  test.each<[string, readonly string[]]>([
    ['adele', ['adele']],
    ['displayName:berg', ['peter.vandenberg']],
    ['"displayName:anna" OR "displayName:kofi"', ['anna-lena', 'kofi']],
    ['van den', ['peter.vandenberg']],
  ])('for %s finds them', async (search, expected) => {
    const run = await bench.run(LIST, { search });
    expect(run.entry.Type).toBe(1);
    expect(names(run).toSorted()).toEqual(expected);
  });
});

describe('order_by', () => {
  test('sorts, also downwards (4.8-g)', async () => {
    const up = await bench.run(LIST, { order_by: 'displayName', limit: 3 });
    const down = await bench.run(LIST, { order_by: 'displayName desc', limit: 30 });
    expect(names(up)).toEqual(names(down).toReversed().slice(0, 3));
    expect(new Set(names(down)).size).toBe(30);
  });
});

describe('an application that may not', () => {
  test('gets Graph’s code and what to do', async () => {
    const { entry } = await bench.run(LIST, {}, sandboxInstance(bench.sandbox, 'unprivileged'));
    expect(entry.Type).toBe(4);
    expect(entry.Contents).toMatch(
      /403 Authorization_RequestDenied.*\n[^]*\nThe token lacks the application permission User\.ReadBasic\.All/,
    );
  });
});

test('the token never leaves for an address that was passed in (2.7-a)', async () => {
  const before = bench.sandbox.log.length;
  const page = 'https://attacker.example/v1.0/users?$skiptoken=x';
  const { entry } = await bench.run(LIST, { next_page: page });
  expect(entry.Type).toBe(4);
  expect(contextUnder(entry, 'MSGraphUser')).toBeUndefined();
  expect(bench.sandbox.log).toHaveLength(before);
});

test('a user is found by the account name in an on-premises directory', async () => {
  const run = await bench.run(LIST, { filter: "onPremisesSamAccountName eq 'smarchand'" });
  expect(names(run)).toEqual(['sylvie']);
});
