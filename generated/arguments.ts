/* Written by `npm run generate`; do not edit. */
/** The arguments of each command, as its handler gets them. */
export interface CommandArguments {
  'msgraph-user-test': MsgraphUserTestArguments;
  'msgraph-user-generate-login-url': MsgraphUserGenerateLoginUrlArguments;
  'msgraph-user-auth-reset': MsgraphUserAuthResetArguments;
  'msgraph-user-auth-start': MsgraphUserAuthStartArguments;
  'msgraph-user-auth-complete': MsgraphUserAuthCompleteArguments;
  'msgraph-user-permissions-check': MsgraphUserPermissionsCheckArguments;
  'msgraph-teams-test': MsgraphTeamsTestArguments;
  'msgraph-teams-generate-login-url': MsgraphTeamsGenerateLoginUrlArguments;
  'msgraph-teams-auth-reset': MsgraphTeamsAuthResetArguments;
  'msgraph-teams-auth-start': MsgraphTeamsAuthStartArguments;
  'msgraph-teams-auth-complete': MsgraphTeamsAuthCompleteArguments;
  'msgraph-teams-list-chats': MsgraphTeamsListChatsArguments;
  'msgraph-teams-create-chat': MsgraphTeamsCreateChatArguments;
  'msgraph-teams-get-chat': MsgraphTeamsGetChatArguments;
  'msgraph-teams-update-chat': MsgraphTeamsUpdateChatArguments;
  'msgraph-teams-list-members': MsgraphTeamsListMembersArguments;
  'msgraph-teams-add-member': MsgraphTeamsAddMemberArguments;
  'msgraph-teams-remove-member': MsgraphTeamsRemoveMemberArguments;
  'msgraph-teams-list-messages': MsgraphTeamsListMessagesArguments;
  'msgraph-teams-get-message': MsgraphTeamsGetMessageArguments;
  'msgraph-teams-send-message': MsgraphTeamsSendMessageArguments;
  'msgraph-teams-message-update-policy-violation': MsgraphTeamsMessageUpdatePolicyViolationArguments;
  'microsoft-teams-message-update-policy-violation': MicrosoftTeamsMessageUpdatePolicyViolationArguments;
  'msgraph-user-get': MsgraphUserGetArguments;
  'msgraph-user-list': MsgraphUserListArguments;
  'msgraph-user-account-disable': MsgraphUserAccountDisableArguments;
  'msgraph-user-terminate-session': MsgraphUserTerminateSessionArguments;
  'msgraph-user-unblock': MsgraphUserUnblockArguments;
  'msgraph-user-session-revoke': MsgraphUserSessionRevokeArguments;
  'test-module': TestModuleArguments;
}

/**
 * Arguments of msgraph-user-test.
 */
export interface MsgraphUserTestArguments {

}

/**
 * Arguments of msgraph-user-generate-login-url.
 */
export interface MsgraphUserGenerateLoginUrlArguments {

}

/**
 * Arguments of msgraph-user-auth-reset.
 */
export interface MsgraphUserAuthResetArguments {

}

/**
 * Arguments of msgraph-user-auth-start.
 */
export interface MsgraphUserAuthStartArguments {

}

/**
 * Arguments of msgraph-user-auth-complete.
 */
export interface MsgraphUserAuthCompleteArguments {

}

/**
 * Arguments of msgraph-user-permissions-check.
 */
export interface MsgraphUserPermissionsCheckArguments {

}

/**
 * Arguments of msgraph-teams-test.
 */
export interface MsgraphTeamsTestArguments {

}

/**
 * Arguments of msgraph-teams-generate-login-url.
 */
export interface MsgraphTeamsGenerateLoginUrlArguments {

}

/**
 * Arguments of msgraph-teams-auth-reset.
 */
export interface MsgraphTeamsAuthResetArguments {

}

/**
 * Arguments of msgraph-teams-auth-start.
 */
export interface MsgraphTeamsAuthStartArguments {

}

/**
 * Arguments of msgraph-teams-auth-complete.
 */
export interface MsgraphTeamsAuthCompleteArguments {

}

/**
 * Arguments of msgraph-teams-list-chats.
 */
