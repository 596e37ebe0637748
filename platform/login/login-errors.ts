import { explainRefusal } from '../../integration/auth/refusal.js';
import { SIGN_IN_AGAIN, START_AGAIN } from '../../integration/auth/sign-in-again.js';
import { AuthError } from '../../integration/errors.js';

const LOGIN_AGAIN = 'Run msgraph-soar login again.';

/** What helps, by the error that came back instead of a code (RFC 6749, 4.1.2.1; OpenID Connect Core, 3.1.2.6). */
const nextSteps = (again: string): Readonly<Record<string, string>> => ({
  access_denied: `${again.replace(/\.$/, '')} and accept what is asked for. Where the page wants an administrator, have one grant consent in the Entra admin center first.`,
  consent_required: 'Have an administrator grant consent in the Entra admin center, then log in again.',
  invalid_scope: 'Check the delegated permissions on Microsoft Graph in the app registration.',
  unauthorized_client: 'Allow this kind of sign-in in the app registration.',
  server_error: 'Try again in a minute.',
  temporarily_unavailable: 'Try again in a minute.',
});

/**
 * Says why Microsoft sent the browser back without a code.
 * @param query Of the address that it ended at. @param again How to log in again, as a sentence.
 */
export function notGranted(query: URLSearchParams, again = LOGIN_AGAIN): AuthError {
  const error = query.get('error') ?? '';
  const body = { error, error_description: query.get('error_description') ?? '' };
  const { message, nextStep, details } = explainRefusal(400, body, again);
  const steps = nextSteps(again);
  return new AuthError(message, Object.hasOwn(steps, error) ? steps[error] : nextStep, details);
}

/** The browser never came back. @param minutes How long it was waited for. */
export function nobodyCame(minutes: number): AuthError {
  return new AuthError(
    `Nobody signed in within ${minutes} minutes.`,
    'Run msgraph-soar login again. Without a browser on this machine, see msgraph-soar login --device.',
  );
}

/** The code was not entered on the other device. */
export function notEntered(): AuthError {
  return new AuthError('The code was not entered in time.', LOGIN_AGAIN);
}

/**
 * The same failure, with another way in place of the commands of the War Room as what to do next.
 * @param again How to log in again, as a sentence.
 */
export function withLoginAgain(error: unknown, again = LOGIN_AGAIN): unknown {
  const isOfWarRoom =
    error instanceof AuthError && (error.nextStep === SIGN_IN_AGAIN || error.nextStep === START_AGAIN);
  return isOfWarRoom ? new AuthError(error.message, again, error.details, { cause: error }) : error;
}
