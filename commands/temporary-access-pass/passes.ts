import { type GraphClient } from '../../integration/graph/client.js';
import { path } from '../../integration/graph/path.js';
import { type JsonObject } from '../../integration/json.js';
import { contextKeys } from '../../integration/results/keys.js';

/** A pass without its code, which Graph gives once only, and which is not for the context even then (rule R10). */
export function withoutCode(pass: JsonObject): JsonObject {
  const { temporaryAccessPass: _code, '@odata.context': _context, ...shown } = pass;
  return shown;
}

/** Reads the passes of a user: none or one. Graph: list temporaryAccessPassMethods, which takes no query options. */
export async function passesOf(graph: Pick<GraphClient, 'pages'>, user: string): Promise<JsonObject[]> {
  const passes: JsonObject[] = [];
  for await (const { items } of graph.pages(path`users/${user}/authentication/temporaryAccessPassMethods`)) {
    passes.push(...items.map(withoutCode));
  }
  return passes;
}

/** A pass as the context holds it. @param user Whose it is, as typed. */
export function passContext(pass: JsonObject, user: string): JsonObject {
  return { ...contextKeys(withoutCode(pass)), UserID: user };
}
