import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createDispatcher } from '../../integration/dispatcher/dispatcher.js';
import { type AuditIntent } from '../../integration/audit/trail.js';
import {
  type CommandBench,
  contextUnder,
  objectOf,
  openCommandBench,
} from '../../test_data/command-bench.js';
import { openScriptedGraph } from '../../test_data/scripted-graph.js';
import { type ScriptedAnswer } from '../../test_data/scripted-server.js';
import { registry } from '../index.js';

const UPDATE = 'msgraph-user-update';
const ADELE = 'adele@contoso.example';
const SECRET = 'Quiet,Harbor=47';
const PROFILE = `passwordProfile: forceChangePasswordNextSignIn=true, password=${SECRET}`;

let bench: CommandBench;
beforeEach(async () => {
  bench = await openCommandBench();
});
afterEach(() => bench.close());

const update = (updated_fields: unknown, others = {}) =>
  bench.run(UPDATE, { user: ADELE, updated_fields, ...others });
const adele = () => {
  const person = bench.sandbox.people().find(({ displayName }) => displayName.startsWith('Adele'));
  if (!person) throw new Error('Adele is gone.');
  return person;
};
const bodies = (requests: Awaited<ReturnType<typeof update>>['requests']) =>
  requests.filter(({ method }) => method === 'PATCH').map(({ body }) => body);

