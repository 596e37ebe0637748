import { AuthError } from '../errors.js';
import { type JsonObject, textAt } from '../json.js';
import catalogue from './aadsts.json' with { type: 'json' };

/** What a number means. Without a next step, the one of the flow applies: sign in again. */
const causes: Readonly<Record<string, { readonly meaning: string; readonly nextStep?: string }>> = catalogue;

/** `error` and `suberror` values that only a person signing in again can cure (Microsoft identity platform: errors). */
const endings: ReadonlySet<string> = new Set([
  'invalid_grant',
  'interaction_required',
  'consent_required',
  'login_required',
  'bad_token',
  'message_only',
  'additional_action',
  'basic_action',
  'user_password_expired',
]);

/**
 * Says in words why a token endpoint refused: what the number means, Microsoft's own text with its number, the
 * identifiers that support asks for, and what to do. Microsoft forbids deciding by the number; it only picks the hint.
 * @param status HTTP status. @param body The endpoint's error body (RFC 6749, 5.2, with Entra's additions).
 * @param again What to do where a person has to sign in again; undefined where the application signs in as itself.
 */
export function explainRefusal(status: number, body: JsonObject, again?: string): AuthError {
  const code = textAt(body, 'error') ?? '';
  const ids = identifiers(body);
  const text = textAt(body, 'error_description') ?? '';
  const description = ids === '' ? text.trim() : withoutTrailer(text);
  const aadsts = numberIn(body, description);
  const cause = aadsts === undefined ? undefined : causes[String(aadsts)];
  const passing = status === 429 || status >= 500 || code === 'temporarily_unavailable';

  const lines = [
    `The sign-in was refused: ${cause?.meaning ?? (code || `status ${status}`)}`,
    description,
    ids,
  ].filter((line) => line !== '');
  const isEnding = endings.has(code) || endings.has(textAt(body, 'suberror') ?? '');
  const signInAgain = again !== undefined && isEnding && !passing;
  const claims = textAt(body, 'claims');
  const nextStep = cause?.nextStep ?? (signInAgain ? again : undefined) ?? usualStep(passing);
  return new AuthError(lines.join('\n'), nextStep, {
    code,
    passing,
    ...(aadsts === undefined ? {} : { aadsts }),
    ...(signInAgain && { signInAgain }),
    ...(signInAgain && claims !== undefined && { claims }),
  });
}

function usualStep(passing: boolean): string {
  return passing ? 'Try again in a minute.' : 'Check tenant ID, client ID, client secret and cloud.';
}

/** Trace and correlation ID follow the description in clear; they are shown once, from their own fields if there. */
function withoutTrailer(description: string): string {
  return (description.split(/\s+(?:Trace ID|Correlation ID|Timestamp):/)[0] ?? '').trim();
}

function numberIn(body: JsonObject, description: string): number | undefined {
  const codes = body['error_codes'];
  const first: unknown = Array.isArray(codes) ? codes[0] : undefined;
  if (typeof first === 'number') return first;
  const named = /^AADSTS(\d+)/.exec(description)?.[1];
  return named === undefined ? undefined : Number(named);
}

function identifiers(body: JsonObject): string {
  const shown = [
    ['Correlation ID', textAt(body, 'correlation_id')],
    ['Trace ID', textAt(body, 'trace_id')],
    ['Time', textAt(body, 'timestamp')],
  ].flatMap(([label, value]) => (value ? [`${label ?? ''}: ${value}`] : []));
  return shown.join(', ');
}
