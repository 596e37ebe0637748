import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startSandbox, type Sandbox } from '../index.js';
import { get, member, signIn, type RawAnswer } from '../raw-client.js';

let sandbox: Sandbox;
let token: string;
let clock = Date.UTC(2026, 2, 2, 8, 0, 0);

beforeAll(async () => {
  sandbox = await startSandbox({ users: 1250, now: () => clock });
  token = await signIn(sandbox);
});
afterAll(() => sandbox.close());

const eventual = { ConsistencyLevel: 'eventual' };

async function list(query: Record<string, string>, headers: Record<string, string> = {}): Promise<RawAnswer> {
  return get(sandbox, token, `/v1.0/users?${new URLSearchParams(query).toString()}`, headers);
}

function items(answer: RawAnswer): unknown[] {
  const value = member(answer.json, 'value');
  return Array.isArray(value) ? value : [];
}

function names(answer: RawAnswer): string[] {
  return items(answer).map((item) =>
    String(member(item, 'userPrincipalName')).replace('@contoso.example', ''),
  );
}

function linkOf(answer: RawAnswer): string | undefined {
  const link = member(answer.json, '@odata.nextLink');
  return typeof link === 'string' ? link.slice(sandbox.url.length) : undefined;
}

/** Follows the links to the end. */
async function pages(first: RawAnswer, headers: Record<string, string> = {}): Promise<RawAnswer[]> {
  const all = [first];
  for (let link = linkOf(first); link !== undefined;) {
    const page = await get(sandbox, token, link, headers);
    all.push(page);
    link = linkOf(page);
  }
  return all;
}

function error(answer: RawAnswer): unknown {
  return {
    status: answer.status,
    code: member(answer.json, 'error', 'code'),
    message: member(answer.json, 'error', 'message'),
  };
}

describe('pages of users', () => {
  test('hold 100 without $top, and absolute opaque links lead to everybody once', async () => {
    const all = await pages(await list({ $select: 'id' }));
    expect(all.map((page) => items(page).length)).toEqual([...Array<number>(12).fill(100), 50]);
    expect(new Set(all.flatMap(items).map((item) => member(item, 'id'))).size).toBe(1250);
    expect(member(all[0]?.json, '@odata.nextLink')).toMatch(
      new RegExp(String.raw`^${sandbox.url}/v1\.0/users\?.*\$skiptoken=[\w-]{30,}$`),
    );
    expect(all.at(-1)?.json).not.toHaveProperty('@odata.nextLink');
  });

  test('hold up to 999, and any other $top is refused', async () => {
    expect(items(await list({ $top: '999' }))).toHaveLength(999);
    for (const top of ['0', '1000', '-1']) {
      expect(error(await list({ $top: top }))).toEqual({
        status: 400,
        code: 'Request_UnsupportedQuery',
        message: `Invalid page size specified: '${top}'. Must be between 1 and 999 inclusive.`,
      });
    }
    expect((await list({ $top: 'many' })).status).toBe(400);
  });

  test('keep the query: a link carries $select, $top and $filter', async () => {
    const first = await list({
      $top: '2',
      $select: 'userPrincipalName',
      $filter: "department eq 'Security'",
    });
    const second = await get(sandbox, token, linkOf(first) ?? '');
    expect(names(first)).toEqual(['noor', 'adele']);
    expect(names(second)).toEqual(['tomas']);
    expect(Object.keys(items(second)[0] ?? {})).toEqual(['userPrincipalName']);
  });

  test('may be short or empty and still have a next one, where a plain filter is rare in a large tenant', async () => {
    const all = await pages(await list({ $filter: "department eq 'Security'" }));
    expect(all.map((page) => items(page).length)).toEqual([3, 0, 0]);
  });

  test('cannot be forged, carried to another query, or kept for hours', async () => {
    const link = linkOf(await list({ $top: '5' })) ?? '';
    const expired = {
      status: 400,
      code: 'Directory_ExpiredPageToken',
      message: 'The specified page token value has expired and can no longer be included in your request.',
    };
    expect(error(await get(sandbox, token, '/v1.0/users?$skiptoken=RFNwdAoAAQ'))).toEqual(expired);
    expect(error(await get(sandbox, token, link.replace('$top=5', '$top=6')))).toEqual(expired);
    clock += 50 * 60_000;
    expect((await get(sandbox, token, link)).status).toBe(200);
    clock += 11 * 60_000;
    token = await signIn(sandbox);
    expect(error(await get(sandbox, token, link))).toEqual(expired);
  });

  test('cannot be reached with $skip', async () => {
    expect(error(await list({ $skip: '100' }))).toEqual({
      status: 400,
      code: 'Request_BadRequest',
      message: "'$skip' is not supported by the service.",
    });
  });
});

