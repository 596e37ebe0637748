import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SettingsError } from '../errors.js';
import { loadManifest } from '../manifest/load.js';
import { type Field } from './aliases.js';
import { FIELDS } from './fields.js';
import { OWN_PARAMETERS } from './known-parameters.js';
import { parseSettings } from './parse.js';
import { CLIENT, clearSignIn, faultsOf, OWN_APP, TENANT } from './sample-instances.js';

const SWITCHES = [
  ['handle_error', 'handleError', true],
  ['allow_secret_generators', 'allowSecretGenerators', false],
  ['insecure', 'insecure', false],
  ['insecure_login', 'insecureLogin', false],
  ['proxy', 'proxy', false],
] as const;

describe('an instance imported', () => {
  const SIGN_IN = {
    flow: 'client_credentials',
    tenant: TENANT,
    clientId: CLIENT,
    credential: { secret: 'example-secret~1' },
    inferred: true,
  };
  const vault = (password: string) => ({
    identifier: '',
    password,
    credentials: { user: 'vault-user', password: '', vaultInstanceId: 'vault-1' },
    passwordChanged: false,
  });
  test.each([
    [
      'from the users integration',
      {
        azure_cloud: 'Worldwide',
        host: 'https://graph.microsoft.com',
        creds_tenant_id: { identifier: '', password: TENANT, passwordChanged: false },
        creds_auth_id: { identifier: '', password: CLIENT, passwordChanged: false },
        creds_enc_key: { identifier: '', password: 'example-secret~1', passwordChanged: false },
        creds_certificate: { identifier: '', password: '', passwordChanged: false },
        creds_auth_code: { identifier: '', password: '', passwordChanged: false },
        managed_identities_client_id: { identifier: '', password: '' },
        use_managed_identities: false,
        redirect_uri: '',
      },
    ],
    [
      'from the users integration, with its old fields',
      {
        host: 'https://graph.microsoft.com',
        tenant_id: TENANT,
        auth_id: CLIENT,
        enc_key: 'example-secret~1',
      },
    ],
    [
      'from the Teams integration',
      {
        url: 'https://graph.microsoft.com/',
        tenant_id: TENANT,
        client_id: CLIENT,
        secret: 'example-secret~1',
      },
    ],
    [
      'from a vault',
      {
        creds_tenant_id: vault(TENANT),
        creds_auth_id: vault(CLIENT),
        creds_enc_key: { password: '', credentials: { user: '', password: 'example-secret~1' } },
      },
    ],
    [
      'with credentials as plain text',
      { creds_tenant_id: TENANT, creds_auth_id: ` ${CLIENT}\n`, creds_enc_key: 'example-secret~1' },
    ],
    [
      'with the old fields filled and the new ones empty',
      {
        creds_tenant_id: { password: '' },
        tenant_id: TENANT,
        creds_auth_id: {},
        client_id: CLIENT,
        creds_enc_key: null,
        secret: 'example-secret~1',
      },
    ],
  ])('%s signs in the same', (_from, params) => {
    const settings = parseSettings({ ...params, self_deployed: true });
    expect(clearSignIn(settings)).toEqual(SIGN_IN);
    expect(settings.warnings).toEqual([]);
  });

  test('finds a thumbprint where a vault puts the user name', () => {
    const creds_certificate = {
      identifier: 'name-of-the-credential',
      password: 'x',
      credentials: { user: 'AB'.repeat(20), vaultInstanceId: 'vault-1' },
    };
    expect(faultsOf({ ...OWN_APP, creds_certificate })).toEqual([
      expect.stringMatching(/^creds_certificate\.password \(Private Key\) must be a PEM key/),
    ]);
  });

  test('with the same field under two names takes the newer and says so', () => {
    const settings = parseSettings({ ...OWN_APP, enc_key: 'older-secret', secret: 'example-secret~1' });
    expect(clearSignIn(settings)).toMatchObject({ credential: { secret: 'example-secret~1' } });
    expect(settings.warnings).toEqual([
      'creds_enc_key.password and enc_key hold different values; creds_enc_key.password is used.',
    ]);
  });

  test('needs no default Teams user, and keeps the one it has (8-g)', () => {
    expect(parseSettings(OWN_APP)).not.toHaveProperty('delegatedUser');
    expect(parseSettings({ ...OWN_APP, delegated_user: 'adele@contoso.example' }).delegatedUser).toBe(
      'adele@contoso.example',
    );
  });
});

