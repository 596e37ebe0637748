import { stableId } from './identity.js';
import { seedId } from './person-from-seed.js';

/** A computer or phone that somebody registered (Graph: device). */
export interface Device {
  /** Object ID. */
  readonly id: string;
  /** The ID the device itself knows. */
  readonly deviceId: string;
  /** Object ID of the person who registered it. */
  readonly ownerId: string;
  readonly displayName: string;
  readonly operatingSystem: string;
  readonly operatingSystemVersion: string;
  readonly manufacturer: string;
  readonly model: string;
  /** How it belongs to the tenant: joined, joined on premises too, or only registered. */
  readonly trustType: 'AzureAd' | 'ServerAd' | 'Workplace';
  readonly accountEnabled: boolean;
  readonly isCompliant: boolean | null;
  readonly isManaged: boolean | null;
  /** ISO 8601 UTC. */
  readonly approximateLastSignInDateTime: string | null;
  /** ISO 8601 UTC. */
  readonly registrationDateTime: string;
}

type DeviceSeed = Pick<Device, 'displayName'> & Partial<Device> & { readonly owner: string };

function device({ owner, ...seed }: DeviceSeed): Device {
  return {
    id: stableId(`device:${seed.displayName}`),
    deviceId: stableId(`deviceId:${seed.displayName}`),
    ownerId: seedId(owner),
    operatingSystem: 'Windows',
    operatingSystemVersion: '10.0.26100.2894',
    manufacturer: 'Fabrikam',
    model: 'Slate 7',
    trustType: 'AzureAd',
    accountEnabled: true,
    isCompliant: true,
    isManaged: true,
    approximateLastSignInDateTime: '2026-02-27T07:45:00Z',
    registrationDateTime: '2024-09-16T08:20:00Z',
    ...seed,
  };
}

const phone = {
  operatingSystem: 'Android',
  operatingSystemVersion: '16',
  manufacturer: 'Proseware',
  model: 'P9',
  trustType: 'Workplace',
} as const;

/** All devices. */
export const devices: readonly Device[] = [
  device({ owner: 'adele', displayName: 'OSL-LT-0103' }),
  device({ owner: 'adele', displayName: 'Adele’s phone', ...phone, isCompliant: false }),
  device({
    owner: 'adele',
    displayName: 'OSL-LT-0042',
    accountEnabled: false,
    approximateLastSignInDateTime: '2024-08-30T14:02:00Z',
    registrationDateTime: '2021-03-01T09:00:00Z',
  }),
  device({ owner: 'noor', displayName: 'OSL-LT-0102' }),
  device({ owner: 'noor', displayName: 'Noor’s phone', ...phone }),
  device({ owner: 'samuel', displayName: 'OSL-LT-0105', isCompliant: null, isManaged: null }),
  device({ owner: 'sylvie', displayName: 'OSL-WS-0004', trustType: 'ServerAd' }),
];
