import { type CommandContext } from '../../integration/command.js';
import { GraphError, TransportError } from '../../integration/errors.js';
import { type GraphPath, path } from '../../integration/graph/path.js';
import { type JsonObject, textAt } from '../../integration/json.js';
import { shownLine, shownPlain } from './shown-text.js';

/** How long ending the sessions is taken to be about the same incident, in milliseconds. */
const RECENT = 24 * 3600 * 1000;

/** Whether an answer can be taken for that of the person, and not of whoever holds the account. */
export interface Trust {
  /** Undefined where nobody knows. */
  readonly hasEndedSessions: boolean | undefined;
  readonly warnings: readonly string[];
}

/** Who is asked, and what. */
export interface Asking {
  readonly id: string;
  readonly name: string | undefined;
  readonly text: string;
  readonly options: readonly string[];
}

/**
 * Looks whether the sign-in sessions of somebody ended in the day before they are asked (Graph: user,
 * signInSessionsValidFromDateTime), and else warns and names the manager to ask instead. Reads that fail only make the
 * warning vaguer (rule R34).
 */
export async function trustIn(asking: Asking, context: CommandContext): Promise<Trust> {
  const { id, name } = asking;
  const user = await readOrNothing(
    path`users/${id}`,
    ['signInSessionsValidFromDateTime', 'userPrincipalName'],
    context,
  );
  const ended = user && textAt(user, 'signInSessionsValidFromDateTime');
  const since = context.run.clock.now() - RECENT;
  if (ended !== undefined && Date.parse(ended) >= since) return { hasEndedSessions: true, warnings: [] };
  const shown = shownLine(name ?? id);
  const state = user
    ? `The sign-in sessions of ${shown} were not ended in the 24 hours before the question`
    : `Whether the sign-in sessions of ${shown} ended before the question could not be read`;
  const login = (user && textAt(user, 'userPrincipalName')) ?? id;
  const manager = await managerLine(asking, context);
  return {
    hasEndedSessions: user ? false : undefined,
    warnings: [
      `${state}: whoever holds the account may be the one who answers. To end them: !msgraph-user-session-revoke user=${quoted(login)}`,
      ...(manager === undefined ? [] : [manager]),
    ],
  };
}

async function managerLine(
  { id, name, text, options }: Asking,
  context: CommandContext,
): Promise<string | undefined> {
  const manager = await readOrNothing(
    path`users/${id}/manager`,
    ['id', 'displayName', 'userPrincipalName'],
    context,
  );
  const managerLogin = manager && (textAt(manager, 'userPrincipalName') ?? textAt(manager, 'id'));
  if (!manager || managerLogin === undefined) return undefined;
  const about = quoted(`About ${name ?? id}: ${text}`);
  const line = `!msgraph-teams-ask user=${quoted(managerLogin)} text=${about} options=${quoted(options.join(','))}`;
  return `The manager is ${shownLine(textAt(manager, 'displayName') ?? managerLogin)}. To ask them instead: \`${line}\``;
}

/** As an argument of a line that can be copied from where it shows as code: no sign in it ends the quote or the code. */
function quoted(text: string): string {
  return `"${shownPlain(text)
    .replaceAll(/["\\`]/g, "'")
    .replaceAll('${', '{')
    .replaceAll(/\s+/g, ' ')}"`;
}

async function readOrNothing(
  address: GraphPath,
  select: readonly string[],
  { graph }: CommandContext,
): Promise<JsonObject | undefined> {
  try {
    return await graph.get(address, { select });
  } catch (error) {
    if (error instanceof GraphError || error instanceof TransportError) return undefined;
    throw error;
  }
}
