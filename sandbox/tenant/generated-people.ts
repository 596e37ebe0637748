import { domain } from './identity.js';
import { personFrom, seedId } from './person-from-seed.js';
import type { Person } from './person.js';
import { staff } from './staff.js';

const givenNames = [
  'Ada',
  'Bruno',
  'Chidi',
  'Dilara',
  'Emil',
  'Farah',
  'Goran',
  'Hye-jin',
  'Ivo',
  'Jana',
  'Kiran',
];
const surnames = [
  'Adeyemi',
  'Bauer',
  'Cortez',
  'Dubois',
  'Eriksen',
  'Fontana',
  'Grabowski',
  'Horvat',
  'Ishida',
];
const departments = ['Engineering', 'Finance', 'Operations', 'Sales', 'Support'];

/** Generated people report to the first ten of the staff, so that a large tenant has long lists of reports. */
const leaders = staff.slice(0, 10).map((seed) => seedId(seed.name));

const idPrefix = '5e9b41c2-7d30-4f1a-8c66-';

function pick(list: readonly string[], position: number): string {
  return list[position % list.length] ?? '';
}

function nameAt(index: number): { given: string; surname: string } {
  return { given: pick(givenNames, index), surname: pick(surnames, Math.floor(index / givenNames.length)) };
}

/** The object ID holds the position, so that it can be read back. */
function generatedId(index: number): string {
  return idPrefix + index.toString(16).padStart(12, '0');
}

function generatedName(index: number): string {
  const { given, surname } = nameAt(index);
  return `${given}.${surname}.${index}@${domain}`.toLowerCase();
}

/** What generated people share. Copying it is much cheaper than deriving everything for each of a hundred thousand. */
const pattern = personFrom(
  { name: 'generated', displayName: 'Generated', employeeId: 'G', jobTitle: 'Associate' },
  0,
  '',
);

/**
 * A made-up employee for a large tenant, worked out from the position alone so that nothing need be kept.
 *
 * @param index Position in the directory.
 */
export function generatedPerson(index: number): Person {
  const { given, surname } = nameAt(index);
  const userPrincipalName = generatedName(index);
  return {
    ...pattern,
    id: generatedId(index),
    userPrincipalName,
    displayName: `${given} ${surname}`,
    givenName: given,
    surname,
    mail: userPrincipalName,
    mailNickname: userPrincipalName.slice(0, userPrincipalName.indexOf('@')),
    proxyAddresses: [`SMTP:${userPrincipalName}`],
    identities: [{ signInType: 'userPrincipalName', issuer: domain, issuerAssignedId: userPrincipalName }],
    department: pick(departments, index),
    employeeId: `G${index}`,
    managerId: pick(leaders, index),
  };
}

/**
 * The way back from a key to a position.
 *
 * @param key Object ID or user principal name, in lower case.
 * @returns The position a generated person with that key would have, or undefined.
 */
export function generatedIndex(key: string): number | undefined {
  if (key.startsWith(idPrefix)) {
    const index = Number.parseInt(key.slice(idPrefix.length), 16);
    return generatedId(index) === key ? index : undefined;
  }
  const digits = /\.(\d{1,9})@/.exec(key)?.[1];
  if (digits === undefined) return undefined;
  const index = Number(digits);
  return generatedName(index) === key ? index : undefined;
}
