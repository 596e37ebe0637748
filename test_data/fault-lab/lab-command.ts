import { type JsonObject } from '../../integration/json.js';
import { type Sandbox } from '../../sandbox/index.js';
import { type Random } from './random.js';

/** One command that the laboratory runs, and what it would do to whom. */
export interface LabCommand {
  readonly command: string;
  readonly args: JsonObject;
  /** Object IDs of those it changes, or the name of one who is yet to be made; none for a read. */
  readonly targets: readonly LabTarget[];
  /** Set where a second time would be another effect, so that it must never happen. */
  readonly isOnce?: true;
  /** Set where it belongs to a person: chats take somebody who is signed in. */
  readonly isPersons?: true;
  /** For a read: the problem with what it gave, if any. */
  problemWith?(contents: unknown): string | undefined;
}

/** Somebody whom a command changes. */
export interface LabTarget {
  /** As in the arguments. */
  readonly typed: string;
  /** Object ID; of somebody who is yet to be made, the user principal name. */
  readonly id: string;
  /** Whether the tenant is as the command was to leave it. */
  isReached?(): boolean;
}

/** Makes up a command; undefined where the tenant has nothing that it could be for. */
export type Maker = (sandbox: Sandbox, random: Random) => LabCommand | undefined;
