import {
  AuthError as MsalError,
  type INetworkModule,
  type NetworkRequestOptions,
  type NetworkResponse,
} from '@azure/msal-node';
import { AuthError } from '../errors.js';
import { type HttpAnswer, type HttpClient, type HttpRequest } from '../http/client.js';
import { sendWithRetry } from '../http/retry.js';
import { isJsonObject, type JsonObject, parseJson, textAt } from '../json.js';
import { type Run } from '../run.js';

/** A network client for MSAL, and what it saw last. */
export interface MsalNetwork {
  readonly client: INetworkModule;
  /** The last answer of the token endpoint that was not a success, which says more than MSAL's error does. */
  refusal(): { readonly status: number; readonly body: JsonObject } | undefined;
  /** What went wrong below HTTP, or with an answer that is not JSON: MSAL would hide it. */
  failure(): unknown;
}

/**
 * Lets MSAL talk through our own HTTP client, so that proxy, certificates, repeats and time limits are the same
 * for the sign-in host as for Graph.
 */
export function createMsalNetwork(http: HttpClient, run: Run): MsalNetwork {
  let refused: { status: number; body: JsonObject } | undefined;
  let failed: unknown;

  const exchange = async <T>(request: HttpRequest): Promise<NetworkResponse<T>> => {
    const answer = await sendOrRemember(request);
    const body = parseJson(answer.body);
    if (!isJsonObject(body)) {
      failed = unreadable(answer, new URL(request.url).host);
      throw new MsalError('token_parsing_error', String(failed));
    }
    const isRefusal = answer.status !== 200 || textAt(body, 'error') !== undefined;
    if (request.method === 'POST' && isRefusal) refused = { status: answer.status, body };
    // MSAL's interface promises a body of type T without a way to check it; MSAL itself validates what it reads.
    return { status: answer.status, headers: { ...answer.headers }, body: body as T };
  };

  const sendOrRemember = async (request: HttpRequest): Promise<HttpAnswer> => {
    try {
      // Asking twice for a token gives two tokens, and harms nobody.
      return await sendWithRetry(http, request, { idempotent: true }, run);
    } catch (error) {
      failed = error;
      throw new MsalError('network_error', String(error));
    }
  };

  return {
    client: {
      sendGetRequestAsync: <T>(url: string, options?: NetworkRequestOptions) =>
        exchange<T>({ method: 'GET', url, headers: options?.headers ?? {} }),
      sendPostRequestAsync: <T>(url: string, options?: NetworkRequestOptions) =>
        exchange<T>({ method: 'POST', url, headers: options?.headers ?? {}, body: options?.body ?? '' }),
    },
    refusal: () => refused,
    failure: () => failed,
  };
}

function unreadable({ status, headers }: HttpAnswer, host: string): AuthError {
  const type = headers['content-type'] ?? 'no content type';
  return new AuthError(
    `The sign-in failed: ${host} answered with status ${status} and something that is not JSON (${type}).`,
    'Check the sign-in host, and whether a proxy or gateway answers in its place.',
    { passing: status === 429 || status >= 500 },
  );
}
