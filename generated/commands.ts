/* Written by `npm run generate`; do not edit. */
import { type CommandMetadata, type CommandName } from '../integration/command.js';

/** What the commands say of themselves, without their handlers. */
export const commandMetadata: Readonly<Record<CommandName, CommandMetadata>> = {
  "msgraph-user-test": {
    "permissions": {
      "delegated": [
        [
          "User.Read"
        ],
        [
          "User.ReadBasic.All"
        ],
        [
          "User.Read.All"
        ]
      ],
      "application": [
        [
          "User.ReadBasic.All"
        ],
        [
          "User.Read.All"
        ]
      ]
    },
    "effects": "read",
    "examples": [
      "!msgraph-user-test"
    ]
  },
  "msgraph-user-generate-login-url": {
    "permissions": {
      "delegated": [],
      "application": []
    },
    "effects": "read",
    "examples": [
      "!msgraph-user-generate-login-url"
    ]
  },
  "msgraph-user-auth-reset": {
    "permissions": {
      "delegated": [],
      "application": []
    },
    "effects": "read",
    "examples": [
      "!msgraph-user-auth-reset"
    ]
  },
  "msgraph-user-auth-start": {
    "permissions": {
      "delegated": [],
      "application": []
    },
    "effects": "read",
    "examples": [
      "!msgraph-user-auth-start"
    ]
  },
  "msgraph-user-auth-complete": {
    "permissions": {
      "delegated": [],
      "application": []
    },
    "effects": "read",
    "examples": [
      "!msgraph-user-auth-complete"
    ]
  },
  "msgraph-user-permissions-check": {
    "permissions": {
      "delegated": [],
      "application": []
    },
    "effects": "read",
    "examples": [
      "!msgraph-user-permissions-check"
    ]
  },
  "msgraph-teams-test": {
    "permissions": {
      "delegated": [
        [
          "User.Read"
        ],
        [
          "User.ReadBasic.All"
        ],
        [
          "User.Read.All"
        ]
      ],
      "application": [
        [
          "User.ReadBasic.All"
        ],
        [
          "User.Read.All"
        ]
      ]
    },
    "effects": "read",
    "examples": [
      "!msgraph-teams-test"
    ]
  },
  "msgraph-teams-generate-login-url": {
    "permissions": {
      "delegated": [],
      "application": []
    },
    "effects": "read",
    "examples": [
      "!msgraph-teams-generate-login-url"
    ]
  },
  "msgraph-teams-auth-reset": {
    "permissions": {
      "delegated": [],
      "application": []
    },
    "effects": "read",
    "examples": [
      "!msgraph-teams-auth-reset"
    ]
  },
  "msgraph-teams-auth-start": {
    "permissions": {
      "delegated": [],
      "application": []
    },
    "effects": "read",
    "examples": [
      "!msgraph-teams-auth-start"
    ]
  },
  "msgraph-teams-auth-complete": {
    "permissions": {
      "delegated": [],
      "application": []
    },
    "effects": "read",
    "examples": [
      "!msgraph-teams-auth-complete"
    ]
  },
  "msgraph-teams-list-chats": {
    "permissions": {
      "delegated": [
        [
          "Chat.ReadBasic"
        ],
        [
          "Chat.Read"
        ],
        [
          "Chat.ReadWrite"
        ]
      ],
      "application": [
        [
          "Chat.ReadBasic.All"
        ],
        [
          "Chat.Read.All"
        ],
        [
          "Chat.ReadWrite.All"
        ]
      ]
    },
    "effects": "read",
    "examples": [
      "!msgraph-teams-list-chats",
      "!msgraph-teams-list-chats limit=2",
      "!msgraph-teams-list-chats filter=\"chatType eq 'group'\" expand=members,lastMessagePreview",
      "!msgraph-teams-list-chats order_by=\"lastMessagePreview/createdDateTime desc\" expand=lastMessagePreview limit=5"
    ]
  },
  "msgraph-teams-create-chat": {
    "permissions": {
      "delegated": [
        [
          "Chat.Create"
        ],
        [
          "Chat.ReadWrite"
        ]
      ],
      "application": [
        [
          "Chat.Create"
        ]
      ]
    },
    "effects": "write",
    "examples": [
      "!msgraph-teams-create-chat subject=\"INC-4712\" members=tomas@contoso.example,mia_fabrikam.example#EXT#@contoso.example message=\"<b>INC-4712</b> is here\"",
      "!msgraph-teams-create-chat type=oneOnOne members=ingrid@contoso.example reason=\"Needs to know\""
    ]
  },
  "msgraph-teams-get-chat": {
    "permissions": {
      "delegated": [
        [
          "Chat.ReadBasic"
        ],
        [
          "Chat.Read"
        ],
        [
          "Chat.ReadWrite"
        ]
      ],
      "application": [
        [
          "Chat.ReadBasic.All"
        ],
        [
          "Chat.Read.All"
        ],
        [
          "Chat.ReadWrite.All"
        ]
      ]
    },
    "effects": "read",
    "examples": [
      "!msgraph-teams-get-chat chat=\"Incident 4711 war room\" expand=members",
      "!msgraph-teams-get-chat chat=noor@contoso.example"
    ]
  },
  "msgraph-teams-update-chat": {
    "permissions": {
      "delegated": [
        [
          "Chat.ReadWrite"
        ]
      ],
      "application": [
        [
          "Chat.ReadWrite.All"
        ]
      ]
    },
    "effects": "write",
    "examples": [
      "!msgraph-teams-update-chat chat_id=19:595b3345756549a9a4464ff941bd7e2e@thread.v2 subject=\"Lunch\" reason=\"Easier to find\"",
      "!msgraph-teams-update-chat chat=Lunch clear_subject=true"
    ]
  },
  "msgraph-teams-list-members": {
    "permissions": {
      "delegated": [
        [
          "Chat.ReadBasic"
        ],
        [
          "ChatMember.Read"
        ],
        [
          "ChatMember.ReadWrite"
        ],
        [
          "Chat.ReadWrite"
        ]
      ],
      "application": [
        [
          "ChatMember.Read.All"
        ],
        [
          "ChatMember.ReadWrite.All"
        ],
        [
          "Chat.ReadBasic.All"
        ],
        [
          "Chat.ReadWrite.All"
        ]
      ]
    },
    "effects": "read",
    "examples": [
      "!msgraph-teams-list-members chat=\"Incident 4711 war room\""
    ]
  },
  "msgraph-teams-add-member": {
    "permissions": {
      "delegated": [
        [
          "ChatMember.ReadWrite"
        ],
        [
          "Chat.ReadWrite"
        ]
      ],
      "application": [
        [
          "ChatMember.ReadWrite.All"
        ],
        [
          "Chat.ReadWrite.All"
        ]
      ]
    },
    "effects": "write",
    "examples": [
      "!msgraph-teams-add-member chat=\"Incident 4711 war room\" user_id=hanna@contoso.example,zoe@contoso.example share_history=false",
      "!msgraph-teams-add-member chat=\"O'Brien's case\" user_id=noor@contoso.example history_start=\"2 days ago\" reason=\"Takes over\""
    ]
  },
  "msgraph-teams-remove-member": {
    "permissions": {
      "delegated": [
        [
          "ChatMember.ReadWrite"
        ]
      ],
      "application": [
        [
          "ChatMember.ReadWrite.All"
        ]
      ]
    },
    "effects": "write",
    "examples": [
      "!msgraph-teams-remove-member chat=\"Incident 4711 war room\" user_id=mia@fabrikam.example reason=\"Not needed\""
    ]
  },
  "msgraph-teams-list-messages": {
    "permissions": {
      "delegated": [
        [
          "Chat.Read"
        ],
        [
          "Chat.ReadWrite"
        ]
      ],
      "application": [
        [
          "Chat.Read.All"
        ],
        [
          "Chat.ReadWrite.All"
        ]
      ]
    },
    "effects": "read",
    "examples": [
      "!msgraph-teams-list-messages chat=\"Incident 4711 war room\" include_system_events=true",
      "!msgraph-teams-list-messages chat=noor@contoso.example limit=2",
      "!msgraph-teams-list-messages chat=noor@contoso.example since=2026-02-16T08:02:00Z until=2026-02-16T08:30:00Z order_by=lastModifiedDateTime",
      "!msgraph-teams-list-messages chat=george@contoso.example include_deleted=true"
    ]
  },
  "msgraph-teams-get-message": {
    "permissions": {
      "delegated": [
        [
          "Chat.Read"
        ],
        [
          "Chat.ReadWrite"
        ]
      ],
      "application": [
        [
          "Chat.Read.All"
        ],
        [
          "Chat.ReadWrite.All"
        ]
      ]
    },
    "effects": "read",
    "examples": [
      "!msgraph-teams-get-message chat=noor@contoso.example message_id=1771229040651",
      "!msgraph-teams-get-message chat=\"Incident 4711 war room\" message_id=1771240920651"
    ]
  },
  "msgraph-teams-send-message": {
    "permissions": {
      "delegated": [
        [
          "ChatMessage.Send"
        ],
        [
          "Chat.ReadWrite"
        ]
      ],
      "application": []
    },
    "effects": "write",
    "examples": [
      "!msgraph-teams-send-message chat=noor@contoso.example body=\"<b>4711</b> is closed\"",
      "!msgraph-teams-send-message chat=\"Incident 4711 war room\" content_type=markdown body=\"**Please look**, @tomas@contoso.example\" mentions=tomas@contoso.example importance=high",
      "!msgraph-teams-send-message chat=\"Incident 4711 war room\" card=`{\"type\":\"AdaptiveCard\",\"version\":\"1.4\",\"body\":[{\"type\":\"TextBlock\",\"text\":\"4711 is closed\"}]}`"
    ]
  },
  "msgraph-teams-message-update-policy-violation": {
    "permissions": {
      "delegated": [],
      "application": [
        [
          "Chat.UpdatePolicyViolation.All"
        ],
        [
          "ChannelMessage.UpdatePolicyViolation.All"
        ]
      ]
    },
    "effects": "write",
    "examples": [
      "!msgraph-teams-message-update-policy-violation chat_id=19:48b5d441d2bb43bca549ec0c7ea9cf21@thread.v2 message_id=1771240920651 dlp_action=BlockAccess policy_tip_general_text=\"Card numbers do not belong here\" verdict_details=allowOverrideWithJustification",
      "!msgraph-teams-message-update-policy-violation team_id=85348ec2-0c55-4a58-a062-64a639760fbd channel_id=19:a57d2c0dd5eb4153ade8083350ced6ed@thread.tacv2 parent_message_id=1771258860651 message_id=1771258920651 dlp_action=NoAction",
      "!msgraph-teams-message-update-policy-violation team_id=85348ec2-0c55-4a58-a062-64a639760fbd channel_id=19:a57d2c0dd5eb4153ade8083350ced6ed@thread.tacv2 message_id=1771258860651 dlp_action=notifySender payment_model=A"
    ]
  },
  "microsoft-teams-message-update-policy-violation": {
    "permissions": {
      "delegated": [],
      "application": [
        [
          "Chat.UpdatePolicyViolation.All"
        ],
        [
          "ChannelMessage.UpdatePolicyViolation.All"
        ]
      ]
    },
    "effects": "write",
    "examples": [
      "!microsoft-teams-message-update-policy-violation chat_id=19:48b5d441d2bb43bca549ec0c7ea9cf21@thread.v2 message_id=1771240920651 dlp_action=BlockAccess policy_tip_general_text=\"Card numbers do not belong here\" verdict_details=allowOverrideWithJustification",
      "!microsoft-teams-message-update-policy-violation team_id=85348ec2-0c55-4a58-a062-64a639760fbd channel_id=19:a57d2c0dd5eb4153ade8083350ced6ed@thread.tacv2 parent_message_id=1771258860651 message_id=1771258920651 dlp_action=NoAction",
      "!microsoft-teams-message-update-policy-violation team_id=85348ec2-0c55-4a58-a062-64a639760fbd channel_id=19:a57d2c0dd5eb4153ade8083350ced6ed@thread.tacv2 message_id=1771258860651 dlp_action=notifySender payment_model=A"
    ]
  },
  "msgraph-user-get": {
    "permissions": {
      "delegated": [
        [
          "User.ReadBasic.All"
        ],
        [
          "User.Read.All"
        ]
      ],
      "application": [
        [
          "User.ReadBasic.All"
        ],
        [
          "User.Read.All"
        ]
      ]
    },
    "effects": "read",
    "examples": [
      "!msgraph-user-get user=adele@contoso.example",
      "!msgraph-user-get user=adele@contoso.example properties=displayName,accountEnabled expand=manager"
    ]
  },
  "msgraph-user-list": {
    "permissions": {
      "delegated": [
        [
          "User.ReadBasic.All"
        ],
        [
          "User.Read.All"
        ]
      ],
      "application": [
        [
          "User.ReadBasic.All"
        ],
        [
          "User.Read.All"
        ]
      ]
    },
    "effects": "read",
    "examples": [
      "!msgraph-user-list",
      "!msgraph-user-list filter=\"accountEnabled eq false\" properties=displayName,accountEnabled",
      "!msgraph-user-list filter=\"department eq 'Security'\" properties=givenName,surname,businessPhones,officeLocation,preferredLanguage",
      "!msgraph-user-list search=adele",
      "!msgraph-user-list order_by=\"displayName desc\" limit=5"
    ]
  },
  "msgraph-user-account-disable": {
    "permissions": {
      "delegated": [
        [
          "User.EnableDisableAccount.All",
          "User.Read.All"
        ],
        [
          "User.ReadWrite.All"
        ],
        [
          "Directory.AccessAsUser.All"
        ]
      ],
      "application": [
        [
          "User.EnableDisableAccount.All",
          "User.Read.All"
        ],
        [
          "User.ReadWrite.All"
        ]
      ]
    },
    "effects": "write",
    "actsOn": "user",
    "suppressesMissing": true,
    "examples": [
      "!msgraph-user-account-disable user=temp42@contoso.example reason=\"Reported phishing\"",
      "!msgraph-user-account-disable user=temp42@contoso.example,newstarter@contoso.example"
    ]
  },
  "msgraph-user-terminate-session": {
    "permissions": {
      "delegated": [
        [
          "User.EnableDisableAccount.All",
          "User.Read.All"
        ],
        [
          "User.ReadWrite.All"
        ],
        [
          "Directory.AccessAsUser.All"
        ]
      ],
      "application": [
        [
          "User.EnableDisableAccount.All",
          "User.Read.All"
        ],
        [
          "User.ReadWrite.All"
        ]
      ]
    },
    "effects": "write",
    "ownAppOnly": true,
    "actsOn": "user",
    "suppressesMissing": true,
    "examples": [
      "!msgraph-user-terminate-session user=temp42@contoso.example"
    ]
  },
  "msgraph-user-unblock": {
    "permissions": {
      "delegated": [
        [
          "User.EnableDisableAccount.All",
          "User.Read.All"
        ],
        [
          "User.ReadWrite.All"
        ],
        [
          "Directory.AccessAsUser.All"
        ]
      ],
      "application": [
        [
          "User.EnableDisableAccount.All",
          "User.Read.All"
        ],
        [
          "User.ReadWrite.All"
        ]
      ]
    },
    "effects": "write",
    "actsOn": "user",
    "suppressesMissing": true,
    "examples": [
      "!msgraph-user-unblock user=former.employee@contoso.example"
    ]
  },
  "msgraph-user-session-revoke": {
    "permissions": {
      "delegated": [
        [
          "User.RevokeSessions.All"
        ],
        [
          "User.ReadWrite.All"
        ],
        [
          "Directory.AccessAsUser.All"
        ]
      ],
      "application": [
        [
          "User.RevokeSessions.All"
        ],
        [
          "User.ReadWrite.All"
        ],
        [
          "Directory.ReadWrite.All"
        ]
      ]
    },
    "effects": "write",
    "actsOn": "user",
    "suppressesMissing": true,
    "examples": [
      "!msgraph-user-session-revoke user=temp42@contoso.example reason=\"Token theft\""
    ]
  },
  "test-module": {
    "permissions": {
      "delegated": [
        [
          "User.Read"
        ],
        [
          "User.ReadBasic.All"
        ],
        [
          "User.Read.All"
        ]
      ],
      "application": [
        [
          "User.ReadBasic.All"
        ],
        [
          "User.Read.All"
        ]
      ]
    },
    "effects": "read",
    "examples": [
      "!test-module"
    ]
  }
};
