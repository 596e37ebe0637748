import { isJsonObject, type JsonObject, textAt } from '../../integration/json.js';
import { OPEN, optionIn, wordsOf } from './ask-options.js';
import { codesIn, isQuestion, type Question, withoutCode } from './ask-question.js';
import { quotedIds } from './html-text.js';
import { type Identity, identityIn, objectsIn } from './identity.js';
import { isDeleted, ownWordsOf, textOf } from './message-output.js';

/** Why a message is no answer. */
export type Disregard =
  /** Somebody else wrote it, who was not asked. */
  | 'other_person'
  /** It was written, or changed, after the time was over. */
  | 'late'
  /** Its writer deleted it. */
  | 'withdrawn'
  /** It answers another question, or another message. */
  | 'other_question'
  /** It is none of the options, or has no words. */
  | 'no_match'
  /** It is no message, only a reaction to the question. */
  | 'reaction';

/** A message that does not count. */
export interface Disregarded {
  readonly why: Disregard;
  readonly id: string | undefined;
  readonly by: Identity;
  readonly at: string | undefined;
  /** What it says, as plain text; for a reaction its name. */
  readonly said: string;
}

/** What the messages after a question come to. */
export interface Judgment {
  /** Messages that answer it, oldest first. */
  readonly answers: readonly JsonObject[];
  /** The different answers that they give: one where it is answered, more where they contradict each other. */
  readonly chosen: readonly string[];
  readonly disregarded: readonly Disregarded[];
}

/** @param messages Those after the question, oldest first. */
export function judge(messages: readonly JsonObject[], question: Question): Judgment {
  const answers: JsonObject[] = [];
  const chosen = new Set<string>();
  const disregarded: Disregarded[] = [];
  let isNewest = true;
  for (const message of messages) {
    if (isFrom(message, question.askerId)) {
      if (isQuestion(ownWordsOf(message))) isNewest = false;
      continue;
    }
    const verdict = verdictOn(message, question, isNewest);
    if (verdict === 'chatter') continue;
    if (typeof verdict === 'string') {
      disregarded.push(disregardedMessage(message, verdict));
      continue;
    }
    answers.push(message);
    chosen.add(verdict.option);
  }
  const { isOpen } = question.options;
  // Somebody who answers in their own words may take several messages for it.
  const all =
    isOpen && answers.length > 0 ? [answers.map((one) => said(one, question)).join('\n')] : [...chosen];
  return { answers, chosen: all, disregarded };
}

/** A message that does not count, and why. */
function disregardedMessage(message: JsonObject, why: Disregard): Disregarded {
  return {
    why,
    id: textAt(message, 'id'),
    by: identityIn(message['from']),
    at: textAt(message, 'createdDateTime'),
    said: textOf(message),
  };
}

type Verdict = Disregard | 'chatter' | { readonly option: string };

function verdictOn(message: JsonObject, question: Question, isNewest: boolean): Verdict {
  const codes = codesOf(message);
  const isNamed = names(message, codes, question);
  const option = isDeleted(message) ? undefined : optionOf(message, question);
  if (!isFrom(message, question.askedId)) {
    // What others talk about is none of our business, unless it looks like an answer.
    return isNamed || (option !== undefined && option !== OPEN) ? 'other_person' : 'chatter';
  }
  if (isDeleted(message)) return 'withdrawn';
  if (isLate(message, question)) return 'late';
  const isAboutOther = codes.length > 0 || refersTo(message).length > 0 || !isNewest;
  if (!isNamed && isAboutOther) return 'other_question';
  return option === undefined ? 'no_match' : { option };
}

function optionOf(message: JsonObject, question: Question): string | undefined {
  const text = said(message, question);
  if (question.options.isOpen) return wordsOf(text) === '' ? undefined : OPEN;
  return optionIn(text, question.options.names);
}

/** What an answer says itself, without the code of its question: a reply may quote the question, options and all. */
function said(message: JsonObject, { code }: Question): string {
  return withoutCode(ownWordsOf(message), code);
}

/** The codes of questions in a message; those in what it quotes only where nothing else says what it is about. */
function codesOf(message: JsonObject): readonly string[] {
  const own = codesIn(ownWordsOf(message));
  return own.length > 0 || refersTo(message).length > 0 ? own : codesIn(textOf(message));
}

/** Whether a message says itself that it is about the question: by its code, or as a reply to it. */
function names(message: JsonObject, codes: readonly string[], { code, messageId }: Question): boolean {
  if (refersTo(message).includes(messageId)) return true;
  if (code === undefined) return false;
  const own = ownWordsOf(message);
  return codes.includes(code) || withoutCode(own, code) !== own.trim();
}

/** The messages that one replies to (Graph: attachment of type messageReference; older clients: a quote with its ID). */
function refersTo({ attachments, body }: JsonObject): readonly unknown[] {
  const references = objectsIn(attachments)
    .filter(({ contentType }) => contentType === 'messageReference')
    .map(({ id }) => id);
  return [...references, ...quotedIds(isJsonObject(body) ? (textAt(body, 'content') ?? '') : '')];
}

/** Nobody knows what a message said before it was changed, so that the change has to be in time too. */
function isLate(message: JsonObject, { deadline }: Question): boolean {
  const times = [textAt(message, 'createdDateTime'), textAt(message, 'lastEditedDateTime')];
  return times.some((time) => time !== undefined && Date.parse(time) > Date.parse(deadline));
}

/** Bots and devices answer for nobody, whatever their IDs. */
function isFrom(message: JsonObject, id: string | undefined): boolean {
  const { id: by, type } = identityIn(message['from']);
  return id !== undefined && type === 'user' && by?.toLowerCase() === id.toLowerCase();
}

/** Reactions of the one who was asked to the question itself. @param message The question, as it is now. */
export function reactionsTo(message: JsonObject, { askedId }: Question): readonly Disregarded[] {
  return objectsIn(message['reactions'])
    .map((reaction) => ({ reaction, by: identityIn(reaction['user']) }))
    .filter(({ by }) => by.id?.toLowerCase() === askedId.toLowerCase())
    .map(({ reaction, by }) => ({
      why: 'reaction',
      id: textAt(message, 'id'),
      by,
      at: textAt(reaction, 'createdDateTime'),
      said: textAt(reaction, 'reactionType') ?? '',
    }));
}
