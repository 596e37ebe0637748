import { type Field } from './aliases.js';

/** Fields of the form that hold text, with every name either known integration gives them. */
export const FIELDS = {
  cloud: { label: 'Azure Cloud', aliases: [{ name: 'azure_cloud' }] },
  url: { label: 'Server URL', aliases: [{ name: 'url' }] },
  host: { label: 'Server URL', aliases: [{ name: 'host' }] },
  mfaService: { label: 'MFA service host', aliases: [{ name: 'mfa_endpoint' }] },
  login: { label: 'Sign-in host', aliases: [{ name: 'azure_ad_endpoint' }] },
  authType: {
    label: 'Authentication Type',
    aliases: [{ name: 'auth_type' }, { name: 'authentication_type' }],
  },
  clientId: {
    label: 'ID / Client ID',
    aliases: [{ name: 'creds_auth_id', part: 'password' }, { name: 'auth_id' }, { name: 'client_id' }],
  },
  tenant: {
    label: 'Token / Tenant ID',
    aliases: [{ name: 'creds_tenant_id', part: 'password' }, { name: 'tenant_id' }],
  },
  secret: {
    label: 'Key / Client Secret',
    aliases: [{ name: 'creds_enc_key', part: 'password' }, { name: 'enc_key' }, { name: 'secret' }],
  },
  thumbprint: {
    label: 'Certificate Thumbprint',
    aliases: [{ name: 'creds_certificate', part: 'identifier' }, { name: 'certificate_thumbprint' }],
  },
  privateKey: {
    label: 'Private Key',
    aliases: [{ name: 'creds_certificate', part: 'password' }, { name: 'private_key' }],
  },
  redirectUri: { label: 'Application redirect URI', aliases: [{ name: 'redirect_uri' }] },
  code: {
    label: 'Authorization code',
    aliases: [{ name: 'creds_auth_code', part: 'password' }, { name: 'auth_code' }],
  },
  managedClientId: {
    label: 'Azure Managed Identities Client ID',
    aliases: [{ name: 'managed_identities_client_id', part: 'password' }],
  },
  secretExpiry: { label: 'Client secret ends on', aliases: [{ name: 'secret_expires_on' }] },
  audit: { label: 'Audit trail', aliases: [{ name: 'audit' }] },
  protectedUsers: { label: 'Protected users', aliases: [{ name: 'protected_users' }] },
  caCertificates: { label: 'Trusted certificates', aliases: [{ name: 'ca_certificates' }] },
  chatEvents: { label: 'Chat events', aliases: [{ name: 'chat_events' }] },
  chatEventsChats: { label: 'Chats to watch', aliases: [{ name: 'chat_events_chats' }] },
  chatEventsInterval: {
    label: 'Seconds between two looks at a chat',
    aliases: [{ name: 'chat_events_interval' }],
  },
  notificationUrl: { label: 'Notification address', aliases: [{ name: 'notification_url' }] },
  notificationCertificate: {
    label: 'Notification certificate and private key',
    aliases: [{ name: 'notification_certificate', part: 'password' }],
  },
  delegatedUser: { label: 'Default Teams user', aliases: [{ name: 'delegated_user' }] },
} as const satisfies Record<string, Field>;

/** Checkboxes of the form, and what each means when it is absent or empty; undefined where absence says something. */
export const SWITCHES = {
  self_deployed: undefined,
  use_managed_identities: false,
  handle_error: true,
  allow_secret_generators: false,
  allow_protection_override: false,
  insecure: false,
  insecure_login: false,
  proxy: false,
} as const;
