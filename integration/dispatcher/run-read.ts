import { type CommandArguments } from '../../generated/arguments.js';
import { commandMetadata } from '../../generated/commands.js';
import { type CommandContext, type CommandName, type Registry } from '../command.js';
import { NotFoundError } from '../errors.js';
import { createGraphClient, type GraphClient } from '../graph/client.js';
import { type Entry } from '../results/entry.js';
import { resultOf, type TakeItems } from '../results/long-list.js';
import { entriesFromAnything } from '../results/raw-entry.js';
import { type Run } from '../run.js';
import { type IntegrationContextStore } from '../state/store.js';
import { type Connection } from './connection.js';
import { forbiddenExplainer } from './forbidden.js';
import { missingSentence } from './missing-target.js';
import { resultEntries } from './result-entries.js';

/** What a command that acts on nobody runs with. */
export interface Surroundings {
  /** @throws SettingsError where the parameters cannot work. */
  readonly connect: () => Connection;
  readonly state: IntegrationContextStore;
  readonly run: Run;
  readonly take?: TakeItems;
}

/**
 * Runs a command that changes nothing. The parameters are checked only once it needs them.
 * @throws what the command throws, unless playbooks know a sentence for it.
 */
export async function runRead<Name extends CommandName>(
  registry: Registry,
  name: Name,
  args: CommandArguments[Name],
  { connect, state, run, take }: Surroundings,
): Promise<Entry[]> {
  const { default: command } = await registry[name]();
  let graph: GraphClient | undefined;
  const context: CommandContext = {
    get graph() {
      if (graph) return graph;
      const { settings, http, tokens, throttles } = connect();
      const { graphUrl, signIn } = settings;
      const explainForbidden = forbiddenExplainer(name, signIn.flow);
      graph = createGraphClient({ graphUrl, http, tokens, throttles, explainForbidden }, run);
      return graph;
    },
    get tokens() {
      return connect().tokens;
    },
    get settings() {
      return connect().settings;
    },
    state,
    run,
  };
  try {
    return resultEntries(await resultOf(await command.run(args, context), take), run);
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
    const sentence = missingSentence(error, { metadata: commandMetadata[name], args }, context.settings);
    if (sentence === undefined) throw error;
    return entriesFromAnything(sentence);
  }
}
