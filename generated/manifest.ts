/* Written by `npm run generate`; do not edit. */
import { type Manifest } from '../integration/manifest/types.js';

export const manifest: Manifest = {
  "commonfields": {
    "id": "Microsoft Graph Users and Teams",
    "version": -1
  },
  "name": "Microsoft Graph Users and Teams",
  "display": "Microsoft Graph Users and Teams",
  "category": "Identity and Access Management",
  "description": "Reads and manages the users of Microsoft Entra ID, their sign-in methods and their Teams chats through Microsoft Graph.",
  "sectionOrder": [
    "Connect",
    "Collect"
  ],
  "configuration": [
    {
      "name": "azure_cloud",
      "display": "Azure Cloud",
      "type": 15,
      "required": false,
      "defaultvalue": "Worldwide",
      "options": [
        "Worldwide",
        "US GCC",
        "US GCC-High",
        "DoD",
        "Germany",
        "China",
        "Custom"
      ],
      "additionalinfo": "Cloud that holds the tenant. Left at Worldwide, a national server URL decides. US GCC uses the worldwide addresses; Germany closed on 29 October 2021. Custom needs the server URL and the sign-in host.",
      "section": "Connect",
      "advanced": true
    },
    {
      "name": "url",
      "display": "Server URL",
      "type": 0,
      "required": false,
      "defaultvalue": "https://graph.microsoft.com",
      "additionalinfo": "Address of Microsoft Graph, without a version. It must agree with Azure Cloud.",
      "section": "Connect"
    },
    {
      "name": "host",
      "display": "Server URL",
      "type": 0,
      "required": false,
      "hidden": true,
      "additionalinfo": "Older name of the server URL, read when an instance is imported.",
      "section": "Connect"
    },
    {
      "name": "azure_ad_endpoint",
      "display": "Sign-in host",
      "type": 0,
      "required": false,
      "additionalinfo": "Address that issues the tokens of a Custom cloud, such as https://login.microsoftonline.us.",
      "section": "Connect",
      "advanced": true
    },
    {
      "name": "auth_type",
      "display": "Authentication Type",
      "type": 15,
      "required": false,
      "options": [
        "cortex_app",
        "client_credentials",
        "user_auth_flow",
        "device_code",
        "managed_identity"
      ],
      "additionalinfo": "How to sign in. Left empty, the other fields decide. Most chat commands need a signed-in user, so user_auth_flow or device_code.",
      "section": "Connect"
    },
    {
      "name": "creds_auth_id",
      "displaypassword": "ID / Client ID",
      "type": 9,
      "required": false,
      "hiddenusername": true,
      "additionalinfo": "Application (client) ID of your app registration, or the ID of the hosted application.",
      "section": "Connect"
    },
    {
      "name": "auth_id",
      "display": "ID / Client ID",
      "type": 4,
      "required": false,
      "hidden": true,
      "additionalinfo": "Older name of the client ID, read when an instance is imported.",
      "section": "Connect"
    },
    {
      "name": "client_id",
      "display": "ID / Client ID",
      "type": 4,
      "required": false,
      "hidden": true,
      "additionalinfo": "Older name of the client ID, read when an instance is imported.",
      "section": "Connect"
    },
    {
      "name": "creds_tenant_id",
      "displaypassword": "Token / Tenant ID",
      "type": 9,
      "required": false,
      "hiddenusername": true,
      "additionalinfo": "ID or domain name of the tenant, or the token of the hosted application.",
      "section": "Connect"
    },
    {
      "name": "tenant_id",
      "display": "Token / Tenant ID",
      "type": 4,
      "required": false,
      "hidden": true,
      "additionalinfo": "Older name of the tenant ID, read when an instance is imported.",
      "section": "Connect"
    },
    {
      "name": "creds_enc_key",
      "displaypassword": "Key / Client Secret",
      "type": 9,
      "required": false,
      "hiddenusername": true,
      "additionalinfo": "Value (not the ID) of a client secret of your app registration, or the key of the hosted application.",
      "section": "Connect"
    },
    {
      "name": "enc_key",
      "display": "Key / Client Secret",
      "type": 4,
      "required": false,
      "hidden": true,
      "additionalinfo": "Older name of the client secret, read when an instance is imported.",
      "section": "Connect"
    },
    {
      "name": "secret",
      "display": "Key / Client Secret",
      "type": 4,
      "required": false,
      "hidden": true,
      "additionalinfo": "Older name of the client secret, read when an instance is imported.",
      "section": "Connect"
    },
    {
      "name": "secret_expires_on",
      "display": "Client secret ends on",
      "type": 0,
      "required": false,
      "additionalinfo": "Day on which the client secret ends, such as 2027-01-31, as the app registration shows it. The test command warns from 30 days before. Leave it empty otherwise.",
      "section": "Connect",
      "advanced": true
    },
    {
      "name": "creds_certificate",
      "display": "Certificate Thumbprint",
      "displaypassword": "Private Key",
      "type": 9,
      "required": false,
      "additionalinfo": "Thumbprint of a certificate of your app registration (SHA-1 or SHA-256) and its private key in PEM form. Used instead of a client secret.",
      "section": "Connect"
    },
    {
      "name": "certificate_thumbprint",
      "display": "Certificate Thumbprint",
      "type": 4,
      "required": false,
      "hidden": true,
      "additionalinfo": "Older name of the thumbprint, read when an instance is imported.",
      "section": "Connect"
    },
    {
      "name": "private_key",
      "display": "Private Key",
      "type": 14,
      "required": false,
      "hidden": true,
      "additionalinfo": "Older name of the private key, read when an instance is imported.",
      "section": "Connect"
    },
    {
      "name": "self_deployed",
      "display": "Use a self-deployed Azure application",
      "type": 8,
      "required": false,
      "additionalinfo": "Tick it when you registered the application yourself. Naming an authentication type other than cortex_app implies it.",
      "section": "Connect"
    },
    {
      "name": "redirect_uri",
      "display": "Application redirect URI",
      "type": 0,
      "required": false,
      "additionalinfo": "Redirect URI of your app registration, for signing in as a user.",
      "section": "Connect"
    },
    {
      "name": "creds_auth_code",
      "displaypassword": "Authorization code",
      "type": 9,
      "required": false,
      "hiddenusername": true,
      "additionalinfo": "Code that Microsoft sent to the redirect URI. It works once and for about ten minutes.",
      "section": "Connect"
    },
    {
      "name": "auth_code",
      "display": "Authorization code",
      "type": 4,
      "required": false,
      "hidden": true,
      "additionalinfo": "Older name of the authorization code, read when an instance is imported.",
      "section": "Connect"
    },
    {
      "name": "use_managed_identities",
      "display": "Use Azure Managed Identities",
      "type": 8,
      "required": false,
      "additionalinfo": "Sign in as the identity of the Azure machine that runs the commands.",
      "section": "Connect"
    },
    {
      "name": "managed_identities_client_id",
      "displaypassword": "Azure Managed Identities Client ID",
      "type": 9,
      "required": false,
      "hiddenusername": true,
      "additionalinfo": "Client ID of a user-assigned identity. Empty means the system-assigned one.",
      "section": "Connect"
    },
    {
      "name": "delegated_user",
      "display": "Default Teams user",
      "type": 0,
      "required": false,
      "additionalinfo": "Object ID or user principal name whose chats are meant when a command names no user and the application signs in as itself.",
      "section": "Connect"
    },
    {
      "name": "insecure",
      "display": "Trust any certificate (not secure)",
      "type": 8,
      "required": false,
      "defaultvalue": "false",
      "additionalinfo": "Skips the check of Microsoft Graph's certificate. Anyone between you and Microsoft can then read the access tokens and the answers. The sign-in host stays checked.",
      "section": "Connect",
      "advanced": true
    },
    {
      "name": "insecure_login",
      "display": "Trust any certificate of the sign-in host (not secure)",
      "type": 8,
      "required": false,
      "defaultvalue": "false",
      "additionalinfo": "Skips the check of the certificate of the host that gives tokens. Anyone between you and Microsoft can then read the secret and the refresh tokens.",
      "section": "Connect",
      "advanced": true
    },
    {
      "name": "ca_certificates",
      "display": "Trusted certificates",
      "type": 12,
      "required": false,
      "additionalinfo": "Certificates in PEM form to trust besides the well-known ones, for every host, such as the one of an inspecting proxy.",
      "section": "Connect",
      "advanced": true
    },
    {
      "name": "proxy",
      "display": "Use system proxy settings",
      "type": 8,
      "required": false,
      "defaultvalue": "false",
      "additionalinfo": "Sends requests through the proxy that the environment names.",
      "section": "Connect",
      "advanced": true
    },
    {
      "name": "audit",
      "display": "Audit trail",
      "type": 15,
      "required": false,
      "defaultvalue": "best effort",
      "options": [
        "best effort",
        "required"
      ],
      "additionalinfo": "Every change is written to the audit trail. Required refuses a change that cannot be recorded.",
      "section": "Collect",
      "advanced": true
    },
    {
      "name": "handle_error",
      "display": "Suppress errors for what is not found",
      "type": 8,
      "required": false,
      "defaultvalue": "true",
      "additionalinfo": "A user, manager or method that does not exist is answered with a normal entry that says so.",
      "section": "Collect",
      "advanced": true
    },
    {
      "name": "allow_secret_generators",
      "display": "Allow commands that create secrets",
      "type": 8,
      "required": false,
      "defaultvalue": "false",
      "additionalinfo": "Lets commands show a secret or a token that they created.",
      "section": "Connect",
      "advanced": true
    }
  ],
  "script": {
    "type": "python",
    "subtype": "python3",
    "dockerimage": "demisto/python3:3.12.12.6947692",
    "script": "-",
    "resetContext": true,
    "commands": [
      {
        "name": "msgraph-user-test",
        "description": "Checks that the instance can sign in and reach Microsoft Graph, and tells who is signed in, with which flow, cloud and permissions.",
        "arguments": []
      },
      {
        "name": "msgraph-user-generate-login-url",
        "description": "Gives the address at which a user signs in for this instance, and says what to do with the authorization code.",
        "arguments": []
      },
      {
        "name": "msgraph-user-auth-reset",
        "description": "Forgets how this instance is signed in, for the user and the Teams commands alike. Nothing is revoked at Microsoft.",
        "arguments": []
      },
      {
        "name": "msgraph-user-auth-start",
        "description": "Begins the sign-in of a user on another device, where the authentication type is device_code, and says where to enter which code.",
        "arguments": []
      },
      {
        "name": "msgraph-user-auth-complete",
        "description": "Completes the sign-in that msgraph-user-auth-start began, waiting up to a minute for the person.",
        "arguments": []
      },
      {
        "name": "msgraph-user-permissions-check",
        "description": "Tells for every command which permissions of the instance's token it has and which it lacks. Nothing is asked of Microsoft Graph.",
        "arguments": [],
        "outputs": [
          {
            "contextPath": "MSGraphPermission.Command",
            "description": "Name of the command.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphPermission.Allowed",
            "description": "Whether the token holds one of the accepted sets of permissions.",
            "type": "Boolean"
          },
          {
            "contextPath": "MSGraphPermission.Missing",
            "description": "Permissions that are lacking of the accepted set that lacks the least; empty where none is.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphPermission.Accepted",
            "description": "The accepted sets of permissions, least first.",
            "type": "String"
          }
        ]
      },
      {
        "name": "msgraph-teams-test",
        "description": "Checks that the instance can sign in and reach Microsoft Graph, and tells who is signed in, with which flow, cloud and permissions.",
        "arguments": []
      },
      {
        "name": "msgraph-teams-generate-login-url",
        "description": "Gives the address at which a user signs in for the chat commands, and says what to do with the authorization code.",
        "arguments": []
      },
      {
        "name": "msgraph-teams-auth-reset",
        "description": "Forgets how this instance is signed in, for the user and the Teams commands alike. Nothing is revoked at Microsoft.",
        "arguments": []
      },
      {
        "name": "msgraph-teams-auth-start",
        "description": "Begins the sign-in of a user on another device for the chat commands, where the authentication type is device_code, and says where to enter which code.",
        "arguments": []
      },
      {
        "name": "msgraph-teams-auth-complete",
        "description": "Completes the sign-in that msgraph-teams-auth-start began, waiting up to a minute for the person.",
        "arguments": []
      },
      {
        "name": "msgraph-user-get",
        "description": "Retrieves one user with the properties you name.",
        "arguments": [
          {
            "name": "user",
            "description": "Object ID or user principal name of the user.",
            "required": true
          },
          {
            "name": "properties",
            "description": "Comma-separated names of the properties to retrieve. The ID and the user principal name always come along. Without names, Graph's usual properties are retrieved.",
            "isArray": true
          },
          {
            "name": "expand",
            "description": "Linked object to retrieve along with the user.",
            "auto": "PREDEFINED",
            "predefined": [
              "manager"
            ]
          }
        ],
        "outputs": [
          {
            "contextPath": "MSGraphUser.ID",
            "description": "Object ID of the user.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.DisplayName",
            "description": "Name shown for the user.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.GivenName",
            "description": "First name.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.BusinessPhones",
            "description": "Business phone numbers.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.JobTitle",
            "description": "Job title.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.Mail",
            "description": "Mail address.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.MobilePhone",
            "description": "Mobile phone number.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.OfficeLocation",
            "description": "Place of the office.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.PreferredLanguage",
            "description": "Preferred language, such as en-US.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.Surname",
            "description": "Last name.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.UserPrincipalName",
            "description": "Name the user signs in with.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.Manager.ID",
            "description": "Object ID of the manager, where expand asks for it.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.Manager.DisplayName",
            "description": "Name shown for the manager.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.Manager.UserPrincipalName",
            "description": "Name the manager signs in with.",
            "type": "String"
          },
          {
            "contextPath": "Account.ID",
            "description": "Object ID of the account.",
            "type": "String"
          },
          {
            "contextPath": "Account.DisplayName",
            "description": "Name shown for the account.",
            "type": "String"
          },
          {
            "contextPath": "Account.Username",
            "description": "Name the user signs in with.",
            "type": "String"
          },
          {
            "contextPath": "Account.JobTitle",
            "description": "Job title.",
            "type": "String"
          },
          {
            "contextPath": "Account.Email.Address",
            "description": "Mail address.",
            "type": "String"
          },
          {
            "contextPath": "Account.TelephoneNumber",
            "description": "Mobile phone number.",
            "type": "String"
          },
          {
            "contextPath": "Account.Office",
            "description": "Place of the office.",
            "type": "String"
          },
          {
            "contextPath": "Account.Type",
            "description": "Kind of account, always Azure AD.",
            "type": "String"
          }
        ]
      },
      {
        "name": "msgraph-user-list",
        "description": "Lists the users of the tenant, all of them or those that a filter or a search finds.",
        "arguments": [
          {
            "name": "properties",
            "description": "Comma-separated names of the properties to retrieve. The ID and the user principal name always come along. Left empty, the display name, job title, mobile phone and mail address come too.",
            "isArray": true
          },
          {
            "name": "filter",
            "description": "OData filter, such as startsWith(displayName,'A')."
          },
          {
            "name": "next_page",
            "description": "Address of the next page, from MSGraphUser.NextPage of an earlier call. It already holds the properties, the filter, the search and the order of that call."
          },
          {
            "name": "search",
            "description": "Words to look for in the name, mail address and user principal name, or in one property, such as displayName:smith."
          },
          {
            "name": "order_by",
            "description": "Property to sort by, with desc behind it for descending order, such as displayName desc."
          },
          {
            "name": "limit",
            "description": "How many users to return at most, from 1 to 10000.",
            "defaultValue": "100"
          },
          {
            "name": "page_size",
            "description": "How many users to ask Graph for at a time, from 1 to 999."
          },
          {
            "name": "all_results",
            "description": "Whether to return every user, up to 10000 in one call, whatever the limit says.",
            "defaultValue": "false",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          }
        ],
        "outputs": [
          {
            "contextPath": "MSGraphUser.ID",
            "description": "Object ID of the user.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.DisplayName",
            "description": "Name shown for the user.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.GivenName",
            "description": "First name.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.BusinessPhones",
            "description": "Business phone numbers.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.JobTitle",
            "description": "Job title.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.Mail",
            "description": "Mail address.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.MobilePhone",
            "description": "Mobile phone number.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.OfficeLocation",
            "description": "Place of the office.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.PreferredLanguage",
            "description": "Preferred language, such as en-US.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.Surname",
            "description": "Last name.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.UserPrincipalName",
            "description": "Name the user signs in with.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.NextPage",
            "description": "Address of the next page, where there is one; empty once the last page was reached.",
            "type": "String"
          },
          {
            "contextPath": "Account.ID",
            "description": "Object ID of the account.",
            "type": "String"
          },
          {
            "contextPath": "Account.DisplayName",
            "description": "Name shown for the account.",
            "type": "String"
          },
          {
            "contextPath": "Account.Username",
            "description": "Name the user signs in with.",
            "type": "String"
          },
          {
            "contextPath": "Account.JobTitle",
            "description": "Job title.",
            "type": "String"
          },
          {
            "contextPath": "Account.Email.Address",
            "description": "Mail address.",
            "type": "String"
          },
          {
            "contextPath": "Account.TelephoneNumber",
            "description": "Mobile phone number.",
            "type": "String"
          },
          {
            "contextPath": "Account.Office",
            "description": "Place of the office.",
            "type": "String"
          },
          {
            "contextPath": "Account.Type",
            "description": "Kind of account, always Azure AD.",
            "type": "String"
          }
        ]
      },
      {
        "name": "msgraph-user-account-disable",
        "description": "Blocks sign-in for one or more users. Tokens already issued work until they end, and msgraph-user-session-revoke ends the sessions.",
        "execution": true,
        "arguments": [
          {
            "name": "user",
            "description": "Object ID or user principal name of the user, or a list of them.",
            "required": true,
            "isArray": true
          },
          {
            "name": "reason",
            "description": "Why it is done, for the audit trail."
          },
          {
            "name": "max_targets",
            "description": "How many users may be named at most, from 1 to 10000. A guard against a mistake.",
            "defaultValue": "1000"
          }
        ],
        "outputs": [
          {
            "contextPath": "MSGraphUserAction.ID",
            "description": "Object ID of the user, or the name as it was typed where the user could not be read.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAction.Action",
            "description": "What was done, such as disable, enable or revoke-sessions.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAction.User",
            "description": "The user as it was typed.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAction.UserPrincipalName",
            "description": "Name the user signs in with.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAction.DisplayName",
            "description": "Name shown for the user.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAction.UserType",
            "description": "Member or Guest.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAction.Synchronized",
            "description": "Whether an on-premises directory is the master of the account.",
            "type": "Boolean"
          },
          {
            "contextPath": "MSGraphUserAction.AccountEnabledBefore",
            "description": "Whether the account could sign in before.",
            "type": "Boolean"
          },
          {
            "contextPath": "MSGraphUserAction.Remaining",
            "description": "Users that were not tried, where the command was stopped, to be pasted back.",
            "type": "Unknown"
          }
        ]
      },
      {
        "name": "msgraph-user-terminate-session",
        "description": "Blocks sign-in for one or more users and ends no session, despite its name. Use msgraph-user-account-disable and msgraph-user-session-revoke instead.",
        "execution": true,
        "deprecated": true,
        "arguments": [
          {
            "name": "user",
            "description": "Object ID or user principal name of the user, or a list of them.",
            "required": true,
            "isArray": true
          },
          {
            "name": "reason",
            "description": "Why it is done, for the audit trail."
          },
          {
            "name": "max_targets",
            "description": "How many users may be named at most, from 1 to 10000. A guard against a mistake.",
            "defaultValue": "1000"
          }
        ],
        "outputs": [
          {
            "contextPath": "MSGraphUserAction.ID",
            "description": "Object ID of the user, or the name as it was typed where the user could not be read.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAction.Action",
            "description": "What was done, such as disable, enable or revoke-sessions.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAction.User",
            "description": "The user as it was typed.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAction.UserPrincipalName",
            "description": "Name the user signs in with.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAction.DisplayName",
            "description": "Name shown for the user.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAction.UserType",
            "description": "Member or Guest.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAction.Synchronized",
            "description": "Whether an on-premises directory is the master of the account.",
            "type": "Boolean"
          },
          {
            "contextPath": "MSGraphUserAction.AccountEnabledBefore",
            "description": "Whether the account could sign in before.",
            "type": "Boolean"
          },
          {
            "contextPath": "MSGraphUserAction.Remaining",
            "description": "Users that were not tried, where the command was stopped, to be pasted back.",
            "type": "Unknown"
          }
        ]
      },
      {
        "name": "msgraph-user-unblock",
        "description": "Allows one or more users to sign in again.",
        "execution": true,
        "arguments": [
          {
            "name": "user",
            "description": "Object ID or user principal name of the user, or a list of them.",
            "required": true,
            "isArray": true
          },
          {
            "name": "reason",
            "description": "Why it is done, for the audit trail."
          },
          {
            "name": "max_targets",
            "description": "How many users may be named at most, from 1 to 10000. A guard against a mistake.",
            "defaultValue": "1000"
          }
        ],
        "outputs": [
          {
            "contextPath": "MSGraphUserAction.ID",
            "description": "Object ID of the user, or the name as it was typed where the user could not be read.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAction.Action",
            "description": "What was done, such as disable, enable or revoke-sessions.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAction.User",
            "description": "The user as it was typed.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAction.UserPrincipalName",
            "description": "Name the user signs in with.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAction.DisplayName",
            "description": "Name shown for the user.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAction.UserType",
            "description": "Member or Guest.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAction.Synchronized",
            "description": "Whether an on-premises directory is the master of the account.",
            "type": "Boolean"
          },
          {
            "contextPath": "MSGraphUserAction.AccountEnabledBefore",
            "description": "Whether the account could sign in before.",
            "type": "Boolean"
          },
          {
            "contextPath": "MSGraphUserAction.Remaining",
            "description": "Users that were not tried, where the command was stopped, to be pasted back.",
            "type": "Unknown"
          }
        ]
      },
      {
        "name": "msgraph-user-session-revoke",
        "description": "Revokes the refresh tokens and session cookies of one or more users, so that they have to sign in again.",
        "execution": true,
        "arguments": [
          {
            "name": "user",
            "description": "Object ID or user principal name of the user, or a list of them.",
            "required": true,
            "isArray": true
          },
          {
            "name": "reason",
            "description": "Why it is done, for the audit trail."
          },
          {
            "name": "max_targets",
            "description": "How many users may be named at most, from 1 to 10000. A guard against a mistake.",
            "defaultValue": "1000"
          }
        ],
        "outputs": [
          {
            "contextPath": "MSGraphUserAction.ID",
            "description": "Object ID of the user, or the name as it was typed where the user could not be read.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAction.Action",
            "description": "What was done, such as disable, enable or revoke-sessions.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAction.User",
            "description": "The user as it was typed.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAction.UserPrincipalName",
            "description": "Name the user signs in with.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAction.DisplayName",
            "description": "Name shown for the user.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAction.UserType",
            "description": "Member or Guest.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAction.Synchronized",
            "description": "Whether an on-premises directory is the master of the account.",
            "type": "Boolean"
          },
          {
            "contextPath": "MSGraphUserAction.AccountEnabledBefore",
            "description": "Whether the account could sign in before.",
            "type": "Boolean"
          },
          {
            "contextPath": "MSGraphUserAction.Remaining",
            "description": "Users that were not tried, where the command was stopped, to be pasted back.",
            "type": "Unknown"
          }
        ]
      }
    ]
  },
  "fromversion": "6.10.0",
  "tests": [
    "No tests"
  ]
};
