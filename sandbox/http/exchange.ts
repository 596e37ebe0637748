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
  /** Scheme and host the caller used, such as `http://127.0.0.1:8080`. */
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
}

/** What the sandbox did with a call: the answer, and what its log should say. */
export interface Outcome {
  readonly answer: Answer;
  /** Name of the application that called, where it was recognized. */
  readonly app?: string;
  /** Parsed JSON body of a write, with secrets blanked. */
  readonly body?: unknown;
}
