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
  Incidents: {
    type: 'object',
    required: ['instance', 'incidents', 'last'],
    properties: {
      instance: text,
      last: { ...count, description: 'Sequence number of the newest one.' },
      incidents: {
        type: 'array',
        items: {
          type: 'object',
          required: ['sequence', 'name', 'occurred', 'rawJSON', 'dbotMirrorId', 'details'],
          properties: {
            sequence: { type: 'integer', minimum: 1, description: 'In the order of coming, without gaps.' },
            name: text,
            occurred: { ...text, description: 'When it was written (ISO 8601, UTC).' },
            rawJSON: { ...text, description: 'The message as Microsoft Graph has it, as JSON.' },
            dbotMirrorId: { ...text, description: 'Chat ID, a slash, message ID.' },
            details: { ...text, description: 'What the message says, as Markdown.' },
          },
        },
      },
    },
  },
  Health: {
    type: 'object',
    required: ['status'],
    properties: {
      status: { const: 'ok' },
      chatEvents: {
        type: 'array',
        description: 'With a key: each instance whose chats are watched.',
        items: {
          type: 'object',
          required: ['instance', 'chats', 'begun', 'subscriptions', 'ignored', 'incidents', 'problem'],
          properties: {
            instance: text,
            chats: count,
            begun: { ...count, description: 'Chats of which it is known what is new there.' },
            subscriptions: { ...count, description: 'Chats whose notifications come.' },
            ignored: { ...count, description: 'Notifications that did not prove who sent them.' },
            incidents: count,
            problem: textOrNull,
          },
        },
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
