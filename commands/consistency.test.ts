import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { commandMetadata } from '../generated/commands.js';
import { validators } from '../generated/validators.js';
import { type CommandMetadata, type CommandName } from '../integration/command.js';
import { bindArguments } from '../integration/dispatcher/arguments.js';
import { declarations } from '../integration/dispatcher/declarations.js';
import { type Instance } from '../integration/dispatcher/invocation.js';
import { type JsonObject } from '../integration/json.js';
import { loadManifest } from '../integration/manifest/load.js';
import { type CommandDeclaration } from '../integration/manifest/types.js';
import { type Entry } from '../integration/results/entry.js';
import { isErrorEntry } from '../integration/results/raw-entry.js';
import { lineArguments } from '../warroom/line/arguments.js';
import { parseLine } from '../warroom/line/parse.js';
import { type CommandBench, openCommandBench } from '../test_data/command-bench.js';
import { enterDeviceCode } from '../test_data/device-page.js';
import { sandboxInstance } from '../test_data/sandbox-instance.js';
import { signedInInstance } from '../test_data/signed-in-instance.js';
import { registry } from './index.js';

const root = new URL('..', import.meta.url);
const manifest = loadManifest(readFileSync(new URL('integration.yml', root), 'utf8'), 'integration.yml');
const metadata: Readonly<Record<string, CommandMetadata>> = commandMetadata;

/** Outputs that tell what was left undone, so that no example that works writes them. */
const onlyAfterFailure = new Set(['MSGraphUserAction.Remaining', 'MSGraphUser.MFARequest.Message']);

/** Outputs that tell of what another command did before. */
const onlyAfterDeletion = new Set(['MSGraphUser.Status']);

/** Properties that Graph leaves empty on the groups of most tenants. */
const rareInGroups = [
  'Classification',
  'CreationOptions',
  'DeletedDateTime',
  'ExpirationDateTime',
  'IsAssignableToRole',
  'MembershipRule',
  'MembershipRuleProcessingState',
  'OnPremisesDomainName',
  'OnPremisesLastSyncDateTime',
  'OnPremisesNetBiosName',
  'OnPremisesProvisioningErrors',
  'OnPremisesSamAccountName',
  'OnPremisesSecurityIdentifier',
  'OnPremisesSyncEnabled',
  'PreferredDataLocation',
  'PreferredLanguage',
  'ResourceBehaviorOptions',
  'ResourceProvisioningOptions',
  'SecurityIdentifier',
  'ServiceProvisioningErrors',
  'Theme',
  'UniqueName',
  'WellKnownObject',
].map((name) => `MSGraphUserGroups.Groups.${name}`);

/** Outputs that only some tenants fill in, declared because playbooks know them. */
const onlySomewhere = new Set([
  ...rareInGroups,
  'MSGraphUser.OwnedDevice.PhysicalIds',
  'MSGraphUser.OwnedDevice.AlternativeSecurityIds',
]);

/** Next pages of lists that nobody on the sandbox fills. */
const neverFilled = new Set(['MSGraphUser.FIDO2Method.NextPage', 'MSGraphUser.UserAuthMethod.NextPage']);

const unseen = [onlyAfterFailure, onlyAfterDeletion, onlySomewhere, neverFilled];

/** Verbs of commands that take away access or credentials. */
const takesAway =
  /disable|terminate|revoke|delete|purge|(?<!auth-)reset|change-password|tap-policy-create|mfa-client-secret|remove-member/;

/** Commands about the sign-in itself, and those that speak to the MFA service alone. */
const withoutGraph =
  /generate-login-url|auth-(reset|start|complete)|permissions-check|mfa-request-status|mfa-client-access-token/;

const sorted = (names: Iterable<string>): string[] => [...names].sort();
const names = declarations.map(({ name }) => name);

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(registry, name);
}