export interface MsgraphTeamsListChatsArguments {
/**
 * Object ID or user principal name of the user. A signed-in user can list the own chats only. Left empty, the delegated user of the instance, or whoever signed in.
 */
user_id?: string
/**
 * OData options in one text, such as $filter=topic eq 'Case 12'&$top=5. Arguments of their own go before them.
 */
odata?: string
/**
 * How many chats to return at most, from 1 to 1000.
 */
limit: number
/**
 * OData filter, such as chatType eq 'group' or topic eq 'Case 12'.
 */
filter?: string
/**
 * What to read along: members or lastMessagePreview, or both.
 */
expand?: ("members" | "lastMessagePreview")[]
/**
 * Property to sort by. Graph knows lastMessagePreview/createdDateTime desc only, and ignores others.
 */
order_by?: string
/**
 * How many chats to ask Graph for at a time, from 1 to 50.
 */
page_size?: number
/**
 * Whether to return all chats, up to 1000 in one call, whatever the limit says.
 */
all_results: boolean
/**
 * Address of the next page, from MSGraphTeamsChat.NextPage of an earlier call. It already holds the filter and the order of that call.
 */
next_page?: string
}

/**
 * Arguments of msgraph-teams-create-chat.
 */
export interface MsgraphTeamsCreateChatArguments {
/**
 * Object ID or user principal name of who makes the chat and is its first member. Left empty, the delegated user of the instance, or whoever signed in.
 */
user_id?: string
/**
 * Name of a group chat, at most 250 characters and without a colon. A chat of two has none.
 */
subject?: string
/**
 * Kind of the chat. A chat of two takes exactly one member besides the caller.
 */
type: ("group" | "oneOnOne")
/**
 * The other members: object IDs, user principal names or whole display names. Guests are told from members.
 */
members: string[]
/**
 * First message to send to the chat, in HTML.
 */
message?: string
/**
 * Why it is done, for the audit trail.
 */
reason?: string
}

/**
 * Arguments of msgraph-teams-get-chat.
 */
export interface MsgraphTeamsGetChatArguments {
/**
 * Object ID or user principal name of the user through whose chats it is reached. Left empty, the delegated user of the instance, or whoever signed in.
 */
user_id?: string
/**
 * ID of the chat. Give this or chat.
 */
chat_id?: string
/**
 * The chat by its ID, by the whole name of a group chat, or by the other person of a chat of two. Give this or chat_id.
 */
chat?: string
/**
 * What to read along: members.
 */
expand?: ("members")[]
}

/**
 * Arguments of msgraph-teams-update-chat.
 */
export interface MsgraphTeamsUpdateChatArguments {
/**
 * ID of the chat. Give this or chat.
 */
chat_id?: string
/**
 * New name, at most 250 characters and without a colon.
 */
subject?: string
/**
 * The chat by its ID, by the whole name of a group chat, or by the other person of a chat of two. Give this or chat_id.
 */
chat?: string
/**
 * Whether to take the name away.
 */
clear_subject: boolean
/**
 * Why it is done, for the audit trail.
 */
reason?: string
}

/**
 * Arguments of msgraph-teams-list-members.
 */
export interface MsgraphTeamsListMembersArguments {
/**
 * Object ID or user principal name of the user through whose chats it is reached. Left empty, the delegated user of the instance, or whoever signed in.
 */
user_id?: string
/**
 * ID of the chat. Give this or chat.
 */
chat_id?: string
/**
 * The chat by its ID, by the whole name of a group chat, or by the other person of a chat of two. Give this or chat_id.
 */
chat?: string
}

/**
 * Arguments of msgraph-teams-add-member.
 */
export interface MsgraphTeamsAddMemberArguments {
/**
 * ID of the chat. Give this or chat.
 */
chat_id?: string
/**
 * Object ID, user principal name or whole display name of who is to be added, or a list of them.
 */
user_id: string[]
/**
 * Whether they can read what was written before.
 */
share_history: boolean
/**
 * The chat by its ID, by the whole name of a group chat, or by the other person of a chat of two. Give this or chat_id.
 */
chat?: string
/**
 * From when on they can read the chat, such as 2026-03-02T08:00:00Z or "2 days ago". Left empty, share_history decides between all and nothing.
 */
history_start?: string
/**
 * Why it is done, for the audit trail.
 */
reason?: string
}

/**
 * Arguments of msgraph-teams-remove-member.
 */
export interface MsgraphTeamsRemoveMemberArguments {
/**
 * ID of the chat. Give this or chat.
 */
chat_id?: string
/**
 * The chat by its ID, by the whole name of a group chat, or by the other person of a chat of two. Give this or chat_id.
 */
chat?: string
/**
 * Who is to be removed: object ID, user principal name, mail address, display name or membership ID.
 */
user_id: string
/**
 * Why it is done, for the audit trail.
 */
reason?: string
}

