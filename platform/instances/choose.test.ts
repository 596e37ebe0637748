import { mkdtemp, rm, symlink, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { SettingsError } from '../../integration/errors.js';
import { chooseInstance, SANDBOX_INSTANCE } from './choose.js';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'msgraph-soar-choose-'));
});
afterEach(() => rm(home, { recursive: true }));

const prod = { url: 'https://graph.microsoft.com' };
const lab = { url: 'https://graph.microsoft.us' };

async function keep(instances: object): Promise<void> {
  await writeFile(join(home, 'instances.json'), JSON.stringify({ version: 1, instances }));
}

async function refusal(name?: string, environment: NodeJS.ProcessEnv = {}): Promise<string> {
  const outcome = await chooseInstance(name, home, environment).catch((error: unknown) => error);
  expect(outcome).toBeInstanceOf(SettingsError);
  return outcome instanceof SettingsError ? `${outcome.message}\n${outcome.nextStep ?? ''}` : '';
}

describe('without an instance file', () => {
  test('nothing named is the sandbox', async () => {
    expect(await chooseInstance(undefined, home, {})).toMatchObject({
      kind: 'sandbox',
      name: SANDBOX_INSTANCE,
    });
  });

  test('a sandbox that nobody asked for says so, one that was named does not', async () => {
    expect(await chooseInstance(undefined, home, {})).toHaveProperty('implicit', true);
    expect(await chooseInstance(SANDBOX_INSTANCE, home, {})).not.toHaveProperty('implicit');
  });

  test('not even the folder is needed', async () => {
    expect(await chooseInstance(undefined, join(home, 'none', 'such'), {})).toMatchObject({
      kind: 'sandbox',
    });
  });

  test('any other name is an error with what there is', async () => {
    expect(await refusal('prod')).toBe('There is no instance "prod".\nThere are: sandbox-app, sandbox.');
    expect(await refusal('sandbox-ap')).toMatch(/Did you mean "sandbox-app"\?$/);
    expect(await refusal('')).toMatch(/^There is no instance ""/);
  });
});

describe('with an instance file', () => {
  test.each(['sandbox', 'Sandbox-app', '../prod', 'a b', ''])(
    'a name that nothing may have is an error, not an instance: %j',
    async (name) => {
      await keep({ [name]: prod });
      expect(await refusal()).toMatch(/instances\.json holds the name ".*", which none may have\./);
    },
  );

  test('nothing named is its only instance', async () => {
    await keep({ prod });
    expect(await chooseInstance(undefined, home, {})).toMatchObject({
      kind: 'tenant',
      name: 'prod',
      params: prod,
    });
  });

  test('nothing named is an error where there are several', async () => {
    await keep({ prod, lab });
    expect(await refusal()).toBe(
      'There are several instances: prod, lab.\nName the one that is meant with --instance.',
    );
  });

  test('nothing named is an error, not the sandbox, where there is none', async () => {
    await keep({});
    expect(await refusal()).toMatch(/^The instance file holds no instance\./);
  });

  test('a name picks its instance', async () => {
    await keep({ prod, lab });
    expect(await chooseInstance('lab', home, {})).toMatchObject({ kind: 'tenant', name: 'lab', params: lab });
  });

  test('a name that is missing is an error with the nearest one', async () => {
    await keep({ prod, lab });
    expect(await refusal('prdo')).toBe('There is no instance "prdo".\nDid you mean "prod"?');
    expect(await refusal('elsewhere')).toBe(
      'There is no instance "elsewhere".\nThere are: prod, lab, sandbox-app, sandbox.',
    );
    expect(await refusal('constructor')).toMatch(/^There is no instance "constructor"/);
  });

  test('the sandbox is still there by its name', async () => {
    await keep({ prod });
    expect(await chooseInstance(SANDBOX_INSTANCE, home, {})).toMatchObject({ kind: 'sandbox' });
  });
});

describe('an instance file that cannot be trusted is an error, whatever was named, and never the sandbox', () => {
  const breakIt: readonly (readonly [string, () => Promise<unknown>, RegExp])[] = [
    ['cut off', () => writeFile(join(home, 'instances.json'), '{"version":1,"inst'), /is not JSON/],
    ['empty', () => writeFile(join(home, 'instances.json'), ''), /is not JSON/],
    ['a list', () => writeFile(join(home, 'instances.json'), '[]'), /is not JSON/],
    [
      'of another version',
      () => writeFile(join(home, 'instances.json'), '{"version":2,"instances":{}}'),
      /version 1/,
    ],
    ['without instances', () => writeFile(join(home, 'instances.json'), '{"version":1}'), /version 1/],
    ['holding no parameters', () => keep({ prod: 'x' }), /holds no parameters for prod/],
    ['a folder', () => mkdir(join(home, 'instances.json')), /cannot be read/],
    [
      'a link that leads nowhere',
      () => symlink(join(home, 'vault'), join(home, 'instances.json')),
      /cannot be read/,
    ],
  ];

  test.each(breakIt)('%s', async (_what, prepare, why) => {
    await prepare();
    for (const name of [undefined, 'prod']) {
      const text = await refusal(name);
      expect(text).toMatch(why);
      expect(text).toContain(join(home, 'instances.json'));
      expect(text).toMatch(/nothing was run/);
    }
  });

  test('but the sandbox may be asked for by name', async () => {
    await writeFile(join(home, 'instances.json'), 'broken');
    expect(await chooseInstance(SANDBOX_INSTANCE, home, {})).toMatchObject({ kind: 'sandbox' });
  });
});

describe('MSGRAPH_SOAR_SANDBOX=off', () => {
  test.each(['off', 'OFF', 'Off'])('forbids the sandbox, written %s', async (off) => {
    const environment = { MSGRAPH_SOAR_SANDBOX: off };
    expect(await refusal(undefined, environment)).toMatch(
      /^The sandbox is switched off by MSGRAPH_SOAR_SANDBOX/,
    );
    expect(await refusal(SANDBOX_INSTANCE, environment)).toMatch(/^The sandbox is switched off/);
  });

  test('leaves tenants alone', async () => {
    await keep({ prod });
    const choice = await chooseInstance(undefined, home, { MSGRAPH_SOAR_SANDBOX: 'off' });
    expect(choice).toMatchObject({ kind: 'tenant', name: 'prod' });
  });

  test.each(['', 'on'])('set to %j forbids nothing', async (value) => {
    expect(await chooseInstance(undefined, home, { MSGRAPH_SOAR_SANDBOX: value })).toMatchObject({
      kind: 'sandbox',
    });
  });
});