function metadataOf(name: string): CommandMetadata {
  const found = metadata[name];
  if (!found) throw new Error(`${name} has no metadata.`);
  return found;
}

describe('every command is known on all sides', () => {
  test('what the manifest declares is what can be executed', () => {
    const declared = (manifest.script.commands ?? []).map(({ name }) => name);
    expect(sorted(names)).toEqual(sorted([...declared, 'test-module']));
  });

  test('registry, metadata and validators hold the same names', () => {
    expect(sorted(Object.keys(registry))).toEqual(sorted(names));
    expect(sorted(Object.keys(metadata))).toEqual(sorted(names));
    expect(sorted(Object.keys(validators))).toEqual(sorted(names));
  });

  test('there is one schema file for each, and none left over', () => {
    const files = readdirSync(new URL('schemas/commands/', root));
    expect(sorted(files)).toEqual(sorted(names.map((name) => `${name}.json`)));
  });
});

describe.each(declarations.map((declaration) => [declaration.name, declaration] as const))(
  '%s',
  (name, declaration) => {
    test('has the metadata that its command object holds', async () => {
      if (!isCommand(name)) throw new Error(`${name} is not registered.`);
      const { default: command } = await registry[name]();
      expect(command).toMatchObject(metadataOf(name));
    });

    test('has defaults that are allowed, and a schema that knows its arguments', async () => {
      if (!isCommand(name)) throw new Error(`${name} is not registered.`);
      const validation = await validators[name]();
      const args = declaration.arguments ?? [];
      expect(sorted(Object.keys(validation.schema.properties))).toEqual(
        sorted(args.map((argument) => argument.name)),
      );
      const defaults = Object.fromEntries(
        args.flatMap((argument) => (argument.defaultValue ? [[argument.name, argument.defaultValue]] : [])),
      );
      const optional = {
        ...declaration,
        arguments: args.map((argument) => ({ ...argument, required: false })),
      };
      const schema = { ...validation.schema, required: [] };
      const isValid = Object.assign(
        (given: unknown) =>
          validation.default(given) ||
          (validation.default.errors ?? []).every(({ instancePath }) => instancePath === ''),
        {},
      );
      expect(() => bindArguments(optional, { schema, default: isValid }, defaults)).not.toThrow();
    });

    test('says which permissions it needs, for a user or an application', () => {
      const { delegated, application } = metadataOf(name).permissions;
      expect(delegated.length + application.length > 0).toBe(!withoutGraph.test(name));
      for (const set of [...delegated, ...application]) {
        expect(set.length).toBeGreaterThan(0);
        for (const permission of set) expect(permission).toMatch(/^[A-Z][\w-]*(\.\w+)+$/);
      }
    });

    test('is marked as harmful where it takes away access or credentials, and only where it changes something (rule R23)', () => {
      const isHarmful = declaration.execution ?? false;
      if (isHarmful) expect(metadataOf(name).effects).toBe('write');
      if (takesAway.test(name)) expect(isHarmful).toBe(true);
    });

    test('has examples of its own', () => {
      const lines = metadataOf(name).examples;
      expect(lines.length).toBeGreaterThan(0);
      for (const line of lines) expect(parseLine(line).command).toBe(name);
    });
  },
);

