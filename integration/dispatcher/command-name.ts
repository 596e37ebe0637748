import { validators } from '../../generated/validators.js';
import { type CommandName } from '../command.js';

/** Whether a name is that of a command that the manifest declares. */
export function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(validators, name);
}
