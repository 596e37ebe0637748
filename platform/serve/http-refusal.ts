import { SoarError } from '../../integration/errors.js';

/** A request is refused with a status of HTTP (RFC 9110, 15.5 and 15.6). */
export class HttpRefusal extends SoarError {
  override readonly name = 'HttpRefusal';

  /**
   * @param status Of the answer.
   * @param headers That go with it, such as `Retry-After`.
   */
  constructor(
    readonly status: number,
    message: string,
    nextStep?: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message, nextStep);
  }
}
