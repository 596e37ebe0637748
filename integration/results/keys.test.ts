import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { contextKeyName, contextKeys, readableKey, readableKeys } from './keys.js';

describe('keys of a Graph object', () => {
  test.each([
    ['id', 'ID', 'ID'],
    ['userPrincipalName', 'User Principal Name', 'UserPrincipalName'],
    ['@odata.type', '@Odata.Type', '@Odata.Type'],
    ['aaGuid', 'Aa Guid', 'AaGuid'],
    ['employeeID', 'Employee I D', 'EmployeeID'],
    ['extension_9f2cB_costCenter', 'Extension_9F2C B_Cost Center', 'Extension_9F2CB_CostCenter'],
    ['mail', 'Mail', 'Mail'],
    ['two words', 'Twowords', 'Twowords'],
    ['', '', ''],
  ])('%s is %s in a table and %s in the context', (key, header, contextKey) => {
    expect(readableKey(key)).toBe(header);
    expect(contextKeyName(key)).toBe(contextKey);
  });

  test('only the top level is renamed', () => {
    const user = { id: '1', employeeOrgData: { costCenter: 'x' } };
    expect(contextKeys(user)).toEqual({ ID: '1', EmployeeOrgData: { costCenter: 'x' } });
    expect(readableKeys(user)).toEqual({ ID: '1', 'Employee Org Data': { costCenter: 'x' } });
  });

  test('a removed user is marked as deleted', () => {
    expect(contextKeys({ id: '1', '@removed': { reason: 'changed' } })).toEqual({
      ID: '1',
      Status: 'deleted',
    });
    expect(readableKeys({ '@removed': null })).toEqual({ Status: 'deleted' });
  });

  test('no key reaches the prototype', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const hostile = Object.fromEntries([
          ['__proto__', value],
          ['constructor', value],
        ]);
        for (const renamed of [contextKeys(hostile), readableKeys(hostile)]) {
          expect(Object.getPrototypeOf(renamed)).toBe(Object.prototype);
          expect(Object.keys(renamed)).toEqual(['__Proto__', 'Constructor']);
        }
      }),
    );
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
