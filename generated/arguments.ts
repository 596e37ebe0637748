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
  'msgraph-teams-test': MsgraphTeamsTestArguments;
  'msgraph-teams-generate-login-url': MsgraphTeamsGenerateLoginUrlArguments;
  'msgraph-teams-auth-reset': MsgraphTeamsAuthResetArguments;
  'msgraph-teams-auth-start': MsgraphTeamsAuthStartArguments;
  'msgraph-teams-auth-complete': MsgraphTeamsAuthCompleteArguments;
  'msgraph-user-get': MsgraphUserGetArguments;
  'msgraph-user-list': MsgraphUserListArguments;
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
}

/**
 * Arguments of test-module.
 */
export interface TestModuleArguments {

}
