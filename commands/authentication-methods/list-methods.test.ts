import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { commandMetadata } from '../../generated/commands.js';
import {
  type CommandBench,
  contextUnder,
  objectOf,
  objectsOf,
  openCommandBench,
} from '../../test_data/command-bench.js';
import { sandboxInstance } from '../../test_data/sandbox-instance.js';
import { samples } from '../../test_data/sample-methods.js';

let bench: CommandBench;
beforeAll(async () => {
  bench = await openCommandBench();
});
afterAll(() => bench.close());

const ofGraph = (requests: readonly { path: string }[]) =>
  requests.map(({ path }) => path).filter((path) => !path.includes('/oauth2/'));
const strict = () => sandboxInstance(bench.sandbox, undefined, { handle_error: 'false' });

describe.each(samples.map((sample) => [sample.kind, sample] as const))('%s', (kind, sample) => {
  const command = `msgraph-user-${kind}-method-list`;
  const { user, id, collection, root } = sample;
  const selector = `${root}(val.ID && val.ID == obj.ID && val.UserID && val.UserID == obj.UserID)`;

  test('a list is one request without query options, and shows text, context and raw answer', async () => {
    const { entry, requests } = await bench.run(command, { user });
    expect(ofGraph(requests)).toEqual([
      `/v1.0/users/${encodeURIComponent(user)}/authentication/${collection}`,
    ]);
    expect(entry.Type).toBe(1);
    expect(entry.HumanReadable?.split('\n').slice(0, 2)).toEqual([
      `### ${sample.title}s for User ${user}:`,
      sample.columns,
    ]);
    expect(entry.HumanReadable).toContain(id);
    const [shown] = objectsOf(entry.EntryContext?.[selector]);
    expect(shown).toMatchObject({ ...sample.context, ID: id, UserID: user });
    expect(objectsOf(entry.Contents)[0]).toMatchObject({ id });
  });

  test('one method is a list of one in the context, and Graph’s object in the raw answer', async () => {
    const { entry } = await bench.run(command, { user, method_id: id });
    expect(entry.HumanReadable?.split('\n')[0]).toBe(`### ${sample.title} ${id} for User ${user}:`);
    expect(objectsOf(contextUnder(entry, root))).toHaveLength(1);
    expect(objectOf(entry.Contents)['id']).toBe(id);
    expect(entry.Contents).not.toHaveProperty('@odata.context');
  });

  test('keys that could hold a secret are nowhere', async () => {
    for (const args of [{ user }, { user, method_id: id }]) {
      const { execution } = await bench.run(command, args);
      expect(JSON.stringify(execution.entries)).not.toMatch(
        /"(password|secretKey|temporaryAccessPass|Password|SecretKey|TemporaryAccessPass)"/,
      );
    }
  });

  test('a user without any is told so, and nothing is written', async () => {
    const { entry } = await bench.run(command, { user: 'newstarter@contoso.example' });
    expect(entry.HumanReadable).toBe(
      `No ${sample.empty} authentication methods found for user newstarter@contoso.example.`,
    );
    expect(entry.EntryContext).toEqual({});
    expect(entry.Contents).toEqual([]);
  });

  test('an unknown user is the known sentence, and an error where the instance wants errors', async () => {
    const args = { user: 'nobody@contoso.example' };
    const { execution } = await bench.run(command, args);
    expect(execution.entries).toEqual([
      { Type: 1, ContentsFormat: 'text', Contents: '#### User -> nobody@contoso.example does not exist' },
    ]);
    const { entry } = await bench.run(command, args, strict());
    expect(entry.Type).toBe(4);
    expect(entry.Contents).toContain('The specified user could not be found.');
  });

  test('an unknown method is the known sentence, and an error where the instance wants errors', async () => {
    const args = { user, method_id: '00000000-0000-0000-0000-000000000000' };
    const { entry } = await bench.run(command, args);
    expect(entry.Contents).toBe(`#### Did not find the method_id ${args.method_id} for user ${user}`);
    const refused = await bench.run(command, args, strict());
    expect(refused.entry.Type).toBe(4);
    expect(refused.entry.Contents).toContain('A key with identifier');
  });

  test('a missing permission is explained', async () => {
    const { entry } = await bench.run(command, { user }, sandboxInstance(bench.sandbox, 'reader'));
    expect(entry.Type).toBe(4);
    expect(entry.Contents).toMatch(/403 accessDenied[^]*The token lacks the application permission UserAuth/);
  });

  test.each(['../phoneMethods/3179e48a', '..', 'a/b', 'a\\b', 'a\nb', ' '])(
    'the method_id %j is refused before any request',
    async (method) => {
      const { entry, requests } = await bench.run(command, { user, method_id: method });
      expect(entry.Type).toBe(4);
      expect(requests).toEqual([]);
    },
  );

  test('odd identifiers stay one segment each', async () => {
    const odd = 'x?$expand=y#z';
    const { requests } = await bench.run(command, { user: "o'brien@contoso.example", method_id: odd });
    expect(ofGraph(requests)).toEqual([
      `/v1.0/users/o'brien%40contoso.example/authentication/${collection}/${encodeURIComponent(odd)}`,
    ]);
    const guest = 'mia_fabrikam.example#EXT#@contoso.example';
    const { entry } = await bench.run(command, { user: guest });
    expect(entry.HumanReadable).toContain(`found for user ${guest}.`);
    const service = await bench.run(command, { user: '$svc-billing@contoso.example' });
    expect(ofGraph(service.requests)[0]).toContain("/users('%24svc-billing%40contoso.example')/");
    expect(service.entry.Type).toBe(1);
  });

  const isInChina = ['authenticator', 'phone', 'platform-credential'].includes(kind);
  test(`${isInChina ? 'exists' : 'does not exist'} in the cloud China`, async () => {
    const clouds = isInChina ? undefined : ['China'];
    expect(commandMetadata[`msgraph-user-${kind}-method-list`].notInClouds).toEqual(clouds);
    expect(commandMetadata[`msgraph-user-${kind}-method-delete`].notInClouds).toEqual(clouds);
    if (isInChina) return;
    const cloud = { azure_cloud: 'China', url: '', azure_ad_endpoint: '' };
    const { entry, requests } = await bench.run(
      command,
      { user },
      sandboxInstance(bench.sandbox, undefined, cloud),
    );
    expect(entry.Contents).toContain('does not exist in the cloud China');
    expect(requests).toEqual([]);
  });
});

