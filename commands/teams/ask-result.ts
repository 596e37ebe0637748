import { isJsonObject, type JsonObject, textAt } from '../../integration/json.js';
import { type CommandResult, type ContextOutput } from '../../integration/results/command-result.js';
import { type Disregard, type Disregarded, type Judgment } from './ask-answer.js';
import { argumentsOf, type Question } from './ask-question.js';
import { nextLook } from './ask-time.js';
import { identityIn } from './identity.js';
import { textOf } from './message-output.js';
import { shownLine, shownText } from './shown-text.js';

/** What became of a question. */
type AskStatus = 'waiting' | 'answered' | 'ambiguous' | 'timed_out';

/** Messages that do not count, shown and kept at most; the newest ones. */
const MOST_SHOWN = 20;

const WHY: Readonly<Record<Disregard, string>> = {
  other_person: 'somebody else, who was not asked',
  late: 'written or changed after the time was over',
  withdrawn: 'deleted',
  other_question: 'about another question or message',
  no_match: 'none of the options',
  reaction: 'only a reaction',
};

/** A question that nobody has answered yet: it is looked after again. @param now Milliseconds since 1970. */
export function waitingResult(
  question: Question,
  now: number,
  { text, raw, warnings, judgment }: WaitingParts,
): CommandResult {
  const next = {
    command: 'msgraph-teams-ask-status',
    args: argumentsOf(question),
    ...nextLook(question, now),
  };
  return {
    text: [text, ...notCountedLines(judgment)].join('\n'),
    outputs: [output(question, 'waiting', judgment)],
    raw,
    warnings: warnings ?? [],
    next,
  };
}

/** What an entry of an open question says. */
interface WaitingParts {
  readonly text: string;
  readonly raw: unknown;
  readonly warnings?: readonly string[];
  readonly judgment?: Judgment;
}

/** The result of a question that somebody answered, in one way or in several. */
export function answeredResult(question: Question, judgment: Judgment): CommandResult {
  const [answer = ''] = judgment.chosen;
  const isClear = judgment.chosen.length === 1;
  const title = isClear
    ? `Answered${question.options.isOpen ? '' : `: ${answer}`}`
    : `Ambiguous: ${judgment.chosen.join(', ')}`;
  return {
    table: {
      title: shownLine(title),
      columns: ['Answer', 'Text', 'By', 'At', 'Message ID'],
      rows: judgment.answers.map((message) => ({
        Answer: isClear && !question.options.isOpen ? answer : null,
        Text: shownText(textOf(message)),
        By: shownText(byWhom(message, question)),
        At: message['createdDateTime'],
        'Message ID': message['id'],
        Edited: isEdited(message) ? 'yes' : null,
      })),
      ...metadata(judgment),
    },
    outputs: [output(question, isClear ? 'answered' : 'ambiguous', judgment)],
    raw: judgment.answers,
    warnings: [
      ...(isClear ? [] : ['The answers contradict each other, so that none is reported. Ask again.']),
      ...(question.hasEndedSessions === true ? [] : [unproven(question)]),
    ],
  };
}

/** The result of a question that nobody answered in time. */
export function timedOutResult(question: Question, judgment: Judgment): CommandResult {
  const { byDefault } = question.options;
  const said =
    byDefault === undefined
      ? 'There is no default, so that no answer is reported.'
      : `The default is reported: ${shownLine(byDefault)}`;
  return {
    text: [
      `${shownLine(question.askedName ?? question.askedId)} did not answer until ${question.deadline}. ${said}`,
      ...notCountedLines(judgment),
    ].join('\n'),
    outputs: [output(question, 'timed_out', judgment)],
    raw: null,
  };
}

function unproven({ hasEndedSessions, askedName, askedId }: Question): string {
  const sessions = hasEndedSessions === false ? 'were not ended' : 'may not have been ended';
  return `The sign-in sessions of ${shownLine(askedName ?? askedId)} ${sessions} before the question: whoever holds the account may have answered.`;
}

function byWhom(message: JsonObject, { askedName }: Question): string {
  return identityIn(message['from']).name ?? askedName ?? '';
}

function isEdited(message: JsonObject): boolean {
  return textAt(message, 'lastEditedDateTime') !== undefined;
}

function notCountedLines(judgment: Judgment | undefined): readonly string[] {
  return (judgment?.disregarded ?? []).slice(-MOST_SHOWN).map(({ by, at, said, why }) => {
    const who = shownLine(by.name ?? by.id ?? 'somebody');
    return `Does not count (${WHY[why]}): ${who}${at === undefined ? '' : `, ${at}`}: ${shownLine(said)}`;
  });
}

function metadata(judgment: Judgment): { readonly metadata?: string } {
  const lines = notCountedLines(judgment);
  return lines.length > 0 ? { metadata: lines.join('\n') } : {};
}

function output(question: Question, status: AskStatus, judgment?: Judgment): ContextOutput {
  const { options, chatId, messageId } = question;
  const [first] = judgment?.answers ?? [];
  const by = identityIn(first?.['from']);
  return {
    prefix: 'MSGraphTeamsAsk',
    key: 'ID',
    value: {
      ID: `${chatId}/${messageId}`,
      ChatID: chatId,
      MessageID: messageId,
      Question: question.text ?? null,
      Options: options.names,
      Default: options.byDefault ?? null,
      Status: status,
      Answer: answerOf(status, question, judgment) ?? null,
      RawText: (judgment?.answers ?? []).map(contentOf).join('\n') || null,
      AnsweredBy: first ? { ID: by.id, DisplayName: by.name ?? question.askedName } : null,
      AnsweredAt: first?.['createdDateTime'] ?? null,
      AnswerMessageID: first?.['id'] ?? null,
      Edited: first ? (judgment?.answers ?? []).some(isEdited) : null,
      AskedUser: { ID: question.askedId, DisplayName: question.askedName },
      AskedAt: question.created,
      Deadline: question.deadline,
      SessionsRevoked: question.hasEndedSessions ?? null,
      NotCounted: (judgment?.disregarded ?? []).slice(-MOST_SHOWN).map(notCounted),
    },
  };
}

function notCounted({ why, id, by, at, said }: Disregarded): Readonly<Record<string, unknown>> {
  return { Why: why, MessageID: id, By: by.name, ByID: by.id, At: at, Text: said };
}

function answerOf(status: AskStatus, { options }: Question, judgment?: Judgment): string | undefined {
  if (status === 'timed_out') return options.byDefault;
  return status === 'answered' ? judgment?.chosen[0] : undefined;
}

function contentOf({ body }: JsonObject): string {
  return isJsonObject(body) ? (textAt(body, 'content') ?? '') : '';
}
