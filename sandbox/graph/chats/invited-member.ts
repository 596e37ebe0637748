import { clouds, hostOf, kindOfHost } from '../../clouds.js';
import { memberFrom } from '../../teams/participants.js';
import { wholeHistory, type Member } from '../../teams/chat.js';
import { hasTeams, mayChat } from '../../teams/who-may-chat.js';
import { tenantId } from '../../tenant/identity.js';
import { splitPath } from '../path.js';
import { isJsonObject, unreadableBody } from '../read-body.js';
import { aclCheckFailed, badChatRequest, chatNotFound } from './chat-problem.js';
import type { ChatRequest } from './chat-request.js';

/** A member as a body names one, before anybody is looked up. */
export interface Invitation {
  /** Object ID or user principal name. */
  readonly key: string;
  readonly role: string;
  /** Home tenant, where the body says one. */
  readonly tenantId: string | undefined;
  /** ISO 8601 UTC; undefined for no history. */
  readonly history: string | undefined;
}

const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,7})?)?(Z|[+-]\d\d:\d\d)$/i;

/** A bind goes to the Graph that is called; at the loopback address, to that of any cloud too. */
function isReachable(host: string, { call }: ChatRequest): boolean {
  if (host === new URL(call.origin).host) return true;
  return (
    kindOfHost(hostOf(call.origin)) !== 'graph' && clouds.some(({ graphHosts }) => graphHosts.includes(host))
  );
}

function boundKey(bind: unknown, request: ChatRequest): string {
  const url = typeof bind === 'string' && URL.canParse(bind) ? new URL(bind) : undefined;
  const path = /^\/(?:v1\.0|beta)(\/.*)$/i.exec(url?.pathname ?? '')?.[1];
  const [collection, key, ...rest] = path === undefined ? [] : splitPath(path);
  const isUser = collection?.text.toLowerCase() === 'users' && key !== undefined && rest.length === 0;
  if (!url || !isUser || !isReachable(url.host, request)) {
    throw badChatRequest("Bind requests not supported for this 'user@odata.bind'.");
  }
  return key.text;
}

function historyOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string' || !dateTime.test(value)) {
    throw badChatRequest(
      `Cannot convert the literal '${JSON.stringify(value)}' to the expected type 'Edm.DateTimeOffset'.`,
    );
  }
  return value.startsWith('0001-01-01') ? wholeHistory : new Date(value).toISOString();
}

/**
 * Reads a member of a body (Graph: create chat, add member to a chat).
 *
 * @throws GraphProblem 400.
 */
export function readInvitation(value: unknown, request: ChatRequest): Invitation {
  if (!isJsonObject(value)) throw unreadableBody();
  if (!/^#?microsoft\.graph\.aadUserConversationMember$/.test(String(value['@odata.type']))) {
    throw badChatRequest(
      "The '@odata.type' of a member has to be '#microsoft.graph.aadUserConversationMember'.",
    );
  }
  const given = value['roles'];
  const roles: readonly unknown[] = Array.isArray(given) ? given : [];
  const [role, ...more] = roles;
  if (typeof role !== 'string' || more.length > 0 || !['owner', 'guest'].includes(role.toLowerCase())) {
    throw badChatRequest('Invalid roles specified for member: one of owner and guest is required.');
  }
  const home = value['tenantId'];
  return {
    key: boundKey(value['user@odata.bind'], request),
    role: role.toLowerCase(),
    tenantId: typeof home === 'string' ? home.toLowerCase() : undefined,
    history: historyOf(value['visibleHistoryStartDateTime']),
  };
}

/**
 * Finds the person an invitation is for.
 *
 * @param since ISO 8601 UTC from when on they read where the invitation does not say.
 * @throws GraphProblem 404 for nobody; 403, with the name, for who has no Teams or may not chat; 400 for the wrong role.
 */
export function invitedMember(invitation: Invitation, { tenant }: ChatRequest, since: string): Member {
  const { key, role } = invitation;
  if (invitation.tenantId !== undefined && invitation.tenantId !== tenantId) {
    throw aclCheckFailed(`Federation is not allowed with user ${key} of tenant ${invitation.tenantId}`);
  }
  const person = tenant.find(key);
  if (!person) throw chatNotFound(`User '${key}' was not found in the tenant.`);
  if (!hasTeams(person)) {
    throw aclCheckFailed(
      `Failed to get license information for the user ${key}. Ensure user has a valid Office365 license assigned to them.`,
    );
  }
  if (!mayChat(person)) throw aclCheckFailed(`User ${key} is not allowed to chat by policy`);
  const member = memberFrom(person, invitation.history ?? since);
  if (member.role !== role) {
    throw badChatRequest(
      `Invalid role '${role}' specified for member '${key}': it has to be '${member.role}'.`,
    );
  }
  return member;
}