describe('limits and next pages', () => {
  const mei = 'mei@contoso.example';
  const phones = 'msgraph-user-phone-method-list';

  test('a limit is kept on our side, and the next page goes on from there', async () => {
    const first = await bench.run(phones, { user: mei, limit: '2' });
    expect(objectsOf(first.entry.Contents)).toHaveLength(2);
    expect(ofGraph(first.requests).join()).not.toContain('$top');
    const next = objectOf(
      first.entry.EntryContext?.["MSGraphUser.PhoneAuthMethod(val.NextPage.indexOf('http')>=0)"],
    )['NextPage'];
    expect(first.entry.HumanReadable).toContain(
      `To get further results, enter this to the next_page argument:\n${String(next)}`,
    );
    const second = await bench.run(phones, { user: mei, limit: '2', next_page: next });
    expect(objectsOf(second.entry.Contents)).toMatchObject([{ phoneType: 'office' }]);
    expect(
      second.entry.EntryContext?.["MSGraphUser.PhoneAuthMethod(val.NextPage.indexOf('http')>=0)"],
    ).toEqual({ NextPage: '' });
  });

  test.each([
    'https://attacker.example/v1.0/users/mei@contoso.example/authentication/phoneMethods',
    '{url}/v1.0/users/george@contoso.example/authentication/phoneMethods',
    '{url}/v1.0/users/mei@contoso.example/authentication/fido2Methods',
    '{url}/v1.0/users',
  ])('the next_page %s leads elsewhere and is refused before any request', async (link) => {
    const next = link.replace('{url}', bench.sandbox.url);
    const { entry, requests } = await bench.run(phones, { user: mei, next_page: next });
    expect(entry.Contents).toContain('next_page is not allowed');
    expect(requests).toEqual([]);
  });

  test.each([
    [{ limit: '0' }, 'limit=0 is not allowed'],
    [{ limit: 'many' }, 'is not allowed'],
    [{ user: '' }, 'user is empty'],
    [{ metod_id: 'x' }, 'did you mean "method_id"'],
    [{ method_id: 'x', next_page: 'https://a.example/b' }, 'next_page is not allowed'],
  ])('%j is refused before any request', async (args, text) => {
    const { entry, requests } = await bench.run(phones, { user: mei, ...args });
    expect(entry.Contents).toContain(text);
    expect(requests).toEqual([]);
  });

  test('the same phone ID of two users stays two phones in the context', async () => {
    const [one, other] = await Promise.all(
      [mei, 'temp42@contoso.example'].map(async (user) => {
        const { entry } = await bench.run(phones, { user, limit: '1' });
        return objectsOf(Object.values(entry.EntryContext ?? {})[0])[0];
      }),
    );
    expect(one?.['ID']).toBe(other?.['ID']);
    expect(one?.['UserID']).not.toBe(other?.['UserID']);
  });
});
