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
  "msgraph-user-get-auth-methods": {
    "permissions": {
      "delegated": [
        [
          "UserAuthenticationMethod.Read.All"
        ]
      ],
      "application": [
        [
          "UserAuthenticationMethod.Read.All"
        ]
      ]
    },
    "effects": "read",
    "notInClouds": [
      "China"
    ],
    "suppressesMissing": true,
    "examples": [
      "!msgraph-user-get-auth-methods user=george@contoso.example"
    ]
  },
  "msgraph-user-auth-methods-list": {
    "permissions": {
      "delegated": [
        [
          "UserAuthenticationMethod.Read.All"
        ]
      ],
      "application": [
        [
          "UserAuthenticationMethod.Read.All"
        ]
      ]
    },
    "effects": "read",
    "notInClouds": [
      "China"
    ],
    "suppressesMissing": true,
    "examples": [
      "!msgraph-user-auth-methods-list user=george@contoso.example"
    ]
  },
  "msgraph-user-fido2-method-list": {
    "permissions": {
      "delegated": [
        [
          "UserAuthenticationMethod.Read.All"
        ]
      ],
      "application": [
        [
          "UserAuthenticationMethod.Read.All"
        ]
      ]
    },
    "effects": "read",
    "notInClouds": [
      "China"
    ],
    "suppressesMissing": true,
    "examples": [
      "!msgraph-user-fido2-method-list user=george@contoso.example",
      "!msgraph-user-fido2-method-list user=omar@contoso.example method_id=26c16c70-43fc-470f-aa59-1cf502a0e0b3"
    ]
  },
  "msgraph-user-fido2-method-delete": {
    "permissions": {
      "delegated": [
        [
          "UserAuthenticationMethod.ReadWrite.All"
        ]
      ],
      "application": [
        [
          "UserAuthenticationMethod.ReadWrite.All"
        ]
      ]
    },
    "effects": "write",
    "notInClouds": [
      "China"
    ],
    "actsOn": "user",
    "suppressesMissing": true,
    "examples": [
      "!msgraph-user-fido2-method-delete user=omar@contoso.example method_id=26c16c70-43fc-470f-aa59-1cf502a0e0b3 reason=\"Key lost\""
    ]
  },
  "msgraph-user-email-method-list": {
    "permissions": {
      "delegated": [
        [
          "UserAuthenticationMethod.Read.All"
        ]
      ],
      "application": [
        [
          "UserAuthenticationMethod.Read.All"
        ]
      ]
    },
    "effects": "read",
    "notInClouds": [
      "China"
    ],
    "suppressesMissing": true,
    "examples": [
      "!msgraph-user-email-method-list user=lucia@contoso.example"
    ]
  },
  "msgraph-user-email-method-delete": {
    "permissions": {
      "delegated": [
        [
          "UserAuthenticationMethod.ReadWrite.All"
        ]
      ],
      "application": [
        [
          "UserAuthenticationMethod.ReadWrite.All"
        ]
      ]
    },
    "effects": "write",
    "notInClouds": [
      "China"
    ],
    "actsOn": "user",
    "suppressesMissing": true,
    "examples": [
      "!msgraph-user-email-method-delete user=lucia@contoso.example reason=\"Address of a stranger\""
    ]
  },
  "msgraph-user-authenticator-method-list": {
    "permissions": {
      "delegated": [
        [
          "UserAuthenticationMethod.Read.All"
        ]
      ],
      "application": [
        [
          "UserAuthenticationMethod.Read.All"
        ]
      ]
    },
    "effects": "read",
    "suppressesMissing": true,
    "examples": [
      "!msgraph-user-authenticator-method-list user=george@contoso.example"
    ]
  },
  "msgraph-user-authenticator-method-delete": {
    "permissions": {
      "delegated": [
        [
          "UserAuthenticationMethod.ReadWrite.All"
        ]
      ],
      "application": [
        [
          "UserAuthenticationMethod.ReadWrite.All"
        ]
      ]
    },
    "effects": "write",
    "actsOn": "user",
    "suppressesMissing": true,
    "examples": [
      "!msgraph-user-authenticator-method-delete user=mei@contoso.example method_id=452d581e-24f3-4510-af7e-4e2681a2870e"
    ]
  },
  "msgraph-user-phone-method-list": {
    "permissions": {
      "delegated": [
        [
          "UserAuthenticationMethod.Read.All"
        ]
      ],
      "application": [
        [
          "UserAuthenticationMethod.Read.All"
        ]
      ]
    },
    "effects": "read",
    "suppressesMissing": true,
    "examples": [
      "!msgraph-user-phone-method-list user=mei@contoso.example limit=2",
      "!msgraph-user-phone-method-list user=mei@contoso.example method_id=e37fc753-ff3b-4958-9484-eaa9425c82bc"
    ]
  },
  "msgraph-user-phone-method-delete": {
    "permissions": {
      "delegated": [
        [
          "UserAuthenticationMethod.ReadWrite.All"
        ]
      ],
      "application": [
        [
          "UserAuthenticationMethod.ReadWrite.All"
        ]
      ]
    },
    "effects": "write",
    "actsOn": "user",
    "suppressesMissing": true,
    "examples": [
      "!msgraph-user-phone-method-delete user=mei@contoso.example method_id=e37fc753-ff3b-4958-9484-eaa9425c82bc"
    ]
  },
  "msgraph-user-software-oath-method-list": {
    "permissions": {
      "delegated": [
        [
          "UserAuthenticationMethod.Read.All"
        ]
      ],
      "application": [
        [
          "UserAuthenticationMethod.Read.All"
        ]
      ]
    },
    "effects": "read",
    "notInClouds": [
      "China"
    ],
    "suppressesMissing": true,
    "examples": [
      "!msgraph-user-software-oath-method-list user=mei@contoso.example"
    ]
  },
  "msgraph-user-software-oath-method-delete": {
    "permissions": {
      "delegated": [
        [
          "UserAuthenticationMethod.ReadWrite.All"
        ]
      ],
      "application": [
        [
          "UserAuthenticationMethod.ReadWrite.All"
        ]
      ]
    },
    "effects": "write",
    "notInClouds": [
      "China"
    ],
    "actsOn": "user",
    "suppressesMissing": true,
    "examples": [
      "!msgraph-user-software-oath-method-delete user=mei@contoso.example method_id=61281ff0-b99f-457a-a478-8242444b3fd4"
    ]
  },
  "msgraph-user-windows-hello-method-list": {
    "permissions": {
      "delegated": [
        [
          "UserAuthenticationMethod.Read.All"
        ]
      ],
      "application": [
        [
          "UserAuthenticationMethod.Read.All"
        ]
      ]
    },
    "effects": "read",
    "notInClouds": [
      "China"
    ],
    "suppressesMissing": true,
    "examples": [
      "!msgraph-user-windows-hello-method-list user=george@contoso.example"
    ]
  },
  "msgraph-user-windows-hello-method-delete": {
    "permissions": {
      "delegated": [
        [
          "UserAuthenticationMethod.ReadWrite.All"
        ]
      ],
      "application": [
        [
          "UserAuthenticationMethod.ReadWrite.All"
        ]
      ]
    },
    "effects": "write",
    "notInClouds": [
      "China"
    ],
    "actsOn": "user",
    "suppressesMissing": true,
    "examples": [
      "!msgraph-user-windows-hello-method-delete user=george@contoso.example method_id=4075dc7a-fcb0-4e1e-afd4-91002233dca0"
    ]
  },
  "msgraph-user-temp-access-pass-method-list": {
    "permissions": {
      "delegated": [
        [
          "UserAuthMethod-TAP.Read.All"
        ],
        [
          "UserAuthMethod-TAP.ReadWrite.All"
        ],
        [
          "UserAuthenticationMethod.Read.All"
        ]
      ],
      "application": [
        [
          "UserAuthMethod-TAP.Read.All"
        ],
        [
          "UserAuthMethod-TAP.ReadWrite.All"
        ],
        [
          "UserAuthenticationMethod.Read.All"
        ]
      ]
    },
    "effects": "read",
    "notInClouds": [
      "China"
    ],
    "suppressesMissing": true,
    "examples": [
      "!msgraph-user-temp-access-pass-method-list user=george@contoso.example"
    ]
  },
  "msgraph-user-temp-access-pass-method-delete": {
    "permissions": {
      "delegated": [
        [
          "UserAuthMethod-TAP.ReadWrite.All"
        ],
        [
          "UserAuthenticationMethod.ReadWrite.All"
        ]
      ],
      "application": [
        [
          "UserAuthMethod-TAP.ReadWrite.All"
        ],
        [
          "UserAuthenticationMethod.ReadWrite.All"
        ]
      ]
    },
    "effects": "write",
    "notInClouds": [
      "China"
    ],
    "actsOn": "user",
    "suppressesMissing": true,
    "examples": [
      "!msgraph-user-temp-access-pass-method-delete user=george@contoso.example method_id=1d9e9ed9-c8d4-4b39-a2f0-c77ee178e2df"
    ]
  },
  "msgraph-user-platform-credential-method-list": {
    "permissions": {
      "delegated": [
        [
          "UserAuthenticationMethod.Read.All"
        ]
      ],
      "application": [
        [
          "UserAuthenticationMethod.Read.All"
        ]
      ]
    },
    "effects": "read",
    "suppressesMissing": true,
    "examples": [
      "!msgraph-user-platform-credential-method-list user=ravi@contoso.example"
    ]
  },
  "msgraph-user-platform-credential-method-delete": {
    "permissions": {
      "delegated": [
        [
          "UserAuthenticationMethod.ReadWrite.All"
        ]
      ],
      "application": [
        [
          "UserAuthenticationMethod.ReadWrite.All"
        ]
      ]
    },
    "effects": "write",
    "actsOn": "user",
    "suppressesMissing": true,
    "examples": [
      "!msgraph-user-platform-credential-method-delete user=ravi@contoso.example method_id=541d56c8-63c2-4a8d-a70b-f3724c788b5f"
    ]
  },
  "msgraph-user-external-method-list": {
    "permissions": {
      "delegated": [
        [
          "UserAuthenticationMethod.Read.All"
        ]
      ],
      "application": [
        [
          "UserAuthenticationMethod.Read.All"
        ]
      ]
    },
    "effects": "read",
    "notInClouds": [
      "China"
    ],
    "suppressesMissing": true,
    "examples": [
      "!msgraph-user-external-method-list user=ravi@contoso.example"
    ]
  },
  "msgraph-user-external-method-delete": {
    "permissions": {
      "delegated": [
        [
          "UserAuthenticationMethod.ReadWrite.All"
        ]
      ],
      "application": [
        [
          "UserAuthenticationMethod.ReadWrite.All"
        ]
      ]
    },
    "effects": "write",
    "notInClouds": [
      "China"
    ],
    "actsOn": "user",
    "suppressesMissing": true,
    "examples": [
      "!msgraph-user-external-method-delete user=ravi@contoso.example method_id=634d601c-d667-4468-add2-7f0e08eaafdb"
    ]
  },
  "msgraph-user-get-user-default-auth-method": {
    "permissions": {
      "delegated": [
        [
          "UserAuthenticationMethod.Read.All"
        ]
      ],
      "application": [
        [
          "UserAuthenticationMethod.Read.All"
        ]
      ]
    },
    "effects": "read",
    "notInClouds": [
      "China"
    ],
    "suppressesMissing": true,
    "examples": [
      "!msgraph-user-get-user-default-auth-method user=mei@contoso.example"
    ]
  },
  "msgraph-user-auth-methods-purge": {
    "permissions": {
      "delegated": [
        [
          "UserAuthenticationMethod.ReadWrite.All"
        ]
      ],
      "application": [
        [
          "UserAuthenticationMethod.ReadWrite.All"
        ]
      ]
    },
    "effects": "write",
    "notInClouds": [
      "China"
    ],
    "actsOn": "user",
    "examples": [
      "!msgraph-user-auth-methods-purge user=george@contoso.example keep=fido2:79d190e4-33f9-4b0a-aeae-cb0929aaba0a dry_run=true",
      "!msgraph-user-auth-methods-purge user=temp42@contoso.example reason=\"Account taken over\""
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
  "msgraph-teams-ask": {
    "permissions": {
      "delegated": [
        [
          "Chat.Read",
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
      "!msgraph-teams-ask user=george@contoso.example text=\"Sign-in from Lisbon at 10:02: was that you?\" options=yes,no timeout=15m default=no reason=\"INC-4711\""
    ]
  },
  "msgraph-teams-ask-status": {
    "permissions": {
      "delegated": [
        [
          "Chat.Read"
        ],
        [
          "Chat.ReadWrite"
        ]
      ],
      "application": []
    },
    "effects": "read",
    "examples": [
      "!msgraph-teams-ask-status chat_id=19:345ed4df-309d-4279-ae80-353fcedf8de1_6b040b31-c824-42aa-a299-50169bd05fc5@unq.gbl.spaces message_id=1771234860651 asked_id=345ed4df-309d-4279-ae80-353fcedf8de1 asked_name=George text=\"Did you report a mail on Friday?\" options=open default=\"no answer\" created=2026-02-16T09:41:00.651Z deadline=2026-02-16T10:41:00.651Z sessions_revoked=true"
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
  "msgraph-user-update": {
    "permissions": {
      "delegated": [
        [
          "User.ReadWrite.All"
        ],
        [
          "Directory.ReadWrite.All"
        ]
      ],
      "application": [
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
      "!msgraph-user-update user=adele@contoso.example updated_fields=\"jobTitle=Lead Analyst,officeLocation=HQ/3.01\"",
      "!msgraph-user-update user=adele@contoso.example updated_fields=`displayName=\"Winterbourne, Adele\"`",
      "!msgraph-user-update user=newstarter@contoso.example updated_fields=`{\"businessPhones\":[\"+47 22 55 01 42\"],\"mobilePhone\":null}`"
    ]
  },
  "msgraph-user-delete": {
    "permissions": {
      "delegated": [
        [
          "User.DeleteRestore.All"
        ],
        [
          "User.ReadWrite.All"
        ]
      ],
      "application": [
        [
          "User.DeleteRestore.All"
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
      "!msgraph-user-delete user=temp42@contoso.example reason=\"Made by an intruder\""
    ]
  },
  "msgraph-user-create": {
    "permissions": {
      "delegated": [
        [
          "User.ReadWrite.All"
        ],
        [
          "Directory.ReadWrite.All"
        ]
      ],
      "application": [
        [
          "User.ReadWrite.All"
        ],
        [
          "Directory.ReadWrite.All"
        ]
      ]
    },
    "effects": "write",
    "examples": [
      "!msgraph-user-create display_name=\"Lena Sommer\" mail_nickname=lena.sommer user_principal_name=lena.sommer@contoso.example password=\"Quiet-Harbor-47\" other_properties=\"givenName=Lena,surname=Sommer,jobTitle=Analyst,officeLocation=HQ/2.07,mobilePhone=+47 900 55 190,businessPhones=+47 22 55 01 90,preferredLanguage=nb-NO,mail=lena.sommer@contoso.example\""
    ]
  },
  "msgraph-user-get-delta": {
    "permissions": {
      "delegated": [
        [
          "User.Read.All"
        ]
      ],
      "application": [
        [
          "User.Read.All"
        ]
      ]
    },
    "effects": "read",
    "examples": [
      "!msgraph-user-get-delta properties=displayName,givenName,surname,jobTitle,mail,mobilePhone",
      "!msgraph-user-get-delta properties=businessPhones,officeLocation,preferredLanguage",
      "!msgraph-user-get-delta limit=3"
    ]
  },
  "msgraph-user-get-groups": {
    "permissions": {
      "delegated": [
        [
          "Directory.Read.All"
        ],
        [
          "GroupMember.Read.All",
          "User.Read.All"
        ]
      ],
      "application": [
        [
          "Directory.Read.All"
        ],
        [
          "GroupMember.Read.All",
          "User.Read.All"
        ]
      ]
    },
    "effects": "read",
    "suppressesMissing": true,
    "examples": [
      "!msgraph-user-get-groups user=adele@contoso.example",
      "!msgraph-user-get-groups user=adele@contoso.example type=group transitive=true",
      "!msgraph-user-get-groups user=adele@contoso.example limit=1"
    ]
  },
  "msgraph-direct-reports": {
    "permissions": {
      "delegated": [
        [
          "User.Read.All"
        ]
      ],
      "application": [
        [
          "User.Read.All"
        ]
      ]
    },
    "effects": "read",
    "suppressesMissing": true,
    "examples": [
      "!msgraph-direct-reports user=noor@contoso.example",
      "!msgraph-direct-reports user=ingrid@contoso.example limit=1"
    ]
  },
  "msgraph-user-get-manager": {
    "permissions": {
      "delegated": [
        [
          "User.Read.All"
        ]
      ],
      "application": [
        [
          "User.Read.All"
        ]
      ]
    },
    "effects": "read",
    "suppressesMissing": true,
    "examples": [
      "!msgraph-user-get-manager user=adele@contoso.example",
      "!msgraph-user-get-manager user=adele@contoso.example levels=3",
      "!msgraph-user-get-manager user=noor@contoso.example"
    ]
  },
  "msgraph-user-assign-manager": {
    "permissions": {
      "delegated": [
        [
          "User.ReadWrite.All"
        ],
        [
          "Directory.ReadWrite.All"
        ]
      ],
      "application": [
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
      "!msgraph-user-assign-manager user=temp42@contoso.example manager=noor@contoso.example",
      "!msgraph-user-assign-manager user=temp42@contoso.example,newstarter@contoso.example manager=noor@contoso.example"
    ]
  },
  "msgraph-user-remove-manager": {
    "permissions": {
      "delegated": [
        [
          "User.ReadWrite.All"
        ],
        [
          "Directory.ReadWrite.All"
        ]
      ],
      "application": [
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
      "!msgraph-user-remove-manager user=adele@contoso.example reason=\"Moves to another team\""
    ]
  },
  "msgraph-user-force-reset-password": {
    "permissions": {
      "delegated": [
        [
          "User-PasswordProfile.ReadWrite.All",
          "User.Read.All"
        ],
        [
          "Directory.AccessAsUser.All"
        ]
      ],
      "application": [
        [
          "User-PasswordProfile.ReadWrite.All",
          "User.Read.All"
        ]
      ]
    },
    "effects": "write",
    "actsOn": "user",
    "examples": [
      "!msgraph-user-force-reset-password user=temp42@contoso.example reason=\"Password in a leak\"",
      "!msgraph-user-force-reset-password user=newstarter@contoso.example with_mfa=true"
    ]
  },
  "msgraph-user-owned-devices-list": {
    "permissions": {
      "delegated": [
        [
          "User.Read.All"
        ],
        [
          "Directory.Read.All"
        ]
      ],
      "application": [
        [
          "User.Read.All"
        ],
        [
          "Directory.Read.All"
        ]
      ]
    },
    "effects": "read",
    "suppressesMissing": true,
    "examples": [
      "!msgraph-user-owned-devices-list user=adele@contoso.example",
      "!msgraph-user-owned-devices-list user=adele@contoso.example limit=1"
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
  "msgraph-user-request-mfa": {
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
    "effects": "write",
    "ownAppOnly": true,
    "needsMfaService": true,
    "actsOn": "user_mail",
    "examples": [
      "!msgraph-user-request-mfa user_mail=adele@contoso.example timeout=30"
    ]
  },
  "msgraph-user-initiate-mfa-request": {
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
    "effects": "write",
    "ownAppOnly": true,
    "needsMfaService": true,
    "actsOn": "user_mail",
    "examples": [
      "!msgraph-user-initiate-mfa-request user_mail=adele@contoso.example"
    ]
  },
  "msgraph-user-get-mfa-request-status": {
    "permissions": {
      "delegated": [],
      "application": []
    },
    "effects": "read",
    "ownAppOnly": true,
    "needsMfaService": true,
    "examples": [
      "!msgraph-user-get-mfa-request-status user_mail=adele@contoso.example"
    ]
  },
  "msgraph-user-create-mfa-client-secret": {
    "permissions": {
      "delegated": [
        [
          "Application.ReadWrite.All"
        ],
        [
          "Directory.ReadWrite.All"
        ]
      ],
      "application": [
        [
          "Application.ReadWrite.All"
        ]
      ]
    },
    "effects": "write",
    "ownAppOnly": true,
    "needsMfaService": true,
    "generatesSecrets": true,
    "examples": [
      "!msgraph-user-create-mfa-client-secret reason=\"Verify by push\"",
      "!msgraph-user-create-mfa-client-secret valid_days=7 return_secret=true"
    ]
  },
  "msgraph-user-delete-mfa-client-secret": {
    "permissions": {
      "delegated": [
        [
          "Application.ReadWrite.All"
        ],
        [
          "Directory.ReadWrite.All"
        ]
      ],
      "application": [
        [
          "Application.ReadWrite.All"
        ]
      ]
    },
    "effects": "write",
    "ownAppOnly": true,
    "needsMfaService": true,
    "examples": [
      "!msgraph-user-delete-mfa-client-secret reason=\"No longer needed\""
    ]
  },
  "msgraph-user-create-mfa-client-access-token": {
    "permissions": {
      "delegated": [],
      "application": []
    },
    "effects": "read",
    "ownAppOnly": true,
    "needsMfaService": true,
    "generatesSecrets": true,
    "examples": [
      "!msgraph-user-create-mfa-client-access-token",
      "!msgraph-user-create-mfa-client-access-token return_token=true"
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
  "msgraph-user-change-password": {
    "permissions": {
      "delegated": [
        [
          "User-PasswordProfile.ReadWrite.All",
          "User.Read.All"
        ],
        [
          "Directory.AccessAsUser.All"
        ]
      ],
      "application": [
        [
          "User-PasswordProfile.ReadWrite.All",
          "User.Read.All"
        ]
      ]
    },
    "effects": "write",
    "ownAppOnly": true,
    "actsOn": "user",
    "suppressesMissing": true,
    "examples": [
      "!msgraph-user-change-password user=temp42@contoso.example password=Tr4vel-Kettle-Moss reason=\"Reported phishing\"",
      "!msgraph-user-change-password user=temp42@contoso.example password=generate zip_password=\"open sesame 7\""
    ]
  },
  "msgraph-user-change-password-on-premise": {
    "permissions": {
      "delegated": [
        [
          "UserAuthenticationMethod.ReadWrite.All"
        ]
      ],
      "application": []
    },
    "effects": "write",
    "notInClouds": [
      "China"
    ],
    "ownAppOnly": true,
    "actsOn": "user",
    "looksBy": "polling_url",
    "examples": [
      "!msgraph-user-change-password-on-premise user=sylvie@contoso.example password=Tr4vel-Kettle-Moss reason=\"Reported phishing\"",
      "!msgraph-user-change-password-on-premise user=sylvie@contoso.example password=generate zip_password=\"open sesame 7\" wait=false"
    ]
  },
  "msgraph-user-tap-policy-list": {
    "permissions": {
      "delegated": [
        [
          "UserAuthMethod-TAP.Read.All"
        ],
        [
          "UserAuthMethod-TAP.ReadWrite.All"
        ],
        [
          "UserAuthenticationMethod.Read.All"
        ]
      ],
      "application": [
        [
          "UserAuthMethod-TAP.Read.All"
        ],
        [
          "UserAuthMethod-TAP.ReadWrite.All"
        ],
        [
          "UserAuthenticationMethod.Read.All"
        ]
      ]
    },
    "effects": "read",
    "notInClouds": [
      "China"
    ],
    "suppressesMissing": true,
    "examples": [
      "!msgraph-user-tap-policy-list user_id=george@contoso.example"
    ]
  },
  "msgraph-user-tap-policy-create": {
    "permissions": {
      "delegated": [
        [
          "UserAuthMethod-TAP.ReadWrite.All"
        ],
        [
          "UserAuthenticationMethod.ReadWrite.All"
        ]
      ],
      "application": [
        [
          "UserAuthMethod-TAP.ReadWrite.All"
        ],
        [
          "UserAuthenticationMethod.ReadWrite.All"
        ]
      ]
    },
    "effects": "write",
    "notInClouds": [
      "China"
    ],
    "actsOn": "user_id",
    "suppressesMissing": true,
    "examples": [
      "!msgraph-user-tap-policy-create user_id=temp42@contoso.example zip_password=\"open sesame 7\" lifetime_in_minutes=60 is_usable_once=true reason=\"New phone\"",
      "!msgraph-user-tap-policy-create user_id=temp42@contoso.example zip_password=\"open sesame 7\" start_time=\"in 2 hours\""
    ]
  },
  "msgraph-user-tap-policy-delete": {
    "permissions": {
      "delegated": [
        [
          "UserAuthMethod-TAP.ReadWrite.All"
        ],
        [
          "UserAuthenticationMethod.ReadWrite.All"
        ]
      ],
      "application": [
        [
          "UserAuthMethod-TAP.ReadWrite.All"
        ],
        [
          "UserAuthenticationMethod.ReadWrite.All"
        ]
      ]
    },
    "effects": "write",
    "notInClouds": [
      "China"
    ],
    "actsOn": "user_id",
    "suppressesMissing": true,
    "examples": [
      "!msgraph-user-tap-policy-delete user_id=george@contoso.example policy_id=1d9e9ed9-c8d4-4b39-a2f0-c77ee178e2df reason=\"Not his\""
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
