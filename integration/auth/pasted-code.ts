import { AuthError } from '../errors.js';
import { Secret } from '../secret.js';
import { SIGN_IN_AGAIN } from './sign-in-again.js';

/** What somebody pasted into "Authorization code". */
export type Pasted =
  | { readonly kind: 'refresh_token'; readonly refreshToken: Secret }
  | {
      readonly kind: 'code';
      readonly code: Secret;
      /** Whether the code came alone, so that nothing tells which login address it belongs to. */
      readonly isBare: boolean;
      /** What the login address carried, where the paste holds it. */
      readonly state?: string;
    };

const REFRESH_TOKEN_PREFIX = /^refresh_token:/i;

/**
 * Reads the authorization code however it was copied: alone, with `code=` and what follows it, or in the whole address
 * that the browser ended at; or a refresh token behind `refresh_token:`. Nothing is sent for what cannot be a code.
 * @throws AuthError that says what was pasted instead, or why Microsoft gave no code.
 */
export function parsePasted(pasted: Secret): Pasted {
  const text = pasted.reveal().trim();
  if (REFRESH_TOKEN_PREFIX.test(text)) {
    const refreshToken = text.replace(REFRESH_TOKEN_PREFIX, '').trim();
    return { kind: 'refresh_token', refreshToken: new Secret(wellFormed(refreshToken)) };
  }
  const query = queryIn(text);
  if (query === undefined) return { kind: 'code', code: new Secret(wellFormed(decoded(text))), isBare: true };
  const error = query.get('error');
  if (error !== null) throw notGranted(error, query.get('error_description'));
  // A plus sign is read as a blank, which no code holds.
  const code = wellFormed((query.get('code') ?? '').replaceAll(' ', '+'));
  const state = query.get('state');
  return { kind: 'code', code: new Secret(code), isBare: false, ...(state !== null && { state }) };
}

/** The parameters of an address or of a part of one; undefined for a code that stands alone. */
function queryIn(text: string): URLSearchParams | undefined {
  if (/^[a-z][\w+.-]*:\/\//i.test(text)) return new URLSearchParams(text.split(/[?#]/).slice(1).join('&'));
  if (/(^|[?&#])(code|error)=/.test(text)) return new URLSearchParams(text.replace(/^[^=]*[?#]/, ''));
  return text.includes('&') ? new URLSearchParams(`code=${text}`) : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function wellFormed(code: string): string {
  if (code === '') throw unusable('holds no code');
  if (/[\s<>"]/.test(code)) throw unusable('holds characters that no code has');
  if (/^eyJ[\w-]+\.[\w-]+\.[\w-]*$/.test(code)) throw unusable('is an access token or ID token, not a code');
  if (/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(code)) throw unusable('is an ID, not a code');
  return code;
}

function unusable(why: string): AuthError {
  return new AuthError(`"Authorization code" ${why}. Nothing was sent.`, SIGN_IN_AGAIN, {
    signInAgain: true,
  });
}

function notGranted(error: string, description: string | null): AuthError {
  const why = description === null ? error : `${error}: ${description}`;
  return new AuthError(
    `The address in "Authorization code" says that the sign-in was not granted: ${why}`,
    SIGN_IN_AGAIN,
    { code: error, signInAgain: true },
  );
}
