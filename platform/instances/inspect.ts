import { type KeyObject } from 'node:crypto';
import { SettingsError } from '../../integration/errors.js';
import { type JsonObject } from '../../integration/json.js';
import { parseSettings } from '../../integration/settings/parse.js';
import { type Settings } from '../../integration/settings/settings.js';
import { openConfigured } from './open.js';

/** What looking into instances needs. */
export interface InspectOptions {
  readonly key: KeyObject;
  readonly environment: NodeJS.ProcessEnv;
}

/** What an instance comes to; without settings, why. */
export interface Inspected {
  readonly clear: JsonObject | undefined;
  readonly settings: Settings | undefined;
  readonly problem: SettingsError | undefined;
}

/** Looks into an instance that may be unusable, without using it. */
export function inspectInstance(
  instance: string,
  params: JsonObject,
  { key, environment }: InspectOptions,
): Inspected {
  let clear: JsonObject | undefined;
  try {
    clear = openConfigured(params, { instance, key, environment });
    return { clear, settings: parseSettings(clear), problem: undefined };
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return { clear, settings: undefined, problem: error };
  }
}
