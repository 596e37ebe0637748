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
      "name": "mfa_endpoint",
      "display": "MFA service host",
      "type": 0,
      "required": false,
      "additionalinfo": "Address of the service that asks people for a second factor, for a Custom cloud. The other clouds know their own.",
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
      "name": "protected_users",
      "display": "Protected users",
      "type": 12,
      "required": false,
      "additionalinfo": "Whom no command changes, separated by commas or line breaks: user principal names or object IDs, with * for any text, group:NAME for the members of a group, role:NAME for the holders of an Entra role. If a group or role cannot be read, changes are refused.",
      "section": "Collect",
      "advanced": true
    },
    {
      "name": "allow_protection_override",
      "display": "Allow changes to protected users with a reason",
      "type": 8,
      "required": false,
      "defaultvalue": "false",
      "section": "Collect",
      "advanced": true
    },
    {
      "name": "chat_events",
      "display": "Chat events",
      "type": 15,
      "required": false,
      "defaultvalue": "Off",
      "options": [
        "Off",
        "Polling",
        "Notifications"
      ],
      "additionalinfo": "Makes an incident of each new message in the chats below, while a part that keeps running is there (msgraph-soar serve). Notifications need an address that Microsoft reaches; without one they fall back to polling.",
      "section": "Collect",
      "advanced": true
    },
    {
      "name": "chat_events_chats",
      "display": "Chats to watch",
      "type": 12,
      "required": false,
      "additionalinfo": "IDs of the chats, separated by commas or line breaks, such as 19:…@thread.v2. msgraph-teams-list-chats shows them.",
      "section": "Collect",
      "advanced": true
    },
    {
      "name": "chat_events_interval",
      "display": "Seconds between two looks at a chat",
      "type": 0,
      "required": false,
      "defaultvalue": "60",
      "additionalinfo": "At least 5. With notifications it is looked ten times less often, to find what was lost.",
      "section": "Collect",
      "advanced": true
    },
    {
      "name": "notification_url",
      "display": "Notification address",
      "type": 0,
      "required": false,
      "additionalinfo": "Public https address under which Microsoft reaches this server, without /notifications. Left empty, the server's own public address is used.",
      "section": "Collect",
      "advanced": true
    },
    {
      "name": "notification_certificate",
      "displaypassword": "Notification certificate and private key",
      "type": 9,
      "required": false,
      "hiddenusername": true,
      "additionalinfo": "One or several certificates with their private keys in PEM form, so that notifications carry the message, encrypted. The first is used for new subscriptions, the others still decrypt. Works for an instance that signs in as an application.",
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
    },
    {
      "name": "longRunning",
      "display": "Long running instance",
      "type": 8,
      "required": false,
      "defaultvalue": "false",
      "additionalinfo": "Keeps a container running that catches the code when somebody signs in, so that nothing has to be copied. Needs the listen port, and a redirect URI that leads to it.",
      "section": "Connect",
      "advanced": true
    },
    {
      "name": "longRunningPort",
      "display": "Listen port",
      "type": 0,
      "required": false,
      "additionalinfo": "Port that the long-running container listens at, such as 7000. The server or engine has to lead browsers to it, in https.",
      "section": "Connect",
      "advanced": true
    }
  ],
  "script": {
    "type": "python",
    "subtype": "python3",
    "dockerimage": "demisto/python3:3.12.12.6947692",
    "script": "-",
    "longRunning": true,
    "longRunningPort": true,
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
        "name": "msgraph-user-get-auth-methods",
        "description": "Shows everything a user can sign in with, and whether any of it can be a second factor.",
        "arguments": [
          {
            "name": "user",
            "description": "Object ID or user principal name of the user.",
            "required": true
          }
        ],
        "outputs": [
          {
            "contextPath": "MSGraphUserAuthMethods.ID",
            "description": "The user as it was typed.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAuthMethods.Methods.ID",
            "description": "ID of the method.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAuthMethods.Methods.@Odata.Type",
            "description": "Type of the method.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAuthMethods.Methods.DisplayName",
            "description": "Name of the device, key or service.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAuthMethods.Methods.DeviceTag",
            "description": "What an authenticator app is registered for.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAuthMethods.Methods.CreatedDateTime",
            "description": "When the method was registered.",
            "type": "Date"
          },
          {
            "contextPath": "MSGraphUserAuthMethods.Methods.IsUsable",
            "description": "Whether a Temporary Access Pass can be used now.",
            "type": "Boolean"
          },
          {
            "contextPath": "MSGraphUserAuthMethods.Methods.IsUsableOnce",
            "description": "Whether a Temporary Access Pass can be used once only.",
            "type": "Boolean"
          },
          {
            "contextPath": "MSGraphUserAuthMethods.Methods.MethodUsabilityReason",
            "description": "Why a Temporary Access Pass can, or cannot, be used.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAuthMethods.IsMfaCapable",
            "description": "Whether any of the methods can be a second factor; neither a password nor an e-mail address can.",
            "type": "Boolean"
          }
        ]
      },
      {
        "name": "msgraph-user-auth-methods-list",
        "description": "Shows everything a user can sign in with. An older name of msgraph-user-get-auth-methods that also writes its own context paths.",
        "arguments": [
          {
            "name": "user",
            "description": "Object ID or user principal name of the user.",
            "required": true
          }
        ],
        "outputs": [
          {
            "contextPath": "MSGraphUserAuthMethods.ID",
            "description": "The user as it was typed.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAuthMethods.Methods.ID",
            "description": "ID of the method.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAuthMethods.Methods.@Odata.Type",
            "description": "Type of the method.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAuthMethods.Methods.DisplayName",
            "description": "Name of the device, key or service.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAuthMethods.Methods.DeviceTag",
            "description": "What an authenticator app is registered for.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAuthMethods.Methods.CreatedDateTime",
            "description": "When the method was registered.",
            "type": "Date"
          },
          {
            "contextPath": "MSGraphUserAuthMethods.Methods.IsUsable",
            "description": "Whether a Temporary Access Pass can be used now.",
            "type": "Boolean"
          },
          {
            "contextPath": "MSGraphUserAuthMethods.Methods.IsUsableOnce",
            "description": "Whether a Temporary Access Pass can be used once only.",
            "type": "Boolean"
          },
          {
            "contextPath": "MSGraphUserAuthMethods.Methods.MethodUsabilityReason",
            "description": "Why a Temporary Access Pass can, or cannot, be used.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAuthMethods.IsMfaCapable",
            "description": "Whether any of the methods can be a second factor; neither a password nor an e-mail address can.",
            "type": "Boolean"
          },
          {
            "contextPath": "MSGraphUser.AuthMethod.ID",
            "description": "ID of the method.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.AuthMethod.DisplayName",
            "description": "Name of the device, key or service.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.AuthMethod.UserID",
            "description": "The user as it was typed.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.MFAStatus.User",
            "description": "The user as it was typed.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.MFAStatus.IsMfaCapable",
            "description": "Whether any of the methods can be a second factor.",
            "type": "Boolean"
          }
        ]
      },
      {
        "name": "msgraph-user-fido2-method-list",
        "description": "Lists the FIDO2 security keys that a user can sign in with, or shows one of them.",
        "arguments": [
          {
            "name": "user",
            "description": "Object ID or user principal name of the user.",
            "required": true
          },
          {
            "name": "method_id",
            "description": "ID of one FIDO2 security key. Left out, all of them are listed."
          },
          {
            "name": "limit",
            "description": "How many FIDO2 security keys to return at most, from 1 to 10000."
          },
          {
            "name": "next_page",
            "description": "Address of the next page, from MSGraphUser.FIDO2Method.NextPage of an earlier call."
          }
        ],
        "outputs": [
          {
            "contextPath": "MSGraphUser.FIDO2Method.ID",
            "description": "ID of the method.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.FIDO2Method.DisplayName",
            "description": "Name of the key.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.FIDO2Method.CreatedDateTime",
            "description": "When the key was registered.",
            "type": "Date"
          },
          {
            "contextPath": "MSGraphUser.FIDO2Method.AaGuid",
            "description": "Authenticator attestation GUID, which tells maker and model.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.FIDO2Method.Model",
            "description": "Model of the key.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.FIDO2Method.AttestationCertificates",
            "description": "Attestation certificates of the key.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.FIDO2Method.AttestationLevel",
            "description": "Whether the key was attested.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.FIDO2Method.UserID",
            "description": "The user as it was typed.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.FIDO2Method.NextPage",
            "description": "Address of the next page, where there is one; empty once the last page was reached.",
            "type": "String"
          }
        ]
      },
      {
        "name": "msgraph-user-fido2-method-delete",
        "description": "Deletes a FIDO2 security key of a user, who can no longer sign in with it.",
        "execution": true,
        "arguments": [
          {
            "name": "user",
            "description": "Object ID or user principal name of the user.",
            "required": true
          },
          {
            "name": "method_id",
            "description": "ID of the FIDO2 security key.",
            "required": true
          },
          {
            "name": "reason",
            "description": "Why it is done, for the audit trail."
          },
          {
            "name": "dry_run",
            "description": "Whether to only tell what would be done, and to whom. Nothing is changed.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          },
          {
            "name": "override_protection",
            "description": "Whether to act on a protected user, or on the account that the instance signs in as. Takes a reason; for protected users the instance must allow it.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
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
            "description": "What was done, here delete-authentication-method.",
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
            "contextPath": "MSGraphUserAction.MethodKind",
            "description": "Kind of the method, as in the name of the command.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAction.MethodID",
            "description": "ID of the method.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAction.Method",
            "description": "The method as it was before.",
            "type": "Unknown"
          }
        ]
      },
      {
        "name": "msgraph-user-email-method-list",
        "description": "Lists the e-mail addresses with which a user can reset the password, or shows one of them.",
        "arguments": [
          {
            "name": "user",
            "description": "Object ID or user principal name of the user.",
            "required": true
          },
          {
            "name": "method_id",
            "description": "ID of one e-mail address. Left out, all of them are listed."
          }
        ],
        "outputs": [
          {
            "contextPath": "MSGraphUser.EmailAuthMethod.ID",
            "description": "ID of the method.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.EmailAuthMethod.EmailAddress",
            "description": "Address that can reset the password.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.EmailAuthMethod.UserID",
            "description": "The user as it was typed.",
            "type": "String"
          }
        ]
      },
      {
        "name": "msgraph-user-email-method-delete",
        "description": "Deletes the e-mail address with which a user can reset the password.",
        "execution": true,
        "arguments": [
          {
            "name": "user",
            "description": "Object ID or user principal name of the user.",
            "required": true
          },
          {
            "name": "method_id",
            "description": "ID of the e-mail address; every user has at most one, under the same ID.",
            "defaultValue": "3ddfcfc8-9383-446f-83cc-3ab9be4be18f"
          },
          {
            "name": "reason",
            "description": "Why it is done, for the audit trail."
          },
          {
            "name": "dry_run",
            "description": "Whether to only tell what would be done, and to whom. Nothing is changed.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          },
          {
            "name": "override_protection",
            "description": "Whether to act on a protected user, or on the account that the instance signs in as. Takes a reason; for protected users the instance must allow it.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
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
            "description": "What was done, here delete-authentication-method.",
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
            "contextPath": "MSGraphUserAction.MethodKind",
            "description": "Kind of the method, as in the name of the command.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAction.MethodID",
            "description": "ID of the method.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAction.Method",
            "description": "The method as it was before.",
            "type": "Unknown"
          }
        ]
      },
      {
        "name": "msgraph-user-authenticator-method-list",
        "description": "Lists the Microsoft Authenticator apps that a user can sign in with, or shows one of them.",
        "arguments": [
          {
            "name": "user",
            "description": "Object ID or user principal name of the user.",
            "required": true
          },
          {
            "name": "method_id",
            "description": "ID of one Microsoft Authenticator app. Left out, all of them are listed."
          },
          {
            "name": "limit",
            "description": "How many Microsoft Authenticator apps to return at most, from 1 to 10000.",
            "defaultValue": "50"
          },
          {
            "name": "next_page",
            "description": "Address of the next page, from MSGraphUser.UserAuthMethod.NextPage of an earlier call."
          }
        ],
        "outputs": [
          {
            "contextPath": "MSGraphUser.UserAuthMethod.ID",
            "description": "ID of the method.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.UserAuthMethod.DisplayName",
            "description": "Name of the device.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.UserAuthMethod.PhoneAppVersion",
            "description": "Version of the app.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.UserAuthMethod.DeviceTag",
            "description": "What the app is registered for.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.UserAuthMethod.CreatedDateTime",
            "description": "When the app was registered.",
            "type": "Date"
          },
          {
            "contextPath": "MSGraphUser.UserAuthMethod.UserID",
            "description": "The user as it was typed.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.UserAuthMethod.NextPage",
            "description": "Address of the next page, where there is one; empty once the last page was reached.",
            "type": "String"
          }
        ]
      },
      {
        "name": "msgraph-user-authenticator-method-delete",
        "description": "Deletes a Microsoft Authenticator app of a user, who can no longer sign in with it.",
        "execution": true,
        "arguments": [
          {
            "name": "user",
            "description": "Object ID or user principal name of the user.",
            "required": true
          },
          {
            "name": "method_id",
            "description": "ID of the Microsoft Authenticator app.",
            "required": true
          },
          {
            "name": "reason",
            "description": "Why it is done, for the audit trail."
          },
          {
            "name": "dry_run",
            "description": "Whether to only tell what would be done, and to whom. Nothing is changed.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          },
          {
            "name": "override_protection",
            "description": "Whether to act on a protected user, or on the account that the instance signs in as. Takes a reason; for protected users the instance must allow it.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
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
            "description": "What was done, here delete-authentication-method.",
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
            "contextPath": "MSGraphUserAction.MethodKind",
            "description": "Kind of the method, as in the name of the command.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAction.MethodID",
            "description": "ID of the method.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAction.Method",
            "description": "The method as it was before.",
            "type": "Unknown"
          }
        ]
      },
      {
        "name": "msgraph-user-phone-method-list",
        "description": "Lists the phones that a user can sign in with, or shows one of them.",
        "arguments": [
          {
            "name": "user",
            "description": "Object ID or user principal name of the user.",
            "required": true
          },
          {
            "name": "method_id",
            "description": "ID of one phone. Left out, all of them are listed."
          },
          {
            "name": "limit",
            "description": "How many phones to return at most, from 1 to 10000."
          },
          {
            "name": "next_page",
            "description": "Address of the next page, from MSGraphUser.PhoneAuthMethod.NextPage of an earlier call."
          }
        ],
        "outputs": [
          {
            "contextPath": "MSGraphUser.PhoneAuthMethod.ID",
            "description": "ID of the method.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.PhoneAuthMethod.PhoneNumber",
            "description": "Phone number.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.PhoneAuthMethod.PhoneType",
            "description": "Which phone it is, mobile, alternateMobile or office.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.PhoneAuthMethod.SmsSignInState",
            "description": "Whether the phone can sign in by text message.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.PhoneAuthMethod.UserID",
            "description": "The user as it was typed.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.PhoneAuthMethod.NextPage",
            "description": "Address of the next page, where there is one; empty once the last page was reached.",
            "type": "String"
          }
        ]
      },
      {
        "name": "msgraph-user-phone-method-delete",
        "description": "Deletes a phone of a user, who can no longer sign in with it.",
        "execution": true,
        "arguments": [
          {
            "name": "user",
            "description": "Object ID or user principal name of the user.",
            "required": true
          },
          {
            "name": "method_id",
            "description": "ID of the phone.",
            "required": true
          },
          {
            "name": "reason",
            "description": "Why it is done, for the audit trail."
          },
          {
            "name": "dry_run",
            "description": "Whether to only tell what would be done, and to whom. Nothing is changed.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          },
          {
            "name": "override_protection",
            "description": "Whether to act on a protected user, or on the account that the instance signs in as. Takes a reason; for protected users the instance must allow it.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
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
            "description": "What was done, here delete-authentication-method.",
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
            "contextPath": "MSGraphUserAction.MethodKind",
            "description": "Kind of the method, as in the name of the command.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAction.MethodID",
            "description": "ID of the method.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAction.Method",
            "description": "The method as it was before.",
            "type": "Unknown"
          }
        ]
      },
      {
        "name": "msgraph-user-software-oath-method-list",
        "description": "Lists the software OATH tokens that a user can sign in with, or shows one of them.",
        "arguments": [
          {
            "name": "user",
            "description": "Object ID or user principal name of the user.",
            "required": true
          },
          {
            "name": "method_id",
            "description": "ID of one software OATH token. Left out, all of them are listed."
          }
        ],
        "outputs": [
          {
            "contextPath": "MSGraphUser.SoftOathAuthMethod.ID",
            "description": "ID of the method.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.SoftOathAuthMethod.CreatedDateTime",
            "description": "When the token was registered.",
            "type": "Date"
          },
          {
            "contextPath": "MSGraphUser.SoftOathAuthMethod.UserID",
            "description": "The user as it was typed.",
            "type": "String"
          }
        ]
      },
      {
        "name": "msgraph-user-software-oath-method-delete",
        "description": "Deletes a software OATH token of a user, who can no longer sign in with it.",
        "execution": true,
        "arguments": [
          {
            "name": "user",
            "description": "Object ID or user principal name of the user.",
            "required": true
          },
          {
            "name": "method_id",
            "description": "ID of the software OATH token.",
            "required": true
          },
          {
            "name": "reason",
            "description": "Why it is done, for the audit trail."
          },
          {
            "name": "dry_run",
            "description": "Whether to only tell what would be done, and to whom. Nothing is changed.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          },
          {
            "name": "override_protection",
            "description": "Whether to act on a protected user, or on the account that the instance signs in as. Takes a reason; for protected users the instance must allow it.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
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
            "description": "What was done, here delete-authentication-method.",
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
            "contextPath": "MSGraphUserAction.MethodKind",
            "description": "Kind of the method, as in the name of the command.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAction.MethodID",
            "description": "ID of the method.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAction.Method",
            "description": "The method as it was before.",
            "type": "Unknown"
          }
        ]
      },
      {
        "name": "msgraph-user-windows-hello-method-list",
        "description": "Lists the Windows Hello for Business methods that a user can sign in with, or shows one of them.",
        "arguments": [
          {
            "name": "user",
            "description": "Object ID or user principal name of the user.",
            "required": true
          },
          {
            "name": "method_id",
            "description": "ID of one Windows Hello for Business method. Left out, all of them are listed."
          }
        ],
        "outputs": [
          {
            "contextPath": "MSGraphUser.WindowsHelloAuthMethod.ID",
            "description": "ID of the method.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.WindowsHelloAuthMethod.DisplayName",
            "description": "Name of the device.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.WindowsHelloAuthMethod.KeyStrength",
            "description": "Strength of the key.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.WindowsHelloAuthMethod.CreatedDateTime",
            "description": "When it was registered.",
            "type": "Date"
          },
          {
            "contextPath": "MSGraphUser.WindowsHelloAuthMethod.UserID",
            "description": "The user as it was typed.",
            "type": "String"
          }
        ]
      },
      {
        "name": "msgraph-user-windows-hello-method-delete",
        "description": "Deletes a Windows Hello for Business method of a user, who can no longer sign in with it.",
        "execution": true,
        "arguments": [
          {
            "name": "user",
            "description": "Object ID or user principal name of the user.",
            "required": true
          },
          {
            "name": "method_id",
            "description": "ID of the Windows Hello for Business method.",
            "required": true
          },
          {
            "name": "reason",
            "description": "Why it is done, for the audit trail."
          },
          {
            "name": "dry_run",
            "description": "Whether to only tell what would be done, and to whom. Nothing is changed.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          },
          {
            "name": "override_protection",
            "description": "Whether to act on a protected user, or on the account that the instance signs in as. Takes a reason; for protected users the instance must allow it.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
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
            "description": "What was done, here delete-authentication-method.",
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
            "contextPath": "MSGraphUserAction.MethodKind",
            "description": "Kind of the method, as in the name of the command.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAction.MethodID",
            "description": "ID of the method.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAction.Method",
            "description": "The method as it was before.",
            "type": "Unknown"
          }
        ]
      },
      {
        "name": "msgraph-user-temp-access-pass-method-list",
        "description": "Lists the Temporary Access Passes that a user can sign in with, or shows one of them.",
        "arguments": [
          {
            "name": "user",
            "description": "Object ID or user principal name of the user.",
            "required": true
          },
          {
            "name": "method_id",
            "description": "ID of one Temporary Access Pass. Left out, all of them are listed."
          }
        ],
        "outputs": [
          {
            "contextPath": "MSGraphUser.TempAccessPassAuthMethod.ID",
            "description": "ID of the method.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.TempAccessPassAuthMethod.IsUsable",
            "description": "Whether the pass can be used now.",
            "type": "Boolean"
          },
          {
            "contextPath": "MSGraphUser.TempAccessPassAuthMethod.IsUsableOnce",
            "description": "Whether the pass can be used once only.",
            "type": "Boolean"
          },
          {
            "contextPath": "MSGraphUser.TempAccessPassAuthMethod.MethodUsabilityReason",
            "description": "Why the pass can, or cannot, be used.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.TempAccessPassAuthMethod.LifetimeInMinutes",
            "description": "How long the pass lives, in minutes.",
            "type": "Number"
          },
          {
            "contextPath": "MSGraphUser.TempAccessPassAuthMethod.StartDateTime",
            "description": "When the pass begins to work.",
            "type": "Date"
          },
          {
            "contextPath": "MSGraphUser.TempAccessPassAuthMethod.CreatedDateTime",
            "description": "When the pass was created.",
            "type": "Date"
          },
          {
            "contextPath": "MSGraphUser.TempAccessPassAuthMethod.UserID",
            "description": "The user as it was typed.",
            "type": "String"
          }
        ]
      },
      {
        "name": "msgraph-user-temp-access-pass-method-delete",
        "description": "Deletes a Temporary Access Pass of a user, who can no longer sign in with it.",
        "execution": true,
        "arguments": [
          {
            "name": "user",
            "description": "Object ID or user principal name of the user.",
            "required": true
          },
          {
            "name": "method_id",
            "description": "ID of the Temporary Access Pass.",
            "required": true
          },
          {
            "name": "reason",
            "description": "Why it is done, for the audit trail."
          },
          {
            "name": "dry_run",
            "description": "Whether to only tell what would be done, and to whom. Nothing is changed.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          },
          {
            "name": "override_protection",
            "description": "Whether to act on a protected user, or on the account that the instance signs in as. Takes a reason; for protected users the instance must allow it.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
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
            "description": "What was done, here delete-authentication-method.",
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
            "contextPath": "MSGraphUserAction.MethodKind",
            "description": "Kind of the method, as in the name of the command.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAction.MethodID",
            "description": "ID of the method.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAction.Method",
            "description": "The method as it was before.",
            "type": "Unknown"
          }
        ]
      },
      {
        "name": "msgraph-user-platform-credential-method-list",
        "description": "Lists the platform credentials that a user can sign in with, or shows one of them.",
        "arguments": [
          {
            "name": "user",
            "description": "Object ID or user principal name of the user.",
            "required": true
          },
          {
            "name": "method_id",
            "description": "ID of one platform credential. Left out, all of them are listed."
          }
        ],
        "outputs": [
          {
            "contextPath": "MSGraphUserPlatformCredentialMethod.ID",
            "description": "ID of the method.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserPlatformCredentialMethod.DisplayName",
            "description": "Name of the device.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserPlatformCredentialMethod.Platform",
            "description": "Platform of the device.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserPlatformCredentialMethod.KeyStrength",
            "description": "Strength of the key.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserPlatformCredentialMethod.CreatedDateTime",
            "description": "When it was registered.",
            "type": "Date"
          },
          {
            "contextPath": "MSGraphUserPlatformCredentialMethod.UserID",
            "description": "The user as it was typed.",
            "type": "String"
          }
        ]
      },
      {
        "name": "msgraph-user-platform-credential-method-delete",
        "description": "Deletes a platform credential of a user, who can no longer sign in with it.",
        "execution": true,
        "arguments": [
          {
            "name": "user",
            "description": "Object ID or user principal name of the user.",
            "required": true
          },
          {
            "name": "method_id",
            "description": "ID of the platform credential.",
            "required": true
          },
          {
            "name": "reason",
            "description": "Why it is done, for the audit trail."
          },
          {
            "name": "dry_run",
            "description": "Whether to only tell what would be done, and to whom. Nothing is changed.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          },
          {
            "name": "override_protection",
            "description": "Whether to act on a protected user, or on the account that the instance signs in as. Takes a reason; for protected users the instance must allow it.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
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
            "description": "What was done, here delete-authentication-method.",
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
            "contextPath": "MSGraphUserAction.MethodKind",
            "description": "Kind of the method, as in the name of the command.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAction.MethodID",
            "description": "ID of the method.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAction.Method",
            "description": "The method as it was before.",
            "type": "Unknown"
          }
        ]
      },
      {
        "name": "msgraph-user-external-method-list",
        "description": "Lists the external methods that a user can sign in with, or shows one of them.",
        "arguments": [
          {
            "name": "user",
            "description": "Object ID or user principal name of the user.",
            "required": true
          },
          {
            "name": "method_id",
            "description": "ID of one external method. Left out, all of them are listed."
          }
        ],
        "outputs": [
          {
            "contextPath": "MSGraphUserExternalMethod.ID",
            "description": "ID of the method.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserExternalMethod.DisplayName",
            "description": "Name of the external service.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserExternalMethod.ConfigurationId",
            "description": "ID of its configuration in the tenant.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserExternalMethod.CreatedDateTime",
            "description": "When it was registered.",
            "type": "Date"
          },
          {
            "contextPath": "MSGraphUserExternalMethod.UserID",
            "description": "The user as it was typed.",
            "type": "String"
          }
        ]
      },
      {
        "name": "msgraph-user-external-method-delete",
        "description": "Deletes an external method of a user, who can no longer sign in with it.",
        "execution": true,
        "arguments": [
          {
            "name": "user",
            "description": "Object ID or user principal name of the user.",
            "required": true
          },
          {
            "name": "method_id",
            "description": "ID of the external method.",
            "required": true
          },
          {
            "name": "reason",
            "description": "Why it is done, for the audit trail."
          },
          {
            "name": "dry_run",
            "description": "Whether to only tell what would be done, and to whom. Nothing is changed.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          },
          {
            "name": "override_protection",
            "description": "Whether to act on a protected user, or on the account that the instance signs in as. Takes a reason; for protected users the instance must allow it.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
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
            "description": "What was done, here delete-authentication-method.",
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
            "contextPath": "MSGraphUserAction.MethodKind",
            "description": "Kind of the method, as in the name of the command.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAction.MethodID",
            "description": "ID of the method.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAction.Method",
            "description": "The method as it was before.",
            "type": "Unknown"
          }
        ]
      },
      {
        "name": "msgraph-user-get-user-default-auth-method",
        "description": "Shows which method a user is asked for first as a second factor.",
        "hidden": true,
        "arguments": [
          {
            "name": "user",
            "description": "Object ID or user principal name of the user.",
            "required": true
          }
        ],
        "outputs": [
          {
            "contextPath": "MSGraphUser.AuthMethod.User",
            "description": "The user as it was typed.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.AuthMethod.DefaultMethod",
            "description": "The method that is asked for first, or Unknown.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.AuthMethod.DefaultMethodSource",
            "description": "Who says so, which is system, user or none.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.AuthMethod.IsSystemPreferredAuthenticationMethodEnabled",
            "description": "Whether the safest method is asked for instead of the user's own choice.",
            "type": "Boolean"
          },
          {
            "contextPath": "MSGraphUser.AuthMethod.UserPreferredMethodForSecondaryAuthentication",
            "description": "The user's own choice.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.AuthMethod.SystemPreferredAuthenticationMethod",
            "description": "The safest method that the user has, where it is asked for first.",
            "type": "String"
          }
        ]
      },
      {
        "name": "msgraph-user-auth-methods-purge",
        "description": "Evicts whoever took over an account. Deletes all authentication methods of a user but the password and those to keep, the default one last, and lists what is left.",
        "execution": true,
        "arguments": [
          {
            "name": "user",
            "description": "Object ID or user principal name of the user.",
            "required": true
          },
          {
            "name": "keep",
            "description": "Methods to keep, each as an ID or as kind:ID, such as fido2:79d190e4-33f9-4b0a-aeae-cb0929aaba0a. Leave it out to keep none.",
            "isArray": true
          },
          {
            "name": "dry_run",
            "description": "Whether to tell only what would be deleted.",
            "defaultValue": "false",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          },
          {
            "name": "reason",
            "description": "Why it is done, for the audit trail."
          },
          {
            "name": "override_protection",
            "description": "Whether to act on a protected user, or on the account that the instance signs in as. Takes a reason; for protected users the instance must allow it.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
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
            "description": "What was done, purge-auth-methods or plan-purge-auth-methods.",
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
            "contextPath": "MSGraphUserAction.Methods.Kind",
            "description": "Kind of the method, as in the names of the commands; empty for the password and for types without a command.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAction.Methods.Type",
            "description": "What the kind is called.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAction.Methods.ID",
            "description": "ID of the method.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAction.Methods.DisplayName",
            "description": "Name of the device, key or service.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAction.Methods.Detail",
            "description": "Number, address, model or the like.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAction.Methods.Created",
            "description": "When the method was registered.",
            "type": "Date"
          },
          {
            "contextPath": "MSGraphUserAction.Methods.Result",
            "description": "What became of it, such as removed, left, kept, appeared or changed; in a dry run would be removed or would be left.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAction.Methods.Reason",
            "description": "Why.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAction.IsComplete",
            "description": "Whether nothing is left or new that should not be there.",
            "type": "Boolean"
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
        "name": "msgraph-teams-list-chats",
        "description": "Lists the chats of a user.",
        "arguments": [
          {
            "name": "user_id",
            "description": "Object ID or user principal name of the user. A signed-in user can list the own chats only. Left empty, the delegated user of the instance, or whoever signed in."
          },
          {
            "name": "odata",
            "description": "OData options in one text, such as $filter=topic eq 'Case 12'&$top=5. Arguments of their own go before them."
          },
          {
            "name": "limit",
            "description": "How many chats to return at most, from 1 to 1000.",
            "defaultValue": "20"
          },
          {
            "name": "filter",
            "description": "OData filter, such as chatType eq 'group' or topic eq 'Case 12'."
          },
          {
            "name": "expand",
            "description": "What to read along: members or lastMessagePreview, or both.",
            "isArray": true
          },
          {
            "name": "order_by",
            "description": "Property to sort by. Graph knows lastMessagePreview/createdDateTime desc only, and ignores others."
          },
          {
            "name": "page_size",
            "description": "How many chats to ask Graph for at a time, from 1 to 50."
          },
          {
            "name": "all_results",
            "description": "Whether to return all chats, up to 1000 in one call, whatever the limit says.",
            "defaultValue": "false",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          },
          {
            "name": "next_page",
            "description": "Address of the next page, from MSGraphTeamsChat.NextPage of an earlier call. It already holds the filter and the order of that call."
          }
        ],
        "outputs": [
          {
            "contextPath": "MSGraphTeamsChat.ID",
            "description": "ID of the chat.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChat.UserID",
            "description": "The user whose chat it is.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChat.Subject",
            "description": "Name of the chat; only group chats and meetings have one.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChat.Created",
            "description": "When the chat was made.",
            "type": "Date"
          },
          {
            "contextPath": "MSGraphTeamsChat.LastUpdatedTime",
            "description": "When the chat was last renamed, or its members changed. Messages do not move it.",
            "type": "Date"
          },
          {
            "contextPath": "MSGraphTeamsChat.Type",
            "description": "Kind of the chat: oneOnOne, group or meeting.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChat.WebUrl",
            "description": "Address of the chat in Teams.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChat.TenantID",
            "description": "Tenant that holds the chat.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChat.Members.ID",
            "description": "ID of the membership, which is not that of the person.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChat.Members.Name",
            "description": "Name shown for the person.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChat.Members.HistoryStartTime",
            "description": "From when on the person can read the chat; the year 1 stands for all of it.",
            "type": "Date"
          },
          {
            "contextPath": "MSGraphTeamsChat.Members.UserID",
            "description": "Object ID of the person.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChat.Members.Email",
            "description": "Mail address of the person.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChat.Members.Roles",
            "description": "Roles in the chat: owner or guest.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChat.Members.TenantID",
            "description": "Home tenant of the person.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChat.LastMessage.ID",
            "description": "ID of the newest message.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChat.LastMessage.Created",
            "description": "When the newest message was written.",
            "type": "Date"
          },
          {
            "contextPath": "MSGraphTeamsChat.LastMessage.From",
            "description": "Who wrote the newest message.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChat.LastMessage.Text",
            "description": "The newest message as plain text.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChat.NextPage",
            "description": "Address of the next page, where there is one; empty once the last page was reached.",
            "type": "String"
          }
        ]
      },
      {
        "name": "msgraph-teams-create-chat",
        "description": "Makes a group chat, or a chat of two, and tells whether the latter was there already.",
        "arguments": [
          {
            "name": "user_id",
            "description": "Object ID or user principal name of who makes the chat and is its first member. Left empty, the delegated user of the instance, or whoever signed in."
          },
          {
            "name": "subject",
            "description": "Name of a group chat, at most 250 characters and without a colon. A chat of two has none."
          },
          {
            "name": "type",
            "description": "Kind of the chat. A chat of two takes exactly one member besides the caller.",
            "default": true,
            "defaultValue": "group",
            "auto": "PREDEFINED",
            "predefined": [
              "group",
              "oneOnOne"
            ]
          },
          {
            "name": "members",
            "description": "The other members: object IDs, user principal names or whole display names. Guests are told from members.",
            "required": true,
            "isArray": true
          },
          {
            "name": "message",
            "description": "First message to send to the chat, in HTML."
          },
          {
            "name": "reason",
            "description": "Why it is done, for the audit trail."
          },
          {
            "name": "dry_run",
            "description": "Whether to only tell what would be done, and to whom. Nothing is changed.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          }
        ],
        "outputs": [
          {
            "contextPath": "MSGraphTeamsChat.ID",
            "description": "ID of the chat.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChat.UserID",
            "description": "The user who made the chat.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChat.Subject",
            "description": "Name of the chat; only group chats and meetings have one.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChat.Created",
            "description": "When the chat was made.",
            "type": "Date"
          },
          {
            "contextPath": "MSGraphTeamsChat.LastUpdatedTime",
            "description": "When the chat was last renamed, or its members changed. Messages do not move it.",
            "type": "Date"
          },
          {
            "contextPath": "MSGraphTeamsChat.Type",
            "description": "Kind of the chat: oneOnOne, group or meeting.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChat.WebUrl",
            "description": "Address of the chat in Teams.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChat.TenantID",
            "description": "Tenant that holds the chat.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsAction.ID",
            "description": "ID of the chat.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsAction.Action",
            "description": "What was done, such as create-chat, update-chat, add-member or remove-member.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsAction.Existing",
            "description": "Whether a chat of two was there before; empty where it cannot be told.",
            "type": "Boolean"
          },
          {
            "contextPath": "MSGraphTeamsAction.Type",
            "description": "Kind of the chat.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsAction.Members.UserID",
            "description": "Object ID of a member.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsAction.Members.User",
            "description": "The member as typed.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsAction.Members.Name",
            "description": "Name shown for the member.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsAction.Members.Role",
            "description": "Role of the member: owner or guest.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.ID",
            "description": "ID of the first message.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.ChatID",
            "description": "ID of the chat.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.Body",
            "description": "The first message.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.Created",
            "description": "When the first message was sent.",
            "type": "Date"
          }
        ]
      },
      {
        "name": "msgraph-teams-get-chat",
        "description": "Retrieves one chat.",
        "arguments": [
          {
            "name": "user_id",
            "description": "Object ID or user principal name of the user through whose chats it is reached. Left empty, the delegated user of the instance, or whoever signed in."
          },
          {
            "name": "chat_id",
            "description": "ID of the chat. Give this or chat."
          },
          {
            "name": "chat",
            "description": "The chat by its ID, by the whole name of a group chat, or by the other person of a chat of two. Give this or chat_id."
          },
          {
            "name": "expand",
            "description": "What to read along: members.",
            "isArray": true
          }
        ],
        "outputs": [
          {
            "contextPath": "MSGraphTeamsChat.ID",
            "description": "ID of the chat.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChat.UserID",
            "description": "The user whose chat it is.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChat.Subject",
            "description": "Name of the chat; only group chats and meetings have one.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChat.Created",
            "description": "When the chat was made.",
            "type": "Date"
          },
          {
            "contextPath": "MSGraphTeamsChat.LastUpdatedTime",
            "description": "When the chat was last renamed, or its members changed. Messages do not move it.",
            "type": "Date"
          },
          {
            "contextPath": "MSGraphTeamsChat.Type",
            "description": "Kind of the chat: oneOnOne, group or meeting.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChat.WebUrl",
            "description": "Address of the chat in Teams.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChat.TenantID",
            "description": "Tenant that holds the chat.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChat.Members.ID",
            "description": "ID of the membership, which is not that of the person.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChat.Members.Name",
            "description": "Name shown for the person.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChat.Members.HistoryStartTime",
            "description": "From when on the person can read the chat; the year 1 stands for all of it.",
            "type": "Date"
          },
          {
            "contextPath": "MSGraphTeamsChat.Members.UserID",
            "description": "Object ID of the person.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChat.Members.Email",
            "description": "Mail address of the person.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChat.Members.Roles",
            "description": "Roles in the chat: owner or guest.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChat.Members.TenantID",
            "description": "Home tenant of the person.",
            "type": "String"
          }
        ]
      },
      {
        "name": "msgraph-teams-update-chat",
        "description": "Renames a group chat.",
        "arguments": [
          {
            "name": "chat_id",
            "description": "ID of the chat. Give this or chat."
          },
          {
            "name": "subject",
            "description": "New name, at most 250 characters and without a colon."
          },
          {
            "name": "chat",
            "description": "The chat by its ID, by the whole name of a group chat, or by the other person of a chat of two. Give this or chat_id."
          },
          {
            "name": "clear_subject",
            "description": "Whether to take the name away.",
            "defaultValue": "false",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          },
          {
            "name": "reason",
            "description": "Why it is done, for the audit trail."
          },
          {
            "name": "dry_run",
            "description": "Whether to only tell what would be done, and to whom. Nothing is changed.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          }
        ],
        "outputs": [
          {
            "contextPath": "MSGraphTeamsChat.ID",
            "description": "ID of the chat.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChat.UserID",
            "description": "The user whose chat it is.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChat.Subject",
            "description": "Name of the chat; only group chats and meetings have one.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChat.Created",
            "description": "When the chat was made.",
            "type": "Date"
          },
          {
            "contextPath": "MSGraphTeamsChat.LastUpdatedTime",
            "description": "When the chat was last renamed, or its members changed. Messages do not move it.",
            "type": "Date"
          },
          {
            "contextPath": "MSGraphTeamsChat.Type",
            "description": "Kind of the chat: oneOnOne, group or meeting.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChat.WebUrl",
            "description": "Address of the chat in Teams.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChat.TenantID",
            "description": "Tenant that holds the chat.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsAction.ID",
            "description": "ID of the chat.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsAction.Action",
            "description": "What was done, such as create-chat, update-chat, add-member or remove-member.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsAction.Subject",
            "description": "The new name.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsAction.SubjectBefore",
            "description": "The name before.",
            "type": "String"
          }
        ]
      },
      {
        "name": "msgraph-teams-list-members",
        "description": "Lists the members of a chat, all of them.",
        "arguments": [
          {
            "name": "user_id",
            "description": "Object ID or user principal name of the user through whose chats it is reached. Left empty, the delegated user of the instance, or whoever signed in."
          },
          {
            "name": "chat_id",
            "description": "ID of the chat. Give this or chat."
          },
          {
            "name": "chat",
            "description": "The chat by its ID, by the whole name of a group chat, or by the other person of a chat of two. Give this or chat_id."
          }
        ],
        "outputs": [
          {
            "contextPath": "MSGraphTeamsChatMember.ID",
            "description": "ID of the membership, which is not that of the person.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMember.Name",
            "description": "Name shown for the person.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMember.HistoryStartTime",
            "description": "From when on the person can read the chat; the year 1 stands for all of it.",
            "type": "Date"
          },
          {
            "contextPath": "MSGraphTeamsChatMember.UserID",
            "description": "Object ID of the person.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMember.Email",
            "description": "Mail address of the person.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMember.Roles",
            "description": "Roles in the chat: owner or guest.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMember.TenantID",
            "description": "Home tenant of the person.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMember.ChatID",
            "description": "ID of the chat.",
            "type": "String"
          }
        ]
      },
      {
        "name": "msgraph-teams-add-member",
        "description": "Adds one or more people to a group chat.",
        "arguments": [
          {
            "name": "chat_id",
            "description": "ID of the chat. Give this or chat."
          },
          {
            "name": "user_id",
            "description": "Object ID, user principal name or whole display name of who is to be added, or a list of them.",
            "required": true,
            "isArray": true
          },
          {
            "name": "share_history",
            "description": "Whether they can read what was written before.",
            "default": true,
            "defaultValue": "true",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          },
          {
            "name": "chat",
            "description": "The chat by its ID, by the whole name of a group chat, or by the other person of a chat of two. Give this or chat_id."
          },
          {
            "name": "history_start",
            "description": "From when on they can read the chat, such as 2026-03-02T08:00:00Z or \"2 days ago\". Left empty, share_history decides between all and nothing."
          },
          {
            "name": "reason",
            "description": "Why it is done, for the audit trail."
          },
          {
            "name": "dry_run",
            "description": "Whether to only tell what would be done, and to whom. Nothing is changed.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          }
        ],
        "outputs": [
          {
            "contextPath": "MSGraphTeamsChatMember.ID",
            "description": "ID of the membership, which is not that of the person.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMember.Name",
            "description": "Name shown for the person.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMember.HistoryStartTime",
            "description": "From when on the person can read the chat; the year 1 stands for all of it.",
            "type": "Date"
          },
          {
            "contextPath": "MSGraphTeamsChatMember.UserID",
            "description": "Object ID of the person.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMember.Roles",
            "description": "Roles in the chat: owner or guest.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMember.ChatID",
            "description": "ID of the chat.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsAction.ID",
            "description": "ID of the membership, or of the chat where Graph did not tell it.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsAction.Action",
            "description": "What was done, such as create-chat, update-chat, add-member or remove-member.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsAction.ChatID",
            "description": "ID of the chat.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsAction.User",
            "description": "The person as typed.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsAction.UserID",
            "description": "Object ID of the person.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsAction.Name",
            "description": "Name shown for the person.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsAction.Roles",
            "description": "Role in the chat: owner or guest.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsAction.HistoryStartTime",
            "description": "From when on they can read.",
            "type": "Date"
          }
        ]
      },
      {
        "name": "msgraph-teams-remove-member",
        "description": "Removes one person from a group chat.",
        "execution": true,
        "arguments": [
          {
            "name": "chat_id",
            "description": "ID of the chat. Give this or chat."
          },
          {
            "name": "chat",
            "description": "The chat by its ID, by the whole name of a group chat, or by the other person of a chat of two. Give this or chat_id."
          },
          {
            "name": "user_id",
            "description": "Who is to be removed: object ID, user principal name, mail address, display name or membership ID.",
            "required": true
          },
          {
            "name": "reason",
            "description": "Why it is done, for the audit trail."
          },
          {
            "name": "dry_run",
            "description": "Whether to only tell what would be done, and to whom. Nothing is changed.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          }
        ],
        "outputs": [
          {
            "contextPath": "MSGraphTeamsAction.ID",
            "description": "ID of the membership that ended.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsAction.Action",
            "description": "What was done, such as create-chat, update-chat, add-member or remove-member.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsAction.ChatID",
            "description": "ID of the chat.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsAction.User",
            "description": "The person as typed.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsAction.UserID",
            "description": "Object ID of the person.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsAction.Name",
            "description": "Name shown for the person.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsAction.Email",
            "description": "Mail address of the person.",
            "type": "String"
          }
        ]
      },
      {
        "name": "msgraph-teams-list-messages",
        "description": "Lists the newest messages of a chat.",
        "arguments": [
          {
            "name": "user_id",
            "description": "Accepted and not needed: the messages are those that whoever signed in can read. With chat it names whose chats are looked through."
          },
          {
            "name": "chat_id",
            "description": "ID of the chat. Give this or chat."
          },
          {
            "name": "limit",
            "description": "How many messages to return at most, from 1 to 10000.",
            "default": true,
            "defaultValue": "50"
          },
          {
            "name": "chat",
            "description": "The chat by its ID, by the whole name of a group chat, or by the other person of a chat of two. Give this or chat_id."
          },
          {
            "name": "since",
            "description": "Only messages from then on, such as 2026-03-02T08:00:00Z or \"2 hours ago\"."
          },
          {
            "name": "until",
            "description": "Only messages before then, in the same form."
          },
          {
            "name": "order_by",
            "description": "Time to sort by, and that since and until look at; always newest first.",
            "defaultValue": "createdDateTime",
            "auto": "PREDEFINED",
            "predefined": [
              "createdDateTime",
              "lastModifiedDateTime"
            ]
          },
          {
            "name": "include_system_events",
            "description": "Whether to return what happened in the chat too, such as added members.",
            "defaultValue": "false",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          },
          {
            "name": "include_deleted",
            "description": "Whether to return deleted messages too, of which the time is left.",
            "defaultValue": "false",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          },
          {
            "name": "page_size",
            "description": "How many messages to ask Graph for at a time, from 1 to 50."
          },
          {
            "name": "all_results",
            "description": "Whether to return all messages, up to 10000 in one call, whatever the limit says.",
            "defaultValue": "false",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          },
          {
            "name": "next_page",
            "description": "Address of the next page, from MSGraphTeamsChatMessage.NextPage of an earlier call. It already holds the filter and the order of that call."
          }
        ],
        "outputs": [
          {
            "contextPath": "MSGraphTeamsChatMessage.ID",
            "description": "ID of the message, unique within its chat only.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.ChatID",
            "description": "ID of the chat.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.From",
            "description": "Name of the person, bot or device that wrote it; empty for a system event.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.Created",
            "description": "When it was written.",
            "type": "Date"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.LastModifiedTime",
            "description": "When it was last changed; a reaction is a change.",
            "type": "Date"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.Body",
            "description": "The message as Graph holds it, mostly HTML. Not to be trusted.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.Text",
            "description": "The message as plain text.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.Markdown",
            "description": "What the message says, as Markdown without HTML, images and disguised links.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.Kind",
            "description": "Message, or system for something that happened in the chat.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.FromID",
            "description": "ID of who wrote it.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.FromType",
            "description": "What wrote it: user, application or device.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.ContentType",
            "description": "What the body is written in: html or text.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.Importance",
            "description": "Importance: normal, high or urgent.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.EventType",
            "description": "Kind of a system event, such as membersAdded.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.EditedTime",
            "description": "When it was last edited.",
            "type": "Date"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.DeletedTime",
            "description": "When it was deleted.",
            "type": "Date"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.Attachments.ID",
            "description": "ID of the attachment, as its marker in the body has it.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.Attachments.ContentType",
            "description": "Media type of the attachment.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.Attachments.Content",
            "description": "Content of the attachment, such as the text of a card.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.Mentions.ID",
            "description": "Object ID of somebody the message mentions.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.Mentions.Name",
            "description": "Name of somebody the message mentions.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.Mentions.Text",
            "description": "The words that mention them.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.Reactions.Type",
            "description": "Reaction to the message, such as like.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.Reactions.FromID",
            "description": "Object ID of who reacted.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.Reactions.Created",
            "description": "When they reacted.",
            "type": "Date"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.NextPage",
            "description": "Address of the next page, where there is one; empty once the last page was reached.",
            "type": "String"
          }
        ]
      },
      {
        "name": "msgraph-teams-get-message",
        "description": "Retrieves one message of a chat.",
        "arguments": [
          {
            "name": "chat_id",
            "description": "ID of the chat. Give this or chat."
          },
          {
            "name": "chat",
            "description": "The chat by its ID, by the whole name of a group chat, or by the other person of a chat of two. Give this or chat_id."
          },
          {
            "name": "message_id",
            "description": "ID of the message.",
            "required": true
          }
        ],
        "outputs": [
          {
            "contextPath": "MSGraphTeamsChatMessage.ID",
            "description": "ID of the message, unique within its chat only.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.ChatID",
            "description": "ID of the chat.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.From",
            "description": "Name of the person, bot or device that wrote it; empty for a system event.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.Created",
            "description": "When it was written.",
            "type": "Date"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.LastModifiedTime",
            "description": "When it was last changed; a reaction is a change.",
            "type": "Date"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.Body",
            "description": "The message as Graph holds it, mostly HTML. Not to be trusted.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.Text",
            "description": "The message as plain text.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.Markdown",
            "description": "What the message says, as Markdown without HTML, images and disguised links.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.Kind",
            "description": "Message, or system for something that happened in the chat.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.FromID",
            "description": "ID of who wrote it.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.FromType",
            "description": "What wrote it: user, application or device.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.ContentType",
            "description": "What the body is written in: html or text.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.Importance",
            "description": "Importance: normal, high or urgent.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.Attachments.ID",
            "description": "ID of the attachment, as its marker in the body has it.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.Attachments.ContentType",
            "description": "Media type of the attachment.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.Attachments.Content",
            "description": "Content of the attachment, such as the text of a card.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.Reactions.Type",
            "description": "Reaction to the message, such as like.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.Reactions.FromID",
            "description": "Object ID of who reacted.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.Reactions.Created",
            "description": "When they reacted.",
            "type": "Date"
          }
        ]
      },
      {
        "name": "msgraph-teams-send-message",
        "description": "Sends a message to a chat, as the signed-in user.",
        "arguments": [
          {
            "name": "chat_id",
            "description": "ID of the chat. Give this or chat."
          },
          {
            "name": "body",
            "description": "The message. HTML by default; signs that are no tag arrive as they were typed."
          },
          {
            "name": "chat",
            "description": "The chat by its ID, by the whole name of a group chat, or by the other person of a chat of two. Give this or chat_id. A chat of two that does not exist is made."
          },
          {
            "name": "content_type",
            "description": "What the body is written in.",
            "defaultValue": "html",
            "auto": "PREDEFINED",
            "predefined": [
              "html",
              "text",
              "markdown"
            ]
          },
          {
            "name": "mentions",
            "description": "Members of the chat to be told: object IDs, addresses or display names. Where the body holds one after an at sign the mention stands there, else in front.",
            "isArray": true
          },
          {
            "name": "importance",
            "description": "Importance of the message.",
            "auto": "PREDEFINED",
            "predefined": [
              "normal",
              "high",
              "urgent"
            ]
          },
          {
            "name": "subject",
            "description": "Subject of the message."
          },
          {
            "name": "card",
            "description": "An adaptive card, as JSON. Buttons that need a bot are refused."
          },
          {
            "name": "allow_html",
            "description": "Whether HTML is sent as it is, with whatever is in it.",
            "defaultValue": "false",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          },
          {
            "name": "reason",
            "description": "Why it is done, for the audit trail."
          },
          {
            "name": "dry_run",
            "description": "Whether to only tell what would be done, and to whom. Nothing is changed.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          }
        ],
        "outputs": [
          {
            "contextPath": "MSGraphTeamsChatMessage.ID",
            "description": "ID of the message, unique within its chat only.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.ChatID",
            "description": "ID of the chat.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.From",
            "description": "Name of the person, bot or device that wrote it; empty for a system event.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.Created",
            "description": "When it was written.",
            "type": "Date"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.LastModifiedTime",
            "description": "When it was last changed; a reaction is a change.",
            "type": "Date"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.Body",
            "description": "The message as Graph holds it, mostly HTML. Not to be trusted.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.Text",
            "description": "The message as plain text.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.Markdown",
            "description": "What the message says, as Markdown without HTML, images and disguised links.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.Kind",
            "description": "Message, or system for something that happened in the chat.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.FromID",
            "description": "ID of who wrote it.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.FromType",
            "description": "What wrote it: user, application or device.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.ContentType",
            "description": "What the body is written in: html or text.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.Importance",
            "description": "Importance: normal, high or urgent.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.chatID",
            "description": "ID of the chat, in its other spelling.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.Attachments.ID",
            "description": "ID of the attachment, as its marker in the body has it.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.Attachments.ContentType",
            "description": "Media type of the attachment.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.Attachments.Content",
            "description": "Content of the attachment, such as the text of a card.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.Mentions.ID",
            "description": "Object ID of somebody the message mentions.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.Mentions.Name",
            "description": "Name of somebody the message mentions.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsChatMessage.Mentions.Text",
            "description": "The words that mention them.",
            "type": "String"
          }
        ]
      },
      {
        "name": "msgraph-teams-ask",
        "description": "Asks somebody a question in a Teams chat, as the signed-in user, and waits for their answer. The answer is read from the chat, so that it takes no bot, no link and no public address.",
        "polling": true,
        "arguments": [
          {
            "name": "text",
            "description": "The question, as plain text.",
            "required": true
          },
          {
            "name": "user",
            "description": "Who is asked: an object ID, address or display name. Alone, in the chat of the two, which is made if there is none; with a chat, the member of it who is asked."
          },
          {
            "name": "chat_id",
            "description": "ID of the chat to ask in. In a chat of two the other one is asked."
          },
          {
            "name": "chat",
            "description": "The chat to ask in, in the place of chat_id: its ID, the whole name of a group chat, or the other person of a chat of two."
          },
          {
            "name": "options",
            "description": "What the answer may be, two to ten; case, punctuation and emoji of an answer do not matter. With open any answer counts.",
            "isArray": true,
            "defaultValue": "yes,no"
          },
          {
            "name": "timeout",
            "description": "How long to wait, from 60 seconds to 24 hours: a number of seconds, or such as 15m or 2h.",
            "defaultValue": "15m"
          },
          {
            "name": "default",
            "description": "The option that is reported when nobody answered in time. The status is timed_out all the same."
          },
          {
            "name": "sessions_revoked",
            "description": "Whether the sign-in sessions of the one who is asked are known to have ended. Else that is looked up, and a warning says if not.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          },
          {
            "name": "reason",
            "description": "Why it is done, for the audit trail."
          },
          {
            "name": "dry_run",
            "description": "Whether to only tell what would be done, and to whom. Nothing is changed.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          }
        ],
        "outputs": [
          {
            "contextPath": "MSGraphTeamsAsk.ID",
            "description": "What the question is known by: chat and message.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsAsk.ChatID",
            "description": "ID of the chat.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsAsk.MessageID",
            "description": "ID of the message that asked.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsAsk.Question",
            "description": "What was asked.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsAsk.Options",
            "description": "What an answer may be; open alone where any answer counts.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsAsk.Default",
            "description": "What is reported when the time is over.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsAsk.Status",
            "description": "One of waiting, answered, ambiguous and timed_out.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsAsk.Answer",
            "description": "The option that was chosen, in its own spelling; the words of an open answer; the default when the time is over. Empty where the answers contradict each other.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsAsk.RawText",
            "description": "The answer as Graph holds it, mostly HTML. Not to be trusted.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsAsk.AnsweredBy.ID",
            "description": "Object ID of who answered, who is the one who was asked.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsAsk.AnsweredBy.DisplayName",
            "description": "Their name.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsAsk.AnsweredAt",
            "description": "When they answered.",
            "type": "Date"
          },
          {
            "contextPath": "MSGraphTeamsAsk.AnswerMessageID",
            "description": "ID of the message that answered, the first if there are several.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsAsk.Edited",
            "description": "Whether the answer was changed after it was sent.",
            "type": "Boolean"
          },
          {
            "contextPath": "MSGraphTeamsAsk.AskedUser.ID",
            "description": "Object ID of who was asked.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsAsk.AskedUser.DisplayName",
            "description": "Their name.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsAsk.AskedAt",
            "description": "When they were asked.",
            "type": "Date"
          },
          {
            "contextPath": "MSGraphTeamsAsk.Deadline",
            "description": "Until when an answer counts.",
            "type": "Date"
          },
          {
            "contextPath": "MSGraphTeamsAsk.SessionsRevoked",
            "description": "Whether their sign-in sessions had ended in the 24 hours before; empty where nobody knows. Unless true, whoever holds the account may have answered.",
            "type": "Boolean"
          },
          {
            "contextPath": "MSGraphTeamsAsk.NotCounted.Why",
            "description": "Why a message does not count: other_person, late, withdrawn, other_question, no_match or reaction.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsAsk.NotCounted.MessageID",
            "description": "ID of the message.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsAsk.NotCounted.By",
            "description": "Name of who wrote it.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsAsk.NotCounted.ByID",
            "description": "Object ID of who wrote it.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsAsk.NotCounted.At",
            "description": "When it was written.",
            "type": "Date"
          },
          {
            "contextPath": "MSGraphTeamsAsk.NotCounted.Text",
            "description": "What it says, as plain text. Not to be trusted.",
            "type": "String"
          }
        ]
      },
      {
        "name": "msgraph-teams-ask-status",
        "description": "Looks for the answer to a question of msgraph-teams-ask, until there is one or the time is over. It sends nothing. All it needs stands in its arguments, so that it works after a restart too.",
        "polling": true,
        "arguments": [
          {
            "name": "chat_id",
            "description": "ID of the chat in which the question was asked.",
            "required": true
          },
          {
            "name": "message_id",
            "description": "ID of the message that asked.",
            "required": true
          },
          {
            "name": "asked_id",
            "description": "Object ID of who was asked. Messages of others do not count.",
            "required": true
          },
          {
            "name": "created",
            "description": "When the question was sent, as Graph tells it.",
            "required": true
          },
          {
            "name": "deadline",
            "description": "Until when an answer counts.",
            "required": true
          },
          {
            "name": "options",
            "description": "What the answer may be, or open.",
            "isArray": true,
            "defaultValue": "yes,no"
          },
          {
            "name": "default",
            "description": "The option that is reported when nobody answered in time."
          },
          {
            "name": "text",
            "description": "What was asked, for the context."
          },
          {
            "name": "asked_name",
            "description": "Name of who was asked, for people.",
            "hidden": true
          },
          {
            "name": "asker_id",
            "description": "Object ID of who asked, whose later questions take the answers.",
            "hidden": true
          },
          {
            "name": "code",
            "description": "Code of the question, by which an answer may name it.",
            "hidden": true
          },
          {
            "name": "sessions_revoked",
            "description": "Whether the sign-in sessions of the one who was asked ended before.",
            "hidden": true,
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          }
        ],
        "outputs": [
          {
            "contextPath": "MSGraphTeamsAsk.ID",
            "description": "What the question is known by: chat and message.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsAsk.ChatID",
            "description": "ID of the chat.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsAsk.MessageID",
            "description": "ID of the message that asked.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsAsk.Question",
            "description": "What was asked.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsAsk.Options",
            "description": "What an answer may be; open alone where any answer counts.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsAsk.Default",
            "description": "What is reported when the time is over.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsAsk.Status",
            "description": "One of waiting, answered, ambiguous and timed_out.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsAsk.Answer",
            "description": "The option that was chosen, in its own spelling; the words of an open answer; the default when the time is over. Empty where the answers contradict each other.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsAsk.RawText",
            "description": "The answer as Graph holds it, mostly HTML. Not to be trusted.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsAsk.AnsweredBy.ID",
            "description": "Object ID of who answered, who is the one who was asked.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsAsk.AnsweredBy.DisplayName",
            "description": "Their name.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsAsk.AnsweredAt",
            "description": "When they answered.",
            "type": "Date"
          },
          {
            "contextPath": "MSGraphTeamsAsk.AnswerMessageID",
            "description": "ID of the message that answered, the first if there are several.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsAsk.Edited",
            "description": "Whether the answer was changed after it was sent.",
            "type": "Boolean"
          },
          {
            "contextPath": "MSGraphTeamsAsk.AskedUser.ID",
            "description": "Object ID of who was asked.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsAsk.AskedUser.DisplayName",
            "description": "Their name.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsAsk.AskedAt",
            "description": "When they were asked.",
            "type": "Date"
          },
          {
            "contextPath": "MSGraphTeamsAsk.Deadline",
            "description": "Until when an answer counts.",
            "type": "Date"
          },
          {
            "contextPath": "MSGraphTeamsAsk.SessionsRevoked",
            "description": "Whether their sign-in sessions had ended in the 24 hours before; empty where nobody knows. Unless true, whoever holds the account may have answered.",
            "type": "Boolean"
          },
          {
            "contextPath": "MSGraphTeamsAsk.NotCounted.Why",
            "description": "Why a message does not count: other_person, late, withdrawn, other_question, no_match or reaction.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsAsk.NotCounted.MessageID",
            "description": "ID of the message.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsAsk.NotCounted.By",
            "description": "Name of who wrote it.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsAsk.NotCounted.ByID",
            "description": "Object ID of who wrote it.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeamsAsk.NotCounted.At",
            "description": "When it was written.",
            "type": "Date"
          },
          {
            "contextPath": "MSGraphTeamsAsk.NotCounted.Text",
            "description": "What it says, as plain text. Not to be trusted.",
            "type": "String"
          }
        ]
      },
      {
        "name": "msgraph-teams-message-update-policy-violation",
        "description": "Marks a message in a chat or channel as a violation of a data loss prevention policy. Works for applications only.",
        "arguments": [
          {
            "name": "chat_id",
            "description": "ID of the chat that holds the message. Not together with team_id and channel_id."
          },
          {
            "name": "team_id",
            "description": "ID of the team whose channel holds the message."
          },
          {
            "name": "channel_id",
            "description": "ID of the channel that holds the message."
          },
          {
            "name": "parent_message_id",
            "description": "ID of the message that the marked one answers, in a channel."
          },
          {
            "name": "message_id",
            "description": "ID of the message to mark.",
            "required": true
          },
          {
            "name": "dlp_action",
            "description": "What becomes of the message. NoAction and none leave it, notifySender tells its sender.",
            "auto": "PREDEFINED",
            "predefined": [
              "NoAction",
              "BlockAccess",
              "BlockAccessExternal",
              "notifySender",
              "none"
            ]
          },
          {
            "name": "policy_tip_general_text",
            "description": "What readers are told in the place of the message."
          },
          {
            "name": "verdict_details",
            "description": "Whether the sender may override: None, AllowOverride (allowFalsePositiveOverride), AllowOverrideWithoutJustification, AllowOverrideWithJustification, or several with commas."
          },
          {
            "name": "payment_model",
            "description": "Who pays for the metered call: A or B. Left empty, the call is in evaluation mode."
          },
          {
            "name": "compliance_url",
            "description": "Address at which readers learn about the policy."
          },
          {
            "name": "matched_conditions",
            "description": "What in the message the policy found.",
            "isArray": true
          },
          {
            "name": "reason",
            "description": "Why it is done, for the audit trail."
          },
          {
            "name": "dry_run",
            "description": "Whether to only tell what would be done, and to whom. Nothing is changed.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          }
        ],
        "outputs": [
          {
            "contextPath": "MSGraphTeams.TeamsMessagePolicyViolation.messageId",
            "description": "ID of the marked message.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeams.TeamsMessagePolicyViolation.chatId",
            "description": "ID of the chat.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeams.TeamsMessagePolicyViolation.teamId",
            "description": "ID of the team.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeams.TeamsMessagePolicyViolation.channelId",
            "description": "ID of the channel.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeams.TeamsMessagePolicyViolation.parentMessageId",
            "description": "ID of the message it answers.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeams.TeamsMessagePolicyViolation.dlpAction",
            "description": "What became of the message.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeams.TeamsMessagePolicyViolation.verdictDetails",
            "description": "Whether the sender may override.",
            "type": "String"
          }
        ]
      },
      {
        "name": "microsoft-teams-message-update-policy-violation",
        "description": "The same as msgraph-teams-message-update-policy-violation, under another name it is known by.",
        "arguments": [
          {
            "name": "chat_id",
            "description": "ID of the chat that holds the message. Not together with team_id and channel_id."
          },
          {
            "name": "team_id",
            "description": "ID of the team whose channel holds the message."
          },
          {
            "name": "channel_id",
            "description": "ID of the channel that holds the message."
          },
          {
            "name": "parent_message_id",
            "description": "ID of the message that the marked one answers, in a channel."
          },
          {
            "name": "message_id",
            "description": "ID of the message to mark.",
            "required": true
          },
          {
            "name": "dlp_action",
            "description": "What becomes of the message. NoAction and none leave it, notifySender tells its sender.",
            "auto": "PREDEFINED",
            "predefined": [
              "NoAction",
              "BlockAccess",
              "BlockAccessExternal",
              "notifySender",
              "none"
            ]
          },
          {
            "name": "policy_tip_general_text",
            "description": "What readers are told in the place of the message."
          },
          {
            "name": "verdict_details",
            "description": "Whether the sender may override: None, AllowOverride (allowFalsePositiveOverride), AllowOverrideWithoutJustification, AllowOverrideWithJustification, or several with commas."
          },
          {
            "name": "payment_model",
            "description": "Who pays for the metered call: A or B. Left empty, the call is in evaluation mode."
          },
          {
            "name": "compliance_url",
            "description": "Address at which readers learn about the policy."
          },
          {
            "name": "matched_conditions",
            "description": "What in the message the policy found.",
            "isArray": true
          },
          {
            "name": "reason",
            "description": "Why it is done, for the audit trail."
          },
          {
            "name": "dry_run",
            "description": "Whether to only tell what would be done, and to whom. Nothing is changed.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          }
        ],
        "outputs": [
          {
            "contextPath": "MSGraphTeams.TeamsMessagePolicyViolation.messageId",
            "description": "ID of the marked message.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeams.TeamsMessagePolicyViolation.chatId",
            "description": "ID of the chat.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeams.TeamsMessagePolicyViolation.teamId",
            "description": "ID of the team.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeams.TeamsMessagePolicyViolation.channelId",
            "description": "ID of the channel.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeams.TeamsMessagePolicyViolation.parentMessageId",
            "description": "ID of the message it answers.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeams.TeamsMessagePolicyViolation.dlpAction",
            "description": "What became of the message.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphTeams.TeamsMessagePolicyViolation.verdictDetails",
            "description": "Whether the sender may override.",
            "type": "String"
          }
        ]
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
        "name": "msgraph-user-update",
        "description": "Changes properties of one user and shows the user afterwards.",
        "arguments": [
          {
            "name": "user",
            "description": "Object ID or user principal name of the user.",
            "required": true
          },
          {
            "name": "updated_fields",
            "description": "Properties to change, as name=value pairs, such as jobTitle=Analyst,city=Oslo, or a JSON object. Put a value that holds the delimiter in quotes, displayName=\"Doe, John\", or write it with a backslash. An empty value or null clears a property; a JSON list sets several values. A password that is not in quotes goes on to the end of the text.",
            "required": true
          },
          {
            "name": "updated_fields_delimiter",
            "description": "What parts the pairs in updated_fields.",
            "defaultValue": ","
          },
          {
            "name": "reason",
            "description": "Why it is done, for the audit trail."
          },
          {
            "name": "dry_run",
            "description": "Whether to only tell what would be done, and to whom. Nothing is changed.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          },
          {
            "name": "override_protection",
            "description": "Whether to act on a protected user, or on the account that the instance signs in as. Takes a reason; for protected users the instance must allow it.",
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
        "name": "msgraph-user-delete",
        "description": "Deletes one or more users. They can be restored for 30 days.",
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
          },
          {
            "name": "dry_run",
            "description": "Whether to only tell what would be done, and to whom. Nothing is changed.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          },
          {
            "name": "override_protection",
            "description": "Whether to act on a protected user, or on the account that the instance signs in as. Takes a reason; for protected users the instance must allow it.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          },
          {
            "name": "expected_count",
            "description": "How many different users are meant. With another number nothing is done."
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
            "description": "What was done: delete.",
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
          },
          {
            "contextPath": "MSGraphUserAction.RestorableUntil",
            "description": "Until when the user can be restored.",
            "type": "Date"
          },
          {
            "contextPath": "MSGraphUserAction.Deleted.ID",
            "description": "Object ID of the deleted user.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAction.Deleted.UserPrincipalName",
            "description": "Name the deleted user signed in with.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAction.Deleted.DisplayName",
            "description": "Name shown for the deleted user. Every other property that was set stands beside it.",
            "type": "String"
          }
        ]
      },
      {
        "name": "msgraph-user-create",
        "description": "Creates a user and shows it.",
        "arguments": [
          {
            "name": "account_enabled",
            "description": "Whether the user can sign in.",
            "defaultValue": "true",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          },
          {
            "name": "display_name",
            "description": "Name shown for the user.",
            "required": true
          },
          {
            "name": "on_premises_immutable_id",
            "description": "Identifier that ties the user to one in an on-premises directory. Needed only where the domain of the user principal name is federated."
          },
          {
            "name": "mail_nickname",
            "description": "Mail alias of the user, without a domain.",
            "required": true
          },
          {
            "name": "password",
            "description": "First password of the user.",
            "required": true,
            "secret": true
          },
          {
            "name": "user_principal_name",
            "description": "Name the user signs in with, such as name@contoso.example. Its domain must be one of the tenant.",
            "required": true
          },
          {
            "name": "other_properties",
            "description": "Further properties, as name=value pairs, such as jobTitle=Analyst,city=Oslo, or a JSON object. Put a value that holds the delimiter in quotes, displayName=\"Doe, John\", or write it with a backslash. An empty value or null clears a property; a JSON list sets several values. A password that is not in quotes goes on to the end of the text."
          },
          {
            "name": "force_change_password_next_sign_in",
            "description": "Whether the user must choose a new password at the first sign-in.",
            "defaultValue": "true",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          },
          {
            "name": "reason",
            "description": "Why it is done, for the audit trail."
          },
          {
            "name": "dry_run",
            "description": "Whether to only tell what would be done, and to whom. Nothing is changed.",
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
        "name": "msgraph-user-get-delta",
        "description": "Tells which users changed since an earlier call; the first call gives all users. Use msgraph-user-list to look at the users as they are.",
        "deprecated": true,
        "arguments": [
          {
            "name": "properties",
            "description": "Comma-separated names of the properties to retrieve, and to watch for changes. The ID and the user principal name always come along. Left empty, Graph's usual properties come, and every change counts.",
            "isArray": true
          },
          {
            "name": "delta_link",
            "description": "Address from MSGraphUserDelta.DeltaLink of an earlier call, to get what changed since. Graph keeps it for seven days."
          },
          {
            "name": "next_page",
            "description": "Address of the next page, from MSGraphUserDelta.NextPage of an earlier call. It already holds what that call asked for."
          },
          {
            "name": "limit",
            "description": "How many changes to return at most, from 1 to 10000.",
            "defaultValue": "1000"
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
            "contextPath": "MSGraphUser.Status",
            "description": "Says deleted for a user who was deleted.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserDelta.Collection",
            "description": "What the links are about, always users.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserDelta.DeltaLink",
            "description": "Address of the changes from now on; empty while there are more pages.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserDelta.NextPage",
            "description": "Address of the next page, where there is one.",
            "type": "String"
          }
        ]
      },
      {
        "name": "msgraph-user-get-groups",
        "description": "Lists the groups, Entra roles and administrative units that a user is a member of.",
        "arguments": [
          {
            "name": "user",
            "description": "Object ID or user principal name of the user.",
            "required": true
          },
          {
            "name": "type",
            "description": "Which of them to list.",
            "defaultValue": "all",
            "auto": "PREDEFINED",
            "predefined": [
              "all",
              "group",
              "directoryRole",
              "administrativeUnit"
            ]
          },
          {
            "name": "transitive",
            "description": "Whether to list also those that the user is in through other groups.",
            "defaultValue": "false",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          },
          {
            "name": "properties",
            "description": "Comma-separated names of the properties to retrieve. The ID always comes along.",
            "isArray": true
          },
          {
            "name": "limit",
            "description": "How many groups to return at most, from 1 to 10000.",
            "defaultValue": "999"
          },
          {
            "name": "page_size",
            "description": "How many groups to ask Graph for at a time, from 1 to 999."
          },
          {
            "name": "all_results",
            "description": "Whether to return all groups, up to 10000 in one call, whatever the limit says.",
            "defaultValue": "false",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          },
          {
            "name": "next_page",
            "description": "Address of the next page, from MSGraphUserGroups.NextPage of an earlier call. It already holds what that call asked for."
          }
        ],
        "outputs": [
          {
            "contextPath": "MSGraphUserGroups.ID",
            "description": "Object ID of the user.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserGroups.User",
            "description": "The user as it was typed.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserGroups.Groups.Classification",
            "description": "Classification of the group.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserGroups.Groups.@Odata.Type",
            "description": "Kind of object: group, Entra role or administrative unit.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserGroups.Groups.CreatedDateTime",
            "description": "When the group was made.",
            "type": "Date"
          },
          {
            "contextPath": "MSGraphUserGroups.Groups.CreationOptions",
            "description": "Options the group was made with.",
            "type": "Unknown"
          },
          {
            "contextPath": "MSGraphUserGroups.Groups.DeletedDateTime",
            "description": "When the group was deleted.",
            "type": "Date"
          },
          {
            "contextPath": "MSGraphUserGroups.Groups.Description",
            "description": "Description.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserGroups.Groups.DisplayName",
            "description": "Name shown.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserGroups.Groups.ExpirationDateTime",
            "description": "When the group expires.",
            "type": "Date"
          },
          {
            "contextPath": "MSGraphUserGroups.Groups.GroupTypes",
            "description": "Types of the group, such as Unified.",
            "type": "Unknown"
          },
          {
            "contextPath": "MSGraphUserGroups.Groups.ID",
            "description": "Object ID.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserGroups.Groups.IsAssignableToRole",
            "description": "Whether the group can be given an Entra role.",
            "type": "Boolean"
          },
          {
            "contextPath": "MSGraphUserGroups.Groups.Mail",
            "description": "Mail address of the group.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserGroups.Groups.MailEnabled",
            "description": "Whether the group gets mail.",
            "type": "Boolean"
          },
          {
            "contextPath": "MSGraphUserGroups.Groups.MailNickname",
            "description": "Mail alias of the group.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserGroups.Groups.MembershipRule",
            "description": "Rule of a dynamic group.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserGroups.Groups.MembershipRuleProcessingState",
            "description": "Whether the rule is applied.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserGroups.Groups.OnPremisesDomainName",
            "description": "Domain of a synchronized group.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserGroups.Groups.OnPremisesLastSyncDateTime",
            "description": "When the group was last synchronized.",
            "type": "Date"
          },
          {
            "contextPath": "MSGraphUserGroups.Groups.OnPremisesNetBiosName",
            "description": "NetBIOS name of the domain of a synchronized group.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserGroups.Groups.OnPremisesProvisioningErrors",
            "description": "Errors of the synchronization.",
            "type": "Unknown"
          },
          {
            "contextPath": "MSGraphUserGroups.Groups.OnPremisesSamAccountName",
            "description": "Account name of a synchronized group.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserGroups.Groups.OnPremisesSecurityIdentifier",
            "description": "Security identifier of a synchronized group.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserGroups.Groups.OnPremisesSyncEnabled",
            "description": "Whether an on-premises directory is the master of the group.",
            "type": "Boolean"
          },
          {
            "contextPath": "MSGraphUserGroups.Groups.PreferredDataLocation",
            "description": "Where the group's data is kept.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserGroups.Groups.PreferredLanguage",
            "description": "Preferred language of the group.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserGroups.Groups.ProxyAddresses",
            "description": "Mail addresses of the group.",
            "type": "Unknown"
          },
          {
            "contextPath": "MSGraphUserGroups.Groups.RenewedDateTime",
            "description": "When the group was last renewed.",
            "type": "Date"
          },
          {
            "contextPath": "MSGraphUserGroups.Groups.ResourceBehaviorOptions",
            "description": "Options for how the group behaves.",
            "type": "Unknown"
          },
          {
            "contextPath": "MSGraphUserGroups.Groups.ResourceProvisioningOptions",
            "description": "What was set up with the group, such as Team.",
            "type": "Unknown"
          },
          {
            "contextPath": "MSGraphUserGroups.Groups.SecurityEnabled",
            "description": "Whether the group can give access.",
            "type": "Boolean"
          },
          {
            "contextPath": "MSGraphUserGroups.Groups.SecurityIdentifier",
            "description": "Security identifier of the group.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserGroups.Groups.ServiceProvisioningErrors",
            "description": "Errors of services about the group.",
            "type": "Unknown"
          },
          {
            "contextPath": "MSGraphUserGroups.Groups.Theme",
            "description": "Color theme of the group.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserGroups.Groups.UniqueName",
            "description": "Unique name of the group.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserGroups.Groups.Visibility",
            "description": "Who sees the group.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserGroups.Groups.WellKnownObject",
            "description": "Marks a group that every tenant has.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserGroups.NextPage",
            "description": "Address of the next page, where there is one; empty once the last page was reached.",
            "type": "String"
          }
        ]
      },
      {
        "name": "msgraph-direct-reports",
        "description": "Lists the people who report to a user.",
        "arguments": [
          {
            "name": "user",
            "description": "Object ID or user principal name of the user.",
            "required": true
          },
          {
            "name": "properties",
            "description": "Comma-separated names of the properties to retrieve. The ID and the user principal name always come along. Left empty, Graph's usual properties come.",
            "isArray": true
          },
          {
            "name": "limit",
            "description": "How many reports to return at most, from 1 to 10000.",
            "defaultValue": "999"
          },
          {
            "name": "page_size",
            "description": "How many reports to ask Graph for at a time, from 1 to 999."
          },
          {
            "name": "all_results",
            "description": "Whether to return all reports, up to 10000 in one call, whatever the limit says.",
            "defaultValue": "false",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          },
          {
            "name": "next_page",
            "description": "Address of the next page, from MSGraphUserDirectReports.NextPage of an earlier call. It already holds what that call asked for."
          }
        ],
        "outputs": [
          {
            "contextPath": "MSGraphUserDirectReports.Manager",
            "description": "The user as it was typed.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserDirectReports.Reports.@Odata.Type",
            "description": "Kind of object.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserDirectReports.Reports.DisplayName",
            "description": "Name shown.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserDirectReports.Reports.GivenName",
            "description": "First name.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserDirectReports.Reports.ID",
            "description": "Object ID.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserDirectReports.Reports.JobTitle",
            "description": "Job title.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserDirectReports.Reports.Mail",
            "description": "Mail address.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserDirectReports.Reports.MobilePhone",
            "description": "Mobile phone number.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserDirectReports.Reports.OfficeLocation",
            "description": "Place of the office.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserDirectReports.Reports.PreferredLanguage",
            "description": "Preferred language, such as en-US.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserDirectReports.Reports.Surname",
            "description": "Last name.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserDirectReports.Reports.UserPrincipalName",
            "description": "Name to sign in with.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserDirectReports.NextPage",
            "description": "Address of the next page, where there is one; empty once the last page was reached.",
            "type": "String"
          }
        ]
      },
      {
        "name": "msgraph-user-get-manager",
        "description": "Shows the manager of a user.",
        "arguments": [
          {
            "name": "user",
            "description": "Object ID or user principal name of the user.",
            "required": true
          },
          {
            "name": "levels",
            "description": "How many managers up to show, from 1 to 20."
          }
        ],
        "outputs": [
          {
            "contextPath": "MSGraphUserManager.User",
            "description": "The user as it was typed.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserManager.ID",
            "description": "Object ID of the user.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserManager.Manager.ID",
            "description": "Object ID.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserManager.Manager.DisplayName",
            "description": "Name shown.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserManager.Manager.GivenName",
            "description": "First name.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserManager.Manager.BusinessPhones",
            "description": "Business phone numbers.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserManager.Manager.JobTitle",
            "description": "Job title.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserManager.Manager.Mail",
            "description": "Mail address.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserManager.Manager.MobilePhone",
            "description": "Mobile phone number.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserManager.Manager.OfficeLocation",
            "description": "Place of the office.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserManager.Manager.PreferredLanguage",
            "description": "Preferred language, such as en-US.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserManager.Manager.Surname",
            "description": "Last name.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserManager.Manager.UserPrincipalName",
            "description": "Name to sign in with.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserManager.Chain.Level",
            "description": "How far above the user, 1 for the manager. The chain is there where levels asks for it.",
            "type": "Number"
          },
          {
            "contextPath": "MSGraphUserManager.Chain.ID",
            "description": "Object ID.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserManager.Chain.DisplayName",
            "description": "Name shown.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserManager.Chain.JobTitle",
            "description": "Job title.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserManager.Chain.Mail",
            "description": "Mail address.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserManager.Chain.UserPrincipalName",
            "description": "Name to sign in with.",
            "type": "String"
          }
        ]
      },
      {
        "name": "msgraph-user-assign-manager",
        "description": "Sets the manager of one or more users.",
        "arguments": [
          {
            "name": "user",
            "description": "Object ID or user principal name of the user, or a list of them.",
            "required": true,
            "isArray": true
          },
          {
            "name": "manager",
            "description": "Object ID or user principal name of the manager.",
            "required": true
          },
          {
            "name": "reason",
            "description": "Why it is done, for the audit trail."
          },
          {
            "name": "max_targets",
            "description": "How many users may be named at most, from 1 to 10000. A guard against a mistake.",
            "defaultValue": "1000"
          },
          {
            "name": "dry_run",
            "description": "Whether to only tell what would be done, and to whom. Nothing is changed.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          },
          {
            "name": "override_protection",
            "description": "Whether to act on a protected user, or on the account that the instance signs in as. Takes a reason; for protected users the instance must allow it.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          },
          {
            "name": "expected_count",
            "description": "How many different users are meant. With another number nothing is done."
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
            "description": "What was done: assign-manager.",
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
          },
          {
            "contextPath": "MSGraphUserAction.Manager",
            "description": "The manager as it was typed.",
            "type": "String"
          }
        ]
      },
      {
        "name": "msgraph-user-remove-manager",
        "description": "Leaves a user without a manager.",
        "arguments": [
          {
            "name": "user",
            "description": "Object ID or user principal name of the user.",
            "required": true
          },
          {
            "name": "reason",
            "description": "Why it is done, for the audit trail."
          },
          {
            "name": "dry_run",
            "description": "Whether to only tell what would be done, and to whom. Nothing is changed.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          },
          {
            "name": "override_protection",
            "description": "Whether to act on a protected user, or on the account that the instance signs in as. Takes a reason; for protected users the instance must allow it.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
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
            "description": "What was done: remove-manager.",
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
            "contextPath": "MSGraphUserAction.PreviousManager.ID",
            "description": "Object ID.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAction.PreviousManager.DisplayName",
            "description": "Name shown.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUserAction.PreviousManager.UserPrincipalName",
            "description": "Name to sign in with.",
            "type": "String"
          }
        ]
      },
      {
        "name": "msgraph-user-force-reset-password",
        "description": "Makes one or more users choose a new password at the next sign-in.",
        "execution": true,
        "arguments": [
          {
            "name": "user",
            "description": "Object ID or user principal name of the user, or a list of them.",
            "required": true,
            "isArray": true
          },
          {
            "name": "with_mfa",
            "description": "Whether they must also pass multifactor authentication before that.",
            "defaultValue": "false",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          },
          {
            "name": "reason",
            "description": "Why it is done, for the audit trail."
          },
          {
            "name": "max_targets",
            "description": "How many users may be named at most, from 1 to 10000. A guard against a mistake.",
            "defaultValue": "1000"
          },
          {
            "name": "dry_run",
            "description": "Whether to only tell what would be done, and to whom. Nothing is changed.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          },
          {
            "name": "override_protection",
            "description": "Whether to act on a protected user, or on the account that the instance signs in as. Takes a reason; for protected users the instance must allow it.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          },
          {
            "name": "expected_count",
            "description": "How many different users are meant. With another number nothing is done."
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
            "description": "What was done: force-reset-password.",
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
        "name": "msgraph-user-owned-devices-list",
        "description": "Lists the devices that a user owns.",
        "arguments": [
          {
            "name": "user",
            "description": "Object ID or user principal name of the user.",
            "required": true
          },
          {
            "name": "limit",
            "description": "How many devices to return at most, from 1 to 10000.",
            "defaultValue": "50"
          },
          {
            "name": "next_page",
            "description": "Address of the next page, from MSGraphUserOwnedDevices.NextPage of an earlier call. It already holds what that call asked for."
          },
          {
            "name": "filter",
            "description": "OData filter, such as operatingSystem eq 'Windows'."
          },
          {
            "name": "page_size",
            "description": "How many devices to ask Graph for at a time, from 1 to 999."
          },
          {
            "name": "all_results",
            "description": "Whether to return all devices, up to 10000 in one call, whatever the limit says.",
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
            "contextPath": "MSGraphUser.Id",
            "description": "The user as it was typed.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.OwnedDevice.ID",
            "description": "Object ID of the device.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.OwnedDevice.PhysicalIds",
            "description": "Identifiers of the hardware.",
            "type": "Unknown"
          },
          {
            "contextPath": "MSGraphUser.OwnedDevice.DeviceVersion",
            "description": "Version of the device object.",
            "type": "Number"
          },
          {
            "contextPath": "MSGraphUser.OwnedDevice.ProfileType",
            "description": "Profile of the device, such as RegisteredDevice.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.OwnedDevice.CreatedDateTime",
            "description": "When the device object was made.",
            "type": "Date"
          },
          {
            "contextPath": "MSGraphUser.OwnedDevice.ApproximateLastSignInDateTime",
            "description": "When somebody last signed in on it, roughly.",
            "type": "Date"
          },
          {
            "contextPath": "MSGraphUser.OwnedDevice.OperatingSystemVersion",
            "description": "Version of the operating system.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.OwnedDevice.AlternativeSecurityIds",
            "description": "Security identifiers, for internal use.",
            "type": "Unknown"
          },
          {
            "contextPath": "MSGraphUser.OwnedDevice.DisplayName",
            "description": "Name shown for the device.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.OwnedDevice.OperatingSystem",
            "description": "Operating system.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.OwnedDevice.DeviceId",
            "description": "Identifier from the registration of the device.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.OwnedDevice.TrustType",
            "description": "How the device is joined, such as AzureAd.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.OwnedDevice.RegistrationDateTime",
            "description": "When the device was registered.",
            "type": "Date"
          },
          {
            "contextPath": "MSGraphUserOwnedDevices.NextPage",
            "description": "Address of the next page, where there is one; empty once the last page was reached.",
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
          },
          {
            "name": "dry_run",
            "description": "Whether to only tell what would be done, and to whom. Nothing is changed.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          },
          {
            "name": "override_protection",
            "description": "Whether to act on a protected user, or on the account that the instance signs in as. Takes a reason; for protected users the instance must allow it.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          },
          {
            "name": "expected_count",
            "description": "How many different users are meant. With another number nothing is done."
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
          },
          {
            "name": "dry_run",
            "description": "Whether to only tell what would be done, and to whom. Nothing is changed.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          },
          {
            "name": "override_protection",
            "description": "Whether to act on a protected user, or on the account that the instance signs in as. Takes a reason; for protected users the instance must allow it.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          },
          {
            "name": "expected_count",
            "description": "How many different users are meant. With another number nothing is done."
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
          },
          {
            "name": "dry_run",
            "description": "Whether to only tell what would be done, and to whom. Nothing is changed.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          },
          {
            "name": "override_protection",
            "description": "Whether to act on a protected user, or on the account that the instance signs in as. Takes a reason; for protected users the instance must allow it.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          },
          {
            "name": "expected_count",
            "description": "How many different users are meant. With another number nothing is done."
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
        "name": "msgraph-user-request-mfa",
        "description": "Prompts the authenticator app of a user and waits for the answer. Microsoft does not document the service.",
        "execution": true,
        "hidden": true,
        "arguments": [
          {
            "name": "user_mail",
            "description": "User principal name of the user.",
            "required": true
          },
          {
            "name": "timeout",
            "description": "How many seconds to wait, 60 at most; 0 stands for 60.",
            "defaultValue": "60"
          },
          {
            "name": "access_token",
            "description": "Access token for the MFA service. Without it the secret that the instance keeps is used.",
            "secret": true
          },
          {
            "name": "fail_on_reject",
            "description": "Whether a refusal, a report of fraud, or no answer is an error.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ],
            "defaultValue": "true"
          },
          {
            "name": "reason",
            "description": "Why it is done, for the audit trail."
          },
          {
            "name": "dry_run",
            "description": "Whether to only tell what would be done, and to whom. Nothing is changed.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          },
          {
            "name": "override_protection",
            "description": "Whether to act on a protected user, or on the account that the instance signs in as. Takes a reason; for protected users the instance must allow it.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          }
        ],
        "outputs": [
          {
            "contextPath": "MSGraphUser.MFARequest.User",
            "description": "The user as typed.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.MFARequest.ContextID",
            "description": "What the request is known by.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.MFARequest.Status",
            "description": "pending, or the same as Result.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.MFARequest.StartedAt",
            "description": "When the user was prompted.",
            "type": "Date"
          },
          {
            "contextPath": "MSGraphUser.MFARequest.Result",
            "description": "One of approved, denied, timeout, fraud, challenge, not_pushable and failed.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.MFARequest.Value",
            "description": "The service's word for it.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.MFARequest.Message",
            "description": "The service's own message, if it gave one.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.MFARequest.AnsweredAt",
            "description": "When the answer of the user was heard.",
            "type": "Date"
          }
        ]
      },
      {
        "name": "msgraph-user-initiate-mfa-request",
        "description": "Prompts the authenticator app of a user, and looks for the answer every ten seconds. Microsoft does not document the service.",
        "execution": true,
        "polling": true,
        "arguments": [
          {
            "name": "user_mail",
            "description": "User principal name of the user.",
            "required": true
          },
          {
            "name": "timeout",
            "description": "For how many seconds to look for an answer, 60 at most; 0 stands for 60.",
            "defaultValue": "60"
          },
          {
            "name": "access_token",
            "description": "Access token for the MFA service. Without it the secret that the instance keeps is used.",
            "secret": true
          },
          {
            "name": "fail_on_reject",
            "description": "Whether a refusal, a report of fraud, or no answer is an error.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ],
            "defaultValue": "true"
          },
          {
            "name": "reason",
            "description": "Why it is done, for the audit trail."
          },
          {
            "name": "dry_run",
            "description": "Whether to only tell what would be done, and to whom. Nothing is changed.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          },
          {
            "name": "override_protection",
            "description": "Whether to act on a protected user, or on the account that the instance signs in as. Takes a reason; for protected users the instance must allow it.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          }
        ],
        "outputs": [
          {
            "contextPath": "MSGraphUser.MFARequest.User",
            "description": "The user as typed.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.MFARequest.ContextID",
            "description": "What the request is known by.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.MFARequest.SessionID",
            "description": "What the service knows the request by.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.MFARequest.Status",
            "description": "pending, or the same as Result.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.MFARequest.StartedAt",
            "description": "When the user was prompted.",
            "type": "Date"
          },
          {
            "contextPath": "MSGraphUser.MFARequest.Result",
            "description": "One of approved, denied, timeout, fraud, challenge, not_pushable and failed.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.MFARequest.Value",
            "description": "The service's word for it.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.MFARequest.Message",
            "description": "The service's own message, if it gave one.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.MFARequest.AnsweredAt",
            "description": "When the answer of the user was heard.",
            "type": "Date"
          }
        ]
      },
      {
        "name": "msgraph-user-get-mfa-request-status",
        "description": "Looks what became of an MFA request, every ten seconds until it was answered. It prompts nobody. Microsoft does not document the service.",
        "polling": true,
        "arguments": [
          {
            "name": "user_mail",
            "description": "User principal name of the user.",
            "required": true
          },
          {
            "name": "context_id",
            "description": "ContextID of the request. Without it the newest open one of the user is meant."
          },
          {
            "name": "session_id",
            "description": "SessionID of the request, where this instance did not begin it."
          },
          {
            "name": "timeout",
            "description": "For how many seconds after the prompt to look for an answer, 60 at most; 0 stands for 60.",
            "defaultValue": "60"
          },
          {
            "name": "access_token",
            "description": "Access token for the MFA service. Without it the secret that the instance keeps is used.",
            "secret": true
          },
          {
            "name": "fail_on_reject",
            "description": "Whether a refusal, a report of fraud, or no answer is an error.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ],
            "defaultValue": "true"
          }
        ],
        "outputs": [
          {
            "contextPath": "MSGraphUser.MFARequest.User",
            "description": "The user as typed.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.MFARequest.ContextID",
            "description": "What the request is known by.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.MFARequest.SessionID",
            "description": "What the service knows the request by.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.MFARequest.Status",
            "description": "pending, or the same as Result.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.MFARequest.StartedAt",
            "description": "When the user was prompted.",
            "type": "Date"
          },
          {
            "contextPath": "MSGraphUser.MFARequest.Result",
            "description": "One of approved, denied, timeout, fraud, challenge, not_pushable and failed.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.MFARequest.Value",
            "description": "The service's word for it.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.MFARequest.Message",
            "description": "The service's own message, if it gave one.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.MFARequest.AnsweredAt",
            "description": "When the answer of the user was heard.",
            "type": "Date"
          }
        ]
      },
      {
        "name": "msgraph-user-create-mfa-client-secret",
        "description": "Adds a secret to the tenant's MFA client and keeps it for this instance. The instance has to allow commands that create secrets. Microsoft does not document the service that it is for.",
        "execution": true,
        "hidden": true,
        "arguments": [
          {
            "name": "valid_days",
            "description": "How many days the secret works, from 1 to 90.",
            "defaultValue": "30"
          },
          {
            "name": "return_secret",
            "description": "Whether the secret is written to the context, in clear.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ],
            "defaultValue": "false"
          },
          {
            "name": "reason",
            "description": "Why it is done, for the audit trail."
          },
          {
            "name": "dry_run",
            "description": "Whether to only tell what would be done, and to whom. Nothing is changed.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          }
        ],
        "outputs": [
          {
            "contextPath": "MSGraphUser.MFAClientSecret.KeyID",
            "description": "What the secret is known by.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.MFAClientSecret.ValidFrom",
            "description": "From when the secret works.",
            "type": "Date"
          },
          {
            "contextPath": "MSGraphUser.MFAClientSecret.ValidUntil",
            "description": "Until when the secret works.",
            "type": "Date"
          },
          {
            "contextPath": "MSGraphUser.MFAClientSecret.Stored",
            "description": "Whether this instance keeps the secret.",
            "type": "Boolean"
          },
          {
            "contextPath": "MSGraphUser.MFAClientSecret.MFAClientSecret",
            "description": "The secret itself, only where return_secret is true.",
            "type": "String"
          }
        ]
      },
      {
        "name": "msgraph-user-delete-mfa-client-secret",
        "description": "Removes a secret from the tenant's MFA client.",
        "execution": true,
        "arguments": [
          {
            "name": "key_id",
            "description": "KeyID of the secret. Without it the one that this instance keeps is meant."
          },
          {
            "name": "reason",
            "description": "Why it is done, for the audit trail."
          },
          {
            "name": "dry_run",
            "description": "Whether to only tell what would be done, and to whom. Nothing is changed.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          }
        ],
        "outputs": [
          {
            "contextPath": "MSGraphUser.MFAClientSecret.KeyID",
            "description": "What the secret is known by.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.MFAClientSecret.ValidFrom",
            "description": "From when the secret works.",
            "type": "Date"
          },
          {
            "contextPath": "MSGraphUser.MFAClientSecret.ValidUntil",
            "description": "Until when the secret works.",
            "type": "Date"
          },
          {
            "contextPath": "MSGraphUser.MFAClientSecret.Stored",
            "description": "Whether this instance keeps the secret.",
            "type": "Boolean"
          },
          {
            "contextPath": "MSGraphUser.MFAClientSecret.Deleted",
            "description": "Whether the secret has been removed.",
            "type": "Boolean"
          }
        ]
      },
      {
        "name": "msgraph-user-create-mfa-client-access-token",
        "description": "Gets an access token for the MFA service and keeps it for this instance. The instance has to allow commands that create secrets. Microsoft does not document the service.",
        "hidden": true,
        "arguments": [
          {
            "name": "client_secret",
            "description": "A secret of the tenant's MFA client. Without it the one that the instance keeps is used.",
            "secret": true
          },
          {
            "name": "return_token",
            "description": "Whether the token is written to the context, in clear.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ],
            "defaultValue": "false"
          }
        ],
        "outputs": [
          {
            "contextPath": "MSGraphUser.MFAAccessToken.ValidUntil",
            "description": "When the token ends, in seconds since 1970.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.MFAAccessToken.Stored",
            "description": "Whether this instance keeps the token.",
            "type": "Boolean"
          },
          {
            "contextPath": "MSGraphUser.MFAAccessToken.AccessToken",
            "description": "The token itself, only where return_token is true.",
            "type": "String"
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
          },
          {
            "name": "dry_run",
            "description": "Whether to only tell what would be done, and to whom. Nothing is changed.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          },
          {
            "name": "override_protection",
            "description": "Whether to act on a protected user, or on the account that the instance signs in as. Takes a reason; for protected users the instance must allow it.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          },
          {
            "name": "expected_count",
            "description": "How many different users are meant. With another number nothing is done."
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
        "name": "msgraph-user-change-password",
        "description": "Sets a user's password in Entra ID, given or generated. A generated one is handed over only in an encrypted zip file.",
        "execution": true,
        "arguments": [
          {
            "name": "user",
            "description": "Object ID or user principal name of the user.",
            "required": true
          },
          {
            "name": "password",
            "description": "The new password, or \"generate\" for a strong random one that comes in an encrypted zip file.",
            "required": true,
            "secret": true
          },
          {
            "name": "force_change_password_next_sign_in",
            "description": "Whether the user must choose another password at the next sign-in.",
            "defaultValue": "true",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          },
          {
            "name": "force_change_password_with_mfa",
            "description": "Whether the user must pass multifactor authentication before choosing another password at the next sign-in.",
            "defaultValue": "false",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          },
          {
            "name": "zip_password",
            "description": "Password of the zip file that carries a generated password, at least 8 characters. Needed with password=generate, and only then.",
            "secret": true
          },
          {
            "name": "reason",
            "description": "Why it is done, for the audit trail."
          },
          {
            "name": "dry_run",
            "description": "Whether to only tell what would be done, and to whom. Nothing is changed.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          },
          {
            "name": "override_protection",
            "description": "Whether to act on a protected user, on the account that the instance signs in as, or on somebody of a federated domain. Takes a reason; for protected users the instance must allow it.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
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
          }
        ]
      },
      {
        "name": "msgraph-user-change-password-on-premise",
        "description": "Resets the password of a user, also in the on-premises directory where password writeback is on, and waits for the outcome. Needs a signed-in administrator. The user must choose another password at the next sign-in.",
        "execution": true,
        "polling": true,
        "arguments": [
          {
            "name": "user",
            "description": "Object ID or user principal name of the user.",
            "required": true
          },
          {
            "name": "password",
            "description": "The new password, or \"generate\" for a strong random one that comes in an encrypted zip file. Give either this or nonsensitive_password.",
            "secret": true
          },
          {
            "name": "nonsensitive_password",
            "description": "The new password where a playbook cannot use the hidden argument. The platform may show it in its logs."
          },
          {
            "name": "zip_password",
            "description": "Password of the zip file that carries a generated password, at least 8 characters. Needed with password=generate, and only then.",
            "secret": true
          },
          {
            "name": "wait",
            "description": "Whether to look until the reset has ended. Otherwise the address to look at later is returned.",
            "defaultValue": "true",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          },
          {
            "name": "interval_in_seconds",
            "description": "Seconds between two looks, from 10 to 120, where Graph does not ask for another wait.",
            "defaultValue": "30"
          },
          {
            "name": "timeout_in_seconds",
            "description": "Seconds after which nobody waits any longer, from 10 to 86400.",
            "defaultValue": "600"
          },
          {
            "name": "reason",
            "description": "Why it is done, for the audit trail."
          },
          {
            "name": "password_method_id",
            "description": "ID of the password method. Graph has one, which is the same for every user.",
            "hidden": true
          },
          {
            "name": "polling_url",
            "description": "Where to look at a reset that was begun before. Nothing is reset then.",
            "hidden": true
          },
          {
            "name": "unknown_status",
            "description": "A status that the last look found and that Graph does not document.",
            "hidden": true
          },
          {
            "name": "dry_run",
            "description": "Whether to only tell what would be done, and to whom. Nothing is changed.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          },
          {
            "name": "override_protection",
            "description": "Whether to act on a protected user, on the account that the instance signs in as, or on somebody of a federated domain. Takes a reason; for protected users the instance must allow it.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          }
        ],
        "outputs": [
          {
            "contextPath": "MSGraphUser.user",
            "description": "The user as it was typed.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.status",
            "description": "Status of the reset, such as running or succeeded.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.polling_url",
            "description": "Where Graph tells the status of the reset.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.PasswordResetOperation.user",
            "description": "The user as it was typed.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.PasswordResetOperation.status",
            "description": "Status of the reset, such as running or succeeded.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.PasswordResetOperation.polling_url",
            "description": "Where Graph tells the status of the reset.",
            "type": "String"
          },
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
          }
        ]
      },
      {
        "name": "msgraph-user-tap-policy-list",
        "description": "Shows the Temporary Access Pass of a user, without its code.",
        "arguments": [
          {
            "name": "user_id",
            "description": "Object ID or user principal name of the user.",
            "required": true
          }
        ],
        "outputs": [
          {
            "contextPath": "MSGraphUser.TAPPolicy.ID",
            "description": "ID of the pass.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.TAPPolicy.UserID",
            "description": "The user as it was typed.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.TAPPolicy.IsUsable",
            "description": "Whether one can sign in with the pass now.",
            "type": "Boolean"
          },
          {
            "contextPath": "MSGraphUser.TAPPolicy.IsUsableOnce",
            "description": "Whether the pass works for one sign-in only.",
            "type": "Boolean"
          },
          {
            "contextPath": "MSGraphUser.TAPPolicy.CreatedDateTime",
            "description": "When the pass was made (UTC).",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.TAPPolicy.MethodUsabilityReason",
            "description": "Why the pass can or cannot be used, such as EnabledByPolicy, NotYetValid or Expired.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.TAPPolicy.LifetimeInMinutes",
            "description": "How long the pass works from its start, in minutes.",
            "type": "Number"
          },
          {
            "contextPath": "MSGraphUser.TAPPolicy.StartDateTime",
            "description": "From when on the pass works (UTC).",
            "type": "String"
          }
        ]
      },
      {
        "name": "msgraph-user-tap-policy-create",
        "description": "Makes a Temporary Access Pass for a user and hands it over in an encrypted zip file. A pass that the user has already is replaced.",
        "execution": true,
        "arguments": [
          {
            "name": "user_id",
            "description": "Object ID or user principal name of the user.",
            "required": true
          },
          {
            "name": "zip_password",
            "description": "Password of the zip file that carries the pass, at least 8 characters.",
            "required": true,
            "secret": true
          },
          {
            "name": "lifetime_in_minutes",
            "description": "How long the pass works, in minutes, from 10 to 43200. The tenant's policy may allow less.",
            "defaultValue": "60"
          },
          {
            "name": "is_usable_once",
            "description": "Whether the pass works for one sign-in only.",
            "defaultValue": "false",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          },
          {
            "name": "start_time",
            "description": "From when on the pass works. A time with its zone, such as 2026-03-02T08:00:00Z, or \"now\", \"in 30 minutes\", \"in 2 hours\", \"in 3 days\".",
            "defaultValue": "now"
          },
          {
            "name": "reason",
            "description": "Why it is done, for the audit trail."
          },
          {
            "name": "dry_run",
            "description": "Whether to only tell what would be done, and to whom. Nothing is changed.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          },
          {
            "name": "override_protection",
            "description": "Whether to act on a protected user, or on the account that the instance signs in as. Takes a reason; for protected users the instance must allow it.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          }
        ],
        "outputs": [
          {
            "contextPath": "MSGraphUser.TAPPolicy.ID",
            "description": "ID of the pass.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.TAPPolicy.UserID",
            "description": "The user as it was typed.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.TAPPolicy.IsUsable",
            "description": "Whether one can sign in with the pass now.",
            "type": "Boolean"
          },
          {
            "contextPath": "MSGraphUser.TAPPolicy.IsUsableOnce",
            "description": "Whether the pass works for one sign-in only.",
            "type": "Boolean"
          },
          {
            "contextPath": "MSGraphUser.TAPPolicy.CreatedDateTime",
            "description": "When the pass was made (UTC).",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.TAPPolicy.MethodUsabilityReason",
            "description": "Why the pass can or cannot be used, such as EnabledByPolicy, NotYetValid or Expired.",
            "type": "String"
          },
          {
            "contextPath": "MSGraphUser.TAPPolicy.LifetimeInMinutes",
            "description": "How long the pass works from its start, in minutes.",
            "type": "Number"
          },
          {
            "contextPath": "MSGraphUser.TAPPolicy.StartDateTime",
            "description": "From when on the pass works (UTC).",
            "type": "String"
          },
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
          }
        ]
      },
      {
        "name": "msgraph-user-tap-policy-delete",
        "description": "Deletes a Temporary Access Pass of a user.",
        "execution": true,
        "arguments": [
          {
            "name": "user_id",
            "description": "Object ID or user principal name of the user.",
            "required": true
          },
          {
            "name": "policy_id",
            "description": "ID of the pass, as msgraph-user-tap-policy-list shows it.",
            "required": true
          },
          {
            "name": "reason",
            "description": "Why it is done, for the audit trail."
          },
          {
            "name": "dry_run",
            "description": "Whether to only tell what would be done, and to whom. Nothing is changed.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
          },
          {
            "name": "override_protection",
            "description": "Whether to act on a protected user, or on the account that the instance signs in as. Takes a reason; for protected users the instance must allow it.",
            "auto": "PREDEFINED",
            "predefined": [
              "true",
              "false"
            ]
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
            "contextPath": "MSGraphUserAction.TAPPolicy",
            "description": "The pass as it was before it was deleted.",
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
