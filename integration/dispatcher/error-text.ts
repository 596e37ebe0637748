import { SoarError } from '../errors.js';

/**
 * What an error entry says: the cause first, the next step on a line of its own. A failure that nobody foresaw is told
 * in the platform's own words; its stack goes to the log.
 */
export function errorText(command: string, error: unknown): string {
  if (error instanceof SoarError) return error.text;
  return `Failed to execute ${command} command. Error: ${error instanceof Error ? error.message : String(error)}`;
}
