/** Something that a playbook meets on this integration. */
export interface Finding {
  /** A fault makes the task fail or read nothing; a difference is something to look at. */
  readonly kind: 'fault' | 'difference';
  readonly text: string;
}

/** Something that goes wrong. */
export function fault(text: string): Finding {
  return { kind: 'fault', text };
}

/** Something that goes otherwise. */
export function difference(text: string): Finding {
  return { kind: 'difference', text };
}
