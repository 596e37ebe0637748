import { describe, expect, test } from '@jest/globals';
import { parseSettings } from './parse.js';

const base = {
  creds_tenant_id: 'contoso.example',
  creds_auth_id: '7f5c1b1e-6a52-4d0e-9a4c-0f2b7f6f9c11',
  creds_enc_key: 'secret',
  self_deployed: true,
};
const custom = {
  ...base,
  azure_cloud: 'Custom',
  url: 'https://graph.fabrikam.example',
  azure_ad_endpoint: 'https://login.fabrikam.example',
};
const connector = '/StrongAuthenticationService.svc/Connector';

describe('the MFA service of a cloud', () => {
  test.each([
    ['Worldwide', 'com'],
    ['US GCC', 'com'],
    ['US GCC-High', 'us'],
    ['DoD', 'us'],
    ['China', 'cn'],
  ])('%s', (azure_cloud, ending) => {
    expect(parseSettings({ ...base, azure_cloud }).mfa).toEqual({
      url: `https://strongauthenticationservice.auth.microsoft.${ending}`,
      resource: `https://adnotifications.windowsazure.${ending}${connector}`,
    });
  });

  test.each([{ ...base, azure_cloud: 'Germany' }, custom])('is not known', (params) => {
    expect(parseSettings(params).mfa).toBeUndefined();
  });
});

test('a Custom cloud may name its own', () => {
  const { mfa } = parseSettings({ ...custom, mfa_endpoint: 'https://mfa.fabrikam.example/' });
  expect(mfa?.url).toBe('https://mfa.fabrikam.example');
});

test('another one than the cloud’s is not used, and that is said', () => {
  const { mfa, warnings } = parseSettings({ ...base, mfa_endpoint: 'https://mfa.fabrikam.example' });
  expect(mfa?.url).toBe('https://strongauthenticationservice.auth.microsoft.com');
  expect(warnings).toEqual([
    'mfa_endpoint (MFA service host) is not used: the MFA service of the cloud Worldwide is https://strongauthenticationservice.auth.microsoft.com. Only a Custom cloud names its own.',
  ]);
});

test('an address that is none is refused', () => {
  const params = { ...custom, mfa_endpoint: 'http://mfa.fabrikam.example' };
  expect(() => parseSettings(params)).toThrow('mfa_endpoint (MFA service host) must begin with https://');
});
