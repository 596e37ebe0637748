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
}

/** The command, or one of its arguments, is unknown, missing or not allowed. Nothing was sent. */
export class ArgumentError extends SoarError {
  override readonly name = 'ArgumentError';
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
   */
  constructor(
    message: string,
    nextStep: string | undefined,
    readonly details: { readonly code?: string; readonly aadsts?: number } = {},
    options?: ErrorOptions,
  ) {
    super(message, nextStep, options);
  }
}
