import { type CommandContext } from '../../integration/command.js';
import { type CommandResult, toEntries } from '../../integration/results/command-result.js';
import { certificateEnd } from './certificate-end.js';
import { probe } from './probe.js';
import { secretEnd } from './secret-end.js';

const columns = [
  'User',
  'Flow',
  'Tenant',
  'Cloud',
  'Graph',
  'Token ends',
  'Certificate ends',
  'Secret ends',
  'Permissions',
];

/**
 * Checks the connection and says who is connected to what.
 * @param success The sentence that scripts know.
 * @throws AuthError, GraphError or TransportError with what is wrong.
 */
export async function connectionReport(success: string, context: CommandContext): Promise<CommandResult> {
  const { signIn, user, token, permissions } = await probe(context);
  const { cloud, graphUrl } = context.settings;
  const now = context.run.clock.now();
  const certificate = certificateEnd(signIn, now);
  const secret = secretEnd(context.settings, now);
  const warnings = [certificate?.warning, secret?.warning].filter((warning) => warning !== undefined);
  const connection = {
    User: user && (user.name ?? user.id),
    Flow: signIn.flow,
    Tenant: 'tenant' in signIn ? signIn.tenant : undefined,
    Cloud: cloud,
    Graph: graphUrl,
    'Token ends': new Date(token.expiresOn).toISOString(),
    'Certificate ends': certificate?.at,
    'Secret ends': secret?.at,
    Permissions: permissions?.toSorted().join(', ') ?? 'the token cannot be read',
  };
  return {
    text: success,
    raw: success,
    also: toEntries({ table: { title: 'Connection', rows: [connection], columns } }),
    ...(warnings.length > 0 && { warnings }),
  };
}
