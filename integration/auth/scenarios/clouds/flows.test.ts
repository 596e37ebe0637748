import { describe, expect, test } from '@jest/globals';
import { managedIdentities } from '../../../../sandbox/index.js';
import { CLOUDS, cloudBench } from '../../../../test_data/cloud-bench.js';

const bench = cloudBench();
const { inContainer, inCloud, listTwoPages, requests, loopback, expectOnly, useFor, tokenRequests } = bench;

describe.each(CLOUDS)('in the cloud %s', (cloud, login, graph) => {
  test.each(bench.flows)('%s opens its Graph, and nothing leaves its hosts', (_, formFor) =>
    inContainer(async () => {
      const form = await formFor(cloud);
      const tokens = await useFor(form, graph, tokenRequests);
      expect(tokenRequests()).toBe(2);
      expectOnly([login, graph], graph, tokens);
    }),
  );

  test.each([
    ['the system-assigned identity', undefined],
    ['a user-assigned identity', managedIdentities.userAssigned.clientId],
  ])('%s of the machine opens its Graph without any sign-in host', (_, clientId) =>
    inContainer(async () => {
      const form = {
        azure_cloud: cloud,
        proxy: true,
        use_managed_identities: true,
        ...(clientId !== undefined && { managed_identities_client_id: { password: clientId } }),
      };
      const asked = () => requests().filter(({ host }) => host === loopback()).length;
      const tokens = await useFor(form, graph, asked);
      expect(asked()).toBe(2);
      expectOnly([graph], graph, tokens);
    }),
  );
});

describe('where only the Graph address was changed', () => {
  test.each(CLOUDS.slice(2))('the host of %s brings its sign-in host along', (_, login, graph) =>
    inContainer(async () => {
      const form = inCloud('Worldwide', { auth_type: 'client_credentials', host: `https://${graph}/v1.0/` });
      expectOnly([login, graph], graph, [await listTwoPages(form)]);
    }),
  );
});

test('the older name of the sign-in host of China leads to the present one', () =>
  inContainer(async () => {
    const [, login, graph] = CLOUDS[5];
    const older = { azure_ad_endpoint: 'https://login.chinacloudapi.cn' };
    const form = inCloud('China', { auth_type: 'client_credentials', ...older });
    expectOnly([login, graph], graph, [await listTwoPages(form)]);
  }));
