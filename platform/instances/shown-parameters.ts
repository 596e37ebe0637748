import { referencedVariable } from '../../integration/environment-reference.js';
import { isJsonObject, type JsonObject } from '../../integration/json.js';
import { type Inspected } from './inspect.js';
import { isCredentials, isMasked, type Part } from './parameter-secrecy.js';
import { isSealed } from './stored.js';

const MASK = '***';

/** A parameter for people. */
export interface ShownParameter {
  readonly Parameter: string;
  readonly Value: string;
}

/**
 * The parameters as people may see them: secrets masked, references as they stand.
 * @param params As the instance file keeps them. @param inspected The same instance, looked into.
 */
export function shownParameters(
  params: JsonObject,
  { clear, settings }: Pick<Inspected, 'clear' | 'settings'>,
): readonly ShownParameter[] {
  const shown = (name: string, part: Part | undefined, kept: unknown, value: unknown): string => {
    if (typeof kept === 'string' && referencedVariable(kept) !== undefined) return kept;
    if (isMasked(name, part, settings)) return MASK;
    const text = value ?? kept;
    return typeof text === 'string' || typeof text === 'boolean' ? String(text) : MASK;
  };
  return Object.entries(params).flatMap(([name, kept]): ShownParameter[] => {
    const value = clear?.[name];
    if (!isCredentials(name)) return [{ Parameter: name, Value: shown(name, undefined, kept, value) }];
    if (!isJsonObject(kept) || isSealed(kept)) {
      return [{ Parameter: name, Value: shown(name, 'password', kept, value) }];
    }
    return Object.entries(kept).map(([half, keptHalf]) => {
      const part = half === 'identifier' ? 'identifier' : 'password';
      const label = half === 'password' ? name : `${name}.${half}`;
      const valueHalf = isJsonObject(value) ? value[half] : undefined;
      return { Parameter: label, Value: shown(name, part, keptHalf, valueHalf) };
    });
  });
}
