/** Kinds of authentication method; a pass is kept apart, and everybody has a password (Graph: authenticationMethod). */
export type MethodKind =
  | 'phone'
  | 'email'
  | 'fido2'
  | 'microsoftAuthenticator'
  | 'softwareOath'
  | 'windowsHelloForBusiness'
  | 'platformCredential'
  | 'external';

/** What a person registered to sign in with. */
export interface AuthenticationMethod {
  readonly kind: MethodKind;
  readonly id: string;
  /** What Graph shows besides the ID; secrets are never kept, so they read as null. */
  readonly properties: Readonly<Record<string, string | readonly string[] | null>>;
}

/** A Temporary Access Pass without its value, which is told once and not kept. Times are ISO 8601 UTC. */
export interface TemporaryAccessPass {
  readonly id: string;
  readonly createdDateTime: string;
  readonly startDateTime: string;
  readonly lifetimeInMinutes: number;
  readonly isUsableOnce: boolean;
}

/** Ways to ask for a second factor (Graph beta: userDefaultAuthenticationMethodType). */
export const preferredMethods = [
  'push',
  'oath',
  'voiceMobile',
  'voiceAlternateMobile',
  'voiceOffice',
  'sms',
] as const;

/** How a person wants to be asked for a second factor. */
export type PreferredMethod = (typeof preferredMethods)[number];

/** Everything a person can sign in with besides the password. */
export interface PersonMethods {
  readonly methods: readonly AuthenticationMethod[];
  readonly pass: TemporaryAccessPass | null;
  /** The person's default method; null where none is registered. */
  readonly preferred: PreferredMethod | null;
  /** Whether Entra picks the safest method instead of the person's own default. */
  readonly isSystemPreferred: boolean;
}

/** The password method's ID, the same for everybody (Graph: passwordAuthenticationMethod). */
export const passwordMethodId = '28c10230-6103-485e-b985-444c60001490';

/** IDs of phone methods by `phoneType`, the same for everybody (Graph: phoneAuthenticationMethod). */
export const phoneMethodIds = {
  mobile: '3179e48a-750b-4051-897c-87b9720928f7',
  alternateMobile: 'b6332ec1-7057-4abe-9331-3d72feddfe41',
  office: 'e37fc753-ff3b-4958-9484-eaa9425c82bc',
} as const;

/** The ID of an e-mail method, the same for everybody. */
export const emailMethodId = '3ddfcfc8-9383-446f-83cc-3ab9be4be18f';

const phoneOf: Partial<Record<PreferredMethod, string>> = {
  sms: phoneMethodIds.mobile,
  voiceMobile: phoneMethodIds.mobile,
  voiceAlternateMobile: phoneMethodIds.alternateMobile,
  voiceOffice: phoneMethodIds.office,
};

/** @returns The method that stands behind a person's default; undefined where there is none. */
export function defaultMethod({ methods, preferred }: PersonMethods): AuthenticationMethod | undefined {
  if (preferred === null) return undefined;
  const kind =
    preferred === 'push' ? 'microsoftAuthenticator' : preferred === 'oath' ? 'softwareOath' : 'phone';
  return methods.find(
    (method) => method.kind === kind && (kind !== 'phone' || method.id === phoneOf[preferred]),
  );
}

/** What Entra would rather use, safest first (Entra: system-preferred multifactor authentication). */
const systemOrder: readonly (readonly [MethodKind, string])[] = [
  ['fido2', 'Fido2'],
  ['microsoftAuthenticator', 'PhoneAppNotification'],
  ['softwareOath', 'PhoneAppOTP'],
  ['phone', 'Sms'],
];

/** @returns The method that Entra prefers for a person, in its own spelling; null where there is none. */
export function systemPreferredMethod({ methods }: PersonMethods): string | null {
  return systemOrder.find(([kind]) => methods.some((method) => method.kind === kind))?.[1] ?? null;
}
