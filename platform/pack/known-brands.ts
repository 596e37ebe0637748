/** One of the two integrations that this package takes over from. */
export interface KnownBrand {
  /** The id that instances and playbooks bind to. */
  readonly id: string;
  readonly display: string;
  readonly description: string;
  /** Names of files and folders. */
  readonly folder: string;
  /** The name under which its form asks for the address of Microsoft Graph. */
  readonly serverParameter: 'host' | 'url';
  /** Beginnings of the names of its commands. */
  readonly prefixes: readonly string[];
}

const TEAMS_PREFIXES = ['msgraph-teams-', 'microsoft-teams-'];

/** Both of them; every command belongs to the first whose prefix it has. */
export const knownBrands: readonly KnownBrand[] = [
  {
    id: 'MicrosoftGraphTeams',
    display: 'Microsoft Graph Teams (msgraph-soar)',
    description:
      'Reads and manages Teams chats through Microsoft Graph. Takes the place of MicrosoftGraphTeams.',
    folder: 'MicrosoftGraphTeams',
    serverParameter: 'url',
    prefixes: TEAMS_PREFIXES,
  },
  {
    id: 'Microsoft Graph User',
    display: 'Microsoft Graph User (msgraph-soar)',
    description:
      'Reads and manages the users of Microsoft Entra ID through Microsoft Graph. Takes the place of Microsoft Graph User.',
    folder: 'MicrosoftGraphUser',
    serverParameter: 'host',
    prefixes: [''],
  },
];

/** Commands of theirs that the platform marks as potentially harmful. */
const harmful = new Set(['msgraph-user-delete', 'msgraph-user-change-password']);

/** The commands that they declare, without their prefix `msgraph-`. */
const declared = {
  user: `terminate-session account-disable unblock update delete create get-delta get get-groups get-auth-methods list
    get-manager assign-manager change-password change-password-on-premise test session-revoke force-reset-password
    tap-policy-list tap-policy-create tap-policy-delete generate-login-url auth-reset owned-devices-list
    fido2-method-list fido2-method-delete email-method-list email-method-delete authenticator-method-list
    authenticator-method-delete phone-method-list phone-method-delete software-oath-method-list
    software-oath-method-delete windows-hello-method-list windows-hello-method-delete temp-access-pass-method-list
    temp-access-pass-method-delete request-mfa get-user-default-auth-method create-mfa-client-secret
    create-mfa-client-access-token auth-methods-list`,
  teams: `list-chats create-chat get-chat update-chat list-members add-member list-messages send-message test
    generate-login-url auth-reset message-update-policy-violation`,
};

const known = new Set([
  'msgraph-direct-reports',
  'microsoft-teams-message-update-policy-violation',
  ...Object.entries(declared).flatMap(([family, names]) =>
    names.split(/\s+/).map((name) => `msgraph-${family}-${name}`),
  ),
]);

/**
 * Whether the known integrations mark a command as potentially harmful. Where a platform asks before it runs such a
 * command, another mark would stop playbooks that run unattended today.
 * @returns Undefined for a command that they do not have.
 */
export function knownHarm(command: string): boolean | undefined {
  return known.has(command) ? harmful.has(command) : undefined;
}
