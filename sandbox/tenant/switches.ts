import type { MfaOutcome } from './mfa-sessions.js';

/** The tenant's rules for Temporary Access Passes (Graph: temporaryAccessPassAuthenticationMethodConfiguration). */
export interface TapPolicy {
  readonly state: 'enabled' | 'disabled';
  readonly minimumLifetimeInMinutes: number;
  readonly maximumLifetimeInMinutes: number;
  readonly defaultLifetimeInMinutes: number;
  /** Characters of a pass. */
  readonly defaultLength: number;
  /** Whether every pass may be used once only. */
  readonly isUsableOnce: boolean;
}

/** How somebody reacts to a request for a second factor. */
export interface MfaAnswer {
  readonly outcome: MfaOutcome;
  /** How long an asynchronous request is pending, on the sandbox's clock; 5 by default. A synchronous one is answered at once. */
  readonly afterSeconds?: number;
  /** For `challenge`: the right code; 135790 by default. */
  readonly code?: string;
}

/** How the tenant is set up and how people behave; may be changed at any time, and is not kept between processes. */
export interface TenantSwitches {
  tapPolicy: TapPolicy;
  /** Whether a reset password of a synchronized person reaches the on-premises directory; if not, the reset fails later. */
  isPasswordWriteBackOn: boolean;
  /** How long a password reset takes, on the sandbox's clock. */
  passwordResetSeconds: number;
  /** How long the sign-in side does not know a new secret of a service principal. */
  appPasswordDelaySeconds: number;
  /** By user principal name in lower case. Whoever is not named approves. */
  mfaAnswers: Readonly<Record<string, MfaAnswer>>;
  /** Application permissions nobody consented to so far: tokens issued meanwhile lack them for good, later ones do not. */
  permissionsWithoutConsent: readonly string[];
  /** How often each notification of a change is delivered; 1 by default. */
  notificationCopies: number;
  /** Notifications of changes wait until so many are there for an address, and then go one by one, newest first; 1 by default. */
  notificationsHeld: number;
  /** Whether notifications of changes get lost; a lifecycle notification `missed` follows. */
  areNotificationsLost: boolean;
  /** A wrong `clientState` that notifications carry; null for the right one. */
  wrongClientState: string | null;
  /** Whether validation tokens are signed with a key that is not published. */
  areValidationTokensForged: boolean;
}

/** @returns The switches of a tenant nobody has set up: the default policy of Entra, and everything works. */
export function defaultSwitches(): TenantSwitches {
  return {
    tapPolicy: {
      state: 'enabled',
      minimumLifetimeInMinutes: 60,
      maximumLifetimeInMinutes: 480,
      defaultLifetimeInMinutes: 60,
      defaultLength: 8,
      isUsableOnce: false,
    },
    isPasswordWriteBackOn: true,
    passwordResetSeconds: 5,
    appPasswordDelaySeconds: 0,
    mfaAnswers: {},
    permissionsWithoutConsent: [],
    notificationCopies: 1,
    notificationsHeld: 1,
    areNotificationsLost: false,
    wrongClientState: null,
    areValidationTokensForged: false,
  };
}
