import { defineCommand } from '../../integration/command.js';
import { textAt } from '../../integration/json.js';
import { addresseeOf, checkAddressee } from './ask-addressee.js';
import { readOptions } from './ask-options.js';
import { newCode, questionMessage, timesOf } from './ask-question.js';
import { waitingResult } from './ask-result.js';
import { readPatience } from './ask-time.js';
import { trustIn } from './ask-trust.js';
import { sendToChat } from './send.js';
import { shownLine } from './shown-text.js';

/**
 * Asks somebody in a chat, as the person who signed in, and waits for their answer, which is read from the chat: no bot, no
 * link, no address of ours that anything could open. Graph: POST /chats/{id}/messages, GET /chats/{id}/messages.
 */
export default defineCommand<'msgraph-teams-ask'>({
  permissions: { delegated: [['Chat.Read', 'ChatMessage.Send'], ['Chat.ReadWrite']], application: [] },
  effects: 'write',
  examples: [
    '!msgraph-teams-ask user=george@contoso.example text="Sign-in from Lisbon at 10:02: was that you?" options=yes,no timeout=15m default=no reason="INC-4711"',
  ],
  check(args) {
    checkAddressee(args);
    readOptions(args.options, args.default);
    readPatience(args.timeout);
  },
  async run(args, context) {
    const { clock } = context.run;
    const { text } = args;
    const options = readOptions(args.options, args.default);
    const patience = readPatience(args.timeout);
    const code = newCode();
    const wording = { text, options, code, deadline: clock.now() + patience * 1000, mentioned: [] };
    // What cannot be sent is refused before a chat is looked for, or made.
    const plain = await questionMessage(wording);
    const asked = await addresseeOf(args, context);
    const { id, name, chatId, askerId, mentioned } = asked;
    const trust =
      args.sessions_revoked === true
        ? { hasEndedSessions: true, warnings: [] }
        : await trustIn({ id, name, text, options: options.names }, context);
    const message = mentioned.length > 0 ? await questionMessage({ ...wording, mentioned }) : plain;
    const sent = await sendToChat(chatId, message, context);
    const question = {
      chatId,
      messageId: textAt(sent, 'id') ?? '',
      text,
      options,
      askedId: id,
      askedName: name,
      askerId,
      code,
      hasEndedSessions: trust.hasEndedSessions,
      ...timesOf(sent, patience, clock.now()),
    };
    return waitingResult(question, clock.now(), {
      text: `${shownLine(name ?? id)} was asked, and has until ${question.deadline} to answer.`,
      raw: sent,
      warnings: trust.warnings,
    });
  },
});