describe('on the sandbox', () => {
  // A tenant for each command: its examples need not leave the tenant as they found it.
  let bench: CommandBench;
  beforeEach(async () => {
    bench = await openCommandBench();
  });
  afterEach(() => bench.close());

  /** An instance on which a command's examples can work: signing in takes one that is set up for it. */
  async function instanceFor(name: string): Promise<Instance> {
    if (name.includes('mfa')) return instanceForMfa(name);
    if (name === 'msgraph-teams-ask') {
      const by = 'george@contoso.example';
      bench.sandbox.replies = [{ then: ['What?', 'No'].map((say) => ({ by, say })) }];
    }
    // Chats belong to people; what only an application may do has no delegated permissions.
    const isAboutChats = name.startsWith('msgraph-teams-') && !withoutGraph.test(name);
    if (isAboutChats && metadataOf(name).permissions.delegated.length > 0) {
      return signedInInstance(bench.sandbox, 'adele@contoso.example');
    }
    const flow = /auth-(start|complete)$/.exec(name);
    const { delegated, application } = metadataOf(name).permissions;
    if (delegated.length > 0 && application.length === 0) return signedInInstance(bench.sandbox);
    if (!flow) {
      const redirect = { redirect_uri: 'https://soar.contoso.example/oauth/soar' };
      return sandboxInstance(bench.sandbox, 'soar', redirect);
    }
    const instance = sandboxInstance(bench.sandbox, 'soar', { auth_type: 'device_code' });
    if (flow[1] === 'complete') {
      const { entry } = await bench.run('msgraph-user-auth-start', {}, instance);
      await enterDeviceCode(entry.HumanReadable ?? '', 'adele@contoso.example');
    }
    return instance;
  }

  /** One that keeps a secret of the MFA client, and has an open request where a command looks for one. */
  async function instanceForMfa(name: string): Promise<Instance> {
    const { sandbox } = bench;
    sandbox.switches.mfaAnswers = { 'adele@contoso.example': { outcome: 'approve', afterSeconds: 0 } };
    const instance = sandboxInstance(sandbox, 'soar', { allow_secret_generators: true });
    if (!name.endsWith('create-mfa-client-secret')) {
      await bench.run('msgraph-user-create-mfa-client-secret', {}, instance);
    }
    if (name.endsWith('status')) {
      const user_mail = 'adele@contoso.example';
      await bench.run('msgraph-user-initiate-mfa-request', { user_mail }, instance);
    }
    return instance;
  }

  /** The entries of a command, and of what it has run next. */
  async function withFollowers(
    name: string,
    args: JsonObject,
    instance: Instance,
  ): Promise<readonly Entry[]> {
    const { entries } = (await bench.run(name, args, instance)).execution;
    const { PollingCommand: next, PollingArgs: nextArgs = {} } = entries[0] ?? {};
    return next === undefined ? entries : [...entries, ...(await withFollowers(next, nextArgs, instance))];
  }

  async function runExamples(declaration: CommandDeclaration): Promise<readonly Entry[]> {
    const entries: Entry[] = [];
    for (const line of metadataOf(declaration.name).examples) {
      const args = lineArguments(parseLine(line), declaration);
      const all = await withFollowers(declaration.name, args, await instanceFor(declaration.name));
      const failures = all.filter(isErrorEntry).map(({ Contents }) => Contents);
      expect({ line, failures }).toEqual({ line, failures: [] });
      entries.push(...all);
    }
    return entries;
  }

  test.each(declarations.map((declaration) => [declaration.name, declaration] as const))(
    'every example of %s works, and together they write every declared output',
    async (_name, declaration) => {
      const written = pathsIn(await runExamples(declaration));
      const missing = (declaration.outputs ?? [])
        .map(({ contextPath }) => contextPath)
        .filter((path) => !written.has(path) && !unseen.some((outputs) => outputs.has(path)));
      expect(missing).toEqual([]);
    },
  );
});

/** Every context path, and every path inside what is stored there, that some entry writes. */
function pathsIn(entries: readonly Entry[]): Set<string> {
  const paths = new Set<string>();
  const walk = (path: string, value: unknown): void => {
    if (Array.isArray(value)) {
      for (const item of value) walk(path, item);
      return;
    }
    if (value !== null) paths.add(path);
    if (typeof value !== 'object' || value === null) return;
    for (const [key, member] of Object.entries(value)) walk(`${path}.${key}`, member);
  };
  for (const { EntryContext } of entries)
    for (const [key, value] of Object.entries(EntryContext ?? {})) walk(key.replace(/\(.*$/, ''), value);
  return paths;
}
