/** Permissions for setting and removing a manager. Graph: assign manager; remove manager. */
export const managerPermissions = {
  delegated: [['User.ReadWrite.All'], ['Directory.ReadWrite.All']],
  application: [['User.ReadWrite.All'], ['Directory.ReadWrite.All']],
} as const;
