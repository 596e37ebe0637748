import { describe, expect, test } from '@jest/globals';
import { createRun } from '../../../../test_data/run.js';
import { parseSettings } from '../../../settings/parse.js';
import { createTokenProvider } from '../../provider.js';
import { type Parameters, cloudBench } from '../../../../test_data/cloud-bench.js';

const bench = cloudBench();
const { inContainer, requests, expectOnly, useFor, tokenRequests } = bench;

describe.each(['Worldwide', 'US GCC'])("the vendor's hosted application in the cloud %s", (cloud) => {
  const OPROXY = 'oproxy.demisto.ninja';
  const GRAPH = 'graph.microsoft.com';
  const form = (overrides: Parameters = {}) => {
    const known = bench.sandbox.oproxy.find(({ appName }) => appName === 'ms-graph-user');
    const { id, token, key } = known ?? { id: '', token: '', key: '' };
    return { azure_cloud: cloud, proxy: true, auth_id: id, tenant_id: token, enc_key: key, ...overrides };
  };

  test('opens Graph without any sign-in host', () =>
    inContainer(async () => {
      const tokens = await useFor(form(), GRAPH, tokenRequests);
      expectOnly([OPROXY, GRAPH], GRAPH, tokens);
    }));

  test.each<[string, Parameters]>([
    ['registration', { auth_id: 'unknown' }],
    ['token', { tenant_id: 'unknown' }],
    ['key', { enc_key: Buffer.alloc(32, 1).toString('base64') }],
  ])('that does not know the %s says so, and nobody else is asked', (_, wrong) =>
    inContainer(async () => {
      const provider = createTokenProvider(parseSettings(form(wrong)), bench.network, bench.store);
      await expect(provider.getToken(createRun(bench.clock))).rejects.toThrow('401');
      expect(requests().map(({ host }) => host)).toEqual([OPROXY]);
    }),
  );
});
