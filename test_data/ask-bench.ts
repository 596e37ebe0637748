import { type JsonObject } from '../integration/json.js';
import { type Entry } from '../integration/results/entry.js';
import { type ReplyStep } from '../sandbox/index.js';
import { type ChatBench, openChatBench } from './chat-bench.js';
import { type BenchRun, contextUnder, objectOf } from './command-bench.js';

/** A look at a question, and what it says became of it. */
export interface Look extends BenchRun {
  readonly outcome: JsonObject;
}

/** A tenant where Adele asks, and the others answer as a test says. */
export interface AskBench extends ChatBench {
  /**
   * Asks Noor, or whom the arguments name.
   * @param then What the others do in answer. @returns The arguments of the looks.
   */
  ask(then: readonly ReplyStep[], args?: JsonObject): Promise<JsonObject>;
  /** Looks so many seconds later. */
  look(args: JsonObject, seconds: number): Promise<Look>;
}

/** Starts a tenant for tests of questions, in which nobody answers by themselves. */
export async function openAskBench(): Promise<AskBench> {
  const bench = await openChatBench({ replies: [] });
  return {
    ...bench,
    async ask(then, args = {}) {
      bench.sandbox.replies = [{ then: [...then] }];
      const where = 'chat' in args ? {} : { chat: 'noor@contoso.example' };
      const { entry } = await bench.run('msgraph-teams-ask', {
        text: 'Was that you?',
        timeout: '15m',
        sessions_revoked: true,
        ...where,
        ...args,
      });
      if (!entry.PollingArgs) throw new Error(String(entry.Contents));
      bench.sandbox.replies = [];
      return { ...entry.PollingArgs };
    },
    async look(args, seconds) {
      bench.clock.advance(seconds * 1000);
      const run = await bench.run('msgraph-teams-ask-status', args);
      return { ...run, outcome: outcomeOf(run.entry) };
    },
  };
}

const outcomeOf = (entry: Entry): JsonObject => objectOf(contextUnder(entry, 'MSGraphTeamsAsk'));
