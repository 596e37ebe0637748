import { type ProtectedRule } from './protected-users.js';
import { type Secret } from '../secret.js';
import { type CloudName, type MfaService } from './clouds.js';

/** How the own app registration proves itself. */
export type Credential =
  | { readonly kind: 'secret'; readonly secret: Secret }
  | {
      readonly kind: 'certificate';
      /** Upper-case hex: 40 digits for SHA-1, 64 for SHA-256. */
      readonly thumbprint: string;
      readonly hash: 'SHA-1' | 'SHA-256';
      /** RSA key in PEM form, at least 2048 bits, not encrypted, line breaks repaired. */
      readonly privateKey: Secret;
      /** When the certificate ends, in milliseconds since 1970, where it was pasted with its key. */
      readonly expiresOn?: number;
    };

/** The application signs in as itself (OAuth client credentials grant, RFC 6749 4.4). */
export interface ClientCredentialsSignIn {
  readonly flow: 'client_credentials';
  /** GUID or domain name. */
  readonly tenant: string;
  readonly clientId: string;
  readonly credential: Credential;
  /** Whether `auth_type` was left empty. A stored sign-in of a user then goes first (rule 8 of the parameters). */
  readonly inferred: boolean;
  /** Only for building the address at which a user would sign in. */
  readonly redirectUri?: string;
}

/** A user signs in, the application acts for them (authorization code grant, RFC 6749 4.1). */
export interface UserSignIn {
  readonly flow: 'user_auth_flow';
  /** GUID or domain name. */
  readonly tenant: string;
  readonly clientId: string;
  readonly credential: Credential;
  /** As written in the form: Microsoft compares it character by character. */
  readonly redirectUri?: string;
  /** As pasted: a code, the whole address it came in, or `refresh_token:` and a refresh token. */
  readonly code?: Secret;
}

/** A user signs in on another device (device authorization grant, RFC 8628). */
export interface DeviceCodeSignIn {
  readonly flow: 'device_code';
  /** GUID or domain name. */
  readonly tenant: string;
  readonly clientId: string;
}

/** The Azure machine signs in; no client ID means its system-assigned identity. */
export interface ManagedIdentitySignIn {
  readonly flow: 'managed_identity';
  readonly clientId?: string;
}

/** The vendor's hosted application signs in on our behalf. */
export interface HostedAppSignIn {
  readonly flow: 'cortex_app';
  /** Which of the vendor's applications the registration is for. */
  readonly appName: 'ms-graph-user' | 'ms-graph-teams';
  /** ID of the registration. */
  readonly id: string;
  /** Address to ask for tokens, where the ID names one (`id@https://…`). */
  readonly tokenUrl?: string;
  readonly token: Secret;
  /** Base64 of an AES key of 16, 24 or 32 bytes. */
  readonly key: Secret;
}

/** How an instance signs in. */
export type SignIn =
  ClientCredentialsSignIn | UserSignIn | DeviceCodeSignIn | ManagedIdentitySignIn | HostedAppSignIn;

/** What notifications are encrypted with, and its key. */
export interface NotificationCertificate {
  /** By which a notification names it: its SHA-256 thumbprint, in upper-case hex. */
  readonly id: string;
  /** DER form in Base64, as a subscription takes it. */
  readonly certificate: string;
  /** RSA key in PEM form. */
  readonly privateKey: Secret;
}

/** Which chats are watched for new messages, and how. */
export interface ChatEventSettings {
  readonly mode: 'polling' | 'notifications';
  /** IDs, each once. */
  readonly chats: readonly string[];
  /** Between two looks at a chat, in milliseconds. */
  readonly intervalMs: number;
  /** The address under which Microsoft reaches the server, without a slash at its end; the server's own where absent. */
  readonly notificationUrl?: string;
  /** The first is for new subscriptions, the others still decrypt; empty for notifications without content. */
  readonly certificates: readonly NotificationCertificate[];
}

/** An instance's parameters, checked and in one spelling. */
export interface Settings {
  readonly cloud: CloudName;
  /** Origin of Microsoft Graph, without a trailing slash. */
  readonly graphUrl: string;
  /** Origin that issues tokens, without a trailing slash. */
  readonly loginUrl: string;
  /** The service that asks people for a second factor; undefined where its address is not known. */
  readonly mfa?: MfaService;
  readonly signIn: SignIn;
  /** Whether the instance uses its own app registration or identity, not the hosted application. */
  readonly selfDeployed: boolean;
  /** When the client secret ends, in milliseconds since 1970, where somebody entered it. */
  readonly secretExpiresOn?: number;
  /** User whose chats are meant where a command names none: object ID or user principal name. */
  readonly delegatedUser?: string;
  /** Whether "not found" is answered with a normal entry. */
  readonly handleError: boolean;
  /** Whether commands may show a secret or token they created. */
  readonly allowSecretGenerators: boolean;
  /** Whether server certificates go unchecked, except those of the hosts that give tokens. */
  readonly insecure: boolean;
  /** Whether the certificates of the hosts that give tokens go unchecked. */
  readonly insecureLogin: boolean;
  /** Certificates to trust besides Node's own, each in PEM form, line breaks repaired. */
  readonly caCertificates?: readonly string[];
  /** Whether requests go through the environment's proxy. */
  readonly proxy: boolean;
  /** Whether a change that cannot be written to the audit trail is refused. */
  readonly auditRequired: boolean;
  /** Whom effects leave alone. */
  readonly protectedUsers: readonly ProtectedRule[];
  /** Whether `override_protection` with a reason acts on them all the same. */
  readonly allowProtectionOverride: boolean;
  /** Undefined where chats are not watched. */
  readonly chatEvents?: ChatEventSettings;
  /** What is allowed but worth knowing, once per start. Holds no values of secret fields. */
  readonly warnings: readonly string[];
}
