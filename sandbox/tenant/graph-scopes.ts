/** Delegated permissions on Graph that any person may grant for themselves (Graph: permissions reference). */
const forAnybody = [
  'Chat.Create',
  'Chat.Read',
  'Chat.ReadBasic',
  'Chat.ReadWrite',
  'ChatMessage.Read',
  'ChatMessage.Send',
  'User.Read',
  'User.ReadBasic.All',
  'User.ReadWrite',
];

/** Those that only an administrator can grant. */
const forAdministrators = [
  'AdministrativeUnit.Read.All',
  'Application.Read.All',
  'Application.ReadWrite.All',
  'AuditLog.Read.All',
  'ChatMember.Read',
  'ChatMember.ReadWrite',
  'Device.Read.All',
  'Directory.AccessAsUser.All',
  'Directory.Read.All',
  'Directory.ReadWrite.All',
  'Group.Read.All',
  'GroupMember.Read.All',
  'Policy.Read.All',
  'Policy.Read.AuthenticationMethod',
  'RoleManagement.Read.Directory',
  'User-Mail.ReadWrite.All',
  'User-PasswordProfile.ReadWrite.All',
  'User-Phone.ReadWrite.All',
  'User.DeleteRestore.All',
  'User.EnableDisableAccount.All',
  'User.Read.All',
  'User.ReadWrite.All',
  'User.RevokeSessions.All',
  'UserAuthMethod-TAP.Read.All',
  'UserAuthMethod-TAP.ReadWrite.All',
  'UserAuthenticationMethod.Read',
  'UserAuthenticationMethod.Read.All',
  'UserAuthenticationMethod.ReadWrite',
  'UserAuthenticationMethod.ReadWrite.All',
];

/** Every delegated permission on Graph the sandbox knows. */
export const graphScopes: readonly string[] = [...forAnybody, ...forAdministrators];

/** What every application may ask of every person (OpenID Connect Core 5.4, 11). */
export const openIdScopes: readonly string[] = ['openid', 'profile', 'email', 'offline_access'];

/** @returns Whether only an administrator can grant it. */
export function needsAdministrator(scope: string): boolean {
  return forAdministrators.includes(scope);
}
