import { expect, test } from '@jest/globals';
import { promptOf } from './prompt.js';

const tenant = { kind: 'tenant', instance: 'prod', cloud: 'Worldwide', tenant: 'contoso.example' } as const;

test('names the instance and the tenant', () => {
  expect(promptOf(tenant, false)).toBe('prod · contoso.example > ');
  expect(promptOf({ ...tenant, tenant: '6b040b31-c824-42aa-a299-50169bd05fc5' }, false)).toBe(
    'prod · 6b040b31… > ',
  );
  expect(promptOf({ ...tenant, tenant: null }, false)).toBe('prod > ');
  expect(promptOf(undefined, true)).toBe('no instance > ');
});

test('the sandbox has a word and a color of its own', () => {
  const sandbox = promptOf({ ...tenant, kind: 'sandbox' }, true);
  expect(sandbox).toContain('SANDBOX prod');
  expect(sandbox).not.toBe(promptOf(tenant, true).replace('prod', 'SANDBOX prod'));
});

test('a name cannot steer the terminal', () => {
  expect(promptOf({ ...tenant, tenant: '\u001b[2Jx' }, false)).toBe('prod · ␛[2Jx > ');
});
