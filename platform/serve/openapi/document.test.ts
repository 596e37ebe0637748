import { beforeAll, describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { commandMetadata } from '../../../generated/commands.js';
import { isJsonObject, type JsonObject } from '../../../integration/json.js';
import { objectOf } from '../../../test_data/command-bench.js';
import { openServeBench } from '../../../test_data/serve-bench.js';

let document: JsonObject;
let answers: readonly JsonObject[];
beforeAll(async () => {
  const bench = await openServeBench();
  document = (await bench.send({ path: '/openapi.json', key: bench.keys.read })).body;
  answers = [
    (await bench.run('msgraph-user-get', { user: 'adele@contoso.example' })).body,
    (await bench.run('msgraph-user-get', {})).body,
    (await bench.run('msgraph-user-account-disable', { user: 'noor@contoso.example' })).body,
    (
      await bench.send({
        method: 'POST',
        path: '/commands',
        key: bench.keys.read,
        body: { command: 'x', instance: 'y' },
      })
    ).body,
  ];
  await bench.close();
});

const at = (...path: readonly string[]): JsonObject =>
  path.reduce<JsonObject>((value, key) => objectOf(value[key]), document);

/** Every schema of the document, under the name that references use. */
function compiler(): Ajv2020 {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: false,
    formats: { identifier: true, fields: true, 'graph-link': true, 'date-time': true },
  });
  ajv.addSchema({ $id: 'document', components: document['components'] });
  return ajv;
}

function expectValid(ajv: Ajv2020, schema: unknown, value: unknown): void {
  const reference = isJsonObject(schema) ? String(schema['$ref']) : '';
  const validate = ajv.getSchema(`document${reference}`);
  const isValid = validate?.(value);
  expect({ isValid, errors: validate?.errors }).toEqual({ isValid: true, errors: null });
}

function references(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(references);
  if (!isJsonObject(value)) return [];
  const own = value['$ref'];
  return [...(typeof own === 'string' ? [own] : []), ...Object.values(value).flatMap(references)];
}

describe('the OpenAPI document', () => {
  test('is one of version 3.1, and every reference in it leads somewhere', () => {
    expect(document['openapi']).toBe('3.1.0');
    expect(at('info')).toMatchObject({ title: 'msgraph-soar', version: expect.any(String) });
    const ajv = compiler();
    const all = references(document);
    expect(all.length).toBeGreaterThan(Object.keys(commandMetadata).length);
    for (const reference of all) expect(ajv.getSchema(`document${reference}`)).toBeDefined();
  });

  test('describes every command, by its name', () => {
    const { schema } = at('paths', '/commands', 'post', 'requestBody', 'content', 'application/json');
    const mapping = objectOf(objectOf(objectOf(schema)['discriminator'])['mapping']);
    expect(Object.keys(mapping).toSorted()).toEqual(Object.keys(commandMetadata).toSorted());
    expect(at('components', 'schemas', 'msgraph-user-account-disable')).toMatchObject({
      'x-scope': 'effects',
    });
    expect(at('components', 'schemas', 'msgraph-user-get')).toMatchObject({ 'x-scope': 'read' });
  });

  test('accepts its own examples, each by the schema of its command', () => {
    const content = at('paths', '/commands', 'post', 'requestBody', 'content', 'application/json');
    const ajv = compiler();
    const examples = Object.values(objectOf(content['examples'])).map((example) =>
      objectOf(objectOf(example)['value']),
    );
    expect(new Set(examples.map(({ command }) => command))).toEqual(new Set(Object.keys(commandMetadata)));
    for (const example of examples) {
      expectValid(ajv, { $ref: `#/components/schemas/${String(example['command'])}` }, example);
    }
  });

  test('refuses what a command refuses', () => {
    const validate = compiler().getSchema('document#/components/schemas/msgraph-user-get');
    for (const args of [{}, { user: 'a/b' }, { user: 'a', limit: 1 }, { user: 5 }]) {
      expect(validate?.({ command: 'msgraph-user-get', args })).toBe(false);
    }
    expect(validate?.({ command: 'msgraph-user-list', args: { user: 'a' } })).toBe(false);
  });

  test('describes the answers there are', () => {
    const ajv = compiler();
    expect(answers).toHaveLength(4);
    for (const answer of answers) expectValid(ajv, { $ref: '#/components/schemas/Answer' }, answer);
  });
});
