/* Written by `npm run generate`; do not edit. */
import { type Secret } from '../integration/secret.js';

/** The arguments of each command, as its handler gets them. */
export interface CommandArguments {
  'msgraph-user-test': MsgraphUserTestArguments;
  'msgraph-user-generate-login-url': MsgraphUserGenerateLoginUrlArguments;
  'msgraph-user-auth-reset': MsgraphUserAuthResetArguments;
  'msgraph-user-auth-start': MsgraphUserAuthStartArguments;
  'msgraph-user-auth-complete': MsgraphUserAuthCompleteArguments;
  'msgraph-user-permissions-check': MsgraphUserPermissionsCheckArguments;
  'msgraph-user-get-auth-methods': MsgraphUserGetAuthMethodsArguments;
  'msgraph-user-auth-methods-list': MsgraphUserAuthMethodsListArguments;
  'msgraph-user-fido2-method-list': MsgraphUserFido2MethodListArguments;
  'msgraph-user-fido2-method-delete': MsgraphUserFido2MethodDeleteArguments;
  'msgraph-user-email-method-list': MsgraphUserEmailMethodListArguments;
  'msgraph-user-email-method-delete': MsgraphUserEmailMethodDeleteArguments;
  'msgraph-user-authenticator-method-list': MsgraphUserAuthenticatorMethodListArguments;
  'msgraph-user-authenticator-method-delete': MsgraphUserAuthenticatorMethodDeleteArguments;
  'msgraph-user-phone-method-list': MsgraphUserPhoneMethodListArguments;
  'msgraph-user-phone-method-delete': MsgraphUserPhoneMethodDeleteArguments;
  'msgraph-user-software-oath-method-list': MsgraphUserSoftwareOathMethodListArguments;
  'msgraph-user-software-oath-method-delete': MsgraphUserSoftwareOathMethodDeleteArguments;
  'msgraph-user-windows-hello-method-list': MsgraphUserWindowsHelloMethodListArguments;
  'msgraph-user-windows-hello-method-delete': MsgraphUserWindowsHelloMethodDeleteArguments;
  'msgraph-user-temp-access-pass-method-list': MsgraphUserTempAccessPassMethodListArguments;
  'msgraph-user-temp-access-pass-method-delete': MsgraphUserTempAccessPassMethodDeleteArguments;
  'msgraph-user-platform-credential-method-list': MsgraphUserPlatformCredentialMethodListArguments;
  'msgraph-user-platform-credential-method-delete': MsgraphUserPlatformCredentialMethodDeleteArguments;
  'msgraph-user-external-method-list': MsgraphUserExternalMethodListArguments;
  'msgraph-user-external-method-delete': MsgraphUserExternalMethodDeleteArguments;
  'msgraph-user-get-user-default-auth-method': MsgraphUserGetUserDefaultAuthMethodArguments;
  'msgraph-user-auth-methods-purge': MsgraphUserAuthMethodsPurgeArguments;
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
  'msgraph-teams-ask': MsgraphTeamsAskArguments;
  'msgraph-teams-ask-status': MsgraphTeamsAskStatusArguments;
  'msgraph-teams-message-update-policy-violation': MsgraphTeamsMessageUpdatePolicyViolationArguments;
  'microsoft-teams-message-update-policy-violation': MicrosoftTeamsMessageUpdatePolicyViolationArguments;
  'msgraph-user-get': MsgraphUserGetArguments;
  'msgraph-user-list': MsgraphUserListArguments;
  'msgraph-user-update': MsgraphUserUpdateArguments;
  'msgraph-user-delete': MsgraphUserDeleteArguments;
  'msgraph-user-create': MsgraphUserCreateArguments;
  'msgraph-user-get-delta': MsgraphUserGetDeltaArguments;
  'msgraph-user-get-groups': MsgraphUserGetGroupsArguments;
  'msgraph-direct-reports': MsgraphDirectReportsArguments;
  'msgraph-user-get-manager': MsgraphUserGetManagerArguments;
  'msgraph-user-assign-manager': MsgraphUserAssignManagerArguments;
  'msgraph-user-remove-manager': MsgraphUserRemoveManagerArguments;
  'msgraph-user-force-reset-password': MsgraphUserForceResetPasswordArguments;
  'msgraph-user-owned-devices-list': MsgraphUserOwnedDevicesListArguments;
  'msgraph-user-account-disable': MsgraphUserAccountDisableArguments;
  'msgraph-user-terminate-session': MsgraphUserTerminateSessionArguments;
  'msgraph-user-unblock': MsgraphUserUnblockArguments;
  'msgraph-user-request-mfa': MsgraphUserRequestMfaArguments;
  'msgraph-user-initiate-mfa-request': MsgraphUserInitiateMfaRequestArguments;
  'msgraph-user-get-mfa-request-status': MsgraphUserGetMfaRequestStatusArguments;
  'msgraph-user-create-mfa-client-secret': MsgraphUserCreateMfaClientSecretArguments;
  'msgraph-user-delete-mfa-client-secret': MsgraphUserDeleteMfaClientSecretArguments;
  'msgraph-user-create-mfa-client-access-token': MsgraphUserCreateMfaClientAccessTokenArguments;
  'msgraph-user-session-revoke': MsgraphUserSessionRevokeArguments;
  'msgraph-user-change-password': MsgraphUserChangePasswordArguments;
  'msgraph-user-change-password-on-premise': MsgraphUserChangePasswordOnPremiseArguments;
  'msgraph-user-tap-policy-list': MsgraphUserTapPolicyListArguments;
  'msgraph-user-tap-policy-create': MsgraphUserTapPolicyCreateArguments;
  'msgraph-user-tap-policy-delete': MsgraphUserTapPolicyDeleteArguments;
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
 * Arguments of msgraph-user-get-auth-methods.
 */
export interface MsgraphUserGetAuthMethodsArguments {
/**
 * Object ID or user principal name of the user.
 */
user: string
}

/**
 * Arguments of msgraph-user-auth-methods-list.
 */
export interface MsgraphUserAuthMethodsListArguments {
/**
 * Object ID or user principal name of the user.
 */
user: string
}

/**
 * Arguments of msgraph-user-fido2-method-list.
 */
export interface MsgraphUserFido2MethodListArguments {
/**
 * Object ID or user principal name of the user.
 */
user: string
/**
 * ID of one FIDO2 security key. Left out, all of them are listed.
 */
method_id?: string
/**
 * How many FIDO2 security keys to return at most, from 1 to 10000.
 */
limit?: number
/**
 * Address of the next page, from MSGraphUser.FIDO2Method.NextPage of an earlier call.
 */
next_page?: string
}

/**
 * Arguments of msgraph-user-fido2-method-delete.
 */
export interface MsgraphUserFido2MethodDeleteArguments {
/**
 * Object ID or user principal name of the user.
 */
user: string
/**
 * ID of the FIDO2 security key.
 */
method_id: string
/**
 * Why it is done, for the audit trail.
 */
reason?: string
/**
 * Whether to only tell what would be done, and to whom. Nothing is changed.
 */
dry_run?: boolean
/**
 * Whether to act on a protected user, or on the account that the instance signs in as. Takes a reason; for protected users the instance must allow it.
 */
override_protection?: boolean
}

/**
 * Arguments of msgraph-user-email-method-list.
 */
export interface MsgraphUserEmailMethodListArguments {
/**
 * Object ID or user principal name of the user.
 */
user: string
/**
 * ID of one e-mail address. Left out, all of them are listed.
 */
method_id?: string
}

/**
 * Arguments of msgraph-user-email-method-delete.
 */
export interface MsgraphUserEmailMethodDeleteArguments {
/**
 * Object ID or user principal name of the user.
 */
user: string
/**
 * ID of the e-mail address; every user has at most one, under the same ID.
 */
method_id: string
/**
 * Why it is done, for the audit trail.
 */
reason?: string
/**
 * Whether to only tell what would be done, and to whom. Nothing is changed.
 */
dry_run?: boolean
/**
 * Whether to act on a protected user, or on the account that the instance signs in as. Takes a reason; for protected users the instance must allow it.
 */
override_protection?: boolean
}

/**
 * Arguments of msgraph-user-authenticator-method-list.
 */
export interface MsgraphUserAuthenticatorMethodListArguments {
/**
 * Object ID or user principal name of the user.
 */
user: string
/**
 * ID of one Microsoft Authenticator app. Left out, all of them are listed.
 */
method_id?: string
/**
 * How many Microsoft Authenticator apps to return at most, from 1 to 10000.
 */
limit: number
/**
 * Address of the next page, from MSGraphUser.UserAuthMethod.NextPage of an earlier call.
 */
next_page?: string
}

/**
 * Arguments of msgraph-user-authenticator-method-delete.
 */
export interface MsgraphUserAuthenticatorMethodDeleteArguments {
/**
 * Object ID or user principal name of the user.
 */
user: string
/**
 * ID of the Microsoft Authenticator app.
 */
method_id: string
/**
 * Why it is done, for the audit trail.
 */
reason?: string
/**
 * Whether to only tell what would be done, and to whom. Nothing is changed.
 */
dry_run?: boolean
/**
 * Whether to act on a protected user, or on the account that the instance signs in as. Takes a reason; for protected users the instance must allow it.
 */
override_protection?: boolean
}

/**
 * Arguments of msgraph-user-phone-method-list.
 */
export interface MsgraphUserPhoneMethodListArguments {
/**
 * Object ID or user principal name of the user.
 */
user: string
/**
 * ID of one phone. Left out, all of them are listed.
 */
method_id?: string
/**
 * How many phones to return at most, from 1 to 10000.
 */
limit?: number
/**
 * Address of the next page, from MSGraphUser.PhoneAuthMethod.NextPage of an earlier call.
 */
next_page?: string
}

/**
 * Arguments of msgraph-user-phone-method-delete.
 */
export interface MsgraphUserPhoneMethodDeleteArguments {
/**
 * Object ID or user principal name of the user.
 */
user: string
/**
 * ID of the phone.
 */
method_id: string
/**
 * Why it is done, for the audit trail.
 */
reason?: string
/**
 * Whether to only tell what would be done, and to whom. Nothing is changed.
 */
dry_run?: boolean
/**
 * Whether to act on a protected user, or on the account that the instance signs in as. Takes a reason; for protected users the instance must allow it.
 */
override_protection?: boolean
}

/**
 * Arguments of msgraph-user-software-oath-method-list.
 */
export interface MsgraphUserSoftwareOathMethodListArguments {
/**
 * Object ID or user principal name of the user.
 */
user: string
/**
 * ID of one software OATH token. Left out, all of them are listed.
 */
method_id?: string
}

/**
 * Arguments of msgraph-user-software-oath-method-delete.
 */
export interface MsgraphUserSoftwareOathMethodDeleteArguments {
/**
 * Object ID or user principal name of the user.
 */
user: string
/**
 * ID of the software OATH token.
 */
method_id: string
/**
 * Why it is done, for the audit trail.
 */
reason?: string
/**
 * Whether to only tell what would be done, and to whom. Nothing is changed.
 */
dry_run?: boolean
/**
 * Whether to act on a protected user, or on the account that the instance signs in as. Takes a reason; for protected users the instance must allow it.
 */
override_protection?: boolean
}

/**
 * Arguments of msgraph-user-windows-hello-method-list.
 */
export interface MsgraphUserWindowsHelloMethodListArguments {
/**
 * Object ID or user principal name of the user.
 */
user: string
/**
 * ID of one Windows Hello for Business method. Left out, all of them are listed.
 */
method_id?: string
}

/**
 * Arguments of msgraph-user-windows-hello-method-delete.
 */
export interface MsgraphUserWindowsHelloMethodDeleteArguments {
/**
 * Object ID or user principal name of the user.
 */
user: string
/**
 * ID of the Windows Hello for Business method.
 */
method_id: string
/**
 * Why it is done, for the audit trail.
 */
reason?: string
/**
 * Whether to only tell what would be done, and to whom. Nothing is changed.
 */
dry_run?: boolean
/**
 * Whether to act on a protected user, or on the account that the instance signs in as. Takes a reason; for protected users the instance must allow it.
 */
override_protection?: boolean
}

/**
 * Arguments of msgraph-user-temp-access-pass-method-list.
 */
export interface MsgraphUserTempAccessPassMethodListArguments {
/**
 * Object ID or user principal name of the user.
 */
user: string
/**
 * ID of one Temporary Access Pass. Left out, all of them are listed.
 */
method_id?: string
}

/**
 * Arguments of msgraph-user-temp-access-pass-method-delete.
 */
export interface MsgraphUserTempAccessPassMethodDeleteArguments {
/**
 * Object ID or user principal name of the user.
 */
user: string
/**
 * ID of the Temporary Access Pass.
 */
method_id: string
/**
 * Why it is done, for the audit trail.
 */
reason?: string
/**
 * Whether to only tell what would be done, and to whom. Nothing is changed.
 */
dry_run?: boolean
/**
 * Whether to act on a protected user, or on the account that the instance signs in as. Takes a reason; for protected users the instance must allow it.
 */
override_protection?: boolean
}

/**
 * Arguments of msgraph-user-platform-credential-method-list.
 */
export interface MsgraphUserPlatformCredentialMethodListArguments {
/**
 * Object ID or user principal name of the user.
 */
user: string
/**
 * ID of one platform credential. Left out, all of them are listed.
 */
method_id?: string
}

/**
 * Arguments of msgraph-user-platform-credential-method-delete.
 */
export interface MsgraphUserPlatformCredentialMethodDeleteArguments {
/**
 * Object ID or user principal name of the user.
 */
user: string
/**
 * ID of the platform credential.
 */
method_id: string
/**
 * Why it is done, for the audit trail.
 */
reason?: string
/**
 * Whether to only tell what would be done, and to whom. Nothing is changed.
 */
dry_run?: boolean
/**
 * Whether to act on a protected user, or on the account that the instance signs in as. Takes a reason; for protected users the instance must allow it.
 */
override_protection?: boolean
}

/**
 * Arguments of msgraph-user-external-method-list.
 */
export interface MsgraphUserExternalMethodListArguments {
/**
 * Object ID or user principal name of the user.
 */
user: string
/**
 * ID of one external method. Left out, all of them are listed.
 */
method_id?: string
}

/**
 * Arguments of msgraph-user-external-method-delete.
 */
export interface MsgraphUserExternalMethodDeleteArguments {
/**
 * Object ID or user principal name of the user.
 */
user: string
/**
 * ID of the external method.
 */
method_id: string
/**
 * Why it is done, for the audit trail.
 */
reason?: string
/**
 * Whether to only tell what would be done, and to whom. Nothing is changed.
 */
dry_run?: boolean
/**
 * Whether to act on a protected user, or on the account that the instance signs in as. Takes a reason; for protected users the instance must allow it.
 */
override_protection?: boolean
}

/**
 * Arguments of msgraph-user-get-user-default-auth-method.
 */
export interface MsgraphUserGetUserDefaultAuthMethodArguments {
/**
 * Object ID or user principal name of the user.
 */
user: string
}

/**
 * Arguments of msgraph-user-auth-methods-purge.
 */
export interface MsgraphUserAuthMethodsPurgeArguments {
/**
 * Object ID or user principal name of the user.
 */
user: string
/**
 * Methods to keep, each as an ID or as kind:ID, such as fido2:79d190e4-33f9-4b0a-aeae-cb0929aaba0a. Leave it out to keep none.
 */
keep?: string[]
/**
 * Whether to tell only what would be deleted.
 */
dry_run: boolean
/**
 * Why it is done, for the audit trail.
 */
reason?: string
/**
 * Whether to act on a protected user, or on the account that the instance signs in as. Takes a reason; for protected users the instance must allow it.
 */
override_protection?: boolean
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
/**
 * Whether to only tell what would be done, and to whom. Nothing is changed.
 */
dry_run?: boolean
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
/**
 * Whether to only tell what would be done, and to whom. Nothing is changed.
 */
dry_run?: boolean
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
/**
 * Whether to only tell what would be done, and to whom. Nothing is changed.
 */
dry_run?: boolean
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
/**
 * Whether to only tell what would be done, and to whom. Nothing is changed.
 */
dry_run?: boolean
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
/**
 * Whether to only tell what would be done, and to whom. Nothing is changed.
 */
dry_run?: boolean
}

/**
 * Arguments of msgraph-teams-ask.
 */
export interface MsgraphTeamsAskArguments {
/**
 * The question, as plain text.
 */
text: string
/**
 * Who is asked: an object ID, address or display name. Alone, in the chat of the two, which is made if there is none; with a chat, the member of it who is asked.
 */
user?: string
/**
 * ID of the chat to ask in. In a chat of two the other one is asked.
 */
chat_id?: string
/**
 * The chat to ask in, in the place of chat_id: its ID, the whole name of a group chat, or the other person of a chat of two.
 */
chat?: string
/**
 * What the answer may be, two to ten; case, punctuation and emoji of an answer do not matter. With open any answer counts.
 */
options: string[]
/**
 * How long to wait, from 60 seconds to 24 hours: a number of seconds, or such as 15m or 2h.
 */
timeout: string
/**
 * The option that is reported when nobody answered in time. The status is timed_out all the same.
 */
default?: string
/**
 * Whether the sign-in sessions of the one who is asked are known to have ended. Else that is looked up, and a warning says if not.
 */
sessions_revoked?: boolean
/**
 * Why it is done, for the audit trail.
 */
reason?: string
/**
 * Whether to only tell what would be done, and to whom. Nothing is changed.
 */
dry_run?: boolean
}

/**
 * Arguments of msgraph-teams-ask-status.
 */
export interface MsgraphTeamsAskStatusArguments {
/**
 * ID of the chat in which the question was asked.
 */
chat_id: string
/**
 * ID of the message that asked.
 */
message_id: string
/**
 * Object ID of who was asked. Messages of others do not count.
 */
asked_id: string
/**
 * When the question was sent, as Graph tells it.
 */
created: string
/**
 * Until when an answer counts.
 */
deadline: string
/**
 * What the answer may be, or open.
 */
options: string[]
/**
 * The option that is reported when nobody answered in time.
 */
default?: string
/**
 * What was asked, for the context.
 */
text?: string
/**
 * Name of who was asked, for people.
 */
asked_name?: string
/**
 * Object ID of who asked, whose later questions take the answers.
 */
asker_id?: string
/**
 * Code of the question, by which an answer may name it.
 */
code?: string
/**
 * Whether the sign-in sessions of the one who was asked ended before.
 */
sessions_revoked?: boolean
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
/**
 * Whether to only tell what would be done, and to whom. Nothing is changed.
 */
dry_run?: boolean
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
/**
 * Whether to only tell what would be done, and to whom. Nothing is changed.
 */
dry_run?: boolean
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
 * Arguments of msgraph-user-update.
 */
export interface MsgraphUserUpdateArguments {
/**
 * Object ID or user principal name of the user.
 */
user: string
/**
 * Properties to change, as name=value pairs, such as jobTitle=Analyst,city=Oslo, or a JSON object. Put a value that holds the delimiter in quotes, displayName="Doe, John", or write it with a backslash. An empty value or null clears a property; a JSON list sets several values. A password that is not in quotes goes on to the end of the text.
 */
updated_fields: string
/**
 * What parts the pairs in updated_fields.
 */
updated_fields_delimiter: string
/**
 * Why it is done, for the audit trail.
 */
reason?: string
/**
 * Whether to only tell what would be done, and to whom. Nothing is changed.
 */
dry_run?: boolean
/**
 * Whether to act on a protected user, or on the account that the instance signs in as. Takes a reason; for protected users the instance must allow it.
 */
override_protection?: boolean
}

/**
 * Arguments of msgraph-user-delete.
 */
export interface MsgraphUserDeleteArguments {
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
/**
 * Whether to only tell what would be done, and to whom. Nothing is changed.
 */
dry_run?: boolean
/**
 * Whether to act on a protected user, or on the account that the instance signs in as. Takes a reason; for protected users the instance must allow it.
 */
override_protection?: boolean
/**
 * How many different users are meant. With another number nothing is done.
 */
expected_count?: number
}

/**
 * Arguments of msgraph-user-create.
 */
export interface MsgraphUserCreateArguments {
/**
 * Whether the user can sign in.
 */
account_enabled: boolean
/**
 * Name shown for the user.
 */
display_name: string
/**
 * Identifier that ties the user to one in an on-premises directory. Needed only where the domain of the user principal name is federated.
 */
on_premises_immutable_id?: string
/**
 * Mail alias of the user, without a domain.
 */
mail_nickname: string
/**
 * First password of the user.
 */
password: Secret
/**
 * Name the user signs in with, such as name@contoso.example. Its domain must be one of the tenant.
 */
user_principal_name: string
/**
 * Further properties, as name=value pairs, such as jobTitle=Analyst,city=Oslo, or a JSON object. Put a value that holds the delimiter in quotes, displayName="Doe, John", or write it with a backslash. An empty value or null clears a property; a JSON list sets several values. A password that is not in quotes goes on to the end of the text.
 */
other_properties?: string
/**
 * Whether the user must choose a new password at the first sign-in.
 */
force_change_password_next_sign_in: boolean
/**
 * Why it is done, for the audit trail.
 */
reason?: string
/**
 * Whether to only tell what would be done, and to whom. Nothing is changed.
 */
dry_run?: boolean
}

/**
 * Arguments of msgraph-user-get-delta.
 */
export interface MsgraphUserGetDeltaArguments {
/**
 * Comma-separated names of the properties to retrieve, and to watch for changes. The ID and the user principal name always come along. Left empty, Graph's usual properties come, and every change counts.
 */
properties?: string[]
/**
 * Address from MSGraphUserDelta.DeltaLink of an earlier call, to get what changed since. Graph keeps it for seven days.
 */
delta_link?: string
/**
 * Address of the next page, from MSGraphUserDelta.NextPage of an earlier call. It already holds what that call asked for.
 */
next_page?: string
/**
 * How many changes to return at most, from 1 to 10000.
 */
limit: number
}

/**
 * Arguments of msgraph-user-get-groups.
 */
export interface MsgraphUserGetGroupsArguments {
/**
 * Object ID or user principal name of the user.
 */
user: string
/**
 * Which of them to list.
 */
type: ("all" | "group" | "directoryRole" | "administrativeUnit")
/**
 * Whether to list also those that the user is in through other groups.
 */
transitive: boolean
/**
 * Comma-separated names of the properties to retrieve. The ID always comes along.
 */
properties?: string[]
/**
 * How many groups to return at most, from 1 to 10000.
 */
limit: number
/**
 * How many groups to ask Graph for at a time, from 1 to 999.
 */
page_size?: number
/**
 * Whether to return all groups, up to 10000 in one call, whatever the limit says.
 */
all_results: boolean
/**
 * Address of the next page, from MSGraphUserGroups.NextPage of an earlier call. It already holds what that call asked for.
 */
next_page?: string
}

/**
 * Arguments of msgraph-direct-reports.
 */
export interface MsgraphDirectReportsArguments {
/**
 * Object ID or user principal name of the user.
 */
user: string
/**
 * Comma-separated names of the properties to retrieve. The ID and the user principal name always come along. Left empty, Graph's usual properties come.
 */
properties?: string[]
/**
 * How many reports to return at most, from 1 to 10000.
 */
limit: number
/**
 * How many reports to ask Graph for at a time, from 1 to 999.
 */
page_size?: number
/**
 * Whether to return all reports, up to 10000 in one call, whatever the limit says.
 */
all_results: boolean
/**
 * Address of the next page, from MSGraphUserDirectReports.NextPage of an earlier call. It already holds what that call asked for.
 */
next_page?: string
}

/**
 * Arguments of msgraph-user-get-manager.
 */
export interface MsgraphUserGetManagerArguments {
/**
 * Object ID or user principal name of the user.
 */
user: string
/**
 * How many managers up to show, from 1 to 20.
 */
levels?: number
}

/**
 * Arguments of msgraph-user-assign-manager.
 */
export interface MsgraphUserAssignManagerArguments {
/**
 * Object ID or user principal name of the user, or a list of them.
 */
user: string
/**
 * Object ID or user principal name of the manager.
 */
manager: string
/**
 * Why it is done, for the audit trail.
 */
reason?: string
/**
 * How many users may be named at most, from 1 to 10000. A guard against a mistake.
 */
max_targets: number
/**
 * Whether to only tell what would be done, and to whom. Nothing is changed.
 */
dry_run?: boolean
/**
 * Whether to act on a protected user, or on the account that the instance signs in as. Takes a reason; for protected users the instance must allow it.
 */
override_protection?: boolean
/**
 * How many different users are meant. With another number nothing is done.
 */
expected_count?: number
}

/**
 * Arguments of msgraph-user-remove-manager.
 */
export interface MsgraphUserRemoveManagerArguments {
/**
 * Object ID or user principal name of the user.
 */
user: string
/**
 * Why it is done, for the audit trail.
 */
reason?: string
/**
 * Whether to only tell what would be done, and to whom. Nothing is changed.
 */
dry_run?: boolean
/**
 * Whether to act on a protected user, or on the account that the instance signs in as. Takes a reason; for protected users the instance must allow it.
 */
override_protection?: boolean
}

/**
 * Arguments of msgraph-user-force-reset-password.
 */
export interface MsgraphUserForceResetPasswordArguments {
/**
 * Object ID or user principal name of the user, or a list of them.
 */
user: string
/**
 * Whether they must also pass multifactor authentication before that.
 */
with_mfa: boolean
/**
 * Why it is done, for the audit trail.
 */
reason?: string
/**
 * How many users may be named at most, from 1 to 10000. A guard against a mistake.
 */
max_targets: number
/**
 * Whether to only tell what would be done, and to whom. Nothing is changed.
 */
dry_run?: boolean
/**
 * Whether to act on a protected user, or on the account that the instance signs in as. Takes a reason; for protected users the instance must allow it.
 */
override_protection?: boolean
/**
 * How many different users are meant. With another number nothing is done.
 */
expected_count?: number
}

/**
 * Arguments of msgraph-user-owned-devices-list.
 */
export interface MsgraphUserOwnedDevicesListArguments {
/**
 * Object ID or user principal name of the user.
 */
user: string
/**
 * How many devices to return at most, from 1 to 10000.
 */
limit: number
/**
 * Address of the next page, from MSGraphUserOwnedDevices.NextPage of an earlier call. It already holds what that call asked for.
 */
next_page?: string
/**
 * OData filter, such as operatingSystem eq 'Windows'.
 */
filter?: string
/**
 * How many devices to ask Graph for at a time, from 1 to 999.
 */
page_size?: number
/**
 * Whether to return all devices, up to 10000 in one call, whatever the limit says.
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
/**
 * Whether to only tell what would be done, and to whom. Nothing is changed.
 */
dry_run?: boolean
/**
 * Whether to act on a protected user, or on the account that the instance signs in as. Takes a reason; for protected users the instance must allow it.
 */
override_protection?: boolean
/**
 * How many different users are meant. With another number nothing is done.
 */
expected_count?: number
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
/**
 * Whether to only tell what would be done, and to whom. Nothing is changed.
 */
dry_run?: boolean
/**
 * Whether to act on a protected user, or on the account that the instance signs in as. Takes a reason; for protected users the instance must allow it.
 */
override_protection?: boolean
/**
 * How many different users are meant. With another number nothing is done.
 */
expected_count?: number
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
/**
 * Whether to only tell what would be done, and to whom. Nothing is changed.
 */
dry_run?: boolean
/**
 * Whether to act on a protected user, or on the account that the instance signs in as. Takes a reason; for protected users the instance must allow it.
 */
override_protection?: boolean
/**
 * How many different users are meant. With another number nothing is done.
 */
expected_count?: number
}

/**
 * Arguments of msgraph-user-request-mfa.
 */
export interface MsgraphUserRequestMfaArguments {
/**
 * User principal name of the user.
 */
user_mail: string
/**
 * How many seconds to wait, 60 at most; 0 stands for 60.
 */
timeout: number
/**
 * Access token for the MFA service. Without it the secret that the instance keeps is used.
 */
access_token?: Secret
/**
 * Whether a refusal, a report of fraud, or no answer is an error.
 */
fail_on_reject: boolean
/**
 * Why it is done, for the audit trail.
 */
reason?: string
/**
 * Whether to only tell what would be done, and to whom. Nothing is changed.
 */
dry_run?: boolean
/**
 * Whether to act on a protected user, or on the account that the instance signs in as. Takes a reason; for protected users the instance must allow it.
 */
override_protection?: boolean
}

/**
 * Arguments of msgraph-user-initiate-mfa-request.
 */
export interface MsgraphUserInitiateMfaRequestArguments {
/**
 * User principal name of the user.
 */
user_mail: string
/**
 * For how many seconds to look for an answer, 60 at most; 0 stands for 60.
 */
timeout: number
/**
 * Access token for the MFA service. Without it the secret that the instance keeps is used.
 */
access_token?: Secret
/**
 * Whether a refusal, a report of fraud, or no answer is an error.
 */
fail_on_reject: boolean
/**
 * Why it is done, for the audit trail.
 */
reason?: string
/**
 * Whether to only tell what would be done, and to whom. Nothing is changed.
 */
dry_run?: boolean
/**
 * Whether to act on a protected user, or on the account that the instance signs in as. Takes a reason; for protected users the instance must allow it.
 */
override_protection?: boolean
}

/**
 * Arguments of msgraph-user-get-mfa-request-status.
 */
export interface MsgraphUserGetMfaRequestStatusArguments {
/**
 * User principal name of the user.
 */
user_mail: string
/**
 * ContextID of the request. Without it the newest open one of the user is meant.
 */
context_id?: string
/**
 * SessionID of the request, where this instance did not begin it.
 */
session_id?: string
/**
 * For how many seconds after the prompt to look for an answer, 60 at most; 0 stands for 60.
 */
timeout: number
/**
 * Access token for the MFA service. Without it the secret that the instance keeps is used.
 */
access_token?: Secret
/**
 * Whether a refusal, a report of fraud, or no answer is an error.
 */
fail_on_reject: boolean
}

/**
 * Arguments of msgraph-user-create-mfa-client-secret.
 */
export interface MsgraphUserCreateMfaClientSecretArguments {
/**
 * How many days the secret works, from 1 to 90.
 */
valid_days: number
/**
 * Whether the secret is written to the context, in clear.
 */
return_secret: boolean
/**
 * Why it is done, for the audit trail.
 */
reason?: string
/**
 * Whether to only tell what would be done, and to whom. Nothing is changed.
 */
dry_run?: boolean
}

/**
 * Arguments of msgraph-user-delete-mfa-client-secret.
 */
export interface MsgraphUserDeleteMfaClientSecretArguments {
/**
 * KeyID of the secret. Without it the one that this instance keeps is meant.
 */
key_id?: string
/**
 * Why it is done, for the audit trail.
 */
reason?: string
/**
 * Whether to only tell what would be done, and to whom. Nothing is changed.
 */
dry_run?: boolean
}

/**
 * Arguments of msgraph-user-create-mfa-client-access-token.
 */
export interface MsgraphUserCreateMfaClientAccessTokenArguments {
/**
 * A secret of the tenant's MFA client. Without it the one that the instance keeps is used.
 */
client_secret?: Secret
/**
 * Whether the token is written to the context, in clear.
 */
return_token: boolean
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
/**
 * Whether to only tell what would be done, and to whom. Nothing is changed.
 */
dry_run?: boolean
/**
 * Whether to act on a protected user, or on the account that the instance signs in as. Takes a reason; for protected users the instance must allow it.
 */
override_protection?: boolean
/**
 * How many different users are meant. With another number nothing is done.
 */
expected_count?: number
}

/**
 * Arguments of msgraph-user-change-password.
 */
export interface MsgraphUserChangePasswordArguments {
/**
 * Object ID or user principal name of the user.
 */
user: string
/**
 * The new password, or "generate" for a strong random one that comes in an encrypted zip file.
 */
password: Secret
/**
 * Whether the user must choose another password at the next sign-in.
 */
force_change_password_next_sign_in: boolean
/**
 * Whether the user must pass multifactor authentication before choosing another password at the next sign-in.
 */
force_change_password_with_mfa: boolean
/**
 * Password of the zip file that carries a generated password, at least 8 characters. Needed with password=generate, and only then.
 */
zip_password?: Secret
/**
 * Why it is done, for the audit trail.
 */
reason?: string
/**
 * Whether to only tell what would be done, and to whom. Nothing is changed.
 */
dry_run?: boolean
/**
 * Whether to act on a protected user, on the account that the instance signs in as, or on somebody of a federated domain. Takes a reason; for protected users the instance must allow it.
 */
override_protection?: boolean
}

/**
 * Arguments of msgraph-user-change-password-on-premise.
 */
export interface MsgraphUserChangePasswordOnPremiseArguments {
/**
 * Object ID or user principal name of the user.
 */
user: string
/**
 * The new password, or "generate" for a strong random one that comes in an encrypted zip file. Give either this or nonsensitive_password.
 */
password?: Secret
/**
 * The new password where a playbook cannot use the hidden argument. The platform may show it in its logs.
 */
nonsensitive_password?: Secret
/**
 * Password of the zip file that carries a generated password, at least 8 characters. Needed with password=generate, and only then.
 */
zip_password?: Secret
/**
 * Whether to look until the reset has ended. Otherwise the address to look at later is returned.
 */
wait: boolean
/**
 * Seconds between two looks, from 10 to 120, where Graph does not ask for another wait.
 */
interval_in_seconds: number
/**
 * Seconds after which nobody waits any longer, from 10 to 86400.
 */
timeout_in_seconds: number
/**
 * Why it is done, for the audit trail.
 */
reason?: string
/**
 * ID of the password method. Graph has one, which is the same for every user.
 */
password_method_id?: string
/**
 * Where to look at a reset that was begun before. Nothing is reset then.
 */
polling_url?: string
/**
 * A status that the last look found and that Graph does not document.
 */
unknown_status?: string
/**
 * Whether to only tell what would be done, and to whom. Nothing is changed.
 */
dry_run?: boolean
/**
 * Whether to act on a protected user, on the account that the instance signs in as, or on somebody of a federated domain. Takes a reason; for protected users the instance must allow it.
 */
override_protection?: boolean
}

/**
 * Arguments of msgraph-user-tap-policy-list.
 */
export interface MsgraphUserTapPolicyListArguments {
/**
 * Object ID or user principal name of the user.
 */
user_id: string
}

/**
 * Arguments of msgraph-user-tap-policy-create.
 */
export interface MsgraphUserTapPolicyCreateArguments {
/**
 * Object ID or user principal name of the user.
 */
user_id: string
/**
 * Password of the zip file that carries the pass, at least 8 characters.
 */
zip_password: Secret
/**
 * How long the pass works, in minutes, from 10 to 43200. The tenant's policy may allow less.
 */
lifetime_in_minutes: number
/**
 * Whether the pass works for one sign-in only.
 */
is_usable_once: boolean
/**
 * From when on the pass works. A time with its zone, such as 2026-03-02T08:00:00Z, or "now", "in 30 minutes", "in 2 hours", "in 3 days".
 */
start_time: string
/**
 * Why it is done, for the audit trail.
 */
reason?: string
/**
 * Whether to only tell what would be done, and to whom. Nothing is changed.
 */
dry_run?: boolean
/**
 * Whether to act on a protected user, or on the account that the instance signs in as. Takes a reason; for protected users the instance must allow it.
 */
override_protection?: boolean
}

/**
 * Arguments of msgraph-user-tap-policy-delete.
 */
export interface MsgraphUserTapPolicyDeleteArguments {
/**
 * Object ID or user principal name of the user.
 */
user_id: string
/**
 * ID of the pass, as msgraph-user-tap-policy-list shows it.
 */
policy_id: string
/**
 * Why it is done, for the audit trail.
 */
reason?: string
/**
 * Whether to only tell what would be done, and to whom. Nothing is changed.
 */
dry_run?: boolean
/**
 * Whether to act on a protected user, or on the account that the instance signs in as. Takes a reason; for protected users the instance must allow it.
 */
override_protection?: boolean
}

/**
 * Arguments of test-module.
 */
export interface TestModuleArguments {

}
