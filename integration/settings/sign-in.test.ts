import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { parseSettings } from './parse.js';
import { CLIENT, clearSignIn, faultsOf, HOSTED_APP, OWN_APP, TENANT } from './sample-instances.js';

const REDIRECT = 'https://soar.contoso.example/callback';
const THUMBPRINT = '442EA4B5C6D7E8F90123456789ABCDEF01234567';
const KEY = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString();
const CERTIFICATE = { creds_certificate: { identifier: THUMBPRINT, password: KEY } };
const { auth_type: _named, ...UNNAMED } = OWN_APP;
const { creds_enc_key: _secret, ...WITHOUT_SECRET } = OWN_APP;

function signInOf(params: Readonly<Record<string, unknown>>): unknown {
  return clearSignIn(parseSettings(params));
}

function warningsOf(params: Readonly<Record<string, unknown>>): readonly string[] {
  return parseSettings(params).warnings;
}

const SECRET = { secret: 'example-secret~1' };
const REGISTRATION = { tenant: TENANT, clientId: CLIENT };
const HOSTED = {
  flow: 'cortex_app',
  appName: 'ms-graph-user',
  id: HOSTED_APP.auth_id,
  token: HOSTED_APP.tenant_id,
  key: HOSTED_APP.enc_key,
};

