import { type CommandMetadata } from '../command.js';
import { isJsonObject } from '../json.js';

/**
 * Whether a run of an effect command only looks at what an earlier run began. It changes nothing: nobody is guarded from
 * it, and it leaves no record in the audit trail, where the one effect stands already.
 * @param args As typed, or as bound.
 */
export function isLook({ looksBy }: Pick<CommandMetadata, 'looksBy'>, args: unknown): boolean {
  const link = looksBy !== undefined && isJsonObject(args) ? args[looksBy] : undefined;
  return link !== undefined && link !== '';
}
