import { stableId } from './identity.js';

/** A confidential application registered in the tenant. */
export interface SandboxApp {
  readonly name: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Application permissions an administrator consented to. */
  readonly roles: readonly string[];
}

function app(name: string, roles: readonly string[]): SandboxApp {
  return {
    name,
    clientId: stableId(`app:${name}`),
    // Real secrets hold the characters that break a careless form encoder, so these do too.
    clientSecret: `Sbx8Q~${name}+secret/for.the-sandbox&only`,
    roles,
  };
}

/**
 * The applications of the tenant, from most to least allowed. `unprivileged` gets a token without roles, as Entra
 * does, and meets the refusal only at Graph.
 */
export const apps: readonly SandboxApp[] = [
  app('soar', [
    'Application.Read.All',
    'AuditLog.Read.All',
    'Chat.Create',
    'Chat.ReadWrite.All',
    'ChatMember.ReadWrite.All',
    'Directory.Read.All',
    'User-Mail.ReadWrite.All',
    'User-PasswordProfile.ReadWrite.All',
    'User-Phone.ReadWrite.All',
    'User.DeleteRestore.All',
    'User.EnableDisableAccount.All',
    'User.Read.All',
    'User.ReadWrite.All',
    'User.RevokeSessions.All',
    'UserAuthenticationMethod.ReadWrite.All',
  ]),
  app('reader', ['User.Read.All']),
  app('basic-reader', ['User.ReadBasic.All']),
  app('unprivileged', []),
];

/**
 * @param application An application of the tenant.
 * @returns The object ID of its service principal: `oid` and `sub` of its tokens.
 */
export function servicePrincipalId(application: SandboxApp): string {
  return stableId(`servicePrincipal:${application.name}`);
}
