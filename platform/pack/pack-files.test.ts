import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { load, YAML11_SCHEMA } from 'js-yaml';
import { manifest } from '../../generated/manifest.js';
import { version } from '../../generated/product.js';
import { ManifestError } from '../../integration/errors.js';
import { type JsonObject } from '../../integration/json.js';
import { loadManifest } from '../../integration/manifest/load.js';
import { type CommandDeclaration } from '../../integration/manifest/types.js';
import { objectOf, objectsOf } from '../../test_data/command-bench.js';
import { hasPython } from '../../test_data/stand-in.js';
import { packageText } from '../package-file.js';
import { DOCKER_IMAGE, packFiles } from './pack-files.js';
import { releaseNotes } from './release-notes.js';

type Files = ReadonlyMap<string, string | Uint8Array>;
let own: Files;
let brands: Files;
beforeAll(async () => {
  [own, brands] = await Promise.all([packFiles(false), packFiles(true)]);
});

const text = (files: Files, path: string): string => {
  const content = files.get(path);
  if (typeof content !== 'string') throw new Error(`There is no text ${path}.`);
  return content;
};
const parsed = (files: Files, path: string): JsonObject =>
  objectOf(load(text(files, path), { schema: YAML11_SCHEMA }));
const commandsOf = (unified: JsonObject): readonly JsonObject[] =>
  objectsOf(objectOf(unified['script'])['commands']);

/** Faults that the strict reading of an integration YAML finds. */
function faultsOf(yaml: string): string[] {
  try {
    loadManifest(yaml, 'x');
    return [];
  } catch (error) {
    if (error instanceof ManifestError) return error.message.split('\n');
    throw error;
  }
}

describe.each([
  ['own', 'MSGraphSoar'],
  ['brands', 'MicrosoftGraphUser'],
  ['brands', 'MicrosoftGraphTeams'],
] as const)('the unified YAML of %s %s', (which, name) => {
  let yaml: string;
  let unified: JsonObject;
  beforeAll(() => {
    const files = which === 'own' ? own : brands;
    yaml = text(files, `Integrations/integration-${name}.yml`);
    unified = parsed(files, `Integrations/integration-${name}.yml`);
  });

  test('passes the strict check but for its image, which is no public one', () => {
    expect(faultsOf(yaml)).toEqual([
      'x /script/dockerimage: must come from demisto/ or demistoextended/ (DO101)',
    ]);
  });

  (hasPython ? test : test.skip)('holds Python that compiles, in plain ASCII', async () => {
    const { script } = objectOf(unified['script']);
    expect(script).toBe(await packageText('platform/pack/shim.py'));
    expect(String(script)).toMatch(/^[\x20-\x7e\n]*$/);
    const run = promisify(execFile)('/usr/bin/env', [
      'python3',
      '-c',
      'import sys; compile(sys.argv[1], "shim.py", "exec")',
      String(script),
    ]);
    await expect(run).resolves.toMatchObject({ stderr: '' });
  });

  test('holds an image of the size that the platform wants', () => {
    const [kind, data = ''] = String(unified['image']).split(',');
    expect(kind).toBe('data:image/png;base64');
    const png = Buffer.from(data, 'base64');
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([120, 50]);
    expect(png.length).toBeLessThan(10_240);
  });

  test('runs all the time for an instance that asks for it, and for no other', () => {
    expect(objectOf(unified['script'])).toMatchObject({ longRunning: true, longRunningPort: true });
    const parameters = objectsOf(unified['configuration']);
    const marks = parameters.filter(({ name }) => String(name).startsWith('longRunning'));
    expect(marks).toMatchObject([
      { name: 'longRunning', type: 8, display: 'Long running instance', defaultvalue: 'false' },
      { name: 'longRunningPort', type: 0 },
    ]);
    expect(marks[1]).not.toHaveProperty('defaultvalue');
  });

  test('names its image by version, and a test playbook that is there', () => {
    expect(objectOf(unified['script'])['dockerimage']).toBe(`msgraph-soar:${version}`);
    const files = which === 'own' ? own : brands;
    const playbook = parsed(files, `TestPlaybooks/playbook-${name}_Test.yml`);
    expect(unified['tests']).toEqual([playbook['id']]);
  });

  test('shows the page beside the instance form, which names none of the reserved commands', () => {
    expect(unified['detaileddescription']).toMatch(/instance form/);
    expect(String(unified['detaileddescription'])).not.toMatch(
      /test-module|test module|long-running-execution/,
    );
  });
});

