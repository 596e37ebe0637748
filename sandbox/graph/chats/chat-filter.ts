import type { Chat, Member } from '../../teams/chat.js';
import type { Comparison, Filter, PropertyPath } from '../../odata/filter.js';
import { badChatRequest } from './chat-problem.js';

type Condition = Extract<Filter, { kind: 'compare' }>;

const equality: readonly Comparison[] = ['eq', 'ne'];
const allowed = new Map<string, readonly Comparison[]>([
  ['chattype', equality],
  ['topic', equality],
  ['lastupdateddatetime', ['gt', 'ge', 'lt', 'le']],
]);

/** The type of members that have an account: what is theirs only has to be cast. */
const cast = 'microsoft.graph.aaduserconversationmember';

function unsupported(what: string): Error {
  return badChatRequest(`The query specified in the URI is not valid. ${what} is not supported in $filter.`);
}

/** What a condition inside `members/any(…)` looks at. */
function memberText(path: PropertyPath, member: Member): string | null | undefined {
  const [, ...rest] = path.map((part) => part.toLowerCase());
  const name = rest.join('/');
  if (name === 'displayname' || name === `${cast}/displayname`) return member.displayName;
  if (name === `${cast}/email`) return member.email;
  return name === `${cast}/userid` ? member.userId : undefined;
}

const anybody: Member = {
  userId: '',
  displayName: '',
  email: '',
  tenantId: '',
  role: 'owner',
  visibleHistoryStartDateTime: '',
};

function checkMemberCondition(filter: Filter): void {
  if (filter.kind === 'and' || filter.kind === 'or') {
    checkMemberCondition(filter.left);
    checkMemberCondition(filter.right);
  } else if (filter.kind !== 'compare' || filter.operator !== 'eq') {
    throw unsupported('This condition on members');
  } else if (memberText(filter.path, anybody) === undefined) {
    throw badChatRequest(
      `The query specified in the URI is not valid. Could not find a property named '${filter.path.slice(1).join('/')}' on type 'microsoft.graph.conversationMember'.`,
    );
  }
}

/**
 * Refuses what Teams cannot filter chats by.
 *
 * @throws GraphProblem 400.
 */
export function checkChatFilter(filter: Filter): void {
  if (filter.kind === 'and' || filter.kind === 'or') {
    checkChatFilter(filter.left);
    checkChatFilter(filter.right);
  } else if (filter.kind === 'any' && filter.path.join('/').toLowerCase() === 'members') {
    checkMemberCondition(filter.condition);
  } else if (filter.kind === 'compare') {
    const name = filter.path.join('/');
    const operators = allowed.get(name.toLowerCase());
    if (!operators) throw unsupported(`The property '${name}'`);
    if (!operators.includes(filter.operator)) {
      throw unsupported(`The operator '${filter.operator}' on '${name}'`);
    }
  } else {
    throw unsupported(`The operator '${filter.kind === 'match' ? filter.match : filter.kind}'`);
  }
}

function matchesMember(filter: Filter, member: Member): boolean {
  if (filter.kind === 'and') return matchesMember(filter.left, member) && matchesMember(filter.right, member);
  if (filter.kind === 'or') return matchesMember(filter.left, member) || matchesMember(filter.right, member);
  if (filter.kind !== 'compare') return false;
  const text = memberText(filter.path, member);
  return String(text).toLowerCase() === String(filter.value.value).toLowerCase();
}

function compareChat(chat: Chat, { path, operator, value }: Condition): boolean {
  const name = path.join('/').toLowerCase();
  if (name !== 'lastupdateddatetime') {
    const held = (name === 'topic' ? chat.topic : chat.chatType)?.toLowerCase() ?? null;
    const wanted = value.value === null ? null : String(value.value).toLowerCase();
    return (held === wanted) === (operator === 'eq');
  }
  const [left, right] = [Date.parse(chat.lastUpdatedDateTime), Date.parse(String(value.value))];
  if (operator === 'gt') return left > right;
  if (operator === 'ge') return left >= right;
  return operator === 'lt' ? left < right : left <= right;
}

/** @returns Whether a chat meets a filter that `checkChatFilter` let pass. */
export function matchesChat(filter: Filter, chat: Chat): boolean {
  if (filter.kind === 'and') return matchesChat(filter.left, chat) && matchesChat(filter.right, chat);
  if (filter.kind === 'or') return matchesChat(filter.left, chat) || matchesChat(filter.right, chat);
  if (filter.kind === 'any') return chat.members.some((member) => matchesMember(filter.condition, member));
  return filter.kind === 'compare' && compareChat(chat, filter);
}
