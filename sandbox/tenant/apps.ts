import { directoryRoles, type DirectoryRole } from './directory-roles.js';
import { graphScopes } from './graph-scopes.js';
import { stableId } from './identity.js';

/** Who can call without a person: an application's or an Azure resource's service principal. */
export interface ServicePrincipal {
  readonly name: string;
  readonly clientId: string;
  /** Application permissions an administrator consented to. */
  readonly roles: readonly string[];
  /** Template IDs of the Entra roles it holds. */
  readonly directoryRoles: readonly string[];
}

/** A confidential application registered in the tenant. */
export interface SandboxApp extends ServicePrincipal {
  readonly clientSecret: string;
  /** Where sign-in may lead back to. One on `localhost` or a loopback address stands for any port and path there. */
  readonly redirectUris: readonly string[];
  /** Delegated permissions on Graph an administrator consented to for everybody. */
  readonly scopes: readonly string[];
  /** Whether devices may sign in with it, without credentials. */
  readonly allowsPublicClient: boolean;
}

type Registration = Pick<SandboxApp, 'roles' | 'scopes'> & {
  readonly held?: DirectoryRole;
  readonly isPublicRefused?: true;
};

function app(name: string, { roles, scopes, held, isPublicRefused }: Registration): SandboxApp {
  return {
    name,
    clientId: stableId(`app:${name}`),
    // Real secrets hold the characters that break a careless form encoder, so these do too.
    clientSecret: `Sbx8Q~${name}+secret/for.the-sandbox&only`,
    roles,
    scopes,
    directoryRoles: held === undefined ? [] : [directoryRoles[held]],
    redirectUris: [
      'http://localhost',
      'http://127.0.0.1',
      'https://localhost',
      `https://soar.contoso.example/oauth/${name}`,
    ],
    allowsPublicClient: isPublicRefused !== true,
  };
}

const everything = [
  'Application.Read.All',
  'Application.ReadWrite.All',
  'AuditLog.Read.All',
  'ChannelMessage.UpdatePolicyViolation.All',
  'Chat.Create',
  'Chat.Read.All',
  'Chat.ReadWrite.All',
  'Chat.UpdatePolicyViolation.All',
  'ChatMember.ReadWrite.All',
  'Directory.Read.All',
  'Policy.Read.AuthenticationMethod',
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
 * that it may also act on administrators; `disabler` holds just what it takes to disable somebody. `unprivileged` gets a
 * token without roles, as Entra does, and meets the refusal only at Graph; nobody consented to its delegated permissions
 * either. `importer` may import messages, of which there is nothing to import. All of them have the same certificate, and sign-in may lead back to any port and path of a loopback host.
 */
export const apps: readonly SandboxApp[] = [
  app('soar', { roles: everything, scopes: graphScopes }),
  app('admin', {
    roles: everything,
    scopes: graphScopes,
    held: 'Privileged Authentication Administrator',
  }),
  app('disabler', {
    roles: ['User.EnableDisableAccount.All', 'User.Read.All'],
    scopes: ['User.EnableDisableAccount.All', 'User.Read.All'],
  }),
  app('reader', { roles: ['User.Read.All'], scopes: ['User.Read', 'User.Read.All'], isPublicRefused: true }),
  app('basic-reader', {
    roles: ['User.ReadBasic.All'],
    scopes: ['User.ReadBasic.All'],
    isPublicRefused: true,
  }),
  app('unprivileged', { roles: [], scopes: [] }),
  app('importer', { roles: ['Teamwork.Migrate.All'], scopes: [] }),
];

function identity(name: string): ServicePrincipal {
  return { name, clientId: stableId(`identity:${name}`), roles: everything, directoryRoles: [] };
}

/** Identities of the Azure resource the sandbox pretends to run on (Entra: managed identities). */
export const managedIdentities = {
  systemAssigned: identity('system-assigned-identity'),
  userAssigned: identity('user-assigned-identity'),
} as const;

/** What App Service puts into the environment of an application (`IDENTITY_HEADER`), so that no other one asks. */
export const identityHeader = '4f6b1c2d-7e8a-4b90-8c3d-2a1f0e9d8c7b';

/** Everybody whose tokens Graph accepts. */
export const servicePrincipals: readonly ServicePrincipal[] = [...apps, ...Object.values(managedIdentities)];

/**
 * @param principal An application of the tenant, or a managed identity.
 * @returns The object ID of its service principal: `oid` and `sub` of its app-only tokens.
 */
export function servicePrincipalId(principal: ServicePrincipal): string {
  return stableId(`servicePrincipal:${principal.name}`);
}

/** @returns The application with a client ID, in any case. */
export function findApp(clientId: string): SandboxApp | undefined {
  return apps.find((candidate) => candidate.clientId === clientId.toLowerCase());
}