test('our own integration is the manifest as it stands', () => {
  const {
    script,
    image: _image,
    detaileddescription: _help,
    tests: _tests,
    ...rest
  } = parsed(own, 'Integrations/integration-MSGraphSoar.yml');
  const { script: ours, tests: _none, ...manifestRest } = manifest;
  expect(rest).toEqual(JSON.parse(JSON.stringify(manifestRest)));
  expect(objectOf(script)['commands']).toEqual(JSON.parse(JSON.stringify(ours.commands)));
});

describe('under the known names', () => {
  const user = () => parsed(brands, 'Integrations/integration-MicrosoftGraphUser.yml');
  const teams = () => parsed(brands, 'Integrations/integration-MicrosoftGraphTeams.yml');
  const names = (unified: JsonObject) => commandsOf(unified).map(({ name }) => String(name));

  test('the ids are those that instances and playbooks bind to', () => {
    expect(objectOf(user()['commonfields'])['id']).toBe('Microsoft Graph User');
    expect(objectOf(teams()['commonfields'])['id']).toBe('MicrosoftGraphTeams');
  });

  test('every command is in exactly one of the two', () => {
    const all = (manifest.script.commands ?? []).map(({ name }) => name);
    expect([...names(user()), ...names(teams())].sort()).toEqual([...all].sort());
    expect(names(teams()).every((name) => /^(msgraph|microsoft)-teams-/.test(name))).toBe(true);
    expect(names(user()).some((name) => name.includes('-teams-'))).toBe(false);
  });

  test('the marks of potential harm are the known ones; commands of ours keep ours', () => {
    const marked = (unified: JsonObject) =>
      commandsOf(unified).flatMap(({ name, execution }) => (execution === true ? [String(name)] : []));
    const declared = (name: string): CommandDeclaration | undefined =>
      manifest.script.commands?.find((command) => command.name === name);
    expect(declared('msgraph-user-account-disable')?.execution).toBe(true);
    expect(marked(user())).not.toContain('msgraph-user-account-disable');
    expect(marked(user())).not.toContain('msgraph-user-session-revoke');
    for (const name of ['msgraph-user-delete', 'msgraph-user-change-password'])
      if (declared(name)) expect(marked(user())).toContain(name);
  });

  // Name and type of every parameter in the newest manifests of the two; a certificate's key of the Teams one is read the
  // same from a long field.
  const known = {
    user: {
      azure_cloud: 15,
      host: 0,
      creds_tenant_id: 9,
      tenant_id: 4,
      creds_auth_id: 9,
      auth_id: 4,
      creds_enc_key: 9,
      enc_key: 4,
      creds_certificate: 9,
      certificate_thumbprint: 4,
      private_key: 14,
      self_deployed: 8,
      redirect_uri: 0,
      creds_auth_code: 9,
      auth_code: 4,
      use_managed_identities: 8,
      managed_identities_client_id: 9,
      insecure: 8,
      proxy: 8,
      handle_error: 8,
      allow_secret_generators: 8,
    },
    teams: {
      url: 0,
      tenant_id: 4,
      client_id: 4,
      secret: 4,
      certificate_thumbprint: 4,
      private_key: 14,
      self_deployed: 8,
      redirect_uri: 0,
      auth_code: 4,
      delegated_user: 0,
      insecure: 8,
      proxy: 8,
      handle_error: 8,
    },
  };

  test.each([['user'], ['teams']] as const)(
    'every parameter of the %s integration binds, and none is asked for',
    (which) => {
      const parameters = objectsOf((which === 'user' ? user() : teams())['configuration']);
      const types = Object.fromEntries(parameters.map(({ name, type }) => [String(name), type]));
      expect(types).toMatchObject(known[which]);
      expect(parameters.filter(({ required }) => required === true)).toEqual([]);
    },
  );

  test('the address of Microsoft Graph has one name, so that no default contradicts an imported instance', () => {
    const servers = (unified: JsonObject) =>
      objectsOf(unified['configuration']).filter(({ name }) => name === 'host' || name === 'url');
    expect(servers(user())).toMatchObject([{ name: 'host', defaultvalue: 'https://graph.microsoft.com' }]);
    expect(servers(teams())).toMatchObject([{ name: 'url', defaultvalue: 'https://graph.microsoft.com' }]);
  });
});

