import { SettingsError } from '../../integration/errors.js';
import { type JsonObject } from '../../integration/json.js';
import { inClear, type Opener } from './stored.js';

/**
 * The parameters of an instance as the dispatcher takes them: unsealed, and with the environment's values in place of
 * references.
 * @param params As the instance file keeps them.
 * @throws SettingsError that names the parameter, and the variable that is missing or the key that is another one.
 */
export function openConfigured(params: JsonObject, opener: Opener): JsonObject {
  const missing: string[] = [];
  const clear = inClear(params, opener, missing);
  if (missing.length > 0) {
    throw new SettingsError(
      [`The instance ${opener.instance} is not complete:`, ...missing.map((fault) => `- ${fault}`)].join(
        '\n',
      ),
      'Set what is missing in the environment of this process.',
    );
  }
  return clear;
}
