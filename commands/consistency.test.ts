import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { commandMetadata } from '../generated/commands.js';
import { validators } from '../generated/validators.js';
import { type CommandMetadata, type CommandName } from '../integration/command.js';
import { bindArguments } from '../integration/dispatcher/arguments.js';
import { declarations } from '../integration/dispatcher/declarations.js';
import { isJsonObject } from '../integration/json.js';
import { loadManifest } from '../integration/manifest/load.js';
import { type CommandDeclaration } from '../integration/manifest/types.js';
import { type Entry } from '../integration/results/entry.js';
import { isErrorEntry } from '../integration/results/raw-entry.js';
import { parseLine } from '../warroom/line/parse.js';
import { type ExampleTenant, openExampleTenant } from '../test_data/example-runs.js';
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

/** Verbs of commands that take away access or credentials, or prompt a person. */
const takesAway =
  /disable|terminate|revoke|delete|purge|(?<!auth-)reset|change-password|tap-policy-create|mfa-client-secret|(request|initiate)-mfa|remove-member/;

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
  let tenant: ExampleTenant;
  beforeEach(async () => {
    tenant = await openExampleTenant(Date.now());
  });
  afterEach(() => tenant.close());

  async function runExamples(declaration: CommandDeclaration): Promise<readonly Entry[]> {
    const entries: Entry[] = [];
    for (const line of metadataOf(declaration.name).examples) {
      const all = await tenant.run(declaration, line);
      const failures = all.filter(isErrorEntry).map(({ Contents }) => Contents);
      expect({ line, failures }).toEqual({ line, failures: [] });
      entries.push(...all);
    }
    return entries;
  }

  test.each(declarations.map((declaration) => [declaration.name, declaration] as const))(
    'every example of %s works, writes nothing undeclared, and together they write every declared output, each tied to what it is about (rule R6)',
    async (_name, declaration) => {
      const entries = await runExamples(declaration);
      expect(untiedIn(entries)).toEqual([]);
      const written = pathsIn(entries);
      const declared = (declaration.outputs ?? []).map(({ contextPath }) => contextPath);
      const roots = entries.flatMap(({ EntryContext }) => Object.keys(EntryContext ?? {}));
      const undeclared = roots
        .map((key) => key.replace(/\(.*$/, ''))
        .filter((root) => !declared.some((path) => path === root || path.startsWith(`${root}.`)));
      expect(undeclared).toEqual([]);
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

/**
 * Context keys that tie what they write to nothing: without a selector, or with one on a property that the data lacks, so
 * that each run would add another element. A next page belongs to no object, and has a selector of another kind.
 */
function untiedIn(entries: readonly Entry[]): readonly string[] {
  return entries.flatMap(({ EntryContext }) =>
    Object.entries(EntryContext ?? {}).flatMap(([key, value]) => {
      const selector = /\((.*)\)$/.exec(key)?.[1] ?? '';
      const names = [...selector.matchAll(/val\.(\w+) && val\.\1 == obj\.\1/g)].map(([, name]) =>
        String(name),
      );
      const items = [value].flat().filter(isJsonObject);
      const isTied =
        names.length > 0 && items.every((item) => names.every((name) => item[name] !== undefined));
      return isTied || selector.includes('NextPage') ? [] : [key];
    }),
  );
}
