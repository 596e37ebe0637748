/**
 * The body of `POST /commands` (JSON Schema): a line of `exec` without what belongs to callers that keep instances
 * themselves. A command's own arguments are checked by its own schema.
 */
export const commandRequestSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['command'],
  properties: {
    id: { description: 'Given back with the answer.' },
    command: {
      type: 'string',
      minLength: 1,
      maxLength: 256,
      description: 'Name of the command; a leading "!" is taken away.',
    },
    args: {
      anyOf: [{ type: 'object' }, { type: 'null' }],
      description: 'Arguments by name: JSON values, or text as an analyst types it.',
    },
    instance: {
      type: 'string',
      minLength: 1,
      maxLength: 64,
      description: 'Name of an instance of this server; may be missing where there is only one.',
    },
  },
} as const;
