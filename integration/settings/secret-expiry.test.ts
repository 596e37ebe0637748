import { describe, expect, test } from '@jest/globals';
import { parseSettings } from './parse.js';
import { faultsOf, HOSTED_APP, OWN_APP } from './sample-instances.js';

describe('the day on which the client secret ends', () => {
  test.each([
    ['2027-01-31', Date.UTC(2027, 0, 31)],
    [' 2028-02-29 ', Date.UTC(2028, 1, 29)],
    ['', undefined],
  ])('%j is read', (text, expected) => {
    expect(parseSettings({ ...OWN_APP, secret_expires_on: text }).secretExpiresOn).toBe(expected);
  });

  test.each(['31.01.2027', '2027-1-31', '2027-02-30', '2027-13-01', 'soon', '2027-01-31T00:00:00Z'])(
    '%j is a fault that says what is taken',
    (text) => {
      expect(faultsOf({ ...OWN_APP, secret_expires_on: text })).toEqual([
        'secret_expires_on (Client secret ends on) must be a day, such as 2027-01-31.',
      ]);
    },
  );

  test('is not used where there is no client secret, and that is said', () => {
    const settings = parseSettings({ ...HOSTED_APP, secret_expires_on: '2027-01-31' });
    expect(settings.secretExpiresOn).toBeUndefined();
    expect(settings.warnings).toContain(
      'secret_expires_on (Client secret ends on) is not used: this instance signs in without a client secret.',
    );
  });
});