describe('an advanced query', () => {
  const needed = (operator: string) => ({
    status: 400,
    code: 'Request_UnsupportedQuery',
    message: `Operator '${operator}' is not supported because the required parameters might be missing. Try adding $count=true query parameter and ConsistencyLevel:eventual header. Refer to https://aka.ms/graph-docs/advanced-queries for more information`,
  });

  test('needs the header and $count=true, both', async () => {
    const $filter = "endsWith(userPrincipalName,'#EXT#@contoso.example')";
    expect(error(await list({ $filter }))).toEqual(needed('endsWith'));
    expect(error(await list({ $filter }, eventual))).toEqual(needed('endsWith'));
    expect(error(await list({ $filter, $count: 'true' }))).toEqual(needed('endsWith'));
    const found = await list({ $filter, $count: 'true' }, eventual);
    expect(names(found)).toEqual(['mia_fabrikam.example#EXT#', 'jonas_fabrikam.example#EXT#']);
    expect(member(found.json, '@odata.count')).toBe(2);
  });

  test('opens ne, not, startsWith on the mobile phone, and counts of a collection', async () => {
    const filters: [string, string, number][] = [
      ["userType ne 'Member'", 'NotEqualsMatch', 2],
      ["not(startsWith(employeeId,'G'))", 'Not', 30],
      ["startsWith(mobilePhone,'+47')", 'startsWith', 4],
      ['assignedLicenses/$count eq 0', 'eq', 12],
    ];
    for (const [$filter, operator, count] of filters) {
      expect(error(await list({ $filter }))).toEqual(needed(operator));
      const found = await list({ $filter, $count: 'true', $top: '1' }, eventual);
      expect([$filter, member(found.json, '@odata.count')]).toEqual([$filter, count]);
    }
  });

  test('has its count on the first page only, and its header is needed on every page', async () => {
    const first = await list({ $filter: "userType ne 'Guest'", $count: 'true', $top: '500' }, eventual);
    const link = linkOf(first) ?? '';
    const second = await get(sandbox, token, link, eventual);
    expect(member(first.json, '@odata.count')).toBe(1248);
    expect(second.status).toBe(200);
    expect(second.json).not.toHaveProperty('@odata.count');
    expect(error(await get(sandbox, token, link))).toEqual(needed('NotEqualsMatch'));
  });

  test('sorts a filtered list, which a plain query does not', async () => {
    const query = { $filter: "department eq 'Security'", $orderby: 'displayName desc' };
    const refused = {
      status: 400,
      code: 'Request_UnsupportedQuery',
      message: 'Sorting not supported for current query.',
    };
    expect(error(await list(query))).toEqual(refused);
    expect(error(await list({ $orderby: 'department' }))).toEqual(refused);
    expect(names(await list({ ...query, $count: 'true' }, eventual))).toEqual(['tomas', 'noor', 'adele']);
    expect(names(await list({ $orderby: 'userPrincipalName', $top: '2' }))).toEqual([
      '$svc-billing',
      'ada.adeyemi.1089',
    ]);
  });

  test('with $search needs the header, quotes, and finds by the beginnings of words', async () => {
    expect(error(await list({ $search: '"displayName:berg"' }))).toEqual({
      status: 400,
      code: 'Request_UnsupportedQuery',
      message:
        "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
    });
    expect((await list({ $search: 'displayName:berg' }, eventual)).status).toBe(400);
    expect(names(await list({ $search: '"displayName:berg pet"' }, eventual))).toEqual(['peter.vandenberg']);
    expect(names(await list({ $search: '"displayName:erg"' }, eventual))).toEqual([]);
    expect(names(await list({ $search: '"displayName:lena" OR "mail:adele@"' }, eventual))).toEqual([
      'adele',
      'anna-lena',
    ]);
  });

  test('counts everybody at /users/$count, as bare text and only with the header', async () => {
    const counted = await get(sandbox, token, '/v1.0/users/$count', eventual);
    expect(counted.text).toBe('1250');
    expect(counted.headers['content-type']).toContain('text/plain');
    expect((await get(sandbox, token, '/v1.0/users/$count')).status).toBe(400);
    const guests = await get(sandbox, token, "/v1.0/users/$count?$filter=userType%20ne%20'Member'", eventual);
    expect(guests.text).toBe('2');
  });
});

