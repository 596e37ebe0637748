import { SoarError } from '../../integration/errors.js';

/** A request is refused with a status of HTTP (RFC 9110, 15.5 and 15.6). */
export class HttpRefusal extends SoarError {
  override readonly name = 'HttpRefusal';

  /**
   * @param statusCode Of the answer, under the name that fastify has for it: other handlers in the server understand it.
   * @param headers That go with it, such as `Retry-After`.
   */
  constructor(
    readonly statusCode: number,
    message: string,
    nextStep?: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message, nextStep);
  }
}
