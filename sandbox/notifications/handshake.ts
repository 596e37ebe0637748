import { STATUS_CODES } from 'node:http';
import { randomUUID } from 'node:crypto';
import { isLoopback } from './loopback.js';
import { post } from './post.js';

/** Graph: change notifications delivered through webhooks; so long the endpoint may take to answer a validation. */
const PATIENCE_MS = 10_000;

const due = 'Notification endpoint must respond with 200 OK to validation request.';

/** @returns An address with the token as form data, blanks as `+`, behind whatever query it has. */
function withToken(address: string, token: string): URL {
  const url = new URL(address);
  const parameter = new URLSearchParams({ validationToken: token }).toString();
  url.search = url.search === '' ? parameter : `${url.search}&${parameter}`;
  return url;
}

/**
 * Asks an endpoint whether it wants notifications (Graph: change notifications delivered through webhooks, notificationUrl
 * validation): it has to send a token back as plain text, decoded.
 *
 * @param address HTTP or HTTPS.
 * @param signal Breaks it off.
 * @returns What is wrong with the endpoint, in Graph's words; undefined where nothing is.
 */
export async function refusalOf(address: string, signal: AbortSignal): Promise<string | undefined> {
  const token = `Validation: Testing client application reachability for subscription Request-Id: ${randomUUID()}`;
  const url = withToken(address, token);
  if (!isLoopback(url)) {
    return `Subscription validation request failed. The sandbox calls loopback addresses only (127.0.0.1, localhost, [::1]), not '${url.host}'.`;
  }
  const { status, contentType, body, isLate } = await post({
    url,
    contentType: 'text/plain; charset=utf-8',
    body: '',
    patienceMs: PATIENCE_MS,
    signal,
  });
  if (isLate) return `Subscription validation request timed out. ${due}`;
  if (status === 0) return `Subscription validation request failed. ${due}`;
  if (status !== 200) {
    const name = STATUS_CODES[status]?.replaceAll(/\W/g, '') ?? String(status);
    return `Subscription validation request failed. ${due} HTTP status code is '${name}'.`;
  }
  if (contentType === 'text/plain' && body === token) return undefined;
  return 'Subscription validation request failed. Response must exactly match validationToken query parameter.';
}