describe('a filter', () => {
  const found: [string, string[]][] = [
    ["userPrincipalName eq 'ADELE@contoso.example'", ['adele']],
    ["displayName eq 'Shane O''Brien'", ["o'brien"]],
    ["startswith(displayName,'Tomáš')", ['tomas']],
    [
      "department eq 'Security' and (jobTitle eq 'Security Analyst' or surname eq 'Haddad')",
      ['noor', 'adele'],
    ],
    ["employeeId in ('E1003','E1005')", ['adele', 'samuel']],
    ['mail eq null', ['$svc-billing', 'breakglass', 'newstarter']],
    ['accountEnabled eq false', ['former.employee', 'room-oslo']],
    ['onPremisesSyncEnabled eq true', ['sylvie', 'ewan']],
    ["businessPhones/any(p:p eq '+47 22 55 01 03')", ['adele']],
    ["proxyAddresses/any(x:startsWith(x,'smtp:adele@'))", ['adele']],
    ["otherMails/any(m:m eq 'mia@fabrikam.example')", ['mia_fabrikam.example#EXT#']],
    [
      "identities/any(c:c/issuerAssignedId eq 'adele@contoso.example' and c/issuer eq 'contoso.example')",
      ['adele'],
    ],
    ['employeeHireDate ge 2021-03-01T00:00:00Z and employeeHireDate lt 2022-01-01T00:00:00Z', ['adele']],
  ];

  test.each(found)('%s finds who it says', async (filter, expected) => {
    const answer = await list({ $filter: filter, $top: '999' });
    expect(answer.status).toBe(200);
    expect(names(answer)).toEqual(expected);
  });

  test('by a license takes the ID without quotes', async () => {
    const skuId = '6fd2c87f-b296-42f0-b197-1e91e994b900';
    const licensed = await list({ $filter: `assignedLicenses/any(l:l/skuId eq ${skuId})`, $top: '3' });
    expect(names(licensed)).toEqual(['ingrid', 'noor', 'adele']);
  });

  const refused: [string, string][] = [
    ["contains(displayName,'ad')", 'Request_UnsupportedQuery'],
    ["streetAddress eq 'x'", 'Request_UnsupportedQuery'],
    ["startsWith(userType,'Mem')", 'Request_UnsupportedQuery'],
    ['accountEnabled ge true', 'Request_UnsupportedQuery'],
    ["endsWith(displayName,'x')", 'Request_UnsupportedQuery'],
    ["businessPhones eq '1'", 'Request_UnsupportedQuery'],
    ["businessPhones/any(p:startsWith(p,'1'))", 'Request_UnsupportedQuery'],
    ["identities/any(c:c/issuer eq 'contoso.example')", 'Request_UnsupportedQuery'],
    ["aboutMe eq 'x'", 'Request_UnsupportedQuery'],
    ["shoeSize eq '42'", 'BadRequest'],
    ["accountEnabled eq 'true'", 'BadRequest'],
    ['displayName eq Adele', 'BadRequest'],
    ["displayName eq 'Adele", 'BadRequest'],
    ["displayName = 'Adele'", 'BadRequest'],
    ["length(displayName) eq '3'", 'BadRequest'],
    ["businessPhones/all(p:p eq '1')", 'BadRequest'],
    ["not displayName eq 'Adele'", 'BadRequest'],
    ['', 'BadRequest'],
  ];

  test.each(refused)('%s is refused, never evaluated or ignored', async (filter, code) => {
    const answer = await list({ $filter: filter });
    expect([answer.status, member(answer.json, 'error', 'code')]).toEqual([400, code]);
  });

  test('with a syntax error is told the position', async () => {
    expect(error(await list({ $filter: "displayName eq 'a' ??" }))).toEqual({
      status: 400,
      code: 'BadRequest',
      message: "Invalid filter clause: Syntax error at position 19 in 'displayName eq 'a' ??'.",
    });
  });
});

describe('a list', () => {
  test('can bring the managers along', async () => {
    const answer = await list({ $top: '3', $select: 'userPrincipalName', $expand: 'manager($select=id)' });
    expect(items(answer).map((item) => Object.keys(item ?? {}))).toEqual([
      ['userPrincipalName'],
      ['userPrincipalName', 'manager'],
      ['userPrincipalName', 'manager'],
    ]);
  });

  test('refuses an unknown option, one given twice, and relationships it does not model', async () => {
    expect((await get(sandbox, token, '/v1.0/users?$format=xml')).status).toBe(400);
    expect((await get(sandbox, token, '/v1.0/users?$top=1&$top=2')).status).toBe(400);
    expect((await list({ $expand: 'memberOf' })).status).toBe(501);
    expect((await list({ $expand: 'nonsense' })).status).toBe(400);
  });
});