describe('the flow', () => {
  const USER = { flow: 'user_auth_flow', ...REGISTRATION, credential: SECRET };
  const CLIENT_CREDENTIALS = { flow: 'client_credentials', ...REGISTRATION, credential: SECRET };
  test.each([
    ['named', OWN_APP, { ...CLIENT_CREDENTIALS, inferred: false }],
    [
      'an own app without a code',
      { ...UNNAMED, self_deployed: true },
      { ...CLIENT_CREDENTIALS, inferred: true },
    ],
    [
      'an own app with code and redirect',
      { ...UNNAMED, self_deployed: 'true', auth_code: 'c0de', redirect_uri: REDIRECT },
      { ...USER, code: 'c0de', redirectUri: REDIRECT },
    ],
    [
      'code and redirect with self_deployed unset (4a)',
      { ...UNNAMED, auth_code: 'c0de', redirect_uri: REDIRECT },
      { ...USER, code: 'c0de', redirectUri: REDIRECT },
    ],
    [
      'a redirect URI that is left of a user’s sign-in, with self_deployed unset',
      { ...UNNAMED, redirect_uri: REDIRECT },
      { ...CLIENT_CREDENTIALS, inferred: true, redirectUri: REDIRECT },
    ],
    ['user_auth_flow, not signed in yet', { ...OWN_APP, auth_type: 'user_auth_flow' }, USER],
    [
      'user_auth_flow beside an unticked self_deployed (4a)',
      { ...OWN_APP, auth_type: 'user_auth_flow', self_deployed: false },
      USER,
    ],
    ['user_auth_flow under its other name', { ...OWN_APP, auth_type: 'authorization_code' }, USER],
    ['user_auth_flow as other forms write it', { ...OWN_APP, auth_type: 'Authorization Code' }, USER],
    [
      'client_credentials as other forms write it',
      { ...OWN_APP, auth_type: 'Client Credentials' },
      { ...CLIENT_CREDENTIALS, inferred: false },
    ],
    [
      'device_code as other forms write it',
      { ...WITHOUT_SECRET, auth_type: 'Device Code' },
      { flow: 'device_code', ...REGISTRATION },
    ],
    [
      'user_auth_flow under the other name of the field',
      { ...UNNAMED, authentication_type: 'user_auth_flow' },
      USER,
    ],
    [
      'a refresh token in place of a code',
      {
        ...OWN_APP,
        auth_type: 'user_auth_flow',
        creds_auth_code: { password: 'refresh_token:0.abc' },
        redirect_uri: REDIRECT,
      },
      { ...USER, code: 'refresh_token:0.abc', redirectUri: REDIRECT },
    ],
    [
      'redirect alone',
      { ...UNNAMED, self_deployed: true, redirect_uri: REDIRECT },
      { ...CLIENT_CREDENTIALS, inferred: true, redirectUri: REDIRECT },
    ],
    [
      'device_code, which needs no secret',
      { ...WITHOUT_SECRET, auth_type: 'device_code' },
      { flow: 'device_code', ...REGISTRATION },
    ],
    ['managed identity by its checkbox', { use_managed_identities: true }, { flow: 'managed_identity' }],
    ['managed identity by name', { auth_type: 'managed_identity' }, { flow: 'managed_identity' }],
    [
      'managed identity by its label elsewhere',
      { auth_type: 'Azure Managed Identities' },
      { flow: 'managed_identity' },
    ],
    [
      'a user-assigned identity',
      { use_managed_identities: 'yes', managed_identities_client_id: { password: CLIENT } },
      { flow: 'managed_identity', clientId: CLIENT },
    ],
    [
      'a user-assigned identity as plain text',
      { use_managed_identities: true, managed_identities_client_id: CLIENT },
      { flow: 'managed_identity', clientId: CLIENT },
    ],
    ['the hosted app, because no own one is claimed', HOSTED_APP, HOSTED],
    ['the hosted app, named', { ...HOSTED_APP, auth_type: 'cortex_app' }, HOSTED],
    [
      'the hosted app with its own address',
      { ...HOSTED_APP, auth_id: 'registration-1@https://token.fabrikam.example/get' },
      { ...HOSTED, tokenUrl: 'https://token.fabrikam.example/get' },
    ],
    [
      'the hosted app on this machine',
      { ...HOSTED_APP, auth_id: 'registration-1@http://127.0.0.1:8080/get' },
      { ...HOSTED, tokenUrl: 'http://127.0.0.1:8080/get' },
    ],
    [
      'a certificate',
      { ...WITHOUT_SECRET, ...CERTIFICATE },
      {
        flow: 'client_credentials',
        ...REGISTRATION,
        inferred: false,
        credential: { thumbprint: THUMBPRINT, privateKey: KEY },
      },
    ],
    [
      'a certificate, which goes before a secret',
      { ...OWN_APP, ...CERTIFICATE },
      {
        flow: 'client_credentials',
        ...REGISTRATION,
        inferred: false,
        credential: { thumbprint: THUMBPRINT, privateKey: KEY },
      },
    ],
    [
      'a tenant by domain name',
      { ...OWN_APP, creds_tenant_id: 'contoso.example' },
      { ...CLIENT_CREDENTIALS, tenant: 'contoso.example', inferred: false },
    ],
  ])('is right for %s', (_what, params, signIn) => {
    expect(signInOf(params)).toEqual(signIn);
  });

  test('is of an own app or identity, except for the hosted app', () => {
    expect(parseSettings(OWN_APP).selfDeployed).toBe(true);
    expect(parseSettings({ use_managed_identities: true }).selfDeployed).toBe(true);
    expect(parseSettings(HOSTED_APP).selfDeployed).toBe(false);
  });

  test('says which hash a certificate thumbprint is of (8-h)', () => {
    const creds_certificate = { identifier: `${THUMBPRINT}89abcdef0123456789abcdef`, password: KEY };
    expect(parseSettings({ ...WITHOUT_SECRET, creds_certificate }).signIn).toMatchObject({
      credential: { hash: 'SHA-256', thumbprint: `${THUMBPRINT}89ABCDEF0123456789ABCDEF` },
    });
  });
});

