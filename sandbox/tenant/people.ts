import { generatedIndex, generatedPerson } from './generated-people.js';
import { personFrom, seedId } from './person-from-seed.js';
import type { Person } from './person.js';
import type { Seed } from './seed.js';
import { specialPeople } from './special-people.js';
import { staff } from './staff.js';

const seeds: readonly Seed[] = [...staff, ...specialPeople];

const written: readonly Person[] = seeds.map((seed, index) => personFrom(seed, index, seedId(seed.name)));

const indexByKey = new Map<string, number>(
  written.flatMap((person, index): [string, number][] => [
    [person.id, index],
    [person.userPrincipalName.toLowerCase(), index],
  ]),
);

/** How many people are written down by hand; a larger tenant is filled up with generated ones. */
export const writtenCount = written.length;

/**
 * A person of the tenant as it is before anybody changes anything.
 *
 * @param index Position in the directory, from 0.
 * @returns One of the written people, and past those a generated one.
 */
export function originalPerson(index: number): Person {
  return written[index] ?? generatedPerson(index);
}

/**
 * Where a person stands, without looking at everybody.
 *
 * @param key Object ID or user principal name, in any case.
 * @returns The position, or undefined where nobody can have that key. It may lie past the end of a small tenant.
 */
export function originalIndex(key: string): number | undefined {
  const lower = key.toLowerCase();
  const index = indexByKey.get(lower) ?? generatedIndex(lower);
  return index !== undefined && (index >= writtenCount || indexByKey.has(lower)) ? index : undefined;
}
