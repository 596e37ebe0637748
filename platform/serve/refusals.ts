import { type FastifyError, type FastifyInstance } from 'fastify';
import { ArgumentError, SettingsError, SoarError } from '../../integration/errors.js';
import { HttpRefusal } from './http-refusal.js';

/** The body of every answer that is no success. */
export interface RefusalBody {
  readonly error: {
    readonly message: string;
    /** What to do, in one line. */
    readonly nextStep?: string;
  };
}

/**
 * Answers what went wrong: always JSON of one form, nothing of the inside of the server, and nothing of the request but
 * what a schema says of it.
 * @param warn Told of failures that nobody foresaw.
 */
export function answerRefusals(app: FastifyInstance, warn: (text: string) => void): void {
  app.setErrorHandler((error: FastifyError, _request, reply) => {
    const { status, headers, ...told } = asRefusal(error, warn);
    return reply.code(status).headers(headers).send(bodyOf(told));
  });
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).send(bodyOf({ message: 'There is nothing here.', nextStep: 'See /openapi.json.' })),
  );
}

/** The body of a refusal. */
export function bodyOf({ message, nextStep }: RefusalBody['error']): RefusalBody {
  return { error: { message, ...(nextStep !== undefined && { nextStep }) } };
}

interface Told {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly message: string;
  readonly nextStep?: string;
}

/** What fastify itself refuses, in our words. */
const ofFastify: Readonly<Record<string, string>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'The body is too large: at most 1 MiB is taken.',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'The body must be JSON (Content-Type: application/json).',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'The body is empty.',
  FST_ERR_CTP_INVALID_JSON_BODY: 'The body is not JSON.',
};

/** A hostile body may have as many faults as it has bytes. */
const SHOWN_FAULTS = 5;

const LONGEST_NAME = 60;

type SchemaFault = NonNullable<FastifyError['validation']>[number];

function faultOf({ instancePath, message = 'is wrong', params }: SchemaFault): string {
  const where = instancePath.slice(1).replaceAll('/', '.') || 'the body';
  const { additionalProperty: extra } = params;
  const name = typeof extra === 'string' ? ` (${JSON.stringify(extra.slice(0, LONGEST_NAME))})` : '';
  return `${where} ${message}${name}`;
}

function asRefusal(error: FastifyError, warn: (text: string) => void): Told {
  if (error instanceof HttpRefusal) return told(error.statusCode, error, error.headers);
  if (error instanceof ArgumentError) return told(400, error);
  if (error instanceof SettingsError) return told(409, error);
  const { statusCode = 500, code, validation } = error;
  if (validation) {
    const faults = validation.slice(0, SHOWN_FAULTS).map(faultOf);
    return { status: 400, headers: {}, message: `The request is not well-formed: ${faults.join('; ')}.` };
  }
  if (statusCode < 500) {
    const text = Object.hasOwn(ofFastify, code) ? ofFastify[code] : undefined;
    return { status: statusCode, headers: {}, message: text ?? 'The request cannot be read.' };
  }
  warn(`A request failed: ${error instanceof SoarError ? error.text : String(error)}`);
  return { status: 500, headers: {}, message: 'The server failed. Its error output says how.' };
}

function told(status: number, error: SoarError, headers: Told['headers'] = {}): Told {
  return {
    status,
    headers,
    message: error.message,
    ...(error.nextStep !== undefined && { nextStep: error.nextStep }),
  };
}
