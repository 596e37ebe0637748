import { type HttpAnswer, type HttpClient, type HttpRequest } from '../../http/client.js';
import { isJsonObject, type JsonObject, parseJson } from '../../json.js';

/** A request as it left, and what came back. */
export interface RecordedRequest {
  /** When it left, in milliseconds since 1970. */
  readonly at: number;
  readonly host: string;
  readonly request: HttpRequest;
  /** The body as a form; empty where it is none. */
  readonly form: Readonly<Record<string, string>>;
  readonly status: number;
  /** The answer; empty where it is no JSON object. */
  readonly answer: JsonObject;
}

/** A way to the network that remembers. */
export interface RecordedNetwork extends HttpClient {
  /** Every answered request so far, oldest first. */
  readonly seen: readonly RecordedRequest[];
  /** Those to a token endpoint. */
  tokenRequests(): readonly RecordedRequest[];
}

/**
 * Remembers all that goes over a way to the network.
 * @param change What becomes of an answer before anybody reads it; nothing by default.
 */
export function recordNetwork(
  http: HttpClient,
  change: (answer: HttpAnswer) => HttpAnswer = (answer) => answer,
): RecordedNetwork {
  const seen: RecordedRequest[] = [];
  return {
    async send(request, run) {
      const at = run.clock.now();
      const answer = change(await http.send(request, run));
      const body = parseJson(answer.body);
      seen.push({
        at,
        host: new URL(request.url).host,
        request,
        form: Object.fromEntries(new URLSearchParams(request.body)),
        status: answer.status,
        answer: isJsonObject(body) ? body : {},
      });
      return answer;
    },
    seen,
    tokenRequests: () =>
      seen.filter(({ request }) =>
        /\/oauth2\/v2\.0\/token$|\/obtain-token$/.test(new URL(request.url).pathname),
      ),
  };
}
