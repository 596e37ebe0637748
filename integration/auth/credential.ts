import { type NodeAuthOptions } from '@azure/msal-node';
import { type Credential } from '../settings/settings.js';

/**
 * What an application proves itself with, in MSAL's terms. The thumbprint's length chose the hash, and the hash chooses
 * the assertion's header: `x5t` for SHA-1, `x5t#S256` for SHA-256 (Microsoft identity platform: certificate
 * credentials).
 */
export function clientProof(
  credential: Credential,
): Pick<NodeAuthOptions, 'clientSecret' | 'clientCertificate'> {
  if (credential.kind === 'secret') return { clientSecret: credential.secret.reveal() };
  const { thumbprint, hash, privateKey } = credential;
  const named = hash === 'SHA-1' ? { thumbprint } : { thumbprintSha256: thumbprint };
  return { clientCertificate: { ...named, privateKey: privateKey.reveal() } };
}
