import { randomInt } from 'node:crypto';
import { type CommandArguments } from '../../generated/arguments.js';
import { type JsonObject, textAt } from '../../integration/json.js';
import { ArgumentError } from '../../integration/errors.js';
import { parseMoment } from '../../integration/moment.js';
import { type Options, readOptions } from './ask-options.js';
import { type AnswerTime } from './ask-time.js';
import { composeMessage } from './compose.js';
import { escapeHtml } from './html-tokens.js';
import { type MentionedPerson } from './mention-markers.js';

/** A question that was sent: all that it takes to find its answer, wherever and whenever that is looked for. */
export interface Question extends AnswerTime {
  readonly chatId: string;
  readonly messageId: string;
  /** What was asked, without what we add; undefined where a look was started without it. */
  readonly text: string | undefined;
  readonly options: Options;
  /** Who was asked. */
  readonly askedId: string;
  readonly askedName: string | undefined;
  /** Who asked, whose later questions in the chat take answers away from this one. */
  readonly askerId: string | undefined;
  /** What an answer may hold to be told from one to another question. */
  readonly code: string | undefined;
  /** Whether the sign-in sessions of the one who was asked had ended before; undefined where nobody knows. */
  readonly hasEndedSessions: boolean | undefined;
}

const LETTERS = 'BCDFGHJKLMNPQRSTVWXZ';
const DIGITS = '23456789';

/** A code for a new question: a letter and three digits that nobody confuses. */
export function newCode(): string {
  const pick = (signs: string): string => signs.charAt(randomInt(signs.length));
  return pick(LETTERS) + pick(DIGITS) + pick(DIGITS) + pick(DIGITS);
}

/** Codes behind a number sign, in an answer. */
const CODE = /#([a-z][2-9]{3})(?![\w])/gi;

/** The line that ends each question. */
const REFERENCE = /\bQuestion #([A-Z][2-9]{3}): add #\1 /;

/** The codes of questions that an answer names, in capitals. */
export function codesIn(text: string): readonly string[] {
  return [...text.matchAll(CODE)].map(([, code = '']) => code.toUpperCase());
}

/** An answer without the code of its question, with or without a number sign. */
export function withoutCode(text: string, code: string | undefined): string {
  return code === undefined
    ? text
    : text.replaceAll(new RegExp(`#?(?<!\\w)${code}(?!\\w)`, 'gi'), ' ').trim();
}

/** Whether a message is a question of ours. */
export function isQuestion(text: string): boolean {
  return REFERENCE.test(text);
}

/** What a question is made of before it is sent. */
export interface Wording {
  readonly text: string;
  readonly options: Options;
  readonly code: string;
  /** Milliseconds since 1970. */
  readonly deadline: number;
  /** Who is to be told, where there are more than two in the chat. */
  readonly mentioned: readonly MentionedPerson[];
}

/**
 * The message that asks. It holds words only, no link and no button: software that opens the links of a message cannot
 * answer it. @throws ArgumentError for a text that Teams does not take.
 */
export function questionMessage({ text, options, code, deadline, mentioned }: Wording): Promise<JsonObject> {
  const until = `${new Date(deadline).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  const lines = [
    text,
    '',
    ...(options.isOpen
      ? ['Please answer here, in your own words.']
      : ['Please answer here with one of these:', ...options.names.map((name) => `- ${name}`)]),
    `Until ${until}. Question #${code}: add #${code} to the answer if several questions are open.`,
  ];
  return composeMessage(
    { body: escapeHtml(lines.join('\n')).replaceAll(/\r\n|\r|\n/g, '<br>'), content_type: 'html' },
    mentioned,
  );
}

/** The arguments of a look. */
export type StatusArguments = CommandArguments['msgraph-teams-ask-status'];

/** A question as the arguments of the look at it, which are all that is kept of it. */
export function argumentsOf(question: Question): Readonly<Record<string, string>> {
  const { options, text, askedName, askerId, code, hasEndedSessions } = question;
  return {
    chat_id: question.chatId,
    message_id: question.messageId,
    asked_id: question.askedId,
    options: options.names.join(','),
    created: question.created,
    deadline: question.deadline,
    ...(options.byDefault !== undefined && { default: options.byDefault }),
    ...(text !== undefined && { text }),
    ...(askedName !== undefined && { asked_name: askedName }),
    ...(askerId !== undefined && { asker_id: askerId }),
    ...(code !== undefined && { code }),
    ...(hasEndedSessions !== undefined && { sessions_revoked: String(hasEndedSessions) }),
  };
}

/** The question that a look is about. @throws ArgumentError for options or times that cannot be. */
export function questionFrom(args: StatusArguments): Question {
  const { created, deadline } = args;
  for (const [name, text] of Object.entries({ created, deadline })) {
    if (parseMoment(text, Number.NaN) === undefined) {
      throw new ArgumentError(`${name}="${text}" is no time.`, 'Nothing was sent.');
    }
  }
  return {
    chatId: args.chat_id,
    messageId: args.message_id,
    text: args.text,
    options: readOptions(args.options, args.default),
    askedId: args.asked_id,
    askedName: args.asked_name,
    askerId: args.asker_id,
    code: args.code?.toUpperCase(),
    hasEndedSessions: args.sessions_revoked,
    created,
    deadline,
  };
}

/** What Graph tells of a question that was sent. @param patience Seconds. @param sentAt Ours, for want of Graph's time. */
export function timesOf(sent: JsonObject, patience: number, sentAt: number): AnswerTime {
  const created = textAt(sent, 'createdDateTime') ?? new Date(sentAt).toISOString();
  return { created, deadline: new Date(Date.parse(created) + patience * 1000).toISOString() };
}
