import { type CommandContext, defineCommand } from '../../integration/command.js';
import { GraphError, TransportError } from '../../integration/errors.js';
import { path } from '../../integration/graph/path.js';
import { type Disregarded, judge, reactionsTo } from './ask-answer.js';
import { type Question, questionFrom } from './ask-question.js';
import { answeredResult, timedOutResult, waitingResult } from './ask-result.js';
import { isOver } from './ask-time.js';
import { onceKnown } from './new-chat.js';
import { messagesAfter } from './read-messages.js';
import { shownLine } from './shown-text.js';

/**
 * Looks for the answer to a question. All it knows stands in its arguments, so that it can look from anywhere, and after a
 * restart. Graph: GET /chats/{id}/messages. Least permission: Chat.Read.
 */
export default defineCommand<'msgraph-teams-ask-status'>({
  permissions: { delegated: [['Chat.Read'], ['Chat.ReadWrite']], application: [] },
  effects: 'read',
  examples: [
    '!msgraph-teams-ask-status chat_id=19:345ed4df-309d-4279-ae80-353fcedf8de1_6b040b31-c824-42aa-a299-50169bd05fc5@unq.gbl.spaces message_id=1771234860651 asked_id=345ed4df-309d-4279-ae80-353fcedf8de1 asked_name=George text="Did you report a mail on Friday?" options=open default="no answer" created=2026-02-16T09:41:00.651Z deadline=2026-02-16T10:41:00.651Z sessions_revoked=true',
  ],
  async run(args, context) {
    const question = questionFrom(args);
    const { chatId, messageId: id, created } = question;
    // Before the messages are read: whatever came until then is among them.
    const now = context.run.clock.now();
    const messages = await onceKnown(chatId, context.run, () =>
      messagesAfter(chatId, { id, created }, context.graph),
    );
    const judgment = judge(messages, question);
    if (judgment.chosen.length > 0) return answeredResult(question, judgment);
    if (!isOver(question, now)) {
      const name = shownLine(question.askedName ?? question.askedId);
      return waitingResult(question, context.run.clock.now(), {
        text: `${name} has not answered yet.`,
        raw: null,
        judgment,
      });
    }
    const reactions = await reactionsOf(question, context);
    return timedOutResult(question, { ...judgment, disregarded: [...judgment.disregarded, ...reactions] });
  },
});

/** Read for the remark only, so that a failure changes nothing (rule R34). */
async function reactionsOf(question: Question, { graph }: CommandContext): Promise<readonly Disregarded[]> {
  try {
    return reactionsTo(
      await graph.get(path`chats/${question.chatId}/messages/${question.messageId}`),
      question,
    );
  } catch (error) {
    if (error instanceof GraphError || error instanceof TransportError) return [];
    throw error;
  }
}