describe.each(SWITCHES)('the checkbox %s', (name, setting, absent) => {
  test.each([true, 'true', 'True', ' YES '])('is on for %p', (value) => {
    expect(parseSettings({ ...OWN_APP, [name]: value })[setting]).toBe(true);
  });

  test.each([false, 'false', 'FALSE', 'no'])('is off for %p, also as text (8-d)', (value) => {
    expect(parseSettings({ ...OWN_APP, [name]: value })[setting]).toBe(false);
  });

  test.each([undefined, null, '', ' '])('has its default for %p', (value) => {
    expect(parseSettings({ ...OWN_APP, [name]: value })[setting]).toBe(absent);
  });

  test.each(['maybe', '1', 1, 0, {}, [true]])('refuses %p', (value) => {
    expect(faultsOf({ ...OWN_APP, [name]: value })).toEqual([`${name} must be true, false, yes or no.`]);
  });
});

test('text that says false does not claim an own app (8-d)', () => {
  const { auth_type: _named, ...unnamed } = OWN_APP;
  expect(faultsOf({ ...unnamed, self_deployed: 'false' })[0]).toContain('hosted application');
});

test.each([
  ['insecure', 'the access tokens and the answers'],
  ['insecure_login', 'the secret and the refresh tokens'],
])('%s makes one warning', (name, exposed) => {
  expect(parseSettings({ ...OWN_APP, [name]: 'true' }).warnings).toEqual([
    `${name} is on: whoever stands between can read ${exposed}.`,
  ]);
});

describe('a parameter that this integration does not read', () => {
  test.each([
    ['redirect_url', 'Unknown parameter "redirect_url" is ignored. Did you mean redirect_uri?'],
    ['cred_enc_key', 'Unknown parameter "cred_enc_key" is ignored. Did you mean creds_enc_key?'],
    ['colour', 'Unknown parameter "colour" is ignored.'],
  ])('is warned of: %s', (name, warning) => {
    expect(parseSettings({ ...OWN_APP, [name]: 'canary' }).warnings).toEqual([warning]);
  });

  test.each([
    'longRunning',
    'longRunningPort',
    'isFetch',
    'incidentType',
    'incidentFetchInterval',
    'max_fetch',
    'first_fetch',
    'feedReputation',
    'integrationReliability',
    'integrationLogLevel',
    'engine',
  ])('is nothing to speak of where a platform adds it: %s', (name) => {
    expect(parseSettings({ ...OWN_APP, [name]: 'anything' }).warnings).toEqual([]);
  });

  test('may be called __proto__ and changes nothing', () => {
    const params = { ...OWN_APP, ['__proto__']: { insecure: true } };
    expect(Object.hasOwn(params, '__proto__')).toBe(true);
    const settings = parseSettings(params);
    expect(settings.insecure).toBe(false);
    expect(settings.warnings).toEqual(['Unknown parameter "__proto__" is ignored.']);
  });

  test('is not read from a prototype', () => {
    const params: Record<string, unknown> = { ...OWN_APP };
    Object.setPrototypeOf(params, { insecure: true, url: 'http://canary.example' });
    expect(parseSettings(params)).toMatchObject({ insecure: false, graphUrl: 'https://graph.microsoft.com' });
  });
});

test('all faults are told at once, each with its field', () => {
  expect(
    faultsOf({ azure_cloud: 'Mars', insecure: 'perhaps', self_deployed: true, secret: 5, redirect_uri: 'x' }),
  ).toEqual([
    expect.stringMatching(/^azure_cloud \(Azure Cloud\) is "Mars"/),
    'secret must be text.',
    expect.stringMatching(/^creds_tenant_id\.password \(Token \/ Tenant ID\) is missing/),
    expect.stringMatching(/^creds_auth_id\.password \(ID \/ Client ID\) is missing/),
    expect.stringMatching(/^creds_enc_key\.password \(Key \/ Client Secret\) is missing/),
    'redirect_uri (Application redirect URI) must be an absolute address that begins with https://.',
    'insecure must be true, false, yes or no.',
  ]);
});

