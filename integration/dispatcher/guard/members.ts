import { SoarError } from '../../errors.js';
import { type GraphClient } from '../../graph/client.js';
import { odata, type QueryOptions } from '../../graph/odata.js';
import { type GraphPath, path } from '../../graph/path.js';
import { type JsonObject, textAt } from '../../json.js';
import { type ProtectedRule } from '../../settings/protected-users.js';

const OBJECT_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Reads the object IDs of everybody in a protected group (Graph: GET /groups/{id}/transitiveMembers) or Entra role
 * (Graph: GET /directoryRoles/{id}/members). A role that nobody holds is not in the directory, and has no members.
 * @throws SoarError when there is no such group, or Graph does not show it: then nobody knows who is protected.
 */
export async function readMembers(
  rule: Exclude<ProtectedRule, { readonly kind: 'user' }>,
  graph: GraphClient,
): Promise<ReadonlySet<string>> {
  const collections =
    rule.kind === 'group' ? await groupOf(rule.name, graph) : await roleOf(rule.name, graph);
  const ids = new Set<string>();
  for (const collection of collections) {
    for (const member of await itemsOf(graph, collection, { select: ['id'] })) {
      const id = textAt(member, 'id');
      if (id !== undefined) ids.add(id);
    }
  }
  return ids;
}

async function groupOf(name: string, graph: GraphClient): Promise<readonly GraphPath[]> {
  if (OBJECT_ID.test(name)) return [path`groups/${name}/transitiveMembers`];
  const groups = await itemsOf(graph, path`groups`, {
    filter: odata`displayName eq ${name}`,
    select: ['id', 'displayName'],
  });
  const ids = groups.flatMap((group) => textAt(group, 'id') ?? []);
  if (ids.length === 0) throw new SoarError(`There is no group "${name}".`);
  return ids.map((id) => path`groups/${id}/transitiveMembers`);
}

async function roleOf(name: string, graph: GraphClient): Promise<readonly GraphPath[]> {
  const wanted = name.toLowerCase();
  const roles = await itemsOf(graph, path`directoryRoles`, {});
  return roles
    .filter((role) => [role['displayName'], role['roleTemplateId']].some((value) => isNamed(value, wanted)))
    .flatMap((role) => textAt(role, 'id') ?? [])
    .map((id) => path`directoryRoles/${id}/members`);
}

function isNamed(value: unknown, wanted: string): boolean {
  return typeof value === 'string' && value.toLowerCase() === wanted;
}

async function itemsOf(
  graph: GraphClient,
  collection: GraphPath,
  query: QueryOptions,
): Promise<readonly JsonObject[]> {
  const items: JsonObject[] = [];
  for await (const page of graph.pages(collection, query)) items.push(...page.items);
  return items;
}
