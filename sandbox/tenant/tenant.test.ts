import { describe, expect, test } from '@jest/globals';
import { writtenCount } from './people.js';
import { untouched } from './state.js';
import { tenantAt } from './tenant.js';

describe('the tenant', () => {
  const tenant = tenantAt(2000, untouched);
  const people = Array.from({ length: tenant.size }, (_, index) => tenant.at(index)).filter(
    (person) => person !== undefined,
  );

  test('has about thirty written people, and nobody but them unless more are asked for', () => {
    expect(writtenCount).toBe(30);
  });

  test('has unique IDs and names, all below .example', () => {
    expect(new Set(people.map(({ id }) => id)).size).toBe(2000);
    expect(new Set(people.map(({ userPrincipalName }) => userPrincipalName.toLowerCase())).size).toBe(2000);
    for (const { userPrincipalName, mail } of people) {
      expect(userPrincipalName).toMatch(/@contoso\.example$/);
      expect(mail ?? '.example').toMatch(/\.example$/);
    }
  });

  test('finds everybody by ID and by name, in any case', () => {
    for (const person of people) {
      expect(tenant.find(person.id)).toEqual(person);
      expect(tenant.find(person.userPrincipalName.toUpperCase())).toEqual(person);
    }
  });

  test('does not find generated people beyond its size', () => {
    const last = tenantAt(2001, untouched).at(2000);
    expect(last).toBeDefined();
    expect(tenant.find(last?.id ?? '')).toBeUndefined();
    expect(tenant.find(last?.userPrincipalName ?? '')).toBeUndefined();
  });

  test('leaves the last people out when it is to be small', () => {
    const small = tenantAt(3, untouched);
    expect(small.find('adele@contoso.example')).toBeDefined();
    expect(small.find('tomas@contoso.example')).toBeUndefined();
  });

  test('lists a manager for each report and each report below the manager', () => {
    for (const person of people.slice(0, 60)) {
      if (person.managerId === null) continue;
      expect(tenant.find(person.managerId)).toBeDefined();
      expect(tenant.reportsOf(person.managerId).map(({ id }) => id)).toContain(person.id);
    }
  });

  test('keeps its IDs from start to start', () => {
    expect(tenant.find('adele@contoso.example')?.id).toBe('6b040b31-c824-42aa-a299-50169bd05fc5');
    expect(tenant.at(31)?.id).toBe('5e9b41c2-7d30-4f1a-8c66-00000000001f');
  });
});
