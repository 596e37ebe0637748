import { stableId } from './identity.js';
import { seedId } from './person-from-seed.js';

/** A part of the tenant that administrators can be limited to (Entra: administrative units). */
export interface AdministrativeUnit {
  /** Object ID. */
  readonly id: string;
  readonly displayName: string;
  readonly description: string;
  /** Object IDs of people that belong to it. */
  readonly memberIds: readonly string[];
}

/** All administrative units. */
export const administrativeUnits: readonly AdministrativeUnit[] = [
  {
    id: stableId('administrativeUnit:oslo'),
    displayName: 'Oslo Office',
    description: 'People at headquarters',
    memberIds: ['ingrid', 'noor', 'adele', 'samuel'].map(seedId),
  },
];