describe('a sign-in cannot work', () => {
  const OWN_APP_HINT =
    'For an app registration of your own, set self_deployed to true or auth_type to client_credentials.';
  const NO_SECRET = 'creds_enc_key.password (Key / Client Secret) is missing; older names: enc_key, secret.';
  test.each([
    [
      'a flow that does not exist',
      { ...OWN_APP, auth_type: 'user_auth_flw' },
      [
        'auth_type (Authentication Type) is "user_auth_flw" and must be one of cortex_app, client_credentials, user_auth_flow, device_code, managed_identity. Did you mean "user_auth_flow"?',
      ],
    ],
    [
      'a flow called like a member of every object',
      { ...OWN_APP, auth_type: 'constructor' },
      [
        'auth_type (Authentication Type) is "constructor" and must be one of cortex_app, client_credentials, user_auth_flow, device_code, managed_identity.',
      ],
    ],
    [
      'a flow beside a managed identity',
      { ...OWN_APP, use_managed_identities: true },
      [
        'auth_type (Authentication Type) is client_credentials while use_managed_identities is true. Change one of them.',
      ],
    ],
    [
      'the hosted app beside an own one',
      { ...HOSTED_APP, auth_type: 'cortex_app', self_deployed: true },
      ['auth_type (Authentication Type) is cortex_app while self_deployed is true. Change one of them.'],
    ],
    [
      'an own app with nothing filled in (4, 6)',
      { self_deployed: true },
      [
        'creds_tenant_id.password (Token / Tenant ID) is missing; older names: tenant_id.',
        'creds_auth_id.password (ID / Client ID) is missing; older names: auth_id, client_id.',
        `${NO_SECRET} Or give a certificate: creds_certificate.`,
      ],
    ],
    [
      'a tenant that is neither GUID nor domain',
      { ...OWN_APP, creds_tenant_id: 'organizations' },
      ['creds_tenant_id (Token / Tenant ID) must be the ID (a GUID) or a domain name of the tenant.'],
    ],
    [
      'a tenant that would change the path',
      { ...OWN_APP, creds_tenant_id: undefined, tenant_id: 'contoso.example/../x' },
      ['tenant_id (Token / Tenant ID) must be the ID (a GUID) or a domain name of the tenant.'],
    ],
    [
      'half a certificate beside a secret: no key (8-f)',
      { ...OWN_APP, certificate_thumbprint: THUMBPRINT },
      ['creds_certificate.password (Private Key) is missing; older names: private_key.'],
    ],
    [
      'half a certificate beside a secret: no thumbprint (8-f)',
      { ...OWN_APP, private_key: KEY },
      [
        'creds_certificate.identifier (Certificate Thumbprint) is missing; older names: certificate_thumbprint.',
      ],
    ],
    [
      'a thumbprint of the wrong length (7)',
      { ...WITHOUT_SECRET, creds_certificate: { identifier: 'ABCD', password: KEY } },
      [
        'creds_certificate.identifier (Certificate Thumbprint) must be 40 hex digits (SHA-1) or 64 (SHA-256), colons and spaces apart.',
      ],
    ],
    [
      'a key that is none (7)',
      { ...WITHOUT_SECRET, certificate_thumbprint: THUMBPRINT, private_key: 'canary' },
      ['private_key (Private Key) must be a PEM key, from -----BEGIN to -----END … PRIVATE KEY-----.'],
    ],
    [
      'a code without a redirect (8)',
      { ...UNNAMED, self_deployed: true, auth_code: 'canary' },
      [
        'auth_code (Authorization code) needs redirect_uri (Application redirect URI), the address the code was sent to.',
      ],
    ],
    [
      'a code without a redirect in the named flow (8)',
      { ...OWN_APP, auth_type: 'user_auth_flow', creds_auth_code: { password: 'canary' } },
      [
        'creds_auth_code.password (Authorization code) needs redirect_uri (Application redirect URI), the address the code was sent to.',
      ],
    ],
    [
      'a redirect that is not absolute (8)',
      { ...OWN_APP, auth_type: 'user_auth_flow', redirect_uri: '/callback' },
      ['redirect_uri (Application redirect URI) must be an absolute address that begins with https://.'],
    ],
    [
      'a redirect without a scheme (8)',
      { ...OWN_APP, auth_type: 'user_auth_flow', redirect_uri: 'localhost:8080/callback' },
      [
        'redirect_uri (Application redirect URI) must begin with https:// (http:// only for 127.0.0.1, ::1 or localhost).',
      ],
    ],
    [
      'the hosted app with nothing filled in (5)',
      {},
      [
        'creds_tenant_id.password (Token / Tenant ID) is missing; older names: tenant_id.',
        'creds_auth_id.password (ID / Client ID) is missing; older names: auth_id, client_id.',
        `${NO_SECRET} ${OWN_APP_HINT}`,
      ],
    ],
    [
      'the hosted app with an own app’s secret',
      { ...UNNAMED },
      [
        `creds_enc_key.password (Key / Client Secret) is not the key of the hosted application, which is Base64 of 16, 24 or 32 bytes. ${OWN_APP_HINT}`,
      ],
    ],
    [
      'the hosted app with code, redirect and certificate (5)',
      { ...HOSTED_APP, ...CERTIFICATE, self_deployed: false, auth_code: 'canary', redirect_uri: REDIRECT },
      [
        `creds_certificate.identifier, creds_certificate.password, redirect_uri, auth_code cannot be used with the hosted application. ${OWN_APP_HINT}`,
      ],
    ],
    [
      'the hosted app at an address without encryption (5)',
      { ...HOSTED_APP, auth_id: 'id@http://token.fabrikam.example' },
      [
        'auth_id (ID / Client ID) has the form id@address, and its address must begin with https:// (http:// only for 127.0.0.1, ::1 or localhost).',
      ],
    ],
    [
      'the hosted app with an address but no ID',
      { ...HOSTED_APP, auth_id: '@https://token.fabrikam.example' },
      ['auth_id (ID / Client ID) has the form id@address, and the ID is missing.'],
    ],
    [
      'the hosted app with two at signs',
      { ...HOSTED_APP, auth_id: 'id@https://x@token.fabrikam.example' },
      [
        'auth_id (ID / Client ID) has the form id@address, and its address must not hold a user name or a password.',
      ],
    ],
    [
      'a managed identity that is no GUID',
      { use_managed_identities: true, managed_identities_client_id: 'mine' },
      [
        'managed_identities_client_id (Azure Managed Identities Client ID) must be the client ID (a GUID) of a user-assigned identity.',
      ],
    ],
  ])('with %s', (_what, params, faults) => {
    expect(faultsOf(params)).toEqual(faults);
  });
});

