import { X509Certificate } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { clientCertificate } from '../../../test_data/certificates/read.js';
import { createFakeClock } from '../../../test_data/fake-clock.js';
import { openServeBench } from '../../../test_data/serve-bench.js';
import { addSample } from '../../instances/sample-home.js';
import { createMetrics } from './metrics.js';

const DAY_MS = 86_400_000;

describe('/metrics', () => {
  test('tells how many days the credentials of each instance have left, where known', async () => {
    const { cert, key } = clientCertificate();
    const { fingerprint256, validTo } = new X509Certificate(cert);
    const clock = createFakeClock(Date.parse(validTo) - 12.5 * DAY_MS);
    const secretEnd = new Date(clock.now() + 5.5 * DAY_MS).toISOString().slice(0, 10);
    const bench = await openServeBench({ clock, params: { secret_expires_on: secretEnd } });
    const { creds_enc_key: _secret, ...params } = bench.sandbox.params();
    const words = Object.entries(params).map(([name, value]) => `${name}=${String(value)}`);
    const certificate = [`certificate_thumbprint=${fingerprint256}`, `private_key=${cert}${key}`];
    await addSample(bench.home, 'certified', [...words, ...certificate]);
    const { text, headers } = await bench.send({ path: '/metrics', key: bench.keys.read });
    await bench.close();
    expect(headers['content-type']).toContain('text/plain; version=0.0.4');
    expect(text).toContain('msgraph_soar_certificate_days_left{instance="certified"} 12\n');
    expect(text).toMatch(/msgraph_soar_secret_days_left\{instance="own"\} [45]\n/);
    expect(text).not.toContain('certificate_days_left{instance="own"}');
  });

  test('counts commands by name and outcome, and refusals', async () => {
    const bench = await openServeBench();
    await bench.run('msgraph-user-get', { user: 'adele@contoso.example' });
    await bench.run('msgraph-user-get', { user: 'nobody@contoso.example' });
    await bench.run('msgraph-user-account-disable', { user: 'x' }, { key: bench.keys.read });
    await bench.run('made-up-1');
    await bench.run('made-up-2');
    const { text } = await bench.send({ path: '/metrics', key: bench.keys.read });
    await bench.close();
    const counted = text.split('\n').filter((line) => line.startsWith('msgraph_soar_commands_total'));
    expect(counted.toSorted()).toEqual([
      'msgraph_soar_commands_total{command="msgraph-user-account-disable",outcome="refused"} 1',
      expect.stringMatching(/command="msgraph-user-get",outcome="ok"\} 2$/),
      'msgraph_soar_commands_total{command="unknown",outcome="error"} 2',
    ]);
    expect(text).toContain('msgraph_soar_http_answers_total{route="/commands",status="4xx"} 1\n');
  });

  test('counts a token that was refused', async () => {
    const bench = await openServeBench({ params: { creds_enc_key: 'wrong' } });
    await bench.run('msgraph-user-get', { user: 'adele@contoso.example' });
    const { text } = await bench.send({ path: '/metrics', key: bench.keys.read });
    await bench.close();
    expect(text).toContain('msgraph_soar_token_requests_total{outcome="error"} 1\n');
    expect(text).toContain('msgraph_soar_commands_total{command="msgraph-user-get",outcome="error"} 1\n');
  });
});

test('two servers in one process count apart', async () => {
  const make = () =>
    createMetrics(
      () => Promise.resolve([]),
      () => [],
    );
  const [one, other] = [make(), make()];
  one.countCommand('msgraph-user-get', 'ok');
  expect((await one.read()).text).toContain('command="msgraph-user-get"');
  expect((await other.read()).text).not.toContain('command="msgraph-user-get"');
});
