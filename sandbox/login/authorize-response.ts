import type { Answer } from '../http/exchange.js';
import { catalogue } from './aadsts-catalogue.js';
import { describeRefusal, type Refused } from './aadsts.js';
import type { ResponseMode, ReturnAddress } from './authorize-request.js';
import { escapeHtml, page } from './page.js';

/**
 * The answer that brings a browser back to the application (RFC 6749 4.1.2, 4.1.2.1).
 *
 * @param parameters Names and values; the state goes along.
 */
export function returnTo(
  { redirectUri, state }: ReturnAddress,
  mode: ResponseMode,
  parameters: Readonly<Record<string, string>>,
): Answer {
  const all = new URLSearchParams({ ...parameters, ...(state === null ? {} : { state }) });
  if (mode === 'form_post') {
    const fields = [...all].map(
      ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
    );
    const form = [
      `<form method="post" action="${escapeHtml(redirectUri)}">`,
      ...fields,
      '<noscript><button>Continue</button></noscript></form>',
    ];
    return page('Back to the application', form.join(''), {
      formTargets: [new URL(redirectUri).origin],
      isSubmitted: true,
    });
  }
  const separator = mode === 'fragment' ? '#' : redirectUri.includes('?') ? '&' : '?';
  return {
    status: 302,
    headers: {
      location: `${redirectUri}${separator}${all.toString()}`,
      'cache-control': 'no-store, no-cache',
    },
  };
}

/**
 * A refusal told to the application.
 *
 * @param subcode `cancel` where the person did not want to.
 */
export function returnRefusal(
  address: ReturnAddress,
  mode: ResponseMode,
  refused: Refused,
  now: number,
  subcode?: string,
): Answer {
  const { description } = describeRefusal(refused, undefined, now);
  return returnTo(address, mode, {
    error: refused.error ?? catalogue[refused.code].error,
    ...(subcode === undefined ? {} : { error_subcode: subcode }),
    error_description: description,
  });
}

/** A refusal shown to the person; the application never hears of it. */
export function refusalPage(refused: Refused, clientRequestId: string | undefined, now: number): Answer {
  const { description } = describeRefusal(refused, clientRequestId, now);
  const body = `<p>Sorry, but we’re having trouble signing you in.</p><p>${escapeHtml(description)}</p>`;
  return page('Sign in', body);
}
