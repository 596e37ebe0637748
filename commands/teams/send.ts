import { type CommandContext } from '../../integration/command.js';
import { GraphError } from '../../integration/errors.js';
import { path } from '../../integration/graph/path.js';
import { isJsonObject, type JsonObject, textAt } from '../../integration/json.js';
import { identityIn } from './identity.js';
import { onceLookedAfter } from './lost-answer.js';
import { textOf } from './message-output.js';
import { onceKnown } from './new-chat.js';

/** How far Graph's clock may be behind ours, in milliseconds, for a message to count as sent just now. */
const CLOCK_SKEW = 2000;

/** Messages that a look for a lost one reads. */
const LOOKED_AT = 20;

/**
 * Sends a message to a chat, as the person who signed in. Graph: POST /chats/{id}/messages. A message is never sent twice:
 * where the answer is lost, the newest messages are read for one of ours.
 * @param message As {@link composeMessage} makes it.
 * @returns The message as Graph has it. @throws as GraphClient.post; a failure that leaves it open says so.
 */
export async function sendToChat(
  chatId: string,
  message: JsonObject,
  context: CommandContext,
): Promise<JsonObject> {
  const { graph, run } = context;
  const begun = run.clock.now();
  return onceLookedAfter(
    {
      act: () =>
        onceKnown(chatId, run, async () => {
          const sent = await graph.post(path`chats/${chatId}/messages`, message, { idempotent: false });
          if (isJsonObject(sent) && textAt(sent, 'id') !== undefined) return sent;
          throw withoutMessage(sent);
        }),
      look: () => findSent(chatId, message, begun - CLOCK_SKEW, context),
      what: 'Whether the message was sent',
    },
    run,
  );
}

/** The newest message of ours that says the same and came after a moment. */
async function findSent(
  chatId: string,
  message: JsonObject,
  since: number,
  { graph, tokens }: CommandContext,
): Promise<JsonObject | undefined> {
  const own = (await tokens.state()).user?.id ?? textAt(await graph.get(path`me`, { select: ['id'] }), 'id');
  const wanted = textOf(message);
  const query = { orderby: 'createdDateTime desc', top: LOOKED_AT };
  for await (const { items } of graph.pages(path`chats/${chatId}/messages`, query)) {
    return items.find(
      (item) =>
        Date.parse(textAt(item, 'createdDateTime') ?? '') >= since &&
        identityIn(item['from']).id === own &&
        textOf(item) === wanted,
    );
  }
  return undefined;
}

/** A success that does not say what was sent: it may have been, so that it counts as lost. */
function withoutMessage(answer: unknown): GraphError {
  return new GraphError(
    'Microsoft Graph took the message and did not say which it became.',
    'Look into the chat.',
    { status: 201, code: '', text: 'a success without the message', body: answer },
  );
}
