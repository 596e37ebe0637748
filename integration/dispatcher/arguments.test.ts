import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { ArgumentError } from '../errors.js';
import { effectiveSchema } from '../manifest/effective-schema.js';
import { type CommandDeclaration } from '../manifest/types.js';
import { Secret } from '../secret.js';
import { allowed, bindArguments, usage } from './arguments.js';
import { type ArgumentValidation } from './validation.js';

const declaration: CommandDeclaration = {
  name: 'contoso-badge-issue',
  description: 'Issues a badge.',
  arguments: [
    { name: 'user', description: 'Who.', required: true },
    { name: 'pin', description: 'Code.', secret: true },
    { name: 'level', description: 'How far.', defaultValue: '3' },
    { name: 'color', description: 'Of the badge.', predefined: ['Red', 'Blue'], auto: 'PREDEFINED' },
    { name: 'doors', description: 'Which.', isArray: true },
    { name: 'sure', description: 'Really.', predefined: ['true', 'false'], auto: 'PREDEFINED' },
  ],
};

function compiled(command: CommandDeclaration, properties: object): ArgumentValidation {
  const schema = effectiveSchema(command, { properties }, {});
  const validate = new Ajv2020({ allErrors: true, strict: true }).compile(schema);
  return { schema, default: validate };
}

const validation = compiled(declaration, {
  user: { type: 'string', pattern: '^[^/]+$', description: 'a name without "/"' },
  pin: { type: 'string', pattern: '^[0-9]{4}$', description: 'four digits' },
  level: { type: 'integer', minimum: 1, maximum: 9 },
  color: { type: 'string' },
  doors: { type: 'array', items: { type: 'string', pattern: '^[a-z]+$' } },
  sure: { type: 'boolean' },
});

const bind = (given: Record<string, unknown>): unknown => bindArguments(declaration, validation, given);

function faultsOf(given: Record<string, unknown>): readonly string[] {
  try {
    bind(given);
    return [];
  } catch (error) {
    if (!(error instanceof ArgumentError)) throw error;
    expect(error.nextStep).toBe(`Nothing was sent. Usage: ${usage(declaration)}`);
    return error.message.split('\n');
  }
}

test('text becomes the types of the schema, and defaults are filled in', () => {
  expect(bind({ user: 'adele', color: 'RED', doors: 'a, b', sure: 'Yes' })).toEqual({
    user: 'adele',
    level: 3,
    color: 'Red',
    doors: ['a', 'b'],
    sure: true,
  });
});

test('a secret argument arrives sealed', () => {
  const bound = bind({ user: 'adele', pin: '1234' });
  expect(bound).toMatchObject({ pin: expect.any(Secret) });
  expect(JSON.stringify(bound)).not.toContain('1234');
});

describe('an empty value counts as absent (rule R30)', () => {
  test.each(['', null, undefined, []])('%j leaves the default', (level) => {
    expect(bind({ user: 'adele', level })).toEqual({ user: 'adele', level: 3 });
  });

  test.each(['', null, [], '[]', ',', ' , '])('%j is no list', (doors) => {
    expect(bind({ user: 'adele', doors })).toEqual({ user: 'adele', level: 3 });
  });

  test('where the argument is required, that is the fault', () => {
    expect(faultsOf({ user: '' })).toEqual(['user is empty. Allowed: a name without "/".']);
    expect(faultsOf({})).toEqual(['user is required. Allowed: a name without "/".']);
  });
});

describe('a fault', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['a pattern', { user: 'a/b' }, 'user="a/b" is not allowed. Allowed: a name without "/".'],
    ['below the range', { level: '0' }, 'level=0 is not allowed. Allowed: a whole number from 1 to 9.'],
    ['above the range', { level: 10 }, 'level=10 is not allowed. Allowed: a whole number from 1 to 9.'],
    ['no number', { level: 'x' }, 'level="x" is not allowed. Allowed: a whole number from 1 to 9.'],
    ['no whole number', { level: 1.5 }, 'level=1.5 is not allowed. Allowed: a whole number from 1 to 9.'],
    ['a choice', { color: 'Green' }, 'color="Green" is not allowed. Allowed: Red, Blue.'],
    ['an element', { doors: 'a,B' }, 'doors=["a","B"] is not allowed. Allowed: a list.'],
    ['a boolean', { sure: 'perhaps' }, 'sure="perhaps" is not allowed. Allowed: true, false, yes or no.'],
  ])('of %s names the argument, the value and what is allowed', (_what, args, fault) => {
    expect(faultsOf({ user: 'adele', ...args })).toEqual([fault]);
  });

  test('of a secret argument does not show the value', () => {
    expect(faultsOf({ user: 'adele', pin: '12a4' })).toEqual([
      'pin=*** is not allowed. Allowed: four digits.',
    ]);
  });

  test('is told together with all others', () => {
    expect(faultsOf({ level: 'x', colour: 'Red', pin: 'y' })).toEqual([
      'contoso-badge-issue has no argument "colour"; did you mean "color"?',
      'user is required. Allowed: a name without "/".',
      'pin=*** is not allowed. Allowed: four digits.',
      'level="x" is not allowed. Allowed: a whole number from 1 to 9.',
    ]);
  });
});

describe('an unknown argument', () => {
  test('is never dropped, and what is known is said', () => {
    expect(faultsOf({ user: 'adele', xyzzy: '' })).toEqual([
      'contoso-badge-issue has no argument "xyzzy"; it takes user, pin, level, color, doors, sure.',
    ]);
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('may be called %s', (name) => {
    const given: unknown = JSON.parse(`{"user":"adele","${name}":{"level":9}}`);
    expect(faultsOf(Object(given) as Record<string, unknown>)).toEqual([
      expect.stringContaining(`has no argument "${name}"`),
    ]);
  });

  test('of a command that takes none is told so', () => {
    const none: CommandDeclaration = { name: 'contoso-ping', description: 'Answers.' };
    expect(() => bindArguments(none, compiled(none, {}), { user: 'adele' })).toThrow(
      new ArgumentError('contoso-ping has no argument "user"; it takes none.'),
    );
  });
});

test('what is allowed is said in words for every type', () => {
  expect(allowed({ type: 'string' })).toBe('text');
  expect(allowed({ type: 'object' })).toBe('a JSON object');
  expect(allowed({ type: 'integer' })).toBe('a whole number');
  expect(allowed({ type: 'integer', minimum: 1 })).toBe('a whole number from 1');
  expect(allowed(undefined)).toBe('text');
});

test('the usage line marks what may be left out', () => {
  expect(usage(declaration)).toBe(
    '!contoso-badge-issue user=… [pin=…] [level=…] [color=…] [doors=…] [sure=…]',
  );
});
