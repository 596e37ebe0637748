import { directoryRoles, type DirectoryRole } from './directory-roles.js';
import { stableId } from './identity.js';

/** A confidential application registered in the tenant. */
export interface SandboxApp {
  readonly name: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Application permissions an administrator consented to. */
  readonly roles: readonly string[];
  /** Template IDs of the Entra roles its service principal holds. */
  readonly directoryRoles: readonly string[];
}

function app(name: string, roles: readonly string[], ...held: readonly DirectoryRole[]): SandboxApp {
  return {
    name,
    clientId: stableId(`app:${name}`),
    // Real secrets hold the characters that break a careless form encoder, so these do too.
    clientSecret: `Sbx8Q~${name}+secret/for.the-sandbox&only`,
    roles,
    directoryRoles: held.map((role) => directoryRoles[role]),
  };
}

const everything = [
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
];

/**
 * The applications of the tenant. `soar` holds every permission the commands need, `admin` an Entra role besides, so
 * that it may also act on administrators; `disabler` holds just what it takes to disable somebody. `unprivileged` gets a token without roles, as Entra
 * does, and meets the refusal only at Graph.
 */
export const apps: readonly SandboxApp[] = [
  app('soar', everything),
  app('admin', everything, 'Privileged Authentication Administrator'),
  app('disabler', ['User.EnableDisableAccount.All', 'User.Read.All']),
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
