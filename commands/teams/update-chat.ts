import { defineCommand } from '../../integration/command.js';
import { ArgumentError } from '../../integration/errors.js';
import { path } from '../../integration/graph/path.js';
import { isJsonObject, type JsonObject, textAt } from '../../integration/json.js';
import { teamsActions } from './action-output.js';
import { chatOutput, chatTable } from './chat-output.js';
import { userIdOf } from './chats-of.js';
import { findChat, isOneOnOne } from './find-chat.js';
import { onceKnown } from './new-chat.js';
import { shownLine } from './shown-text.js';
import { checkTopic } from './topic.js';

/** Renames a group chat. Graph: PATCH /chats/{id}, topic. Least permission: Chat.ReadWrite. */
export default defineCommand<'msgraph-teams-update-chat'>({
  permissions: { delegated: [['Chat.ReadWrite']], application: [['Chat.ReadWrite.All']] },
  effects: 'write',
  examples: [
    '!msgraph-teams-update-chat chat_id=19:595b3345756549a9a4464ff941bd7e2e@thread.v2 subject="Lunch" reason="Easier to find"',
    '!msgraph-teams-update-chat chat=Lunch clear_subject=true',
  ],
  async run(args, context) {
    const topic = topicOf(args);
    const id = await findChat(args, context);
    if (isOneOnOne(id)) {
      throw new ArgumentError(
        'A chat of two has no subject: only group chats can be renamed.',
        'Nothing was changed.',
      );
    }
    const { graph, run } = context;
    const before = await onceKnown(id, run, () => graph.get(path`chats/${id}`));
    if (before['chatType'] === 'meeting') {
      throw new ArgumentError(
        'The chat of a meeting is called after the meeting: only group chats can be renamed.',
        'Nothing was changed. Rename the meeting in the calendar.',
      );
    }
    const answer = await onceKnown(id, run, () =>
      graph.patch(
        path`chats/${id}`,
        { topic },
        { idempotent: true, isDone: async () => (await graph.get(path`chats/${id}`))['topic'] === topic },
      ),
    );
    const { '@odata.context': _, ...after }: JsonObject = isJsonObject(answer) ? answer : {};
    const chat: JsonObject = { ...before, ...after, topic };
    const title =
      topic === null
        ? 'The chat was updated: it has no subject now'
        : `The chat was updated with subject: ${shownLine(topic)}`;
    return {
      table: chatTable(title, [chat]),
      outputs: [
        chatOutput(chat, await userIdOf(undefined, context)),
        teamsActions([
          { ID: id, Action: 'update-chat', Subject: topic, SubjectBefore: textAt(before, 'topic') ?? null },
        ]),
      ],
      raw: chat,
    };
  },
});

/** @throws ArgumentError unless there is one thing to do. */
function topicOf({
  subject,
  clear_subject: isCleared,
}: {
  subject?: string;
  clear_subject: boolean;
}): string | null {
  if (isCleared && subject === undefined) return null;
  if (!isCleared && subject !== undefined) {
    checkTopic(subject);
    return subject;
  }
  throw new ArgumentError(
    'Give either subject, or clear_subject=true to take the subject away.',
    'Nothing was sent.',
  );
}
