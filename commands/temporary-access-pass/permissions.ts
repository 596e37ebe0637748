/** Permissions for making and deleting passes; the narrower one came later and most tenants have the wider. */
export const passWriters = {
  delegated: [['UserAuthMethod-TAP.ReadWrite.All'], ['UserAuthenticationMethod.ReadWrite.All']],
  application: [['UserAuthMethod-TAP.ReadWrite.All'], ['UserAuthenticationMethod.ReadWrite.All']],
} as const;