/**
 * Arguments of msgraph-teams-list-messages.
 */
export interface MsgraphTeamsListMessagesArguments {
/**
 * Accepted and not needed: the messages are those that whoever signed in can read. With chat it names whose chats are looked through.
 */
user_id?: string
/**
 * ID of the chat. Give this or chat.
 */
chat_id?: string
/**
 * How many messages to return at most, from 1 to 10000.
 */
limit: number
/**
 * The chat by its ID, by the whole name of a group chat, or by the other person of a chat of two. Give this or chat_id.
 */
chat?: string
/**
 * Only messages from then on, such as 2026-03-02T08:00:00Z or "2 hours ago".
 */
since?: string
/**
 * Only messages before then, in the same form.
 */
until?: string
/**
 * Time to sort by, and that since and until look at; always newest first.
 */
order_by: ("createdDateTime" | "lastModifiedDateTime")
/**
 * Whether to return what happened in the chat too, such as added members.
 */
include_system_events: boolean
/**
 * Whether to return deleted messages too, of which the time is left.
 */
include_deleted: boolean
/**
 * How many messages to ask Graph for at a time, from 1 to 50.
 */
page_size?: number
/**
 * Whether to return all messages, up to 10000 in one call, whatever the limit says.
 */
all_results: boolean
/**
 * Address of the next page, from MSGraphTeamsChatMessage.NextPage of an earlier call. It already holds the filter and the order of that call.
 */
next_page?: string
}

/**
 * Arguments of msgraph-teams-get-message.
 */
export interface MsgraphTeamsGetMessageArguments {
/**
 * ID of the chat. Give this or chat.
 */
chat_id?: string
/**
 * The chat by its ID, by the whole name of a group chat, or by the other person of a chat of two. Give this or chat_id.
 */
chat?: string
/**
 * ID of the message.
 */
message_id: string
}

/**
 * Arguments of msgraph-teams-send-message.
 */
export interface MsgraphTeamsSendMessageArguments {
/**
 * ID of the chat. Give this or chat.
 */
chat_id?: string
/**
 * The message. HTML by default; signs that are no tag arrive as they were typed.
 */
body?: string
/**
 * The chat by its ID, by the whole name of a group chat, or by the other person of a chat of two. Give this or chat_id. A chat of two that does not exist is made.
 */
chat?: string
/**
 * What the body is written in.
 */
content_type: ("html" | "text" | "markdown")
/**
 * Members of the chat to be told: object IDs, addresses or display names. Where the body holds one after an at sign the mention stands there, else in front.
 */
mentions?: string[]
/**
 * Importance of the message.
 */
importance?: ("normal" | "high" | "urgent")
/**
 * Subject of the message.
 */
subject?: string
/**
 * An adaptive card, as JSON. Buttons that need a bot are refused.
 */
card?: {
[k: string]: unknown
}
/**
 * Whether HTML is sent as it is, with whatever is in it.
 */
allow_html: boolean
/**
 * Why it is done, for the audit trail.
 */
reason?: string
}

/**
 * Arguments of msgraph-teams-message-update-policy-violation.
 */
export interface MsgraphTeamsMessageUpdatePolicyViolationArguments {
/**
 * ID of the chat that holds the message. Not together with team_id and channel_id.
 */
chat_id?: string
/**
 * ID of the team whose channel holds the message.
 */
team_id?: string
/**
 * ID of the channel that holds the message.
 */
channel_id?: string
/**
 * ID of the message that the marked one answers, in a channel.
 */
parent_message_id?: string
/**
 * ID of the message to mark.
 */
message_id: string
/**
 * What becomes of the message. NoAction and none leave it, notifySender tells its sender.
 */
dlp_action?: ("NoAction" | "BlockAccess" | "BlockAccessExternal" | "notifySender" | "none")
/**
 * What readers are told in the place of the message.
 */
policy_tip_general_text?: string
/**
 * Whether the sender may override: None, AllowOverride (allowFalsePositiveOverride), AllowOverrideWithoutJustification, AllowOverrideWithJustification, or several with commas.
 */
verdict_details?: string
/**
 * Who pays for the metered call: A or B. Left empty, the call is in evaluation mode.
 */
payment_model?: string
/**
 * Address at which readers learn about the policy.
 */
compliance_url?: string
/**
 * What in the message the policy found.
 */
matched_conditions?: string[]
/**
 * Why it is done, for the audit trail.
 */
reason?: string
}

