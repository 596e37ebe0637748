import { type Target } from '../../integration/dispatcher/invocation.js';
import { type CommandDeclaration } from '../../integration/manifest/types.js';
import { type ReadableEntry } from '../readable/model.js';

/** Where the page asks; everything else of it lies at `/`. */
export const API = '/room/api';

/** The header that proves that a request comes from the page, and not from another site in the same browser. */
export const CSRF_HEADER = 'x-csrf-token';

/** What the page needs before anything is typed. */
export interface RoomView {
  readonly csrfToken: string;
  readonly incident: string;
  /** When it began (ISO 8601, UTC). */
  readonly created: string;
  readonly user: string;
  readonly commands: readonly CommandDeclaration[];
  readonly instances: readonly string[];
}

/** What lines act on now. */
export interface RoomState {
  /** What that means, in a sentence that is always in view. */
  readonly banner: string;
  /** Null where nobody chose an instance yet. */
  readonly target: Target | null;
  /** Whether something may be changed there. */
  readonly allowsEffects: boolean;
}

/** How far a line is. */
export type LineState = 'waiting' | 'running' | 'done' | 'cancelled';

/** An entry as the page shows it. */
export interface ShownEntry {
  /** From 1. */
  readonly number: number;
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly target: Target | null;
  readonly readable: ReadableEntry;
  readonly hasContext: boolean;
  /** What is looked at again, the same for all entries of one sequence; null for an entry that is final. */
  readonly schedule: string | null;
  readonly file: { readonly id: string; readonly name: string } | null;
}

/** Something that a running line asks. */
export type Question =
  | { readonly id: number; readonly kind: 'secret'; readonly prompt: string }
  | { readonly id: number; readonly kind: 'confirmation'; readonly lines: readonly string[] };

/** What happens in the room, in the order in which it is sent. */
export type RoomEvent =
  | { readonly type: 'line'; readonly line: number; readonly text: string; readonly time: string }
  | { readonly type: 'entry'; readonly line: number; readonly entry: ShownEntry }
  /** What the session remarks about itself while a line runs. */
  | { readonly type: 'remark'; readonly line: number; readonly text: string }
  | {
      readonly type: 'progress';
      readonly line: number;
      readonly state: LineState;
      /** What a long command does; empty for nothing to say. */
      readonly text: string;
    }
  | { readonly type: 'question'; readonly question: Question }
  | { readonly type: 'answered'; readonly question: number }
  | { readonly type: 'state'; readonly state: RoomState };

/** What is behind an entry, as text. */
export interface EntrySource {
  readonly raw: string;
  /** Empty where it wrote nothing to the context. */
  readonly context: string;
}

/** An instance in the list. */
export interface ShownInstance {
  readonly name: string;
  readonly isCurrent: boolean;
  /** Who is signed in there, in words; empty where nobody can say. */
  readonly signIn: string;
  readonly canSignIn: boolean;
}

/** What went wrong with a request. */
export interface Refusal {
  readonly error: string;
  readonly next: string;
}
