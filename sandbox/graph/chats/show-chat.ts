import { oldestFirst, type Chat, type Member } from '../../teams/chat.js';
import { tenantId } from '../../tenant/identity.js';
import { badChatRequest } from './chat-problem.js';
import { showMember } from './show-member.js';
import { showPreview } from './show-message.js';

/** What of a chat is asked for. */
export interface ChatView {
  /** Lower-case names; undefined for all. */
  readonly selected: ReadonlySet<string> | undefined;
  readonly expanded: ReadonlySet<string>;
}

/** Graph: an expansion shows this many members, however many there are. */
const mostExpandedMembers = 25;

const properties = [
  'id',
  'topic',
  'createdDateTime',
  'lastUpdatedDateTime',
  'chatType',
  'webUrl',
  'tenantId',
  'onlineMeetingInfo',
  'viewpoint',
].map((name) => name.toLowerCase());

function namesIn(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function unknownName(name: string): Error {
  return badChatRequest(
    `The query specified in the URI is not valid. Could not find a property named '${name}' on type 'microsoft.graph.chat'.`,
  );
}

/**
 * Parses `$select` and `$expand`.
 *
 * @param expandable Lower-case names of what this resource expands.
 * @throws GraphProblem 400, also for options inside an expansion.
 */
export function parseView(options: ReadonlyMap<string, string>, expandable: readonly string[]): ChatView {
  const selected = namesIn(options.get('$select'));
  for (const name of selected) if (!properties.includes(name.toLowerCase())) throw unknownName(name);
  const expanded = namesIn(options.get('$expand'));
  for (const name of expanded) if (!expandable.includes(name.toLowerCase())) throw unknownName(name);
  return {
    selected: selected.length > 0 ? new Set(selected.map((name) => name.toLowerCase())) : undefined,
    expanded: new Set(expanded.map((name) => name.toLowerCase())),
  };
}

/** @returns What the context URL says in parentheses about an expansion. */
export function expansionContext({ expanded }: ChatView): string {
  const parts = [
    expanded.has('members') ? 'members()' : '',
    expanded.has('lastmessagepreview') ? 'lastMessagePreview()' : '',
  ].filter((part) => part !== '');
  return parts.length > 0 ? `(${parts.join(',')})` : '';
}

/** When the person wrote last, which is taken for when they read last. */
function viewpointOf(chat: Chat, userId: string): Readonly<Record<string, unknown>> {
  const own = oldestFirst(chat).filter(({ from }) => from?.id === userId);
  return {
    isHidden: false,
    lastMessageReadDateTime: own.at(-1)?.createdDateTime ?? '0001-01-01T00:00:00Z',
  };
}

/**
 * A chat as Graph shows it (Graph: chat resource type).
 *
 * @param member The membership through which it is seen; `viewpoint` is shown to people only.
 */
export function showChat(
  chat: Chat,
  view: ChatView,
  member: Member | undefined,
  hasPreferredEnums: boolean,
): Record<string, unknown> {
  const all = {
    id: chat.id,
    topic: chat.topic,
    createdDateTime: chat.createdDateTime,
    lastUpdatedDateTime: chat.lastUpdatedDateTime,
    chatType: chat.chatType,
    webUrl: `https://teams.microsoft.com/l/chat/${encodeURIComponent(chat.id)}/0?tenantId=${tenantId}`,
    tenantId,
    onlineMeetingInfo: null,
    ...(member ? { viewpoint: viewpointOf(chat, member.userId) } : {}),
  };
  const last = oldestFirst(chat).at(-1);
  return {
    ...Object.fromEntries(
      Object.entries(all).filter(([name]) => view.selected?.has(name.toLowerCase()) ?? true),
    ),
    ...(view.expanded.has('lastmessagepreview')
      ? { lastMessagePreview: last ? showPreview(last, hasPreferredEnums) : null }
      : {}),
    ...(view.expanded.has('members')
      ? { members: chat.members.slice(0, mostExpandedMembers).map((item) => showMember(chat, item)) }
      : {}),
  };
}
