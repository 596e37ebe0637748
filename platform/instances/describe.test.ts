import { createSecretKey } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { instanceDetails, instanceList } from './describe.js';
import { addSample, makeHome, ownAppWords, sampleKey } from './sample-home.js';

const secret = 'example-secret~1';
const options = { key: sampleKey, environment: {} };

let home: string;
beforeEach(async () => {
  home = await makeHome();
});
afterEach(() => rm(home, { recursive: true }));

/** The cells of a markdown table's rows. */
function rowsOf(markdown: string): readonly (readonly string[])[] {
  return markdown
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

describe('the list', () => {
  test('names each instance with its cloud, tenant and flow, and the sandbox', async () => {
    await addSample(home, 'prod', [...ownAppWords, `secret=${secret}`]);
    await addSample(home, 'gov', [...ownAppWords, `secret=${secret}`, 'azure_cloud=US GCC-High']);
    await addSample(home, 'azure', ['auth_type=managed_identity']);
    expect(rowsOf(await instanceList(home, options))).toEqual([
      ['azure', 'Worldwide', '', 'managed_identity'],
      ['gov', 'US GCC-High', 'contoso.example', 'client_credentials'],
      ['prod', 'Worldwide', 'contoso.example', 'client_credentials'],
      ['sandbox-app', 'sandbox', 'embedded', 'client_credentials'],
      ['sandbox', 'sandbox', 'embedded', 'user_auth_flow'],
    ]);
  });

  test('leaves the sandbox out where it is forbidden', async () => {
    const environment = { MSGRAPH_SOAR_SANDBOX: 'off' };
    expect(await instanceList(home, { ...options, environment })).toContain('No entries');
  });

  test('shows the others when one cannot be used', async () => {
    await addSample(home, 'prod', [...ownAppWords, `secret=${secret}`]);
    await addSample(home, 'lab', [...ownAppWords, 'secret=${env:LAB}'], { environment: { LAB: 'x' } });
    const rows = rowsOf(await instanceList(home, options));
    expect(rows.map(([name, , , flow]) => [name, flow])).toEqual([
      ['lab', 'cannot be used here; see msgraph-soar instance show lab'],
      ['prod', 'client_credentials'],
      ['sandbox-app', 'client_credentials'],
      ['sandbox', 'user_auth_flow'],
    ]);
  });
});

describe('the details', () => {
  test('show parameters as they were given, and secrets masked', async () => {
    await addSample(home, 'prod', [...ownAppWords, `creds_enc_key=${secret}`, 'proxy=true']);
    const markdown = await instanceDetails('prod', home, options);
    expect(rowsOf(markdown.slice(markdown.indexOf('### Parameters')))).toEqual([
      ['auth_type', 'client_credentials'],
      ['tenant_id', 'contoso.example'],
      ['client_id', '2b9d7c11-8e0f-4a35-b6c4-9f8e7d6c5b4a'],
      ['creds_enc_key', '***'],
      ['proxy', 'true'],
    ]);
  });

  test('show a reference as it stands, and which variable is missing', async () => {
    await addSample(home, 'lab', [...ownAppWords, 'secret=${env:LAB}'], { environment: { LAB: secret } });
    const markdown = await instanceDetails('lab', home, options);
    expect(rowsOf(markdown)).toContainEqual(['secret', '${env:LAB}']);
    expect(rowsOf(markdown)).toContainEqual(['tenant_id', '***']);
    expect(markdown).toContain('secret refers to the environment variable LAB, which is not set.');
  });

  test('show what is no secret also where the key is another one', async () => {
    await addSample(home, 'prod', [...ownAppWords, `secret=${secret}`]);
    const key = createSecretKey(Buffer.alloc(32, 6));
    const markdown = await instanceDetails('prod', home, { ...options, key });
    expect(rowsOf(markdown)).toContainEqual(['auth_type', 'client_credentials']);
    expect(rowsOf(markdown)).toContainEqual(['secret', '***']);
    expect(markdown).toContain('was sealed with another key');
  });

  test('mask secrets that somebody wrote into the file by hand, in any shape', async () => {
    const params = {
      creds_enc_key: { identifier: 'me', password: secret, credentials: { user: 'me', password: secret } },
      creds_auth_code: secret,
      private_key: secret,
    };
    await writeFile(
      join(home, 'instances.json'),
      JSON.stringify({ version: 1, instances: { prod: params } }),
    );
    expect(await instanceDetails('prod', home, options)).not.toContain(secret);
  });

  test('of an instance that does not exist suggest the nearest', async () => {
    await addSample(home, 'prod', [...ownAppWords, `secret=${secret}`]);
    await expect(instanceDetails('prdo', home, options)).rejects.toHaveProperty(
      'nextStep',
      'Did you mean "prod"?',
    );
  });
});
