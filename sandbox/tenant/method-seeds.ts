import {
  emailMethodId,
  phoneMethodIds,
  type AuthenticationMethod,
  type PersonMethods,
} from './authentication-methods.js';
import { stableId } from './identity.js';
import { originalIndex } from './people.js';
import { seedId } from './person-from-seed.js';
import type { Person } from './person.js';

function phone(phoneType: keyof typeof phoneMethodIds, phoneNumber: string): AuthenticationMethod {
  const properties = { phoneNumber, phoneType, smsSignInState: 'notAllowedByPolicy', createdDateTime: null };
  return { kind: 'phone', id: phoneMethodIds[phoneType], properties };
}

function email(emailAddress: string): AuthenticationMethod {
  return { kind: 'email', id: emailMethodId, properties: { emailAddress, createdDateTime: null } };
}

function authenticator(owner: string, device: string, createdDateTime: string): AuthenticationMethod {
  return {
    kind: 'microsoftAuthenticator',
    id: stableId(`authenticator:${owner}:${device}`),
    properties: {
      displayName: device,
      deviceTag: 'SoftwareTokenActivated',
      phoneAppVersion: '6.2603.1',
      createdDateTime,
    },
  };
}

function securityKey(owner: string, displayName: string, createdDateTime: string): AuthenticationMethod {
  return {
    kind: 'fido2',
    id: stableId(`fido2:${owner}:${displayName}`),
    properties: {
      displayName,
      createdDateTime,
      aaGuid: '2fc0579f-8113-47ea-b116-bb5a8db9202a',
      model: 'Security Key with NFC',
      attestationCertificates: ['d2f1f1d5c3a94e6a8b0c7e5a4f3b2c1d0e9f8a7b'],
      attestationLevel: 'attested',
    },
  };
}

function onDevice(
  kind: 'windowsHelloForBusiness' | 'platformCredential',
  displayName: string,
): AuthenticationMethod {
  return {
    kind,
    id: stableId(`${kind}:${displayName}`),
    properties: {
      displayName,
      createdDateTime: '2025-09-01T08:02:17Z',
      keyStrength: 'normal',
      ...(kind === 'platformCredential' ? { platform: 'macOS' } : {}),
    },
  };
}

const nothing: PersonMethods = { methods: [], pass: null, preferred: null, isSystemPreferred: true };

/** By name before the domain: people whose methods are worth telling apart. All others are ordinary, or have none. */
const special: Readonly<Record<string, PersonMethods>> = {
  // Taken over: the authenticator and the pass are the attacker's, and the authenticator has become the default.
  george: {
    methods: [
      phone('mobile', '+44 7700900107'),
      authenticator('george', 'SM-A155F', '2026-02-27T02:14:09Z'),
      securityKey('george', 'Key of George', '2025-06-12T10:20:30Z'),
      onDevice('windowsHelloForBusiness', 'LAPTOP-E1007'),
    ],
    pass: {
      id: stableId('pass:george'),
      createdDateTime: '2026-02-27T02:11:40.1180000Z',
      startDateTime: '2026-02-27T02:11:40.1180000Z',
      lifetimeInMinutes: 480,
      isUsableOnce: false,
    },
    preferred: 'push',
    isSystemPreferred: false,
  },
  mei: {
    methods: [
      phone('mobile', '+47 90055108'),
      phone('alternateMobile', '+47 90055208'),
      phone('office', '+47 22550108'),
      authenticator('mei', 'Phone of Mei', '2024-01-11T09:12:33Z'),
      {
        kind: 'softwareOath',
        id: stableId('oath:mei'),
        properties: { secretKey: null, createdDateTime: '2024-02-20T13:05:00Z' },
      },
    ],
    pass: null,
    preferred: 'sms',
    isSystemPreferred: true,
  },
  ravi: {
    methods: [
      {
        kind: 'softwareOath',
        id: stableId('oath:ravi'),
        properties: { secretKey: null, createdDateTime: null },
      },
      email('ravi@home.example'),
      onDevice('platformCredential', 'MacBook of Ravi'),
      {
        kind: 'external',
        id: stableId('external:ravi'),
        properties: {
          configurationId: stableId('external authentication of contoso'),
          displayName: 'Contoso Second Factor',
          createdDateTime: '2025-10-04T11:00:00Z',
        },
      },
    ],
    pass: null,
    preferred: 'oath',
    isSystemPreferred: true,
  },
  lucia: { ...nothing, methods: [email('lucia@home.example')] },
  omar: {
    ...nothing,
    methods: [securityKey('omar', 'Key of Omar', '2025-02-03T07:30:00Z')],
  },
  newstarter: nothing,
  '$svc-billing': nothing,
  'room-oslo': nothing,
};

const specialById = new Map(Object.entries(special).map(([name, methods]) => [seedId(name), methods]));

/** An authenticator, which is asked first, and a phone. */
function ordinary(person: Person): PersonMethods {
  const digits = Number.parseInt(person.id.slice(-4), 16) % 1000;
  return {
    methods: [
      phone('mobile', person.mobilePhone ?? `+47 90055${String(digits).padStart(3, '0')}`),
      authenticator(person.id, `Phone of ${person.givenName ?? person.displayName}`, '2024-05-06T12:00:00Z'),
    ],
    pass: null,
    preferred: 'push',
    isSystemPreferred: true,
  };
}

/**
 * What a person can sign in with before anybody changes it. Guests sign in at home, and somebody who was created later
 * starts with a password only.
 *
 * @param person As they are now.
 */
export function originalMethods(person: Person): PersonMethods {
  if (person.userType === 'Guest' || originalIndex(person.id) === undefined) return nothing;
  return specialById.get(person.id) ?? ordinary(person);
}
