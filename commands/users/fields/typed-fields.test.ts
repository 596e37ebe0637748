import { describe, expect, test } from '@jest/globals';
import { ArgumentError } from '../../../integration/errors.js';
import { Secret } from '../../../integration/secret.js';
import { requestBody } from '../../../integration/graph/request-body.js';
import { userFields } from './typed-fields.js';
import { writableProperties } from './writable-properties.js';

const now = Date.parse('2026-03-02T08:00:00Z');
const typed = (text: string) => userFields(text, ',', 'updated_fields', now);

function refusalOf(text: string): string {
  try {
    typed(text);
  } catch (error) {
    if (error instanceof ArgumentError) return error.text;
    throw error;
  }
  throw new Error(`${text} was accepted.`);
}

describe('values get the types of their properties', () => {
  test.each([
    ['accountEnabled=false', { accountEnabled: false }],
    ['accountEnabled=Yes', { accountEnabled: true }],
    ['{"accountEnabled":"FALSE"}', { accountEnabled: false }],
    ['{"accountEnabled":false}', { accountEnabled: false }],
    ['businessPhones=+1 555', { businessPhones: ['+1 555'] }],
    ['businessPhones=', { businessPhones: [] }],
    ['mobilePhone=', { mobilePhone: null }],
    ['mobilePhone=null', { mobilePhone: null }],
    ['{"mobilePhone":null}', { mobilePhone: null }],
    ['{"employeeId":1003}', { employeeId: '1003' }],
    ['employeeHireDate=2026-04-01', { employeeHireDate: '2026-04-01T00:00:00Z' }],
    ['employeeLeaveDateTime=in 2 days', { employeeLeaveDateTime: '2026-03-04T08:00:00Z' }],
    ['DISPLAYNAME=Adele', { displayName: 'Adele' }],
    ['extensionAttribute7=x', { onPremisesExtensionAttributes: { extensionAttribute7: 'x' } }],
    [
      'division=Sales, employeeOrgData.costCenter=7',
      { employeeOrgData: { division: 'Sales', costCenter: '7' } },
    ],
    ['employeeOrgData={"costCenter":"7"}', { employeeOrgData: { costCenter: '7' } }],
    [
      'extension_0123456789abcdef0123456789abcdef_badge=17',
      { extension_0123456789abcdef0123456789abcdef_badge: '17' },
    ],
    [
      '{"extension_0123456789abcdef0123456789abcdef_badge":17}',
      { extension_0123456789abcdef0123456789abcdef_badge: 17 },
    ],
    ['ext4kp7xq2a_training={"level":2}', { ext4kp7xq2a_training: { level: 2 } }],
  ])('%s', (text, together) => {
    expect(typed(text)).toEqual({ together, alone: {} });
  });

  test('what Graph takes only by itself is kept apart', () => {
    expect(typed('city=Oslo,skills=["first aid","chess"],aboutMe=Climbs,birthday=1990-05-17')).toEqual({
      together: { city: 'Oslo' },
      alone: { skills: ['first aid', 'chess'], aboutMe: 'Climbs', birthday: '1990-05-17T00:00:00Z' },
    });
  });
});

describe('passwords', () => {
  const text = 'passwordProfile: forceChangePasswordNextSignIn=true, password=Blue,Sky=42';

  test('are secrets in every print of the values', () => {
    const { together } = typed(text);
    expect(together['passwordProfile']).toEqual({
      forceChangePasswordNextSignIn: true,
      password: expect.any(Secret),
    });
    expect(JSON.stringify(together)).not.toContain('Blue');
  });

  test('are in clear only in the body', () => {
    expect(JSON.parse(requestBody(typed(text).together).text)).toEqual({
      passwordProfile: { forceChangePasswordNextSignIn: true, password: 'Blue,Sky=42' },
    });
  });

  test('may come as JSON', () => {
    const json = '{"passwordProfile":{"password":"Blue,Sky=42"},"city":"Oslo"}';
    expect(JSON.parse(requestBody(typed(json).together).text)).toEqual({
      passwordProfile: { password: 'Blue,Sky=42' },
      city: 'Oslo',
    });
  });

  test.each([
    'passwordProfile={"password":["Blue"]}',
    '{"passwordProfile":{"password":{"Blue":1}}}',
    '{"passwordProfile":{"pasword":"Blue"}}',
    '{"passwordProfile":"Blue"}',
    'pasword=Blue,Sky',
    'pasword=Blue,Sky=42',
    'newPassword=Blue,Sky=42',
  ])('that are refused are not shown: %s', (given) => {
    expect(refusalOf(given)).not.toMatch(/Blue|Sky|42/);
  });
});

describe('what is refused', () => {
  test.each([
    ['displayNam=Adele', /no property "displayNam" that can be written; did you mean "displayName"\?/],
    ['paswordPolicies=x', /did you mean "passwordPolicies"\?/],
    ['createdDateTime=2026-03-02', /no property "createdDateTime"/],
    [
      'employeeOrgData: costCentre=7',
      /no property "employeeOrgData: costCentre" .*did you mean "costCenter"\?/,
    ],
    ['city: state=x', /no property "city: state"/],
    ['accountEnabled=maybe', /accountEnabled cannot be set so: it takes true, false, yes or no/],
    ['accountEnabled=', /accountEnabled cannot be set so: it cannot be empty/],
    ['displayName=null', /displayName cannot be set so: it cannot be empty/],
    ['password=', /password cannot be set so: it cannot be empty/],
    ['{"jobTitle":["x"]}', /jobTitle cannot be set so: it takes text/],
    ['{"jobTitle":true}', /jobTitle cannot be set so: it takes text/],
    ['{"otherMails":[1]}', /otherMails cannot be set so: it takes one text, or a JSON list of texts/],
    ['employeeHireDate=next week', /employeeHireDate cannot be set so: it takes a day such as/],
    ['employeeHireDate=2026-02-31', /employeeHireDate cannot be set so/],
    [
      'employeeOrgData=x',
      /employeeOrgData cannot be set so: it has members: write one of costCenter, division/,
    ],
    ['{"employeeOrgData":{"x":"1"}}', /its members are costCenter, division/],
    ['city=Oslo,City=Bergen', /city is given twice/],
    ['division=a,employeeOrgData.division=b', /division is given twice/],
    ['{}', /names no property/],
  ])('%s', (text, why) => {
    expect(refusalOf(text)).toMatch(why);
    expect(refusalOf(text)).toContain('Nothing was sent.');
  });
});

test('no two names mean the same property', () => {
  const names = Object.entries(writableProperties).flatMap(([name, { members = {} }]) => [
    name.toLowerCase(),
    ...Object.keys(members).map((member) => member.toLowerCase()),
  ]);
  expect(new Set(names).size).toBe(names.length);
});
