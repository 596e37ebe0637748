import { type CommandMetadata } from '../integration/command.js';
import { type EffectiveSchema } from '../integration/manifest/effective-schema.js';
import { type CommandDeclaration } from '../integration/manifest/types.js';

/** A command with everything that is known of it. */
export interface DescribedCommand {
  readonly declaration: CommandDeclaration;
  readonly schema: EffectiveSchema;
  readonly metadata: CommandMetadata;
}
