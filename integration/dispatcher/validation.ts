import { type EffectiveSchema } from '../manifest/effective-schema.js';

/** One fault that a compiled schema found. */
export interface SchemaFault {
  /** JSON pointer to the value, such as `/limit` or `/properties/2`. */
  readonly instancePath: string;
}

/** A compiled argument schema: `npm run generate` writes one module for each command. */
export interface ArgumentValidation {
  readonly schema: EffectiveSchema;
  readonly default: {
    (args: unknown): boolean;
    readonly errors?: readonly SchemaFault[] | null;
  };
}