describe('no value of a secret field is ever shown', () => {
  const CANARY = 'canary-5c0ffee';
  const secretFields = [...OWN_PARAMETERS].filter((name) =>
    /^(creds_|managed_|auth_id|client_id|tenant_id|enc_key|secret|certificate_|private_key|auth_code)/.test(
      name,
    ),
  );
  const value = fc.constantFrom<unknown>(
    undefined,
    CANARY,
    { password: CANARY },
    { identifier: CANARY },
    { identifier: CANARY, password: CANARY, credentials: { user: CANARY, vaultInstanceId: 'v' } },
    { password: [CANARY] },
    [CANARY],
    `${CANARY}@https://${CANARY}:${CANARY}@x.example`,
  );
  const switches = fc.constantFrom(undefined, true, false, 'false', 'yes');
  const instance = fc.record({
    ...Object.fromEntries(secretFields.map((name) => [name, value])),
    self_deployed: switches,
    use_managed_identities: switches,
    auth_type: fc.constantFrom(
      undefined,
      'cortex_app',
      'client_credentials',
      'user_auth_flow',
      'device_code',
    ),
    redirect_uri: fc.constantFrom(undefined, 'https://soar.contoso.example', `https://${CANARY}@x.example`),
  });

  test('in an error or a warning, whatever the instance holds', () => {
    expect(secretFields.length).toBeGreaterThan(12);
    fc.assert(
      fc.property(instance, (params) => {
        const { signIn: _kept, ...shown } = settingsOrError(params);
        expect(inspect(shown, { depth: null })).not.toContain('canary');
      }),
      { numRuns: 500 },
    );
  });

  function settingsOrError(params: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
    try {
      return { ...parseSettings(params) };
    } catch (error) {
      if (!(error instanceof SettingsError)) throw error;
      return { message: error.message, nextStep: error.nextStep, stack: error.stack };
    }
  }

  test('in the printed settings', () => {
    const creds = {
      creds_enc_key: CANARY,
      creds_auth_code: CANARY,
      redirect_uri: 'https://soar.contoso.example',
    };
    const settings = parseSettings({ ...OWN_APP, auth_type: 'user_auth_flow', ...creds });
    expect(JSON.stringify(settings) + inspect(settings, { depth: null })).not.toContain('canary');
  });
});

describe('the form', () => {
  const file = new URL('../../integration.yml', import.meta.url);
  const { configuration } = loadManifest(readFileSync(file, 'utf8'), 'integration.yml');

  test('and the parser know the same fields', () => {
    // Not about signing in: the server and a long-running container read these.
    const ofTheServer = ['longRunning', 'longRunningPort'];
    const declared = configuration.map(({ name }) => name).filter((name) => !ofTheServer.includes(name));
    const notInTheForm = ['authentication_type'];
    expect([...declared, ...notInTheForm].sort()).toEqual([...OWN_PARAMETERS].sort());
  });

  test('shows the labels that messages name', () => {
    for (const { label, aliases } of Object.values<Field>(FIELDS)) {
      const [{ name, part }] = aliases;
      const field = configuration.find((parameter) => parameter.name === name);
      expect([name, part === 'password' ? field?.displaypassword : field?.display]).toEqual([name, label]);
    }
  });

  test('has the defaults that the parser has', () => {
    const defaults = configuration.map(({ name, defaultvalue }) => [name, defaultvalue] as const);
    expect(defaults.filter(([, value]) => value !== undefined)).toHaveLength(12);
    expect(parseSettings({ ...Object.fromEntries(defaults), ...OWN_APP })).toEqual(parseSettings(OWN_APP));
  });

  test.each(['azure_cloud', 'auth_type'])('offers for %s only what the parser takes (8-e)', (name) => {
    const options = configuration.find((parameter) => parameter.name === name)?.options ?? [];
    expect(options).toContain(name === 'azure_cloud' ? 'Custom' : 'user_auth_flow');
    for (const option of options) {
      expect(faultsOf({ [name]: option }).filter((fault) => fault.includes('must be one of'))).toEqual([]);
    }
  });
});
