import { type KeyObject } from 'node:crypto';
import { referencedVariable } from '../../integration/environment-reference.js';
import { isJsonObject, type JsonObject, textAt } from '../../integration/json.js';
import { seal, unseal } from '../../integration/state/sealing.js';

/** A value as the instance file keeps a secret one. */
export interface SealedValue {
  readonly sealed: string;
}

/** Keeps a secret: sealed, or as the reference that it is. */
export function stored(text: string, key: KeyObject): SealedValue | string {
  return referencedVariable(text) === undefined ? { sealed: seal(text, key) } : text;
}

/** Whether a stored value is sealed. */
export function isSealed(value: unknown): value is SealedValue {
  return isJsonObject(value) && textAt(value, 'sealed') !== undefined && Object.keys(value).length === 1;
}

/** What opens stored values. */
export interface Opener {
  readonly instance: string;
  readonly key: KeyObject;
  readonly environment: NodeJS.ProcessEnv;
}

/**
 * The values in clear, at any depth.
 * @param missing Gets a sentence for each reference to a variable that is not set.
 * @throws SettingsError that names the parameter whose value cannot be unsealed.
 */
export function inClear(params: JsonObject, opener: Opener, missing: string[], within = ''): JsonObject {
  const entries = Object.entries(params).map(([name, value]) => {
    const path = `${within}${name}`;
    return [name, valueInClear(value, path, opener, missing)] as const;
  });
  return Object.fromEntries(entries);
}

function valueInClear(value: unknown, path: string, opener: Opener, missing: string[]): unknown {
  if (isSealed(value)) {
    const { instance, key } = opener;
    return unseal(value.sealed, key, {
      what: `The parameter ${path} of the instance ${instance}`,
      remedy: `enter the instance anew: msgraph-soar instance add ${instance} --replace`,
    });
  }
  if (isJsonObject(value)) return inClear(value, opener, missing, `${path}.`);
  const variable = typeof value === 'string' ? referencedVariable(value) : undefined;
  if (variable === undefined) return value;
  const found = opener.environment[variable];
  if (!found) missing.push(`${path} refers to the environment variable ${variable}, which is not set.`);
  return found;
}
