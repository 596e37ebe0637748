/** A request as it came in, apart from any socket, so that a part of a batch looks the same as a lone request. */
export interface Call {
  readonly method: string;
  /** Percent-encoded path, without the query. */
  readonly path: string;
  /** Query without the question mark, still encoded. */
  readonly query: string;
  /** Header values by lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Scheme and host the caller used, such as `http://127.0.0.1:8080`, or `https://graph.microsoft.us`. */
  readonly origin: string;
  /** ID the service gave this request: the `request-id` header. */
  readonly requestId: string;
}

/** An answer before it is written to a socket. At most one of `json` and `text` is set. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly json?: unknown;
  /** Plain text, or whatever the `content-type` in `headers` says. */
  readonly text?: string;
  /** How it fails on the way: `dropped` before the first byte, `truncated` in the middle of the body. */
  readonly mishap?: 'dropped' | 'truncated';
}

/** What the sandbox did with a call: the answer, and what its log should say. */
export interface Outcome {
  readonly answer: Answer;
  /** Whether a write was carried out, whatever the answer. */
  readonly acted: boolean;
  /** Name of the application that called, where it was recognized. */
  readonly app?: string;
  /** Parsed JSON body of a write to Graph, or what is no secret in the form of a token request. */
  readonly body?: unknown;
  /** Name of the fault that was injected. */
  readonly fault?: string;
  /** The parts of a batch, in the order in which they were carried out. */
  readonly items?: readonly { readonly call: Call; readonly outcome: Outcome }[];
}

/** @returns Path and query of a call, encoded as they came. */
export function targetOf(call: Pick<Call, 'path' | 'query'>): string {
  return call.query === '' ? call.path : `${call.path}?${call.query}`;
}

/** @returns Path and query of a request target; what follows a raw `#` is no part of a request (RFC 3986 3.5). */
export function splitTarget(target: string): Pick<Call, 'path' | 'query'> {
  const whole = target.split('#', 1)[0] ?? '';
  const mark = whole.indexOf('?');
  return mark < 0 ? { path: whole, query: '' } : { path: whole.slice(0, mark), query: whole.slice(mark + 1) };
}
