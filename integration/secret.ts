import { inspect } from 'node:util';

const MASK = '***';

/**
 * A value that must not be shown: a client secret, a token, a password. Printing, logging, joining or serialising it
 * gives `***`; only {@link Secret.reveal} gives the text, and that is called only where the value leaves the process on
 * purpose (an HTTP body or header, an encrypted file).
 */
export class Secret {
  readonly #text: string;

  /** @param text The secret itself. */
  constructor(text: string) {
    this.#text = text;
  }

  /** The secret in clear. Call it at the edge only, and never keep the result. */
  reveal(): string {
    return this.#text;
  }

  /** Whether there is nothing in it, so that "given but empty" can be told without revealing. */
  get isEmpty(): boolean {
    return this.#text === '';
  }

  toString(): string {
    return MASK;
  }

  toJSON(): string {
    return MASK;
  }

  [inspect.custom](): string {
    return MASK;
  }
}