test('changes what is named, reads the user back by object ID and shows the whole user', async () => {
  const { execution, entry, requests } = await update('jobTitle=Lead Analyst,officeLocation=a=b');
  const { id } = adele();
  expect(requests.slice(1).map(({ method, path }) => `${method} ${path.replace(/\?.*/, '')}`)).toEqual([
    'GET /v1.0/users/adele%40contoso.example',
    `PATCH /v1.0/users/${id}`,
    `GET /v1.0/users/${id}`,
  ]);
  expect(execution.entries).toHaveLength(1);
  expect(entry).toMatchObject({ Type: 1, Contents: { id, jobTitle: 'Lead Analyst', officeLocation: 'a=b' } });
  expect(entry.HumanReadable).toMatch(/^### adele@contoso\.example data\n\|/);
  expect(entry.HumanReadable).toContain('| Lead Analyst |');
  expect(Object.keys(entry.EntryContext ?? {})).toEqual([
    'MSGraphUser(val.ID && val.ID == obj.ID)',
    'Account(val.ID && val.ID == obj.ID)',
  ]);
  expect(contextUnder(entry, 'MSGraphUser')).toMatchObject({ ID: id, JobTitle: 'Lead Analyst' });
  expect(contextUnder(entry, 'Account')).toMatchObject({ ID: id, JobTitle: 'Lead Analyst', Username: ADELE });
});

describe('values', () => {
  test.each([
    ['displayName="Winterbourne, Adele"', { displayName: 'Winterbourne, Adele' }],
    ['displayName=Adele, surname=Winter', { displayName: 'Adele', surname: 'Winter' }],
    ['accountEnabled=false', { accountEnabled: false }],
    ['businessPhones=+1 555', { businessPhones: ['+1 555'] }],
    ['mobilePhone=', { mobilePhone: null }],
    ['{"city":"Tel Aviv","mobilePhone":null}', { city: 'Tel Aviv', mobilePhone: null }],
  ])('%s are sent in the types that Graph takes (4.4-a to 4.4-c)', async (text, body) => {
    const { entry, requests } = await update(text);
    expect(bodies(requests)).toEqual([body]);
    expect(entry.Contents).toMatchObject(body);
  });

  test('may come as an object', async () => {
    const { requests } = await update({ accountEnabled: false });
    expect(bodies(requests)).toEqual([{ accountEnabled: false }]);
  });

  test('are parted by another sign where it is asked for, and by a comma where that is empty (4.4-d)', async () => {
    const other = await update('displayName=Doe, John;city=Oslo', { updated_fields_delimiter: ';' });
    expect(bodies(other.requests)).toEqual([{ displayName: 'Doe, John', city: 'Oslo' }]);
    const empty = await update('surname=Doe,city=Bergen', { updated_fields_delimiter: '' });
    expect(bodies(empty.requests)).toEqual([{ surname: 'Doe', city: 'Bergen' }]);
  });

  test('that Graph takes only by themselves go in a request of their own (4.4-f)', async () => {
    const { entry, requests } = await update('city=Bergen,skills=["chess"],aboutMe=Climbs');
    expect(entry.Type).toBe(1);
    expect(bodies(requests)).toEqual([{ city: 'Bergen' }, { skills: ['chess'], aboutMe: 'Climbs' }]);
  });

  test('that were written before another request failed are named', async () => {
    bench.sandbox.faults = [{ kind: '500', match: { method: 'PATCH' }, every: 2 }];
    const { entry } = await bench.run(UPDATE, {
      user: ADELE,
      updated_fields: 'city=Bergen,preferredName=Addie',
    });
    expect(entry.Type).toBe(4);
    expect(entry.Contents).toMatch(
      /^city were changed\. preferredName, which Graph takes only by themselves, were not: /,
    );
    expect(adele().city).toBe('Bergen');
  });
});

test('a changed user principal name is read back by object ID (4.4-e)', async () => {
  const { entry } = await update('userPrincipalName=adele.w@contoso.example');
  expect(entry).toMatchObject({ Type: 1, Contents: { userPrincipalName: 'adele.w@contoso.example' } });
  expect(contextUnder(entry, 'Account')).toMatchObject({ Username: 'adele.w@contoso.example' });
});

test('a user who cannot be read afterwards was updated all the same', async () => {
  bench.sandbox.faults = [{ kind: 'claims-challenge', match: { method: 'GET', path: /select=\*/ } }];
  const { execution } = await update('city=Bergen');
  const [main, warning] = execution.entries;
  expect(main).toMatchObject({ Type: 1, HumanReadable: `User "${ADELE}" was updated.` });
  expect(warning).toMatchObject({ Type: 11 });
  expect(warning?.HumanReadable).toContain('could not be read afterwards');
});

test.each([
  ['jobTitel=x', 'did you mean "jobTitle"?'],
  ['displayName=Doe, John', 'displayName="…"'],
  ['accountEnabled=perhaps', 'true, false, yes or no'],
])('%s costs no request and says what to write', async (text, advice) => {
  const { entry, requests } = await update(text);
  expect(requests).toEqual([]);
  expect(entry.Contents).toContain(advice);
});

describe('a password', () => {
  const told = async (
    updated_fields: unknown,
    answer: ScriptedAnswer = { status: 204 },
    isSynchronized = false,
  ) => {
    const user = {
      id: '11111111-2222-3333-4444-555555555555',
      userPrincipalName: ADELE,
      onPremisesSyncEnabled: isSynchronized,
    };
    const graph = await openScriptedGraph(bench.sandbox, ({ method }) =>
      method === 'GET' ? { status: 200, body: user } : answer,
    );
    const intents: AuditIntent[] = [];
    const before = (intent: AuditIntent) => Promise.resolve(void intents.push(intent));
    const dispatcher = createDispatcher({
      registry,
      audit: () =>
        Promise.resolve({
          trail: { before, after: () => Promise.resolve() },
          actor: { kind: 'os-user', name: 'analyst' },
          surface: 'test',
        }),
    });
    const { entries } = await dispatcher.execute({
      command: UPDATE,
      args: { user: ADELE, updated_fields },
      instance: graph.instance,
    });
    await graph.close();
    return { entries, intents, sent: graph.seen().find(({ method }) => method === 'PATCH')?.body };
  };

  test.each([
    ['in the words of a stock playbook', PROFILE],
    [
      'as JSON',
      JSON.stringify({ passwordProfile: { forceChangePasswordNextSignIn: true, password: SECRET } }),
    ],
    ['as an object', { passwordProfile: { forceChangePasswordNextSignIn: true, password: SECRET } }],
  ])('%s is set whole, and appears in no entry and no audit record', async (_how, fields) => {
    const { entries, intents, sent } = await told(fields);
    expect(JSON.parse(sent ?? '')).toEqual({
      passwordProfile: { forceChangePasswordNextSignIn: true, password: SECRET },
    });
    expect(intents.map(({ args }) => args)).toEqual([expect.objectContaining({ updated_fields: '***' })]);
    expect(JSON.stringify([entries, intents])).not.toMatch(/Quiet|Harbor/);
  });

  test('that Graph refuses is not in the error', async () => {
    const error = { code: 'Request_BadRequest', message: 'The specified password does not comply.' };
    const { entries } = await told(PROFILE, { status: 400, body: { error } });
    expect(entries).toMatchObject([{ Type: 4, Contents: expect.stringContaining('does not comply') }]);
    expect(JSON.stringify(entries)).not.toMatch(/Quiet|Harbor/);
  });

  test('that the token may not set is an error that names the permission it takes', async () => {
    const error = { code: 'Authorization_RequestDenied', message: 'Insufficient privileges.' };
    const { entries } = await told(PROFILE, { status: 403, body: { error } });
    expect(entries[0]?.Contents).toContain('passwordProfile takes User-PasswordProfile.ReadWrite.All');
  });

  test('is no reason to hide what else is recorded', async () => {
    const { intents } = await told('jobTitle=Lead');
    expect(intents[0]?.args).toMatchObject({ user: ADELE, updated_fields: 'jobTitle=Lead' });
  });

  test('of a synchronized account comes with a warning', async () => {
    const { entries } = await told(PROFILE, { status: 204 }, true);
    expect(entries[1]?.HumanReadable).toContain('may not reach it');
  });
});

test('a fault in the last of several runs leaves the first one undone', async () => {
  const { execution, requests } = await update(['city=Bergen', 'citty=Bergen']);
  expect(requests).toEqual([]);
  expect(execution.entries).toMatchObject([{ Type: 4, Contents: expect.stringContaining('"citty"') }]);
});

test('an odd name is one segment, and the user is the one who changes', async () => {
  const user = 'mia_fabrikam.example#EXT#@contoso.example';
  const { entry } = await bench.run(UPDATE, { user, updated_fields: 'city=Bergen' });
  expect(objectOf(entry.Contents)).toMatchObject({ userPrincipalName: user, city: 'Bergen' });
});
