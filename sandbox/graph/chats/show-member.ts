import type { Chat, Member } from '../../teams/chat.js';

/** @returns The ID of a membership: opaque to callers, and not that of the person. */
export function membershipId({ id }: Chat, { tenantId, userId }: Member): string {
  return Buffer.from(`0##${tenantId}##${id}##${userId}`).toString('base64');
}

/** A membership as Graph shows it (Graph: aadUserConversationMember resource type). */
export function showMember(chat: Chat, member: Member): Record<string, unknown> {
  return {
    '@odata.type': '#microsoft.graph.aadUserConversationMember',
    id: membershipId(chat, member),
    roles: [member.role],
    displayName: member.displayName,
    visibleHistoryStartDateTime: member.visibleHistoryStartDateTime,
    userId: member.userId,
    email: member.email,
    tenantId: member.tenantId,
  };
}