describe('beside the integrations', () => {
  test('the metadata is complete', () => {
    expect(JSON.parse(text(own, 'pack_metadata.json'))).toMatchObject({
      name: manifest.display,
      support: 'community',
      currentVersion: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      author: 'msgraph-soar',
      created: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      categories: [manifest.category],
      tags: [],
      useCases: [expect.any(String)],
      keywords: expect.arrayContaining(['Microsoft Graph']),
    });
  });

  test('the README names every command and every output', () => {
    const readme = text(own, 'README.md');
    for (const { name, outputs } of manifest.script.commands ?? []) {
      expect(readme).toContain(`### ${name}\n`);
      for (const { contextPath } of outputs ?? []) expect(readme).toContain(`| \`${contextPath}\` |`);
    }
  });

  test('names of files have no spaces', () => {
    for (const path of [...own.keys(), ...brands.keys()]) expect(path).not.toMatch(/\s/);
  });

  test('the Dockerfile builds on the image of the manifest, for a user of its own', async () => {
    const dockerfile = await packageText('platform/pack/Dockerfile');
    expect(dockerfile).toContain(`ARG PYTHON_IMAGE=${manifest.script.dockerimage ?? ''}\n`);
    expect(dockerfile).toContain(`-t ${DOCKER_IMAGE} .`);
    expect(dockerfile.trimEnd().split('\n').at(-1)).toBe('USER soar');
  });
});

describe('release notes', () => {
  const changelog =
    '# Changelog\n\n## 0.2.0\n\nSecond.\n\n- `test-module` is faster.\n\n## 0.1.0\n\nFirst version.\n';

  test('there are some for each version but the first', () => {
    const notes = releaseNotes(changelog, ['One', 'Two']);
    expect([...notes.keys()]).toEqual(['0_2_0.md']);
    expect(notes.get('0_2_0.md')).toBe(
      '#### Integrations\n\n##### One\n\nSecond.\n\n- the Test button is faster.\n\n##### Two\n\nSecond.\n\n- the Test button is faster.\n',
    );
  });

  test('a new pack has none', () => {
    expect([...releaseNotes('# Changelog\n\n## 0.1.0\n\nFirst.\n', ['One'])]).toEqual([]);
  });
});

describe('the test playbooks', () => {
  test.each([
    ['own', 'MSGraphSoar'],
    ['brands', 'MicrosoftGraphUser'],
    ['brands', 'MicrosoftGraphTeams'],
  ] as const)('of %s %s holds to the rules of the format', (which, name) => {
    const playbook = parsed(which === 'own' ? own : brands, `TestPlaybooks/playbook-${name}_Test.yml`);
    const tasks = objectOf(playbook['tasks']);
    const following = (task: JsonObject): string[] =>
      Object.values(objectOf(task['nexttasks'] ?? {})).flatMap((ids) =>
        Array.isArray(ids) ? ids.map(String) : [],
      );
    const reached = new Set([String(playbook['starttaskid'])]);
    for (const id of reached) for (const next of following(objectOf(tasks[id]))) reached.add(next);
    const ids = Object.keys(tasks);
    expect([...reached].sort()).toEqual([...ids].sort());
    for (const id of ids) {
      const task = objectOf(tasks[id]);
      expect(task['id']).toBe(id);
      expect(task['taskid']).toBe(objectOf(task['task'])['id']);
      expect(String(task['taskid'])).toMatch(
        /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/,
      );
    }
  });
});
