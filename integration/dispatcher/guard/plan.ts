import { claimsOf } from '../../auth/claims.js';
import { type TokenProvider } from '../../auth/token.js';
import { type CommandMetadata } from '../../command.js';
import { SoarError } from '../../errors.js';
import { type GraphClient } from '../../graph/client.js';
import { path } from '../../graph/path.js';
import { textAt } from '../../json.js';
import { type CommandResult } from '../../results/command-result.js';
import { type Run } from '../../run.js';
import { missingPermissions } from '../permission-sets.js';
import { type TargetUser } from '../target-user.js';

/** Thrown in the place of the first change of a dry run: how far the command would have come. */
export class PlannedWrite extends Error {
  /** @param request What would have been sent, such as `PATCH users/…`. */
  constructor(readonly request: string) {
    super(request);
  }
}

/** A client that reads, and throws {@link PlannedWrite} instead of changing anything. */
export function readsOnly(graph: GraphClient): GraphClient {
  const refuse =
    (method: string) =>
    (target: { readonly text: string }): never => {
      throw new PlannedWrite(`${method} ${target.text}`);
    };
  return {
    ...graph,
    patch: refuse('PATCH'),
    post: refuse('POST'),
    postForLocation: refuse('POST'),
    put: refuse('PUT'),
    delete: refuse('DELETE'),
  };
}

/** What a dry run of one target knows. */
export interface PlanFacts {
  readonly command: string;
  readonly metadata: CommandMetadata;
  readonly typed: string | undefined;
  readonly target: TargetUser | undefined;
  readonly planned: PlannedWrite;
  readonly graph: GraphClient;
  readonly tokens: TokenProvider;
  readonly run: Run;
}

/** The result of a dry run: what would be sent, whether the token may, and what the effect would bring with it. */
export async function plan(facts: PlanFacts): Promise<CommandResult> {
  const { command, typed, target, planned } = facts;
  const missing = await lackedBy(facts);
  const roles = target ? await rolesOf(facts, target) : [];
  const sideEffects = sideEffectsOf(target, roles);
  const row = {
    User: typed ?? '',
    Name: target?.displayName,
    Request: planned.request,
    'Would work':
      missing.length === 0 ? 'As far as the token tells' : `No: the token lacks ${missing.join(' + ')}`,
    Remarks: sideEffects.join('\n'),
  };
  return {
    table: { title: `${command}: dry run, nothing was done`, rows: [row], columns: Object.keys(row) },
    outputs: [
      {
        prefix: 'MSGraphUserAction',
        key: ['ID', 'Action'],
        value: {
          ID: target?.id ?? typed ?? null,
          Action: `dry-run:${command}`,
          User: typed ?? null,
          UserPrincipalName: target?.userPrincipalName ?? null,
          DisplayName: target?.displayName ?? null,
          Request: planned.request,
          MissingPermissions: missing,
          Roles: roles,
          Remarks: sideEffects,
        },
      },
    ],
    raw: null,
  };
}

/** Permissions that the token lacks; empty where it has them, or cannot be read. */
async function lackedBy({ metadata, tokens, run }: PlanFacts): Promise<readonly string[]> {
  const claims = claimsOf(await tokens.getToken(run));
  if (!claims) return [];
  const accepted = metadata.permissions[claims.isDelegated ? 'delegated' : 'application'];
  return missingPermissions(accepted, claims.isDelegated ? claims.scopes : claims.roles);
}

/** Entra roles of the target, by name. Graph: GET /users/{id}/memberOf/microsoft.graph.directoryRole. */
async function rolesOf({ graph }: PlanFacts, { id }: TargetUser): Promise<readonly string[]> {
  const roles: string[] = [];
  try {
    for await (const page of graph.pages(path`users/${id}/memberOf/microsoft.graph.directoryRole`, {
      select: ['displayName'],
    })) {
      roles.push(...page.items.flatMap((role) => textAt(role, 'displayName') ?? []));
    }
    return roles;
  } catch (error) {
    // A plan that cannot tell the roles is still a plan.
    if (error instanceof SoarError) return ['unknown: the roles cannot be read'];
    throw error;
  }
}

function sideEffectsOf(target: TargetUser | undefined, roles: readonly string[]): string[] {
  if (!target) return ['The account could not be read: it may not exist.'];
  return [
    ...(target.accountEnabled === false ? ['The account is disabled.'] : []),
    ...(target.isSynchronized
      ? ['The account comes from an on-premises directory: what is changed here may be changed back.']
      : []),
    ...(target.userType === 'Guest' ? ['The account is a guest: nothing changes at home.'] : []),
    ...(roles.length > 0
      ? [`The account holds Entra roles (${roles.join(', ')}): acting on it takes a role that ranks above.`]
      : []),
  ];
}
