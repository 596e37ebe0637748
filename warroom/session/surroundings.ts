import { type Clock } from '../../integration/clock.js';
import { type CommandMetadata } from '../../integration/command.js';
import { type Dispatcher } from '../../integration/dispatcher/dispatcher.js';
import { type Instance } from '../../integration/dispatcher/invocation.js';
import { type FindDeclaration } from '../line/secret-spans.js';
import { type Confirmation } from './confirmation.js';
import { type KeepExport } from './export-file.js';
import { type Incident, type RecordedEntry } from './incident.js';

/** Where a session finds the instances. */
export interface InstanceSource {
  /**
   * @param name Undefined for the one that is used where nobody names one.
   * @throws SettingsError where there is no such instance, or nothing says which is meant.
   */
  readonly open: (name: string | undefined) => Promise<Instance>;
  readonly names: () => Promise<readonly string[]>;
}

/** What a session works with. */
export interface SessionOptions {
  readonly incident: Incident;
  readonly dispatcher: Dispatcher;
  readonly instances: InstanceSource;
  readonly clock: Clock;
  /** Who types. */
  readonly user: string;
  readonly environment: NodeJS.ProcessEnv;
  /** Remarks about an instance's parameters. */
  readonly warn: (text: string) => void;
  /** Finds what a command takes; the manifest's declarations where absent. */
  readonly find?: FindDeclaration;
  /** What the commands say of themselves; that of the registry where absent. */
  readonly metadata?: Readonly<Record<string, Pick<CommandMetadata, 'effects'>>>;
  /** Where `!export` writes to; a file of this machine where absent. */
  readonly keepExport?: KeepExport;
}

/** Whoever typed a line, while it runs. */
export interface LineWatch {
  /** Cancels the command. */
  readonly signal: AbortSignal;
  readonly onEntry: (recorded: RecordedEntry) => void | Promise<void>;
  /** Told what a long command does. */
  readonly onProgress: (text: string) => void;
  /** Asks for a secret without showing it. */
  readonly ask: (prompt: string) => Promise<string>;
  /** Whether to go on; absent where nobody wants to be asked: then nothing is read for a question either. */
  readonly confirm?: (confirmation: Confirmation) => Promise<boolean>;
}
