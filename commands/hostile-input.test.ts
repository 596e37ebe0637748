import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { type ClientRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { manifest } from '../generated/manifest.js';
import { createDispatcher } from '../integration/dispatcher/dispatcher.js';
import { findDeclaration } from '../integration/dispatcher/declarations.js';
import { type Entry } from '../integration/results/entry.js';
import { createMemoryStore } from '../integration/state/memory.js';
import { type Sandbox, startSandbox } from '../sandbox/index.js';
import { createFakeClock } from '../test_data/fake-clock.js';
import { sandboxInstance } from '../test_data/sandbox-instance.js';
import { openScriptedGraph, type ScriptedGraph } from '../test_data/scripted-graph.js';
import { lineArguments } from '../warroom/line/arguments.js';
import { parseLine } from '../warroom/line/parse.js';
import { registry } from './index.js';

/** Names that objects have by themselves, and texts that mean something to a path, a query, a shell or a reader. */
const hostileText = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    '..',
    '../../me',
    '%2e%2e%2f',
    '//graph.fabrikam.example/v1.0/users',
    'https://graph.fabrikam.example/v1.0/users?$skiptoken=a',
    "' or 1 eq 1 or '",
    '$ref',
    'a?b#c',
    'a@b\r\nHost: graph.fabrikam.example',
    '\u0000',
    '\u202egnp.exe',
    '\ud800',
    '`${x}`',
    '{"__proto__":{"user":"x"}}',
    '['.repeat(5000),
    '{"a":'.repeat(5000),
  ),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
);

const hostileValue = fc.oneof(
  { weight: 5, arbitrary: hostileText },
  fc.jsonValue({ stringUnit: 'binary' }),
  fc.array(hostileText, { maxLength: 4 }),
);

const commands = (manifest.script.commands ?? [])
  .filter(({ name }) => !/auth-|login|test$/.test(name))
  .map(({ name, arguments: args = [] }) => ({ name, args: args.map((argument) => argument.name) }))
  .filter(({ args }) => args.length > 0);

const call = fc.constantFrom(...commands).chain(({ name, args }) =>
  fc.record({
    command: fc.constant(name),
    args: fc.dictionary(
      fc.oneof({ weight: 20, arbitrary: fc.constantFrom(...args) }, hostileText),
      hostileValue,
      { maxKeys: args.length },
    ),
  }),
);

let sandbox: Sandbox;
let graph: ScriptedGraph;
const hosts = new Set<string>();
const onRequest = (message: unknown): void => {
  hosts.add((message as { request: ClientRequest }).request.getHeader('host') as string);
};
beforeAll(async () => {
  sandbox = await startSandbox();
  graph = await openScriptedGraph(sandbox, () => ({ status: 200, body: { value: [], id: '1' } }));
  subscribe('http.client.request.start', onRequest);
});
afterAll(async () => {
  unsubscribe('http.client.request.start', onRequest);
  await graph.close();
  await sandbox.close();
});

async function execute(command: string, args: Readonly<Record<string, unknown>>): Promise<readonly Entry[]> {
  const dispatcher = createDispatcher({ registry, clock: createFakeClock() });
  return (await dispatcher.execute({ command, args, instance: graph.instance })).entries;
}

const readable = (entries: readonly Entry[]): void => {
  expect(entries.length).toBeGreaterThan(0);
  const text = JSON.stringify(entries);
  // What nobody foresaw is told in these words.
  expect(text).not.toContain('Failed to execute');
  expect(Object.prototype).not.toHaveProperty('user');
};

describe('whatever a command is given', () => {
  test('it ends in entries, and asks nobody but the configured host', async () => {
    await fc.assert(
      fc.asyncProperty(call, async ({ command, args }) => {
        readable(await execute(command, args));
      }),
      { numRuns: 400 },
    );
    expect(hosts.size).toBeGreaterThan(0);
    expect([...hosts]).toEqual([new URL(graph.url).host]);
  });

  test.each(commands.map(({ name, args }) => [name, args] as const))(
    '%s takes a megabyte in any argument',
    async (name, args) => {
      const huge = 'a@b,'.repeat(250_000);
      for (const argument of args) {
        const { entries } = await createDispatcher({ registry, clock: createFakeClock() }).execute({
          command: name,
          args: { [argument]: huge, max_targets: '10' },
          instance: graph.instance,
        });
        expect(entries.length).toBeGreaterThan(0);
        expect(JSON.stringify(entries)).not.toContain('Maximum call stack');
      }
    },
  );
});

