import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type CommandBench, openCommandBench } from '../../test_data/command-bench.js';
import { enterDeviceCode } from '../../test_data/device-page.js';
import { sandboxInstance } from '../../test_data/sandbox-instance.js';

const ADELE = 'adele@contoso.example';
let bench: CommandBench;
beforeAll(async () => {
  bench = await openCommandBench();
});
afterAll(() => bench.close());

describe.each(['user', 'teams'])('signing in on another device for the %s commands', (half) => {
  test('leads from two commands to a working instance, without any secret', async () => {
    const instance = sandboxInstance(bench.sandbox, 'soar', { auth_type: 'device_code', creds_enc_key: '' });
    const start = await bench.run(`msgraph-${half}-auth-start`, {}, instance);
    expect(start.entry.HumanReadable).toContain(`\`!msgraph-${half}-auth-complete\``);
    await enterDeviceCode(start.entry.HumanReadable ?? '', ADELE);
    const complete = await bench.run(`msgraph-${half}-auth-complete`, {}, instance);
    expect(complete.entry.HumanReadable).toBe(`✅ Authorization completed: signed in as ${ADELE}.`);
    const { execution } = await bench.run(`msgraph-${half}-test`, {}, instance);
    expect(execution.entries[1]?.HumanReadable).toContain(`| ${ADELE} | device_code |`);
    expect(JSON.stringify([start, complete])).not.toMatch(/refresh_token|eyJ/);
  });

  test('that the person declines is an error that says so', async () => {
    const instance = sandboxInstance(bench.sandbox, 'soar', { auth_type: 'device_code' });
    const start = await bench.run(`msgraph-${half}-auth-start`, {}, instance);
    await enterDeviceCode(start.entry.HumanReadable ?? '', '');
    const { entry } = await bench.run(`msgraph-${half}-auth-complete`, {}, instance);
    expect(entry.Contents).toMatch(/^The sign-in was declined\.\nRun !msgraph-user-auth-start/);
  });
});
