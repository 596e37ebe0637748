import { type SignIn } from './settings.js';

/** Whether an instance acts for a signed-in user, and not as an application. */
export function isDelegated({ flow }: Pick<SignIn, 'flow'>): boolean {
  return flow === 'user_auth_flow' || flow === 'device_code';
}
