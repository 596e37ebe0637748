import { type CommandContext } from '../../integration/command.js';
import { type TargetUser } from '../../integration/dispatcher/target-user.js';
import { GraphError, ProtectedError, TransportError } from '../../integration/errors.js';
import { type GraphClient } from '../../integration/graph/client.js';
import { path } from '../../integration/graph/path.js';
import { textAt } from '../../integration/json.js';
import { isExternalGuest } from '../users/external-guest.js';

/** A password that is about to be set. */
export interface PasswordPlan {
  /** Whether the analyst means it all the same, as in a staged rollout of cloud authentication. */
  readonly override: boolean | undefined;
  /** Whether password writeback carries it to an on-premises directory, which a federated domain asks. */
  readonly isWrittenBack: boolean;
}

/**
 * Refuses to set a password in Entra ID for somebody of a federated domain: its identity provider alone is asked for
 * passwords, so that the old one would go on working. Graph: GET /domains/{id}, authenticationType. Least permission:
 * Domain.Read.All, without which nothing is refused (rule R34).
 * @returns What to warn of: that the domain could not be read.
 * @throws ProtectedError before anything is changed.
 */
export async function refuseFederated(
  { override, isWrittenBack }: PasswordPlan,
  { graph, target }: Pick<CommandContext, 'graph' | 'target'>,
): Promise<readonly string[]> {
  const domain = target && domainOf(target);
  if (!domain || override || isExternalGuest(target)) return [];
  const reaches = isWrittenBack && target.isSynchronized;
  if (reaches) return [];
  const kind = await authenticationOf(domain, graph);
  if (kind.failure !== undefined) {
    return [
      `Whether the domain ${domain} is federated could not be read (Domain.Read.All allows it): ${kind.failure}`,
    ];
  }
  if (kind.type !== 'Federated') return [];
  throw new ProtectedError(
    `The domain ${domain} is federated: ${target.userPrincipalName} signs in with the identity provider of that domain, which does not ask for passwords set in Entra ID. Nothing was changed.`,
    `${otherWay(target)} If it is meant, as in a staged rollout: override_protection=true with a reason.`,
  );
}

function domainOf({ userPrincipalName: name }: TargetUser): string | undefined {
  return name.includes('@') ? name.slice(name.lastIndexOf('@') + 1) : undefined;
}

function otherWay({ isSynchronized }: TargetUser): string {
  return isSynchronized
    ? 'Use !msgraph-user-change-password-on-premise, which password writeback carries to the on-premises directory, or set it there.'
    : 'Set it at that identity provider.';
}

async function authenticationOf(
  domain: string,
  graph: GraphClient,
): Promise<{ readonly type?: string | undefined; readonly failure?: string | undefined }> {
  try {
    return {
      type: textAt(
        await graph.get(path`domains/${domain}`, { select: ['authenticationType'] }),
        'authenticationType',
      ),
    };
  } catch (error) {
    if (error instanceof GraphError || error instanceof TransportError) {
      return { failure: error.message.split('\n')[0] };
    }
    throw error;
  }
}
