import { type Refusal } from './wire.js';

/** A request that is not answered, and why. */
export class PageRefusal extends Error {
  override readonly name = 'PageRefusal';

  /**
   * @param status HTTP status.
   * @param next What the reader should do, in one line.
   */
  constructor(
    readonly status: number,
    message: string,
    readonly next: string,
  ) {
    super(message);
  }

  /** What is sent. */
  get body(): Refusal {
    return { error: this.message, next: this.next };
  }
}
