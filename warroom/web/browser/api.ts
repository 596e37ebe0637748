import { parseJson } from '../../../integration/json.js';
import { API, CSRF_HEADER, type Refusal } from '../wire.js';
import { type Guard, isRefusal } from './wire-guards.js';

/** A request that was refused, or that never arrived. */
export class RequestError extends Error {
  override readonly name = 'RequestError';

  /**
   * @param status HTTP status; 0 where there was no answer.
   * @param next What to do about it.
   */
  constructor(
    readonly status: number,
    message: string,
    readonly next: string,
  ) {
    super(message);
  }
}

let csrfToken = '';

/** Sets what goes with each request that does something. */
export function useCsrfToken(token: string): void {
  csrfToken = token;
}

/** Asks the server of this page. @param guard What is expected. @throws RequestError */
export async function get<T>(path: string, guard: Guard<T>): Promise<T> {
  return expected(await send(path, {}), guard);
}

/** Tells the server of this page to do something. @param guard What is expected. @throws RequestError */
export async function post<T>(path: string, body: object, guard: Guard<T>): Promise<T> {
  const headers = { 'content-type': 'application/json', [CSRF_HEADER]: csrfToken };
  return expected(await send(path, { method: 'POST', headers, body: JSON.stringify(body) }), guard);
}

async function send(path: string, request: RequestInit): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(API + path, { ...request, credentials: 'same-origin', redirect: 'error' });
  } catch {
    throw new RequestError(0, 'The War Room cannot be reached.', 'Is msgraph-soar still running?');
  }
  const answer = parseJson(await response.text());
  if (response.ok) return answer;
  const { error, next } = isRefusal(answer) ? answer : failed;
  throw new RequestError(response.status, error, next);
}

const failed: Refusal = { error: 'The server failed.', next: 'Load the page again.' };

function expected<T>(answer: unknown, guard: Guard<T>): T {
  if (guard(answer)) return answer;
  throw new RequestError(0, failed.error, failed.next);
}
