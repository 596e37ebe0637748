const text = { type: 'string' } as const;
const count = { type: 'integer', minimum: 0 } as const;
const textOrNull = { type: ['string', 'null'] } as const;

/** What is answered, for the OpenAPI document (JSON Schema). */
export const answerSchemas = {
  Entry: {
    type: 'object',
    description: 'A War Room entry. Type 1 is a result, 3 and 9 are files, 4 is an error, 11 is a warning.',
    required: ['Type', 'ContentsFormat', 'Contents'],
    properties: {
      Type: { type: 'integer' },
      ContentsFormat: text,
      Contents: { description: 'The raw answer, or the text of an error.' },
      HumanReadable: { ...textOrNull, description: 'Markdown for people.' },
      EntryContext: {
        type: ['object', 'null'],
        description: 'Context paths and what is to be stored there.',
      },
      File: text,
      FileID: { ...text, description: 'The id of one of files.' },
      PollingCommand: { ...text, description: 'The command to run next, for a result that is not final.' },
      NextRun: { ...text, description: 'Seconds until then.' },
    },
  },
  Answer: {
    type: 'object',
    required: ['id', 'results', 'target', 'metrics'],
    properties: {
      id: { description: 'As it came with the request; null without one.' },
      results: { type: 'array', items: { $ref: '#/components/schemas/Entry' } },
      files: {
        type: 'array',
        items: {
          type: 'object',
          required: ['id', 'name', 'content'],
          properties: { id: text, name: text, content: { ...text, contentEncoding: 'base64' } },
        },
      },
      target: {
        type: ['object', 'null'],
        description: 'What the command ran on; null where no instance was found.',
        required: ['kind', 'instance', 'cloud', 'tenant'],
        properties: {
          kind: { enum: ['tenant', 'sandbox'] },
          instance: textOrNull,
          cloud: textOrNull,
          tenant: textOrNull,
        },
      },
      metrics: {
        type: 'object',
        required: ['requests', 'retries', 'durationMs'],
        properties: { requests: count, retries: count, durationMs: { type: 'number', minimum: 0 } },
      },
    },
  },
  Refusal: {
    type: 'object',
    required: ['error'],
    properties: {
      error: { type: 'object', required: ['message'], properties: { message: text, nextStep: text } },
    },
  },
} as const;
