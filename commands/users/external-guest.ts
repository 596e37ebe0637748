import { type TargetUser } from '../../integration/dispatcher/target-user.js';

/**
 * Whether somebody is a guest who signs in elsewhere. Only such guests have the mark in their name (Entra: properties of
 * a B2B collaboration user); a guest without it has a password here.
 */
export function isExternalGuest(target: TargetUser | undefined): boolean {
  return target?.userType === 'Guest' && /#EXT#@/i.test(target.userPrincipalName);
}
