import { describe, expect, test } from '@jest/globals';
import { commandMetadata } from '../../generated/commands.js';
import { type CommandMetadata } from '../command.js';
import { parseSettings } from '../settings/parse.js';
import { type Settings } from '../settings/settings.js';
import { asksGraph, checkPolicy, hasPolicy } from './policy.js';

const OWN_APP = {
  creds_tenant_id: 'contoso.example',
  creds_auth_id: 'client-1',
  creds_enc_key: 'example-secret~1',
};
const APP = { ...OWN_APP, auth_type: 'client_credentials' };
const USER = { ...OWN_APP, auth_type: 'user_auth_flow' };
const DEVICE = { ...OWN_APP, creds_enc_key: '', auth_type: 'device_code' };
const HOSTED = { ...OWN_APP, creds_enc_key: Buffer.alloc(32).toString('base64') };
const MANAGED = { auth_type: 'managed_identity' };

const reads: CommandMetadata = {
  permissions: { delegated: [['Chat.Read']], application: [['Chat.Read.All']] },
  effects: 'read',
  examples: [],
};
const forUsers: CommandMetadata = {
  ...reads,
  permissions: { delegated: [['ChatMessage.Send', 'Chat.Read'], ['Chat.ReadWrite']], application: [] },
};
const forApps: CommandMetadata = {
  ...reads,
  permissions: { delegated: [], application: [['Chat.UpdatePolicyViolation.All']] },
};

function check(
  metadata: CommandMetadata,
  params: Readonly<Record<string, unknown>>,
  effective?: Settings['signIn'],
): Promise<void> {
  const settings = parseSettings(params);
  const tokens = { state: () => Promise.resolve({ signIn: effective ?? settings.signIn }) };
  return checkPolicy('msgraph-teams-example', metadata, { settings, tokens });
}

describe('the flow', () => {
  test.each([
    ['an application', APP],
    ['the hosted application', HOSTED],
    ['a managed identity', MANAGED],
  ])(
    '%s is refused what only a signed-in user may do, with the permission that it takes',
    async (_, params) => {
      await expect(check(forUsers, params)).rejects.toMatchObject({
        name: 'SettingsError',
        message: expect.stringContaining('works for a signed-in user only'),
        nextStep: expect.stringContaining('ChatMessage.Send + Chat.Read, or Chat.ReadWrite'),
      });
      await expect(check(forApps, params)).resolves.toBeUndefined();
    },
  );

  test.each([
    ['a user', USER],
    ['a user of a device', DEVICE],
  ])('%s is refused what only an application may do', async (_, params) => {
    await expect(check(forApps, params)).rejects.toMatchObject({
      name: 'SettingsError',
      message: expect.stringContaining('works for an application only'),
      nextStep: expect.stringContaining('Chat.UpdatePolicyViolation.All'),
    });
    await expect(check(forUsers, params)).resolves.toBeUndefined();
  });

  test('is the one in use, where the parameters leave it open', async () => {
    const { signIn } = parseSettings(USER);
    await expect(check(forUsers, { ...OWN_APP, self_deployed: true }, signIn)).resolves.toBeUndefined();
  });
});

test.each([
  ['China', false],
  ['US GCC-High', true],
])('a command that the cloud China lacks is refused in %s: %#', async (azure_cloud, isAllowed) => {
  const asked = check({ ...reads, notInClouds: ['China'] }, { ...APP, azure_cloud });
  await (isAllowed
    ? expect(asked).resolves.toBeUndefined()
    : expect(asked).rejects.toThrow('does not exist in the cloud China'));
});

test('terminating sessions is refused to the hosted application, and disabling an account is not', async () => {
  await expect(check(commandMetadata['msgraph-user-terminate-session'], HOSTED)).rejects.toThrow(
    'does not work with the hosted application',
  );
  await expect(check(commandMetadata['msgraph-user-terminate-session'], APP)).resolves.toBeUndefined();
  await expect(check(commandMetadata['msgraph-user-account-disable'], HOSTED)).resolves.toBeUndefined();
});

describe('the MFA service', () => {
  const pushes: CommandMetadata = { ...reads, needsMfaService: true };

  test.each(['Worldwide', 'US GCC-High', 'China'])('is known in the cloud %s', async (azure_cloud) => {
    await expect(check(pushes, { ...APP, azure_cloud })).resolves.toBeUndefined();
  });

  test('is not known in a cloud that closed', async () => {
    await expect(check(pushes, { ...APP, azure_cloud: 'Germany' })).rejects.toThrow(
      'its address in the cloud Germany is not known',
    );
  });

  test('is out of reach for the hosted application, also where nothing is asked of Graph', async () => {
    const alone = { ...pushes, permissions: { delegated: [], application: [] } };
    expect(hasPolicy(alone)).toBe(true);
    await expect(check(alone, HOSTED)).rejects.toThrow('gives tokens for Microsoft Graph only');
    await expect(check(alone, USER)).resolves.toBeUndefined();
  });
});

test('secrets are made only where the instance allows it', async () => {
  const makes: CommandMetadata = { ...reads, generatesSecrets: true };
  await expect(check(makes, APP)).rejects.toMatchObject({
    nextStep: expect.stringContaining('allow_secret_generators'),
  });
  await expect(check(makes, { ...APP, allow_secret_generators: 'true' })).resolves.toBeUndefined();
});

test('a command that asks nothing of Graph is told from one that does', () => {
  expect(asksGraph(commandMetadata['msgraph-user-auth-reset'])).toBe(false);
  expect(asksGraph(forUsers)).toBe(true);
});