/**
 * Arguments of microsoft-teams-message-update-policy-violation.
 */
export interface MicrosoftTeamsMessageUpdatePolicyViolationArguments {
/**
 * ID of the chat that holds the message. Not together with team_id and channel_id.
 */
chat_id?: string
/**
 * ID of the team whose channel holds the message.
 */
team_id?: string
/**
 * ID of the channel that holds the message.
 */
channel_id?: string
/**
 * ID of the message that the marked one answers, in a channel.
 */
parent_message_id?: string
/**
 * ID of the message to mark.
 */
message_id: string
/**
 * What becomes of the message. NoAction and none leave it, notifySender tells its sender.
 */
dlp_action?: ("NoAction" | "BlockAccess" | "BlockAccessExternal" | "notifySender" | "none")
/**
 * What readers are told in the place of the message.
 */
policy_tip_general_text?: string
/**
 * Whether the sender may override: None, AllowOverride (allowFalsePositiveOverride), AllowOverrideWithoutJustification, AllowOverrideWithJustification, or several with commas.
 */
verdict_details?: string
/**
 * Who pays for the metered call: A or B. Left empty, the call is in evaluation mode.
 */
payment_model?: string
/**
 * Address at which readers learn about the policy.
 */
compliance_url?: string
/**
 * What in the message the policy found.
 */
matched_conditions?: string[]
/**
 * Why it is done, for the audit trail.
 */
reason?: string
}

/**
 * Arguments of msgraph-user-get.
 */
export interface MsgraphUserGetArguments {
/**
 * Object ID or user principal name of the user.
 */
user: string
/**
 * Comma-separated names of the properties to retrieve. The ID and the user principal name always come along. Without names, Graph's usual properties are retrieved.
 */
properties?: string[]
/**
 * Linked object to retrieve along with the user.
 */
expand?: "manager"
}

/**
 * Arguments of msgraph-user-list.
 */
export interface MsgraphUserListArguments {
/**
 * Comma-separated names of the properties to retrieve. The ID and the user principal name always come along. Left empty, the display name, job title, mobile phone and mail address come too.
 */
properties?: string[]
/**
 * OData filter, such as startsWith(displayName,'A').
 */
filter?: string
/**
 * Address of the next page, from MSGraphUser.NextPage of an earlier call. It already holds the properties, the filter, the search and the order of that call.
 */
next_page?: string
/**
 * Words to look for in the name, mail address and user principal name, or in one property, such as displayName:smith.
 */
search?: string
/**
 * Property to sort by, with desc behind it for descending order, such as displayName desc.
 */
order_by?: string
/**
 * How many users to return at most, from 1 to 10000.
 */
limit: number
/**
 * How many users to ask Graph for at a time, from 1 to 999.
 */
page_size?: number
/**
 * Whether to return every user, up to 10000 in one call, whatever the limit says.
 */
all_results: boolean
}

/**
 * Arguments of msgraph-user-account-disable.
 */
export interface MsgraphUserAccountDisableArguments {
/**
 * Object ID or user principal name of the user, or a list of them.
 */
user: string
/**
 * Why it is done, for the audit trail.
 */
reason?: string
/**
 * How many users may be named at most, from 1 to 10000. A guard against a mistake.
 */
max_targets: number
}

/**
 * Arguments of msgraph-user-terminate-session.
 */
export interface MsgraphUserTerminateSessionArguments {
/**
 * Object ID or user principal name of the user, or a list of them.
 */
user: string
/**
 * Why it is done, for the audit trail.
 */
reason?: string
/**
 * How many users may be named at most, from 1 to 10000. A guard against a mistake.
 */
max_targets: number
}

/**
 * Arguments of msgraph-user-unblock.
 */
export interface MsgraphUserUnblockArguments {
/**
 * Object ID or user principal name of the user, or a list of them.
 */
user: string
/**
 * Why it is done, for the audit trail.
 */
reason?: string
/**
 * How many users may be named at most, from 1 to 10000. A guard against a mistake.
 */
max_targets: number
}

/**
 * Arguments of msgraph-user-session-revoke.
 */
export interface MsgraphUserSessionRevokeArguments {
/**
 * Object ID or user principal name of the user, or a list of them.
 */
user: string
/**
 * Why it is done, for the audit trail.
 */
reason?: string
/**
 * How many users may be named at most, from 1 to 10000. A guard against a mistake.
 */
max_targets: number
}

/**
 * Arguments of test-module.
 */
export interface TestModuleArguments {

}
