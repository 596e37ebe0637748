import { describe, expect, test } from '@jest/globals';
import { createRun } from '../../../../test_data/run.js';
import { parseSettings } from '../../../settings/parse.js';
import { createTokenProvider } from '../../provider.js';
import {
  CLOUDS,
  REDIRECT,
  certificate,
  type Parameters,
  cloudBench,
} from '../../../../test_data/cloud-bench.js';

const bench = cloudBench();
const { inContainer, inCloud, requests, loopback, expectOnly } = bench;

describe.each(CLOUDS)('in the cloud %s', (cloud, login, graph) => {
  test.each<[string, Parameters, number, string]>([
    [
      'a wrong secret',
      { auth_type: 'client_credentials', creds_enc_key: 'wrong' },
      7000215,
      '"Client secret"',
    ],
    [
      'a certificate that is not registered',
      certificate('unregistered', 'fingerprint256'),
      700027,
      'Upload this certificate',
    ],
    [
      "a certificate of a user's sign-in that is not registered",
      {
        ...certificate('unregistered', 'fingerprint256', 'user_auth_flow'),
        redirect_uri: REDIRECT,
        creds_auth_code: 'c-1',
      },
      700027,
      'Upload this certificate',
    ],
    [
      'an unknown tenant',
      { auth_type: 'client_credentials', creds_tenant_id: 'fabrikam.example' },
      90002,
      '"Tenant ID"',
    ],
    [
      "a wrong secret of a user's sign-in",
      { auth_type: 'user_auth_flow', redirect_uri: REDIRECT, creds_auth_code: 'c-1', creds_enc_key: 'wrong' },
      7000215,
      '"Client secret"',
    ],
    [
      "an unknown tenant of a user's sign-in",
      {
        auth_type: 'user_auth_flow',
        redirect_uri: REDIRECT,
        creds_auth_code: 'c-1',
        creds_tenant_id: 'fabrikam.example',
      },
      90002,
      '"Tenant ID"',
    ],
  ])('%s is refused at its own sign-in host, with the number and the field', (_, wrong, aadsts, named) =>
    inContainer(async () => {
      const provider = createTokenProvider(parseSettings(inCloud(cloud, wrong)), bench.network, bench.store);
      await expect(provider.getToken(createRun(bench.clock))).rejects.toMatchObject({
        details: { aadsts },
        nextStep: expect.stringContaining(named),
      });
      expect(requests().map(({ host }) => host)).toEqual([login]);
      expectOnly([login], graph, []);
    }),
  );

  test('a device login of an unknown tenant is refused at its own sign-in host, with the number and the field', () =>
    inContainer(async () => {
      const form = inCloud(cloud, {
        auth_type: 'device_code',
        creds_enc_key: '',
        creds_tenant_id: 'fabrikam.example',
      });
      const provider = createTokenProvider(parseSettings(form), bench.network, bench.store);
      await expect(provider.startDeviceLogin(createRun(bench.clock), ['.default'])).rejects.toMatchObject({
        details: { aadsts: 90002 },
        nextStep: expect.stringContaining('"Tenant ID"'),
      });
      expect(requests().map(({ host }) => host)).toEqual([login]);
    }));
});

test('an identity that the machine has not is refused by the machine, and the field is named', () =>
  inContainer(async () => {
    const form = {
      azure_cloud: 'DoD',
      proxy: true,
      use_managed_identities: true,
      managed_identities_client_id: { password: '00000000-8e0f-4a35-b6c4-9f8e7d6c5b4a' },
    };
    const provider = createTokenProvider(parseSettings(form), bench.network, bench.store);
    await expect(provider.getToken(createRun(bench.clock))).rejects.toMatchObject({
      message: expect.stringContaining('Identity not found'),
      nextStep: expect.stringContaining('"Azure Managed Identities Client ID"'),
    });
    expect(requests().map(({ host }) => host)).toEqual([loopback()]);
  }));
