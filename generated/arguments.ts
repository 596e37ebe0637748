/* Written by `npm run generate`; do not edit. */
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
