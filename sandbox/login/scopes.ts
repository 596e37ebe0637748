import { graphRootsAt } from '../clouds.js';
import { graphScopes, openIdScopes } from '../tenant/graph-scopes.js';
import { tenantId } from '../tenant/identity.js';
import { Refused } from './aadsts.js';

/** The application ID of Graph, which stands for its root in every cloud. */
const graphId = '00000003-0000-0000-c000-000000000000';

/** Permissions asked for, as a `scope` parameter names them. */
export interface AskedScopes {
  /** Root of Graph the token is to be for. */
  readonly audience: string;
  /** Permissions on Graph, spelled as Graph spells them. */
  readonly permissions: readonly string[];
  /** Whether everything that was consented to is wanted: `/.default`. */
  readonly isDefault: boolean;
  /** OpenID Connect scopes. */
  readonly openId: readonly string[];
  /** What stood before the permissions, such as `https://graph.microsoft.com/`; empty for short names. */
  readonly prefix: string;
}

/**
 * The root of Graph that a resource names.
 *
 * @param resource A root, in any case and with or without slash, or the application ID of Graph.
 * @param origin Scheme and host that were called; at a loopback address it stands for Graph itself.
 * @returns undefined where it is none, or one of another cloud.
 */
export function audienceOf(resource: string, origin: string): string | undefined {
  const roots = graphRootsAt(new URL(origin).hostname);
  const named = resource.replace(/\/+$/, '').toLowerCase();
  if (named === graphId || named === origin.toLowerCase()) return roots[0];
  return roots.find((root) => root === named);
}

/**
 * Reads the `scope` of a request on behalf of a person (Entra: scopes and permissions).
 *
 * @param scope The parameter.
 * @param origin Scheme and host that were called.
 * @throws Refused for unknown permissions, for resources that are not Graph, and for `/.default` beside others.
 */
export function readScopes(scope: string, origin: string): AskedScopes {
  const items = scope.split(/\s+/).filter((item) => item !== '');
  const openId = items.map((item) => item.toLowerCase()).filter((item) => openIdScopes.includes(item));
  const onGraph = items
    .filter((item) => !openIdScopes.includes(item.toLowerCase()))
    .map((item) => {
      const slash = item.lastIndexOf('/');
      return { resource: item.slice(0, Math.max(0, slash)), name: item.slice(slash + 1) };
    });
  const resources = new Set(onGraph.map(({ resource }) => resource.replace(/\/+$/, '').toLowerCase()));
  resources.delete('');
  const [resource] = resources;
  if (resources.size > 1) throw new Refused(700022, { scope });
  const audience = audienceOf(resource ?? graphId, origin);
  if (audience === undefined) throw new Refused(500011, { resource: resource ?? '', tenant: tenantId });
  const isDefault = onGraph.some(({ name }) => name === '.default');
  if (isDefault && onGraph.length > 1) throw new Refused(70011, { scope });
  const permissions = onGraph
    .filter(({ name }) => name !== '.default')
    .map(({ name }) => {
      const known = graphScopes.find((candidate) => candidate.toLowerCase() === name.toLowerCase());
      if (known === undefined) throw new Refused(70011, { scope });
      return known;
    });
  return {
    audience,
    permissions,
    isDefault,
    openId: [...new Set(openId)],
    prefix: resource === undefined ? '' : `${audience}/`,
  };
}

/**
 * The `scope` of a token answer. `offline_access` is never in it; `/.default` comes back beside what it stood for.
 *
 * @param asked How it was asked.
 * @param granted Permissions on Graph that are in the token.
 */
export function showScopes(asked: AskedScopes, granted: readonly string[]): string {
  return [
    ...granted.map((name) => `${asked.prefix}${name}`),
    ...asked.openId.filter((name) => name !== 'offline_access'),
    ...(asked.isDefault ? [`${asked.prefix}.default`] : []),
  ].join(' ');
}
