/* Written by `npm run generate`; do not edit. */
import { type CommandMetadata, type CommandName } from '../integration/command.js';

/** What the commands say of themselves, without their handlers. */
export const commandMetadata: Readonly<Record<CommandName, CommandMetadata>> = {
  "msgraph-user-test": {
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
      "!msgraph-user-test"
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
      "!msgraph-user-list search=adele",
      "!msgraph-user-list order_by=\"displayName desc\" limit=5"
    ]
  },
  "test-module": {
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
      "!test-module"
    ]
  }
};
