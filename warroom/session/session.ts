import { commandMetadata } from '../../generated/commands.js';
import { type Clock } from '../../integration/clock.js';
import { type CommandMetadata } from '../../integration/command.js';
import { findDeclaration } from '../../integration/dispatcher/declarations.js';
import { type Dispatcher, targetOf } from '../../integration/dispatcher/dispatcher.js';
import { type Instance, type Target } from '../../integration/dispatcher/invocation.js';
import { type FindDeclaration } from '../line/secret-spans.js';
import { builtInDeclarations } from './built-ins.js';
import { type Confirmation } from './confirmation.js';
import { type KeepExport, writeExport } from './export-file.js';
import { type Incident, type RecordedEntry } from './incident.js';
import { createKnownSecrets, type KnownSecrets } from './known-secrets.js';
import { runLine } from './run-line.js';

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

/** An incident that lines are typed into. */
export interface Session {
  readonly incident: Incident;
  /** What must not be kept of what was typed. */
  readonly secrets: KnownSecrets;
  readonly find: FindDeclaration;
  /** What commands act on now; undefined before an instance was opened. */
  readonly target: () => Target | undefined;
  /**
   * Makes an instance the current one.
   * @returns What that means, in a sentence.
   * @throws SettingsError where there is no such instance.
   */
  readonly use: (name: string | undefined) => Promise<string>;
  /** Runs one line to its end. Never throws: every failure is an error entry. Lines run one after another. */
  readonly execute: (line: string, watch: LineWatch) => Promise<void>;
}

/** Opens a session on an incident. */
export function createSession(options: SessionOptions): Session {
  const { incident, instances, warn } = options;
  const metadata: Readonly<Record<string, Pick<CommandMetadata, 'effects'>>> =
    options.metadata ?? commandMetadata;
  const declared = options.find ?? findDeclaration;
  const find: FindDeclaration = (name) =>
    builtInDeclarations.find((declaration) => declaration.name === name) ?? declared(name);
  const secrets = createKnownSecrets();
  const lines: string[] = [];
  let current: Instance | undefined;

  const use = async (name: string | undefined): Promise<string> => {
    current = await instances.open(name);
    const { kind, instance, tenant } = targetOf(current, warn);
    return kind === 'sandbox'
      ? `Commands now run on the sandbox (${instance ?? ''}).`
      : `Commands now run on ${instance ?? 'the instance'}, tenant ${tenant ?? 'unknown'}.`;
  };

  const room = {
    ...options,
    metadata,
    find,
    keepExport: options.keepExport ?? writeExport,
    secrets,
    lines,
    use,
    current: async () => (current ??= await instances.open(undefined)),
  };
  return {
    incident,
    secrets,
    find,
    use,
    target: () => (current ? targetOf(current, warn) : undefined),
    execute: (line, watch) => runLine(line, watch, room),
  };
}
