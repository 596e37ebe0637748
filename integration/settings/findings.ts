/** What reading the parameters turned up so far. Texts name fields, never the value of a secret one. */
export interface Findings {
  /** Each makes the instance unusable. */
  readonly faults: string[];
  /** Each is worth knowing. */
  readonly warnings: string[];
}

/** Text from outside, quoted for a message and cut where it is long. */
export function quoted(text: string): string {
  const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  return JSON.stringify(shown);
}
