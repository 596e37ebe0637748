import { type HttpClient } from '../http/client.js';
import { type Settings, type SignIn } from '../settings/settings.js';
import { type SignInAttempt } from './token.js';

/** How a flow signs in. What it takes, such as MSAL, is loaded when a sign-in begins, and not where a kept token serves. */
export function signInAttempt(settings: Settings, signIn: SignIn, http: HttpClient): SignInAttempt {
  switch (signIn.flow) {
    case 'client_credentials':
      return async (run, _held, request) => {
        const { signInAsClient } = await import('./client-credentials.js');
        return { token: await signInAsClient({ settings, http, ...signIn }, run, request) };
      };
    case 'user_auth_flow':
      return async (run, held, request) => {
        const { userSignIn } = await import('./user-sign-in.js');
        return userSignIn(settings, signIn, http)(run, held, request);
      };
    case 'device_code':
      return async (run, held, request) => {
        const { deviceSignIn } = await import('./device-sign-in.js');
        return deviceSignIn(settings, signIn, http)(run, held, request);
      };
    case 'managed_identity':
      return async (run) => {
        const { signInAsMachine } = await import('./managed-identity.js');
        return { token: await signInAsMachine(settings, signIn, run) };
      };
    case 'cortex_app':
      return async (run, held) => {
        const { signInByHostedApp } = await import('./hosted-app.js');
        return signInByHostedApp(signIn, http, held, run);
      };
  }
}
