import { X509Certificate } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type MovedClock, startMovedClock } from '../../integration/auth/scenarios/moved-clock.js';
import { createDispatcher } from '../../integration/dispatcher/dispatcher.js';
import { type Sandbox, startSandbox } from '../../sandbox/index.js';
import { clientCertificate } from '../../test_data/certificates/read.js';
import { sandboxInstance } from '../../test_data/sandbox-instance.js';
import { registry } from '../index.js';

const DAY_MS = 86_400_000;
const { cert, key } = clientCertificate();
const { fingerprint256, validTo } = new X509Certificate(cert);
const end = Date.parse(validTo);
const endText = new Date(end).toISOString();

let sandbox: Sandbox;
let clock: MovedClock;
beforeEach(async () => {
  clock = startMovedClock(end);
  sandbox = await startSandbox({ now: () => clock.now() });
});
afterEach(async () => {
  clock.stop();
  await sandbox.close();
});

/** Texts of the entries of a test that runs so long before the end of the certificate. */
async function testBefore(days: number, password: string, command: string): Promise<readonly string[]> {
  clock.advance(-days * DAY_MS);
  const params = {
    creds_enc_key: '',
    creds_certificate: { identifier: fingerprint256, password },
  };
  const dispatcher = createDispatcher({ registry, clock });
  const instance = sandboxInstance(sandbox, 'soar', params);
  const { entries } = await dispatcher.execute({ command, args: {}, instance });
  expect(entries.map(({ Type }) => Type)).not.toContain(4);
  return entries.map(({ HumanReadable, Contents }) => HumanReadable ?? String(Contents));
}

describe.each(['msgraph-user-test', 'msgraph-teams-test'])('%s', (command) => {
  test.each([
    [29.5, 'ends in 29 days', 'Upload a new one to the app registration, and'],
    [7.5, 'ends in 7 days', 'Upload a new one to the app registration, and'],
    [6.5, 'ends in 6 days', 'From then on every command fails'],
    [1.5, 'ends in 1 day', 'From then on every command fails'],
    [0.5, 'ends today', 'From then on every command fails'],
  ])('warns %f days before the certificate of the instance ends', async (days, when, next) => {
    const [, report, warning] = await testBefore(days, cert + key, command);
    expect(report).toContain(endText);
    expect(warning).toContain(`The certificate of this instance ${when} (${endText}).`);
    expect(warning).toContain(next);
  });

  test('says when it ends, and does not warn while that is far', async () => {
    const texts = await testBefore(30.5, cert + key, command);
    expect(texts[1]).toContain(endText);
    expect(texts).toHaveLength(2);
  });

  test('says nothing of an end that it does not know', async () => {
    const texts = await testBefore(3, key, command);
    expect(texts.join()).not.toMatch(/certificate/i);
    expect(texts).toHaveLength(2);
  });
});
