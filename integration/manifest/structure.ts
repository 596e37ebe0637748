import { readFileSync } from 'node:fs';
import { Ajv2020, type ErrorObject, type SchemaObject } from 'ajv/dist/2020.js';
import { isJsonObject } from '../json.js';
import { nearestName } from '../suggest.js';
import { type Fault, pointer } from './fault.js';
import { type Manifest } from './types.js';

/** Keywords that narrow a value without changing its kind: a manifest that breaks only these can still be looked at. */
const NARROWING = [
  'additionalProperties',
  'const',
  'enum',
  'maxItems',
  'minItems',
  'minLength',
  'minimum',
  'pattern',
];

/**
 * Read when first needed: only those who load the YAML need the schema; the product itself runs from a copy made at
 * build time.
 */
function readSchema(): SchemaObject {
  const text = readFileSync(new URL('../../schemas/manifest.json', import.meta.url), 'utf8');
  const schema: unknown = JSON.parse(text);
  if (!isJsonObject(schema)) throw new TypeError('schemas/manifest.json is not a JSON object');
  return schema;
}

/**
 * What a document has against the strict structure of a manifest, schemas/manifest.json.
 *
 * @returns The faults, and the document as a manifest where at least the kind of every value is right, so that further
 *   rules can look at it.
 */
export function checkStructure(document: unknown): {
  readonly faults: readonly Fault[];
  readonly manifest: Manifest | undefined;
} {
  const schema = readSchema();
  const strict = new Ajv2020({ allErrors: true, verbose: true, strict: true, allowUnionTypes: true });
  const isStrict = strict.compile<Manifest>(schema);
  if (isStrict(document)) return { faults: [], manifest: document };
  const faults = (isStrict.errors ?? []).map(faultOf);

  const loose = new Ajv2020({ strict: false });
  for (const keyword of NARROWING) loose.removeKeyword(keyword);
  const isShaped = loose.compile<Manifest>(schema);
  return { faults, manifest: isShaped(document) ? document : undefined };
}

function faultOf(error: ErrorObject): Fault {
  const { instancePath: path } = error;
  const params: Readonly<Record<string, unknown>> = error.params;
  switch (error.keyword) {
    case 'additionalProperties':
      return unknownKey(path, String(params['additionalProperty']), error.parentSchema?.['properties']);
    case 'required':
      return { path: path + pointer(String(params['missingProperty'])), problem: 'is missing' };
    case 'enum':
      return notOneOf(path, error.data, params['allowedValues']);
    case 'const':
      return { path, problem: `must be ${JSON.stringify(params['allowedValue'])}` };
    case 'type':
      return { path, problem: `must be ${kinds(params['type'])}` };
    default:
      return { path, problem: error.message ?? `breaks ${error.keyword}` };
  }
}

function unknownKey(path: string, key: string, properties: unknown): Fault {
  const allowed = isJsonObject(properties) ? Object.keys(properties) : [];
  return {
    path: path + pointer(key),
    problem: `unknown key; allowed: ${allowed.join(', ')}${didYouMean(key, allowed)}`,
  };
}

function notOneOf(path: string, value: unknown, values: unknown): Fault {
  const allowed = Array.isArray(values) ? values.map(String) : [];
  const hint = typeof value === 'string' ? didYouMean(value, allowed) : '';
  return { path, problem: `must be one of ${allowed.join(', ')}${hint}` };
}

function didYouMean(written: string, allowed: readonly string[]): string {
  const meant = nearestName(written, allowed);
  return meant === undefined ? '' : ` (did you mean "${meant}"?)`;
}

/** The kinds of a JSON Schema `type`, for a sentence. */
function kinds(type: unknown): string {
  return Array.isArray(type) ? type.map(String).join(' or ') : String(type);
}
