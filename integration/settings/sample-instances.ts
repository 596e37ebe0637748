import { SettingsError } from '../errors.js';
import { parseSettings } from './parse.js';
import { type Settings } from './settings.js';

/** For tests: the tenant of every sample. */
export const TENANT = '7f1c2a90-5b1e-4c58-9d3e-0a6b1c2d3e4f';
/** For tests: the application of every sample. */
export const CLIENT = '2b9d7c11-8e0f-4a35-b6c4-9f8e7d6c5b4a';

/** For tests: an own application that signs in as itself with a secret, in the canonical spelling. */
export const OWN_APP = {
  auth_type: 'client_credentials',
  creds_tenant_id: { password: TENANT },
  creds_auth_id: { password: CLIENT },
  creds_enc_key: { password: 'example-secret~1' },
} as const;

/** For tests: the hosted application; the key is Base64 of 32 bytes. */
export const HOSTED_APP = {
  auth_id: 'registration-1',
  tenant_id: 'hosted-token',
  enc_key: Buffer.alloc(32, 7).toString('base64'),
} as const;

/** For tests: what is wrong with parameters, one fault a line without the frame; empty where nothing is. */
export function faultsOf(params: Readonly<Record<string, unknown>>): readonly string[] {
  try {
    parseSettings(params);
    return [];
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    const [, ...faults] = error.message.split('\n');
    return faults.map((fault) => fault.replace(/^- /, ''));
  }
}

/** For tests: the sign-in as plain data with its secrets in clear. */
export function clearSignIn(settings: Settings): unknown {
  const { signIn } = settings;
  if (signIn.flow === 'cortex_app') {
    return { ...signIn, token: signIn.token.reveal(), key: signIn.key.reveal() };
  }
  if (signIn.flow !== 'client_credentials' && signIn.flow !== 'user_auth_flow') return signIn;
  const { credential, ...rest } = signIn;
  const clear =
    credential.kind === 'secret'
      ? { secret: credential.secret.reveal() }
      : { thumbprint: credential.thumbprint, privateKey: credential.privateKey.reveal() };
  return {
    ...rest,
    credential: clear,
    ...('code' in rest && { code: rest.code.reveal() }),
  };
}
