import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { withNetworkEnvironment } from '../../test_data/environment.js';
import { createRun } from '../../test_data/run.js';
import { type ScriptedServer, startScriptedServer } from '../../test_data/scripted-server.js';
import { authorityFile } from '../../test_data/tls.js';

let server: ScriptedServer;
let folder: string;

beforeAll(async () => {
  server = await startScriptedServer([{ status: 200, body: 'hello' }], 'https');
  folder = await mkdtemp(join(tmpdir(), 'msgraph-soar-tls-'));
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

/** What a new process with these variables would get; the certificate file is read once in a process. */
function get(variables: Record<string, string>, insecure = false, url = server.url): Promise<string> {
  return withNetworkEnvironment(variables, async () => {
    jest.resetModules();
    const { createHttpClient } = await import('./client.js');
    const answer = await createHttpClient({ proxy: false, insecure }).send(
      { method: 'GET', url },
      createRun(),
    );
    return answer.body;
  });
}

test('a certificate of an unknown authority is refused before anything is sent, and the way out is told', async () => {
  const before = server.seen.length;
  await expect(get({})).rejects.toMatchObject({
    name: 'TransportError',
    sent: false,
    message: expect.stringMatching(
      /the server's certificate was not accepted \(UNABLE_TO_VERIFY_LEAF_SIGNATURE\)/,
    ),
    nextStep: expect.stringContaining('SSL_CERT_FILE'),
  });
  expect(server.seen).toHaveLength(before);
});

test.each(['SSL_CERT_FILE', 'REQUESTS_CA_BUNDLE'])(
  'the authority in the file of %s is trusted',
  async (name) => {
    expect(await get({ [name]: authorityFile })).toBe('hello');
  },
);

test('an empty SSL_CERT_FILE does not hide REQUESTS_CA_BUNDLE', async () => {
  expect(await get({ SSL_CERT_FILE: '', REQUESTS_CA_BUNDLE: authorityFile })).toBe('hello');
});

test('any certificate is accepted where the instance says so, and the file is not even read', async () => {
  expect(await get({ SSL_CERT_FILE: join(folder, 'missing.pem') }, true)).toBe('hello');
});

test('a certificate file that cannot be read is a fault of the settings that names it', async () => {
  const file = join(folder, 'missing.pem');
  await expect(get({ SSL_CERT_FILE: file })).rejects.toMatchObject({
    name: 'SettingsError',
    message: expect.stringContaining(file),
    nextStep: expect.stringContaining('unset'),
  });
});

test('a certificate file without a certificate is a fault of the settings, not silence', async () => {
  const file = join(folder, 'notes.pem');
  await writeFile(file, 'see the wiki');
  await expect(get({ REQUESTS_CA_BUNDLE: file })).rejects.toMatchObject({ name: 'SettingsError' });
});

test('a port that speaks plain HTTP is not blamed on a certificate', async () => {
  const plain = await startScriptedServer([{ status: 200 }]);
  const asked = get({}, false, plain.url.replace('http:', 'https:'));
  await expect(asked).rejects.toMatchObject({
    name: 'TransportError',
    sent: false,
    message: expect.stringContaining('no TLS connection could be made'),
  });
  await plain.close();
});

test('a connection cut during the handshake has sent nothing', async () => {
  const cutting = createServer((socket) => {
    socket.once('data', () => socket.end());
  });
  await new Promise<void>((resolve) => cutting.listen(0, '127.0.0.1', resolve));
  const { port } = cutting.address() as AddressInfo;
  await expect(get({}, false, `https://127.0.0.1:${port}`)).rejects.toMatchObject({
    name: 'TransportError',
    sent: false,
    message: expect.stringContaining('no TLS connection could be made'),
  });
  cutting.close();
});
