import { describe, expect, test } from '@jest/globals';
import { parseSettings } from '../../integration/settings/parse.js';
import { HOSTED_APP, OWN_APP } from '../../integration/settings/sample-instances.js';
import { isMasked, isSecret, type Part } from './parameter-secrecy.js';

describe('what is sealed', () => {
  test.each<[string, Part | undefined]>([
    ['creds_enc_key', 'password'],
    ['enc_key', undefined],
    ['secret', undefined],
    ['creds_certificate', 'password'],
    ['private_key', undefined],
    ['creds_auth_code', 'password'],
    ['auth_code', undefined],
    ['creds_tenant_id', 'password'],
    ['tenant_id', undefined],
  ])('%s %s', (name, part) => {
    expect(isSecret(name, part)).toBe(true);
  });
});

describe('what is not: it only names something, or is no field for secrets', () => {
  test.each<[string, Part | undefined]>([
    ['creds_auth_id', 'password'],
    ['auth_id', undefined],
    ['client_id', undefined],
    ['creds_certificate', 'identifier'],
    ['certificate_thumbprint', undefined],
    ['managed_identities_client_id', 'password'],
    ['url', undefined],
    ['self_deployed', undefined],
  ])('%s %s', (name, part) => {
    expect(isSecret(name, part)).toBe(false);
  });
});

test('the tenant is shown for an application of one’s own, and masked where it is the hosted one’s token', () => {
  expect(isMasked('tenant_id', undefined, parseSettings(OWN_APP))).toBe(false);
  expect(isMasked('tenant_id', undefined, parseSettings(HOSTED_APP))).toBe(true);
  expect(isMasked('creds_tenant_id', 'password', undefined)).toBe(true);
  expect(isMasked('creds_enc_key', 'password', parseSettings(OWN_APP))).toBe(true);
});
