import { createHash } from 'node:crypto';
import { apps, type SandboxApp } from '../tenant/apps.js';
import { seedId } from '../tenant/person-from-seed.js';
import { tenantId } from '../tenant/identity.js';

/** What a customer gets when the vendor's application is allowed into the tenant: the values of the instance. */
export interface OProxyRegistration {
  /** Which of the vendor's products it is for: `app_name`. */
  readonly appName: string;
  /** The **ID** without a service address. */
  readonly id: string;
  /** The first **Token**. */
  readonly token: string;
  /** The **Key**: Base64 of 32 bytes. */
  readonly key: string;
  /** Object ID of who allowed it; absent where it acts without a person. */
  readonly userId?: string;
}

function keyFor(appName: string): string {
  return createHash('sha256').update(`oproxy key of the sandbox: ${appName}`).digest('base64');
}

/** The users product acts for itself, the chats product for Adele, who signed in once. */
export const registrations: readonly OProxyRegistration[] = [
  {
    appName: 'ms-graph-user',
    id: 'sandbox-registration-user',
    token: tenantId,
    key: keyFor('ms-graph-user'),
  },
  {
    appName: 'ms-graph-teams',
    id: 'sandbox-registration-teams',
    token: 'sandbox-first-token-of-the-teams-registration',
    key: keyFor('ms-graph-teams'),
    userId: seedId('adele'),
  },
];

/** @returns The application behind OProxy; the vendor's own secret stays with the vendor. */
export function vendorApp(): SandboxApp | undefined {
  return apps.find(({ name }) => name === 'soar');
}
