import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { commandMetadata } from '../../generated/commands.js';
import { validators } from '../../generated/validators.js';
import { type CommandMetadata, type CommandName } from '../../integration/command.js';
import { declarations } from '../../integration/dispatcher/declarations.js';
import { createDispatcher, type Dispatcher } from '../../integration/dispatcher/dispatcher.js';
import { type Instance } from '../../integration/dispatcher/invocation.js';
import { type ArgumentSchema } from '../../integration/manifest/effective-schema.js';
import { type CommandDeclaration } from '../../integration/manifest/types.js';
import { type Entry } from '../../integration/results/entry.js';
import { isErrorEntry } from '../../integration/results/raw-entry.js';
import { type Sandbox, type SandboxRequest, startSandbox } from '../../sandbox/index.js';
import { createFakeClock } from '../../test_data/fake-clock.js';
import { sandboxInstance } from '../../test_data/sandbox-instance.js';
import { lineArguments } from '../../warroom/line/arguments.js';
import { parseLine } from '../../warroom/line/parse.js';
import { registry } from '../index.js';

const metadata: Readonly<Record<string, CommandMetadata>> = commandMetadata;

/** The argument by which a command names a user. */
function userArgumentOf({ name, arguments: declared = [] }: CommandDeclaration): string | undefined {
  if (name.startsWith('msgraph-teams-')) return undefined;
  return declared.find((argument) => ['user', 'user_id', 'user_mail'].includes(argument.name))?.name;
}

/** Every command on a user that asks Graph, with that argument and the arguments of its first example. */
const commands = declarations.flatMap((declaration) => {
  const userArgument = userArgumentOf(declaration);
  const known = metadata[declaration.name];
  const [line] = known?.examples ?? [];
  if (userArgument === undefined || !known || line === undefined) return [];
  const args = lineArguments(parseLine(line), declaration);
  return [{ name: declaration.name, declaration, known, userArgument, args }];
});

let sandbox: Sandbox;
let dispatcher: Dispatcher;

interface Outcome {
  readonly entries: readonly Entry[];
  readonly requests: readonly SandboxRequest[];
}

async function run(
  command: string,
  args: Readonly<Record<string, unknown>>,
  instance: Instance = sandboxInstance(sandbox),
): Promise<Outcome> {
  const before = sandbox.log.length;
  const { entries } = await dispatcher.execute({ command, args, instance });
  return { entries, requests: sandbox.log.slice(before) };
}

const refusalOf = ({ entries }: Outcome): string => {
  const [entry, ...others] = entries;
  expect(others).toEqual([]);
  expect(entry && isErrorEntry(entry)).toBe(true);
  return String(entry?.Contents);
};

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

/** Whom a request is about; undefined where it is about no user. */
function userOf(requestPath: string): string | undefined {
  const [, segment, quoted] = /^\/(?:v1\.0|beta)\/users(?:\/([^/?]+)|\('([^)]*)'\))/.exec(requestPath) ?? [];
  if (quoted !== undefined) return decodeURIComponent(quoted).replaceAll("''", "'");
  return segment === undefined ? undefined : decodeURIComponent(segment);
}

describe.each(commands)('$name', ({ name, declaration, known, userArgument, args }) => {
  beforeAll(async () => {
    sandbox = await startSandbox();
    dispatcher = createDispatcher({ registry, clock: createFakeClock() });
  });
  afterAll(() => sandbox.close());

  test.each(odd)('asks about nobody but %s', async (user) => {
    const ids = sandbox.people().map(({ id }) => id);
    const { requests } = await run(name, { ...args, [userArgument]: user });
    for (const { path: asked } of requests) {
      const subject = userOf(asked);
      if (subject !== undefined && !ids.includes(subject)) expect([user, subject]).toEqual([user, user]);
      else expect(asked).not.toContain(encodeURIComponent(user));
    }
  });

  test.each(['', ' ', '.', '..', '../groups/1', 'adele@contoso.example/manager', 'a\nb', 'a\u0000b'])(
    'refuses the name %j without a request',
    async (user) => {
      const outcome = await run(name, { ...args, [userArgument]: user });
      expect(outcome.requests).toEqual([]);
      expect(refusalOf(outcome)).toContain(userArgument);
    },
  );

  test('refuses each bad argument without a request, and names it', async () => {
    const { schema } = await validators[name as CommandName]();
    for (const { name: argument, secret } of declaration.arguments ?? []) {
      for (const bad of badValues(schema.properties[argument])) {
        const outcome = await run(name, { ...args, [argument]: bad });
        expect({ argument, bad, requests: outcome.requests }).toEqual({ argument, bad, requests: [] });
        expect(refusalOf(outcome)).toContain(argument);
        if (secret) expect(refusalOf(outcome)).not.toContain(bad);
      }
    }
  });

  test('refuses an argument that it does not have, and goes nowhere without one that it needs', async () => {
    const unknown = await run(name, { ...args, usr: 'adele@contoso.example' });
    expect(unknown.requests).toEqual([]);
    expect(refusalOf(unknown)).toContain('"usr"');
    for (const { name: argument, required } of declaration.arguments ?? []) {
      if (!required) continue;
      const { [argument]: left, ...others } = args;
      const outcome = await run(name, others);
      expect(outcome.requests).toEqual([]);
      expect(refusalOf(outcome)).toContain(`${argument} is required`);
    }
  });

  if (name !== 'msgraph-user-get' && !known.needsMfaService && !isDelegatedOnly(known)) {
    test('tells of a user who does not exist as playbooks know it, or as an error', async () => {
      const user = 'nobody@contoso.example';
      const [entry] = (await run(name, { ...args, [userArgument]: user })).entries;
      const strict = sandboxInstance(sandbox, undefined, { handle_error: false });
      const refusal = refusalOf(await run(name, { ...args, [userArgument]: user }, strict));
      expect(refusal).toContain(user);
      if (known.suppressesMissing) {
        expect(entry).toMatchObject({ Type: 1, Contents: `#### User -> ${user} does not exist` });
        expect(entry?.EntryContext ?? {}).toEqual({});
      } else expect(entry && isErrorEntry(entry)).toBe(true);
    });

    test('says which permission is lacking', async () => {
      const outcome = await run(name, args, sandboxInstance(sandbox, 'unprivileged'));
      expect(refusalOf(outcome)).toMatch(/403.*\n[^]*lacks the application permission/);
    });
  }
});

function isDelegatedOnly({ permissions }: CommandMetadata): boolean {
  return permissions.application.length === 0;
}

function badValues(schema: ArgumentSchema | undefined): readonly string[] {
  if (schema?.enum) return ['no such choice'];
  if (schema?.type === 'boolean') return ['maybe', '1'];
  if (schema?.type === 'integer') {
    const { minimum, maximum } = schema;
    return [
      '5.7',
      'many',
      ...(minimum === undefined ? [] : [String(minimum - 1)]),
      ...(maximum === undefined ? [] : [String(maximum + 1)]),
    ];
  }
  if (schema?.format === 'fields')
    return ['noSuchProperty=1', 'jobTitle', '{"jobTitle":', '{"jobTitle":[1]}'];
  if (schema && 'pattern' in schema && schema.pattern === '^https?://') {
    return ['page two', 'https://attacker.example/v1.0/users', 'file:///etc/passwd'];
  }
  return [];
}
