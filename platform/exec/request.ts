import { ArgumentError } from '../../integration/errors.js';
import { isJsonObject, type JsonObject } from '../../integration/json.js';

/** One line of `exec`'s input. */
export interface ExecRequest {
  /** Given back with the answer; any JSON value. */
  readonly id: unknown;
  readonly command: string;
  readonly args: JsonObject;
  /** The instance form, for a caller that keeps instances itself. */
  readonly params?: JsonObject;
  /** Name of an instance of our own. */
  readonly instance?: string;
  /** What the caller kept from earlier answers; goes with `params`. */
  readonly integrationContext?: JsonObject;
  /** How long the command may take, waits and repeats included; without it the platform's own default. */
  readonly timeoutSeconds?: number;
}

const known = ['id', 'command', 'args', 'params', 'instance', 'integrationContext', 'timeoutSeconds'];

function objectAt(line: JsonObject, key: string): JsonObject | undefined {
  const value = line[key];
  if (value === undefined) return undefined;
  if (!isJsonObject(value)) throw new ArgumentError(`"${key}" must be a JSON object.`);
  return value;
}

/**
 * Reads one request.
 * @param line The parsed JSON of a line.
 * @throws ArgumentError that names the member at fault.
 */
export function readExecRequest(line: unknown): ExecRequest {
  if (!isJsonObject(line))
    throw new ArgumentError(
      'The line is not a JSON object.',
      `Send one JSON object a line with ${known.join(', ')}.`,
    );
  const unknown = Object.keys(line).filter((key) => !known.includes(key));
  if (unknown.length > 0)
    throw new ArgumentError(
      `Unknown member ${unknown.map((key) => JSON.stringify(key)).join(', ')}.`,
      `Known are ${known.join(', ')}.`,
    );

  const { command, instance } = line;
  if (typeof command !== 'string' || command === '')
    throw new ArgumentError('"command" must be the name of a command.');
  if (instance !== undefined && typeof instance !== 'string')
    throw new ArgumentError('"instance" must be the name of an instance.');
  const args = line['args'] === null ? {} : (objectAt(line, 'args') ?? {});
  // Parameters that got lost on the way are no wish for another instance, let alone for the sandbox.
  const params = objectAt(line, 'params');
  const integrationContext =
    line['integrationContext'] === null ? undefined : objectAt(line, 'integrationContext');
  if (params && instance !== undefined)
    throw new ArgumentError('"params" and "instance" exclude each other.');
  if (integrationContext && !params)
    throw new ArgumentError('"integrationContext" goes with "params"; an instance keeps its own.');
  const { timeoutSeconds } = line;
  if (timeoutSeconds !== undefined && !(typeof timeoutSeconds === 'number' && timeoutSeconds > 0))
    throw new ArgumentError('"timeoutSeconds" must be a number above 0.');
  return {
    id: line['id'] ?? null,
    command: command.startsWith('!') ? command.slice(1) : command,
    args,
    ...(params && { params }),
    ...(instance !== undefined && { instance }),
    ...(integrationContext && { integrationContext }),
    ...(timeoutSeconds !== undefined && { timeoutSeconds }),
  };
}