test('whatever a line says, it is read or refused in words, and the command ends in entries', async () => {
  const lines = fc
    .tuple(
      fc.constantFrom(...commands),
      fc.array(fc.tuple(fc.oneof(fc.constantFrom('user', 'filter', 'user_id'), hostileText), hostileText), {
        maxLength: 3,
      }),
    )
    .map(([{ name }, pairs]) => `!${name} ${pairs.map(([key, value]) => `${key}=${value}`).join(' ')}`);
  let executed = 0;
  await fc.assert(
    fc.asyncProperty(lines, async (text) => {
      const read = (): { readonly command: string; readonly args: Readonly<Record<string, unknown>> } => {
        const parsed = parseLine(text);
        return { ...parsed, args: lineArguments(parsed, findDeclaration(parsed.command)) };
      };
      let line;
      try {
        line = read();
      } catch (error) {
        expect(error).toMatchObject({ name: 'ArgumentError' });
        return;
      }
      executed += 1;
      readable(await execute(line.command, line.args));
    }),
    { numRuns: 200 },
  );
  expect(executed).toBeGreaterThan(5);
});

/** The machine's own identity service, at an address that nobody names (Azure: instance metadata service). */
const IDENTITY_SERVICE = '169.254.169.254';

test('whatever parameters an instance has, a command ends in entries and asks nobody but the host they name', async () => {
  const names = manifest.configuration.map(({ name }) => name);
  const key = fc.oneof({ weight: 20, arbitrary: fc.constantFrom(...names) }, hostileText);
  const graphHost = new URL(graph.url).host;
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.dictionary(key, hostileValue, { maxKeys: 6 }), async (params) => {
      hosts.clear();
      const instance = {
        ...sandboxInstance(sandbox),
        params: { ...sandbox.params(), ...params, url: graph.url, azure_ad_endpoint: graph.url },
        state: createMemoryStore(),
      };
      const dispatcher = createDispatcher({ registry, clock: createFakeClock() });
      const { entries } = await dispatcher.execute({
        command: 'msgraph-user-get',
        args: { user: 'adele@contoso.example' },
        instance,
      });
      readable(entries);
      const allowed = [graphHost, ...(asksForManagedIdentity(params) ? [IDENTITY_SERVICE] : [])];
      expect({ params, strangers: [...hosts].filter((host) => !allowed.includes(host)) }).toEqual({
        params,
        strangers: [],
      });
      for (const host of hosts) seen.add(host);
    }),
    {
      numRuns: 300,
      examples: [
        [{}],
        [{ use_managed_identities: true }],
        [{ auth_type: 'Azure Managed Identities', creds_enc_key: '', creds_auth_id: '' }],
        [{ use_managed_identities: 'no', managed_identities_client_id: { password: 'x' } }],
      ],
    },
  );
  // Both were asked, so that the property is about something.
  expect([...seen].sort()).toEqual([graphHost, IDENTITY_SERVICE].sort());
});

/** Whether the parameters say to sign in as the machine, in one of the two ways in which that can be said. */
function asksForManagedIdentity({
  use_managed_identities: flag,
  auth_type: type,
}: Record<string, unknown>): boolean {
  return /^(true|yes)$/i.test(String(flag)) || /managed/i.test(String(type));
}

test('whatever Graph answers, in an envelope too, the command ends in entries', async () => {
  const answer = fc.oneof(
    fc.jsonValue({ stringUnit: 'binary' }),
    fc.record({
      responses: fc.array(
        fc.oneof(
          fc.jsonValue(),
          fc.record({
            id: fc.constantFrom('0', '1', '__proto__'),
            status: fc.oneof(fc.integer(), fc.constantFrom(200, 204, 404)),
            headers: fc.jsonValue(),
            body: fc.jsonValue(),
          }),
        ),
      ),
    }),
  );
  await fc.assert(
    fc.asyncProperty(answer, fc.constantFrom(200, 404, 429), async (body, status) => {
      const hostile = await openScriptedGraph(sandbox, () => ({ status, body: JSON.stringify(body) }));
      const dispatcher = createDispatcher({ registry, clock: createFakeClock() });
      for (const user of ['a@b.example', 'a@b.example,c@d.example']) {
        const { entries } = await dispatcher.execute({
          command: 'msgraph-user-account-disable',
          args: { user },
          instance: hostile.instance,
        });
        readable(entries);
      }
      await hostile.close();
    }),
    { numRuns: 25 },
  );
});
