/**
 * Everything that can go wrong, as one hierarchy. `message` says what happened and why, as far as known; `nextStep`
 * says in one line what to do about it. Both are shown to people, so neither may hold a secret.
 */
export class SoarError extends Error {
  override readonly name: string = 'SoarError';

  /**
   * @param message What happened.
   * @param nextStep What the reader should do, in one line.
   */
  constructor(
    message: string,
    readonly nextStep?: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }

  /** What people are shown: the cause first, the next step on a line of its own. */
  get text(): string {
    return this.nextStep ? `${this.message}\n${this.nextStep}` : this.message;
  }
}

/** The command, or one of its arguments, is unknown, missing or not allowed. Nothing was sent. */
export class ArgumentError extends SoarError {
  override readonly name = 'ArgumentError';
}

/** The target may not be acted on here: it is protected, or it is the instance's own account. Nothing was changed. */
export class ProtectedError extends SoarError {
  override readonly name = 'ProtectedError';
}

/** The instance's parameters cannot work. Names every field at fault. Nothing was sent. */
export class SettingsError extends SoarError {
  override readonly name = 'SettingsError';
}

/** integration.yml, or a file derived from it, breaks a rule. Names file, path and what is allowed. */
export class ManifestError extends SoarError {
  override readonly name = 'ManifestError';
}

/** No token: the sign-in was refused or could not be tried. */
export class AuthError extends SoarError {
  override readonly name = 'AuthError';

  /**
   * @param details.code OAuth `error`, such as `invalid_client`.
   * @param details.aadsts Number behind `AADSTS`, where the answer had one.
   * @param details.passing Whether the same sign-in may well succeed later.
   * @param details.signInAgain Whether the grant is used up, so that only a person signing in again helps.
   * @param details.backOff Whether the service wants each further try to come later than the last.
   * @param details.mayBeDone Whether an earlier try of the write that needed the token may have been carried out.
   * @param details.claims What the sign-in service wants that person to show (JSON), for the next login address.
   */
  constructor(
    message: string,
    nextStep: string | undefined,
    readonly details: {
      readonly code?: string;
      readonly aadsts?: number;
      readonly passing?: boolean;
      readonly signInAgain?: boolean;
      readonly backOff?: boolean;
      readonly mayBeDone?: boolean;
      readonly claims?: string;
    } = {},
    options?: ErrorOptions,
  ) {
    super(message, nextStep, options);
  }
}

/** No HTTP answer: name look-up, connection, TLS, time-out, or an answer that was cut off. */
export class TransportError extends SoarError {
  override readonly name = 'TransportError';

  /**
   * @param sent Whether the request may have reached the server, so that a write may have happened (rule R32).
   * @param isLasting Whether the next try would fail in the same way, as with a certificate that is not trusted.
   */
  constructor(
    message: string,
    nextStep: string | undefined,
    readonly sent: boolean,
    readonly isLasting = false,
  ) {
    super(message, nextStep);
  }
}

/** The command was cancelled, or its time was over. */
export class CancelledError extends SoarError {
  override readonly name = 'CancelledError';

  /** @param sent Whether the request under way may have reached the server, so that a write may have happened. */
  constructor(
    message: string,
    nextStep?: string,
    readonly sent = true,
  ) {
    super(message, nextStep);
  }
}

/** What Graph said of a failed request; see the error resource type in Graph's documentation. */
export interface GraphFailure {
  readonly status: number;
  /** Graph's `error.code`; may be empty. */
  readonly code: string;
  /** Graph's `error.message`. */
  readonly text: string;
  readonly requestId?: string;
  readonly clientRequestId?: string;
  /** The parsed body, or the start of a body that is not JSON. */
  readonly body: unknown;
  /** An earlier try of the same write may have been carried out, and this failure does not say so (rule R32). */
  readonly mayBeDone?: true;
}

/** Graph refused a request. */
export class GraphError extends SoarError {
  override readonly name: string = 'GraphError';

  constructor(
    message: string,
    nextStep: string | undefined,
    readonly failure: GraphFailure,
  ) {
    super(message, nextStep);
  }
}

/** What was asked for does not exist: 404, or a name that cannot exist (rules R5, R28). */
export class NotFoundError extends GraphError {
  override readonly name = 'NotFoundError';

  /** @param resource What Graph says is missing: an identifier of the request, or a relation such as `manager`. */
  constructor(
    message: string,
    nextStep: string | undefined,
    failure: GraphFailure,
    readonly resource: string,
  ) {
    super(message, nextStep, failure);
  }
}

/** Graph wants fewer requests, and the command's time does not allow waiting for it. */
export class ThrottledError extends GraphError {
  override readonly name = 'ThrottledError';

  /** @param retryAfterSeconds How long Graph asked to wait, in seconds, where it said so. */
  constructor(
    message: string,
    nextStep: string | undefined,
    failure: GraphFailure,
    readonly retryAfterSeconds?: number,
  ) {
    super(message, nextStep, failure);
  }
}

/** 403: the token may not do this. */
export class PermissionError extends GraphError {
  override readonly name = 'PermissionError';
}
