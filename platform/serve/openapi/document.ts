import { version } from '../../../generated/product.js';
import { answerSchemas } from './answer-schemas.js';
import { type DescribedRequest, describedRequests, type ExampleArguments } from './command-schemas.js';

const json = (schema: object) => ({ 'application/json': { schema } });
const schemaRef = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const refusal = (description: string) => ({ description, content: json(schemaRef('Refusal')) });

const refusals = {
  '401': refusal('No API key that is known.'),
  '403': refusal('The key only reads, or the request comes from a page of another origin.'),
  '429': refusal('Too many requests; Retry-After says for how many seconds.'),
};

/**
 * The HTTP API as an OpenAPI 3.1 document, derived from the manifest and the effective schemas of the commands.
 * @param url The address of the server, as clients reach it.
 */
export async function openApiDocument(url: string, exampleArguments: ExampleArguments): Promise<object> {
  const requests = await describedRequests(exampleArguments);
  return {
    openapi: '3.1.0',
    info: {
      title: 'msgraph-soar',
      version,
      description:
        'Microsoft Graph users and Teams chats for SOAR platforms: runs commands, answers with entries.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url }],
    security: [{ key: [] }],
    paths: {
      '/commands': { post: commandOperation(requests) },
      '/oauth/links': { post: linkOperation },
      '/manifest': { get: reading('manifest', 'The manifest: parameters, commands, arguments, outputs.') },
      '/openapi.json': { get: reading('openapi', 'This document.') },
      '/incidents': { get: incidentsOperation },
      '/metrics': {
        get: {
          operationId: 'metrics',
          summary: 'What the server counted, for Prometheus.',
          responses: {
            '200': { description: 'Counters.', content: { 'text/plain': { schema: { type: 'string' } } } },
            ...refusals,
          },
        },
      },
      '/healthz': {
        get: {
          operationId: 'health',
          summary: 'Whether the server answers. Takes no key.',
          description: 'With a key it tells how it stands with the chats that are watched.',
          security: [{}, { key: [] }],
          responses: { '200': { description: 'It does.', content: json(schemaRef('Health')) } },
        },
      },
    },
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'A key of msgraph-soar keys add.' },
      },
      schemas: {
        ...answerSchemas,
        ...Object.fromEntries(requests.map(({ command, schema }) => [command, schema])),
      },
    },
  };
}

function commandOperation(requests: readonly DescribedRequest[]): object {
  const examples = requests.flatMap(({ command, summary, examples: values }) =>
    values.map((value, index) => [`${command}-${index + 1}`, { summary, value }] as const),
  );
  const mapping = requests.map(({ command }) => [command, schemaRef(command).$ref] as const);
  return {
    operationId: 'runCommand',
    summary: 'Runs a command.',
    description:
      'Arguments may also be text, as an analyst types them. A command that failed is answered with 200 and an entry of type 4. With "Accept: text/event-stream" the answer comes as events: wait, progress and, at the end, answer.',
    requestBody: {
      required: true,
      content: {
        'application/json': {
          schema: {
            oneOf: requests.map(({ command }) => schemaRef(command)),
            discriminator: { propertyName: 'command', mapping: Object.fromEntries(mapping) },
          },
          examples: Object.fromEntries(examples),
        },
      },
    },
    responses: {
      '200': {
        description: 'What the command came to.',
        content: { ...json(schemaRef('Answer')), 'text/event-stream': { schema: { type: 'string' } } },
      },
      '400': refusal('The body is no request.'),
      ...refusals,
    },
  };
}

const incidentsOperation = {
  operationId: 'incidents',
  summary: 'The new messages of watched chats, oldest first.',
  description:
    'With "Accept: text/event-stream" those there are and those that come, as events named incident, each with its sequence number as id.',
  parameters: [
    parameter('instance', 'May be missing where one instance watches chats.', { type: 'string' }),
    parameter('after', 'Sequence number; those behind it are given.', { type: 'integer', minimum: 0 }),
    parameter('limit', 'At most 1000; 100 by default.', { type: 'integer', minimum: 1 }),
  ],
  responses: {
    '200': {
      description: 'Incidents.',
      content: { ...json(schemaRef('Incidents')), 'text/event-stream': { schema: { type: 'string' } } },
    },
    '400': refusal('Several instances watch chats, and none is named.'),
    '404': refusal('No such instance watches chats.'),
    ...refusals,
  },
};

function parameter(name: string, description: string, schema: object): object {
  return { name, in: 'query', description, schema };
}

const linkOperation = {
  operationId: 'makeLoginLink',
  summary: 'Makes a link at which one person can sign in for an instance, once and within ten minutes.',
  requestBody: {
    content: json({
      type: 'object',
      additionalProperties: false,
      properties: { instance: { type: 'string', description: 'May be missing where there is only one.' } },
    }),
  },
  responses: {
    '201': {
      description: 'The link.',
      content: json({
        type: 'object',
        required: ['url', 'expiresOn'],
        properties: { url: { type: 'string' }, expiresOn: { type: 'string', format: 'date-time' } },
      }),
    },
    ...refusals,
  },
};

function reading(operationId: string, summary: string): object {
  return {
    operationId,
    summary,
    responses: { '200': { description: summary, content: json({ type: 'object' }) }, ...refusals },
  };
}
