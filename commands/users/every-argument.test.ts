import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { validators } from '../../generated/validators.js';
import { type CommandName } from '../../integration/command.js';
import { isJsonObject, type JsonObject, textAt } from '../../integration/json.js';
import { type ArgumentSchema } from '../../integration/manifest/effective-schema.js';
import {
  openUserCommandBench,
  refusalOf,
  type UserCommandBench,
  userCommands,
} from '../../test_data/user-commands.js';

/** Arguments that guard: an unset variable must not switch a guard off. */
const guards = new Set(['dry_run', 'override_protection', 'expected_count', 'keep']);

let bench: UserCommandBench;

describe.each(userCommands)('$name', (command) => {
  const { name, declaration, args } = command;
  beforeAll(async () => {
    bench = await openUserCommandBench();
  });
  afterAll(() => bench.close());

  test('refuses each bad argument without a request, and names it', async () => {
    const { schema } = await validators[name as CommandName]();
    for (const { name: argument, secret } of declaration.arguments ?? []) {
      for (const bad of badValues(schema.properties[argument])) {
        const outcome = await bench.run(name, { ...args, [argument]: bad });
        expect({ argument, bad, requests: outcome.requests }).toEqual({ argument, bad, requests: [] });
        expect(refusalOf(outcome)).toContain(argument);
        if (secret) expect(refusalOf(outcome)).not.toContain(bad);
      }
    }
  });

  test('refuses an argument that it does not have, and goes nowhere without one that it needs', async () => {
    const unknown = await bench.run(name, { ...args, usr: 'adele@contoso.example' });
    expect(unknown.requests).toEqual([]);
    expect(refusalOf(unknown)).toContain('"usr"');
    for (const { name: argument, required } of declaration.arguments ?? []) {
      if (!required) continue;
      const { [argument]: left, ...others } = args;
      const outcome = await bench.run(name, others);
      expect(outcome.requests).toEqual([]);
      expect(refusalOf(outcome)).toContain(`${argument} is required`);
    }
  });

  test('takes optional arguments that arrive empty for absent, but for those that guard (rule R30)', async () => {
    const optional = (declaration.arguments ?? [])
      .map((argument) => argument.name)
      .filter((argument) => args[argument] === undefined);
    const guarding = optional.filter((argument) => guards.has(argument));
    const others = optional.filter((argument) => !guarding.includes(argument));
    const empty = Object.fromEntries(others.map((argument) => [argument, '']));
    const instance = await bench.capable(command, { allow_secret_generators: true });
    const { entries } = await bench.run(name, { ...args, ...empty }, instance);
    expect(JSON.stringify(entries)).not.toMatch(/ is empty| is not allowed/);
    for (const argument of guarding) {
      const outcome = await bench.run(name, { ...args, [argument]: '' }, instance);
      expect(outcome.requests).toEqual([]);
      expect(refusalOf(outcome)).toContain(`${argument} is empty`);
    }
  });
});

/** Values that an argument does not take, by its schema. */
function badValues(schema: ArgumentSchema | undefined): readonly string[] {
  if (schema?.enum) return ['no such choice'];
  if (schema?.type === 'boolean') return ['maybe', '1'];
  if (schema?.type === 'integer') {
    const { minimum, maximum } = schema;
    return [
      '5.7',
      'many',
      ...(minimum === undefined ? [] : [String(minimum - 1)]),
      ...(maximum === undefined ? [] : [String(maximum + 1)]),
    ];
  }
  if (schema?.format === 'fields')
    return ['noSuchProperty=1', 'jobTitle', '{"jobTitle":', '{"jobTitle":[1]}'];
  if (schema && 'pattern' in schema && schema.pattern === '^https?://') {
    return ['page two', 'https://attacker.example/v1.0/users', 'file:///etc/passwd'];
  }
  return badTexts(schema);
}

/** Texts that the schema of a text, or of a list of texts, does not allow. */
function badTexts(schema: ArgumentSchema | undefined): readonly string[] {
  const text: JsonObject = isJsonObject(schema?.items) ? schema.items : { ...schema };
  const pattern = textAt(text, 'pattern');
  const { minLength, maxLength } = text;
  const samples = ['a\u0000b', 'a/b', 'two days', '=', '@'];
  return [
    ...(pattern === undefined ? [] : samples.filter((sample) => !new RegExp(pattern, 'u').test(sample))),
    ...(typeof minLength === 'number' && minLength > 1 ? ['x'.repeat(minLength - 1)] : []),
    ...(typeof maxLength === 'number' ? ['x'.repeat(maxLength + 1)] : []),
  ];
}
