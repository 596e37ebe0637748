import { XMLParser } from 'fast-xml-parser';
import { isJsonObject, type JsonObject, textAt } from '../json.js';

/** What the service says; what it leaves out, or marks as nil, is absent. */
export interface MfaAnswer {
  /** `Success`, or a word for what stood in the way. */
  readonly value: string;
  /** The service's own words. */
  readonly message?: string;
  /** `true`, `false`, or `challenge` where a code is wanted. */
  readonly authenticationResult?: string;
  readonly sessionId?: string;
  /** Where to ask for the outcome. */
  readonly affinityUrl?: string;
}

/** Entities are left as they stand: nothing that the service says is worth expanding what a stranger may have put in. */
const parser = new XMLParser({
  ignoreAttributes: true,
  ignoreDeclaration: true,
  removeNSPrefix: true,
  parseTagValue: false,
  processEntities: false,
});

/**
 * Reads an answer of the MFA service.
 * @param body What was received. @param root Name of its root element.
 * @returns Undefined for anything else.
 */
export function readAnswer(body: string, root: string): MfaAnswer | undefined {
  if (/<!DOCTYPE/i.test(body)) return undefined;
  const document = parse(body);
  const response = isJsonObject(document) ? document[root] : undefined;
  const result = isJsonObject(response) ? response['Result'] : undefined;
  if (!isJsonObject(response) || !isJsonObject(result)) return undefined;
  const value = filled(result, 'Value');
  if (value === undefined) return undefined;
  const message = filled(result, 'Message');
  const authenticationResult = filled(response, 'AuthenticationResult')?.toLowerCase();
  const sessionId = filled(response, 'SessionId');
  const affinityUrl = filled(response, 'AffinityUrl');
  return {
    value,
    ...(message !== undefined && { message }),
    ...(authenticationResult !== undefined && { authenticationResult }),
    ...(sessionId !== undefined && { sessionId }),
    ...(affinityUrl !== undefined && { affinityUrl }),
  };
}

function parse(body: string): unknown {
  try {
    return parser.parse(body) as unknown;
  } catch {
    return undefined;
  }
}

/** An element that is nil is empty to a reader without attributes. */
function filled(object: JsonObject, name: string): string | undefined {
  const text = textAt(object, name)?.trim();
  return text === '' ? undefined : text;
}
