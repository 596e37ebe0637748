import { GraphError } from '../../integration/errors.js';
import { type GraphClient } from '../../integration/graph/client.js';
import { path } from '../../integration/graph/path.js';
import { textAt } from '../../integration/json.js';

const objectId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The object ID of a user, so that one who is named in two ways is one in the context (rule R6). Where Graph does not give
 * it, as to an application that may not read users, the name stays as it was typed: the rest of the result is good.
 */
export async function objectIdOf(graph: GraphClient, user: string): Promise<string> {
  if (objectId.test(user)) return user;
  try {
    return textAt(await graph.get(path`users/${user}`, { select: ['id'] }), 'id') ?? user;
  } catch (error) {
    if (error instanceof GraphError) return user;
    throw error;
  }
}
