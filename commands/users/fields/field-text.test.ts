import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ArgumentError } from '../../../integration/errors.js';
import { readFields } from './field-text.js';

const read = (text: string, delimiter = ',') => readFields(text, delimiter);

function refusalOf(text: string, delimiter = ','): string {
  try {
    read(text, delimiter);
  } catch (error) {
    if (error instanceof ArgumentError) return error.text;
    throw error;
  }
  throw new Error(`${text} was read.`);
}

describe('pairs', () => {
  test.each([
    ['one', 'jobTitle=Analyst', [{ name: 'jobTitle', value: 'Analyst' }]],
    [
      'blanks around them',
      ' jobTitle = Analyst , city = Tel Aviv ',
      [
        { name: 'jobTitle', value: 'Analyst' },
        { name: 'city', value: 'Tel Aviv' },
      ],
    ],
    ['an equals sign in the value', 'officeLocation=a=b', [{ name: 'officeLocation', value: 'a=b' }]],
    [
      'quotes',
      'displayName="Doe, John",surname=Doe',
      [
        { name: 'displayName', value: 'Doe, John' },
        { name: 'surname', value: 'Doe' },
      ],
    ],
    [
      'quotes inside quotes',
      String.raw`displayName="Jo \"Joe\" \\ Doe"`,
      [{ name: 'displayName', value: String.raw`Jo "Joe" \ Doe` }],
    ],
    [
      'escapes',
      String.raw`displayName=Doe\, John,city=a\=b`,
      [
        { name: 'displayName', value: 'Doe, John' },
        { name: 'city', value: 'a=b' },
      ],
    ],
    [
      'a backslash that escapes nothing',
      String.raw`officeLocation=CONTOSO\adele`,
      [{ name: 'officeLocation', value: String.raw`CONTOSO\adele` }],
    ],
    [
      'nothing, and null',
      'mobilePhone=,jobTitle=null,city=""',
      [
        { name: 'mobilePhone', value: null },
        { name: 'jobTitle', value: null },
        { name: 'city', value: '' },
      ],
    ],
    ['the word null in quotes', 'jobTitle="null"', [{ name: 'jobTitle', value: 'null' }]],
    [
      'a JSON list',
      'otherMails=["a@contoso.example","b@contoso.example"],city=Oslo',
      [
        { name: 'otherMails', value: ['a@contoso.example', 'b@contoso.example'] },
        { name: 'city', value: 'Oslo' },
      ],
    ],
    [
      'a JSON object',
      'employeeOrgData={"costCenter":"7,8","division":"x}"},city=Oslo',
      [
        { name: 'employeeOrgData', value: { costCenter: '7,8', division: 'x}' } },
        { name: 'city', value: 'Oslo' },
      ],
    ],
    [
      'brackets that are no JSON',
      'displayName=[External] Doe,city=Oslo',
      [
        { name: 'displayName', value: '[External] Doe' },
        { name: 'city', value: 'Oslo' },
      ],
    ],
    ['a delimiter at the end', 'city=Oslo,', [{ name: 'city', value: 'Oslo' }]],
    [
      'a member',
      'employeeOrgData.division=Sales',
      [{ name: 'division', group: 'employeeOrgData', value: 'Sales' }],
    ],
  ])('are read with %s', (_what, text, fields) => {
    expect(read(text)).toEqual(fields);
  });

  test.each([
    [';', 'displayName=Doe, John;city=Oslo'],
    ['||', 'displayName=Doe, John||city=Oslo'],
    ['\n', 'displayName=Doe, John\ncity=Oslo\n'],
    [' and ', 'displayName=Doe, John and city=Oslo'],
  ])('are parted by %j where it is asked for', (delimiter, text) => {
    expect(read(text, delimiter)).toEqual([
      { name: 'displayName', value: 'Doe, John' },
      { name: 'city', value: 'Oslo' },
    ]);
  });

  test('may be empty before a line break that parts them', () => {
    expect(read('city=\nstate=Viken', '\n')).toEqual([
      { name: 'city', value: null },
      { name: 'state', value: 'Viken' },
    ]);
  });

  test.each([
    ['displayName=Doe, John', 'behind displayName comes a part without "="', 'displayName="…"'],
    ['Analyst', 'it begins with a part without "="', 'displayName="…"'],
    ['=x', 'it begins with something that is no property name', 'name=value'],
    ['job title=x', 'it begins with something that is no property name', 'name=value'],
    ['displayName="Doe, John', 'the quotes around displayName are not closed', 'name=value'],
    ['displayName="Doe" John', 'the quotes around displayName are not closed', 'name=value'],
    ['{"city": Oslo}', 'begins like a JSON object', 'JSON object'],
  ])('%s is refused, with the way to write it', (text, why, advice) => {
    expect(refusalOf(text)).toContain(why);
    expect(refusalOf(text)).toContain(advice);
  });

  test('that were written in quotes come back whole, whatever they hold', () => {
    const value = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 4 }), (values) => {
        const text = values
          .map((one, index) => `field${index}="${one.replaceAll(/["\\]/g, String.raw`\$&`)}"`)
          .join(', ');
        expect(read(text).map((field) => field.value)).toEqual(values);
      }),
    );
  });

  test('that are a JSON object come back whole, whatever they hold', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1, noNullPrototype: true }),
        (object) => {
          const text = JSON.stringify(object);
          const parsed: unknown = JSON.parse(text);
          expect(read(text)).toEqual(
            Object.entries(parsed as object).map(([name, value]: [string, unknown]) => ({ name, value })),
          );
        },
      ),
    );
  });

  test('are read or refused, and never anything else', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('a', ',', '=', '"', ' ', '\\', '{', '}', '[', ']', ':', '.', ';'),
        }),
        (text) => {
          try {
            for (const { name } of read(text)) expect(name).not.toBe('');
          } catch (error) {
            expect(error).toBeInstanceOf(ArgumentError);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('a password', () => {
  test.each([
    ['passwordProfile: forceChangePasswordNextSignIn=true, password=Blue,Sky=42', 'Blue,Sky=42'],
    ['passwordProfile: forceChangePasswordNextSignIn=true, password="Blue,Sky"', 'Blue,Sky'],
    ['passwordProfile.password=a"b,c', 'a"b,c'],
    [String.raw`password=a\,b\\c\"d`, String.raw`a\,b\\c\"d`],
    [String.raw`password="a\"b\\c",city=Oslo`, String.raw`a"b\c`],
    ['password="open', '"open'],
    ['password="a"b', '"a"b'],
    ['password={"a":1}', '{"a":1}'],
    ['password=a,b=c', 'a,b=c'],
    ['password=null', 'null'],
  ])('is never cut: %s', (text, password) => {
    expect(read(text).find(({ name }) => name === 'password')?.value).toBe(password);
  });

  test('that is followed by a property is refused without being shown, for nothing tells where it ends', () => {
    const refusal = refusalOf('password=Blue-Sky-42, city=Oslo');
    expect(refusal).toContain('nothing tells where password ends and city begins');
    expect(refusal).toContain('password="…"');
    expect(refusal).not.toContain('Blue');
  });

  test.each(['password= Blue', 'password=Blue ', 'password=Blue\n'])(
    '%j is refused for its blank',
    (text) => {
      expect(refusalOf(text)).toContain('begins or ends with a blank');
      expect(refusalOf(text)).not.toContain('Blue');
    },
  );

  test('comes back whole from wherever it was generated', () => {
    const printable = fc.string({
      minLength: 8,
      maxLength: 24,
      unit: fc.integer({ min: 33, max: 126 }).map((code) => String.fromCharCode(code)),
    });
    fc.assert(
      fc.property(printable, (password) => {
        fc.pre(!/,\w+=/.test(password) && !/^".*"$/.test(password));
        const text = `passwordProfile: forceChangePasswordNextSignIn=true, password=${password}`;
        expect(read(text).at(-1)?.value).toBe(password);
      }),
      { numRuns: 1000 },
    );
  });
});
