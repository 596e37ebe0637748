/**
 * What a push takes on Microsoft Graph: reading the user beforehand. The push itself takes none, but the token of the
 * MFA client.
 */
export const pushPermissions = {
  delegated: [['User.ReadBasic.All'], ['User.Read.All']],
  application: [['User.ReadBasic.All'], ['User.Read.All']],
} as const;
