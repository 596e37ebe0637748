import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { type ScriptedServer, startScriptedServer } from '../../test_data/scripted-server.js';
import { createTransport } from './transport.js';

let server: ScriptedServer;
beforeAll(async () => {
  server = await startScriptedServer(['silence']);
});
afterAll(() => server.close());
afterEach(() => {
  delete process.env['REQUESTS_TIMEOUT'];
});

test('REQUESTS_TIMEOUT sets how many seconds an answer may take', async () => {
  process.env['REQUESTS_TIMEOUT'] = '0.05';
  const transport = createTransport({ proxy: false, insecure: false });
  await expect(transport(server.url)).rejects.toMatchObject({ event: 'response' });
});

test.each(['', 'soon', '-1', '0'])('REQUESTS_TIMEOUT=%s leaves the usual minute', (text) => {
  process.env['REQUESTS_TIMEOUT'] = text;
  const { timeout } = createTransport({ proxy: false, insecure: false }).defaults.options;
  expect(timeout.response).toBe(60_000);
});
