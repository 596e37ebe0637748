import { ArgumentError } from '../../integration/errors.js';
import { isJsonObject, type JsonObject, textAt } from '../../integration/json.js';

/** What the server wants to be run. */
export interface RunMessage {
  readonly command: string;
  readonly args: JsonObject;
  /** The instance form. */
  readonly params: JsonObject;
  /** Name of the instance. */
  readonly instance?: string;
  /** Id of the incident; the files of a run are named after it. */
  readonly incident: string;
  readonly isDebug: boolean;
  /** Seconds between signs of life; undefined where none are wanted. */
  readonly heartbeatSeconds?: number;
}

/** Seconds between signs of life where the message does not say. */
const USUAL_HEARTBEAT_SECONDS = 30;

/** The one option that a platform leaves among the arguments. */
const DEBUG_OPTION = 'debug-mode';

/**
 * Reads a run message. Members that concern the server's own runtime, such as the script, are passed over.
 * @param message The parsed JSON of a line.
 * @throws ArgumentError that names the member at fault.
 */
export function readRunMessage(message: unknown): RunMessage {
  if (!isJsonObject(message)) throw new ArgumentError('The message is not a JSON object.');
  const { command } = message;
  if (typeof command !== 'string' || command === '')
    throw new ArgumentError('"command" must be the name of a command.');
  // Parameters that got lost on the way are an error here: there is no instance that could stand in for them.
  const params = message['params'];
  if (!isJsonObject(params)) throw new ArgumentError('"params" must be a JSON object.');
  const given = message['args'] ?? {};
  if (!isJsonObject(given)) throw new ArgumentError('"args" must be a JSON object.');
  const { [DEBUG_OPTION]: debugOption, ...args } = given;
  const context = isJsonObject(message['context']) ? message['context'] : {};
  const instance = textAt(context, 'IntegrationInstance');
  const incident = isJsonObject(context['Inv']) ? textAt(context['Inv'], 'id') : undefined;
  const heartbeatSeconds = heartbeatOf(message);
  return {
    command,
    args,
    params,
    ...(instance && { instance }),
    incident: incident ?? '',
    isDebug: context['IsDebug'] === true || String(debugOption) === 'true',
    ...(heartbeatSeconds && { heartbeatSeconds }),
  };
}

function heartbeatOf(message: JsonObject): number | undefined {
  if (message['is_running_heartbeat'] !== true) return undefined;
  const seconds = message['heartbeat_interval'];
  return typeof seconds === 'number' && seconds > 0 ? seconds : USUAL_HEARTBEAT_SECONDS;
}
