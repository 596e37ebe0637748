import { createSecretKey, generateKeyPairSync } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { SettingsError } from '../../integration/errors.js';
import { readInstances } from './instance-file.js';
import { openConfigured } from './open.js';
import { addSample, makeHome, ownAppWords, sampleKey, textOfAll } from './sample-home.js';

const secret = 'example-secret~1';

let home: string;
beforeEach(async () => {
  home = await makeHome();
});
afterEach(() => rm(home, { recursive: true }));

async function opened(name: string, environment: NodeJS.ProcessEnv = {}, key = sampleKey) {
  const params = (await readInstances(home))?.get(name) ?? {};
  return openConfigured(params, { instance: name, key, environment });
}

describe('an instance that was added', () => {
  test('opens with what was given', async () => {
    await addSample(home, 'prod', [...ownAppWords, `creds_enc_key=${secret}`]);
    expect(await opened('prod')).toEqual({
      auth_type: 'client_credentials',
      tenant_id: 'contoso.example',
      client_id: '2b9d7c11-8e0f-4a35-b6c4-9f8e7d6c5b4a',
      creds_enc_key: secret,
    });
  });

  test('stands in a file for its owner only, whatever the umask, without its secret', async () => {
    const before = process.umask(0);
    try {
      const inside = join(home, 'new');
      await addSample(inside, 'prod', [...ownAppWords, `creds_enc_key=${secret}`]);
      expect((await stat(join(inside, 'instances.json'))).mode & 0o777).toBe(0o600);
      expect((await stat(inside)).mode & 0o777).toBe(0o700);
      expect(await textOfAll(inside)).not.toContain('example-secret');
      expect(await readdir(inside)).toEqual(['instances.json']);
    } finally {
      process.umask(before);
    }
  });

  test('keeps a reference as it is and takes its value when it is opened', async () => {
    const words = [...ownAppWords, 'secret=${env:PROD_SECRET}'];
    await addSample(home, 'prod', words, { environment: { PROD_SECRET: secret } });
    expect(await textOfAll(home)).toContain('"secret": "${env:PROD_SECRET}"');
    expect(await textOfAll(home)).not.toContain(secret);
    expect(await opened('prod', { PROD_SECRET: 'the next one' })).toMatchObject({ secret: 'the next one' });
    const without = opened('prod');
    await expect(without).rejects.toThrow(SettingsError);
    await expect(without).rejects.toThrow(
      'secret refers to the environment variable PROD_SECRET, which is not set.',
    );
  });

  test('holds both halves of a credentials field, of which only the password half is sealed', async () => {
    const key = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    }).privateKey;
    const thumbprint = 'ab'.repeat(20);
    await addSample(home, 'prod', [
      ...ownAppWords,
      `creds_certificate.identifier=${thumbprint}`,
      `creds_certificate.password=${key}`,
    ]);
    expect(await opened('prod')).toMatchObject({
      creds_certificate: { identifier: thumbprint, password: key },
    });
    const text = await textOfAll(home);
    expect(text).toContain(thumbprint);
    expect(text).not.toContain('PRIVATE KEY');
  });

  test('that somebody was asked for has the answer', async () => {
    const asked: string[] = [];
    const ask = (prompt: string) => {
      asked.push(prompt);
      return Promise.resolve(secret);
    };
    const { typedSecrets } = await addSample(home, 'prod', [...ownAppWords, 'creds_enc_key=?'], { ask });
    expect({ asked, typedSecrets }).toEqual({ asked: ['creds_enc_key'], typedSecrets: [] });
    expect(await opened('prod')).toMatchObject({ creds_enc_key: secret });
  });

  test('cannot be opened with another key, and says which parameter and what to do', async () => {
    await addSample(home, 'prod', [...ownAppWords, `creds_enc_key=${secret}`]);
    const outcome = opened('prod', {}, createSecretKey(Buffer.alloc(32, 6)));
    await expect(outcome).rejects.toThrow(
      'The parameter tenant_id of the instance prod was sealed with another key.',
    );
    await expect(outcome).rejects.toHaveProperty('nextStep', expect.stringContaining('MSGRAPH_SOAR_KEY'));
  });
});

test('a secret that was typed as it is is named, a tenant is not', async () => {
  const { typedSecrets } = await addSample(home, 'prod', [...ownAppWords, `enc_key=${secret}`]);
  expect(typedSecrets).toEqual(['enc_key']);
});

describe('a name', () => {
  test.each(['', 'a b', 'ä', '../prod', 'a/b', 'x'.repeat(65), 'sandbox', 'sandbox-app', 'Sandbox2'])(
    'such as %j is refused',
    async (name) => {
      await expect(addSample(home, name, [...ownAppWords, `secret=${secret}`])).rejects.toThrow(
        SettingsError,
      );
      expect(await readdir(home)).toEqual([]);
    },
  );

  test('that is taken is refused unless it shall be replaced', async () => {
    await addSample(home, 'prod', [...ownAppWords, `secret=${secret}`]);
    const again = [...ownAppWords, 'secret=the-other-one'];
    await expect(addSample(home, 'prod', again)).rejects.toThrow('There is already an instance prod.');
    expect(await opened('prod')).toMatchObject({ secret });
    await addSample(home, 'prod', again, { replace: true });
    expect(await opened('prod')).toMatchObject({ secret: 'the-other-one' });
  });
});

test('all faults come in one message, and nothing is saved', async () => {
  const words = [
    'tenat_id=x',
    'url=ftp://graph.example',
    'secret=${env:NOPE}',
    'self_deployed=true',
    'url=twice',
  ];
  const outcome = addSample(home, 'prod', words);
  const expected = [
    'There is no parameter "tenat_id". Did you mean tenant_id?',
    'url is given twice.',
    'secret refers to the environment variable NOPE, which is not set.',
    'url (Server URL) must begin with https://',
    'creds_auth_id.password (ID / Client ID) is missing',
  ];
  for (const fault of expected) await expect(outcome).rejects.toThrow(fault);
  expect(await readdir(home)).toEqual([]);
});

test('a secret that lost its name is not repeated, whatever it looks like', async () => {
  for (const word of [secret, 'c2VjcmV0LW9mLXByb2Q==', 'AbC8Q~soar.x=y']) {
    const message = await addSample(home, 'prod', [word]).catch(String);
    expect(message).toContain('Nothing was saved.');
    expect(message).not.toMatch(/example-secret|c2VjcmV0|AbC8Q/);
  }
});

test('nobody is asked for a secret when the rest cannot be kept', async () => {
  const ask = () => Promise.reject(new Error('asked'));
  await expect(addSample(home, 'prod', ['tenat_id=x', 'secret=?'], { ask })).rejects.toThrow('tenat_id');
  await addSample(home, 'prod', [...ownAppWords, `secret=${secret}`]);
  await expect(addSample(home, 'prod', ['secret=?'], { ask })).rejects.toThrow('already an instance');
});

test('instances added at the same time are all kept', async () => {
  const names = Array.from({ length: 8 }, (_, index) => `prod-${index}`);
  await Promise.all(names.map((name) => addSample(home, name, [...ownAppWords, `secret=${secret}`])));
  expect([...((await readInstances(home))?.keys() ?? [])].sort()).toEqual(names);
});
