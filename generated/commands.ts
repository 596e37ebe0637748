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
