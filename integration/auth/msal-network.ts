import {
  AuthError as MsalError,
  type INetworkModule,
  type NetworkRequestOptions,
  type NetworkResponse,
} from '@azure/msal-node';
import { type HttpAnswer, type HttpClient, type HttpRequest } from '../http/client.js';
import { sendWithRetry } from '../http/retry.js';
import { isJsonObject, type JsonObject, parseJson, textAt } from '../json.js';
import { type Run } from '../run.js';
import { unreadableAnswer } from './sign-in-answer.js';

/** A network client for MSAL, and what it saw last. */
export interface MsalNetwork {
  readonly client: INetworkModule;
  /** The last success of the token endpoint, with what MSAL does not hand out. */
  answer(): JsonObject | undefined;
  /** The last answer of the token endpoint that was not a success, which says more than MSAL's error does. */
  refusal(): { readonly status: number; readonly body: JsonObject } | undefined;
  /** What went wrong below HTTP, or with an answer that is not JSON: MSAL would hide it. */
  failure(): unknown;
}

/**
 * Lets MSAL talk through our own HTTP client, so that proxy, certificates, repeats and time limits are the same
 * for the sign-in host as for Graph.
 * @param idempotent Whether a token request may be sent again when nobody can tell whether it arrived (rule R32).
 */
export function createMsalNetwork(http: HttpClient, run: Run, idempotent: boolean): MsalNetwork {
  let succeeded: JsonObject | undefined;
  let refused: { status: number; body: JsonObject } | undefined;
  let failed: unknown;

  const exchange = async <T>(request: HttpRequest): Promise<NetworkResponse<T>> => {
    const answer = await sendOrRemember(request);
    const body = parseJson(answer.body);
    if (!isJsonObject(body)) {
      failed = unreadableAnswer(answer, request.url);
      throw new MsalError('token_parsing_error', String(failed));
    }
    const isRefusal = answer.status !== 200 || textAt(body, 'error') !== undefined;
    if (request.method === 'POST') {
      if (isRefusal) refused = { status: answer.status, body };
      else succeeded = body;
    }
    // MSAL's interface promises a body of type T without a way to check it; MSAL itself validates what it reads.
    return { status: answer.status, headers: { ...answer.headers }, body: body as T };
  };

  const sendOrRemember = async (request: HttpRequest): Promise<HttpAnswer> => {
    try {
      return await sendWithRetry(http, request, { idempotent }, run);
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
    answer: () => succeeded,
    refusal: () => refused,
    failure: () => failed,
  };
}
