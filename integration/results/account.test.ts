import { expect, test } from '@jest/globals';
import { accountOf } from './account.js';

test('an account carries the fields that generic playbooks read', () => {
  const user = {
    id: '1',
    displayName: 'Adele Stone',
    userPrincipalName: 'adele@contoso.example',
    jobTitle: 'Analyst',
    mail: 'adele.vance@contoso.example',
    mobilePhone: '+1 555 0100',
    officeLocation: '18/2111',
  };
  expect(accountOf(user)).toEqual({
    Type: 'Azure AD',
    DisplayName: 'Adele Stone',
    Username: 'adele@contoso.example',
    JobTitle: 'Analyst',
    Email: { Address: 'adele.vance@contoso.example' },
    TelephoneNumber: '+1 555 0100',
    ID: '1',
    Office: '18/2111',
  });
});

test('what the user lacks is null', () => {
  const user: Readonly<Record<string, unknown>> = { id: '1', jobTitle: null };
  expect(accountOf(user)).toEqual({
    Type: 'Azure AD',
    DisplayName: null,
    Username: null,
    JobTitle: null,
    Email: { Address: null },
    TelephoneNumber: null,
    ID: '1',
    Office: null,
  });
});
