import type { Message } from '../../teams/chat.js';
import { GraphProblem } from '../problem.js';
import { isJsonObject, unreadableBody } from '../read-body.js';
import { readAttachments } from './attachments.js';
import { badChatRequest } from './chat-problem.js';
import type { ChatRequest } from './chat-request.js';
import { readMentions } from './mentions.js';

/** About 28 KB, markup, cards and all (Teams: limits of messages). */
const largestMessage = 28 * 1024;

const importances = ['normal', 'high', 'urgent'] as const;

type Words = Pick<Message, 'body' | 'subject' | 'importance' | 'attachments' | 'mentions'>;

function readContent(value: unknown): Message['body'] {
  const body = isJsonObject(value) ? value : {};
  const { content, contentType = 'text' } = body;
  if (typeof content !== 'string') throw badChatRequest('Missing body content.');
  if (contentType !== 'text' && contentType !== 'html') {
    throw badChatRequest(
      `Cannot convert the literal '${String(contentType)}' to the expected type 'microsoft.graph.bodyType'.`,
    );
  }
  return { contentType, content };
}

function readImportance(value: unknown): Message['importance'] {
  const importance = importances.find((name) => name === (value ?? 'normal'));
  if (importance) return importance;
  throw badChatRequest(
    `Cannot convert the literal '${String(value)}' to the expected type 'microsoft.graph.chatMessageImportance'.`,
  );
}

function listOf(value: unknown, name: string): readonly unknown[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value;
  throw badChatRequest(`The property '${name}' has to be a collection.`);
}

/**
 * Reads a message to send (Graph: send chatMessage).
 *
 * @throws GraphProblem 400; 413 where it is too large.
 */
export function readMessage({ body: whole, tenant }: ChatRequest): Words {
  if (!isJsonObject(whole)) throw unreadableBody();
  const body = readContent(whole['body']);
  const { subject = null } = whole;
  if (subject !== null && typeof subject !== 'string') throw badChatRequest('The subject has to be text.');
  const attachments = readAttachments(listOf(whole['attachments'], 'attachments'), body);
  const mentions = readMentions(listOf(whole['mentions'], 'mentions'), body, tenant);
  if (body.content.trim() === '') throw badChatRequest('The message body cannot be empty.');
  if (Buffer.byteLength(JSON.stringify({ body, attachments })) > largestMessage) {
    throw new GraphProblem(413, 'RequestEntityTooLarge', 'The message is too large.', {
      inner: { code: 'MessageSizeTooBig', message: 'MessageSizeTooBig' },
    });
  }
  return { body, subject, importance: readImportance(whole['importance']), attachments, mentions };
}
