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