describe('a warning', () => {
  test.each([
    [
      'names what a managed identity ignores (3)',
      { ...UNNAMED, ...CERTIFICATE, use_managed_identities: true, auth_code: 'c0de' },
      'A managed identity makes no use of creds_auth_id.password, creds_tenant_id.password, creds_enc_key.password, creds_certificate.identifier, creds_certificate.password, auth_code.',
    ],
    [
      'says that the certificate is used (6)',
      { ...OWN_APP, ...CERTIFICATE },
      'The certificate is used and creds_enc_key.password is not.',
    ],
    [
      'says that a redirect alone signs no user in (8-c)',
      { ...UNNAMED, self_deployed: true, redirect_uri: REDIRECT },
      'redirect_uri (Application redirect URI) is set without an authorization code, so the application signs in as itself. To sign in as a user, set auth_type to user_auth_flow.',
    ],
    [
      'names a code that goes unused',
      { ...OWN_APP, auth_code: 'c0de', redirect_uri: REDIRECT },
      'auth_type=client_credentials makes no use of auth_code.',
    ],
    [
      'names a secret that device code needs not',
      { ...OWN_APP, auth_type: 'device_code' },
      'auth_type=device_code makes no use of creds_enc_key.password.',
    ],
    [
      'names the client ID of an identity that is not used',
      { ...OWN_APP, managed_identities_client_id: CLIENT },
      'Signing in without a managed identity makes no use of managed_identities_client_id.',
    ],
    [
      'suspects the ID of a secret in place of its value',
      { ...OWN_APP, creds_enc_key: { password: CLIENT } },
      'creds_enc_key.password (Key / Client Secret) looks like the ID of a client secret. Microsoft asks for its value, shown once when it is made.',
    ],
  ])('%s', (_what, params, warning) => {
    expect(warningsOf(params)).toEqual([warning]);
  });

  test('is not given where all is plain', () => {
    expect(warningsOf(OWN_APP)).toEqual([]);
    expect(warningsOf(HOSTED_APP)).toEqual([]);
  });
});
