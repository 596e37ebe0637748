import { commandMetadata } from '../../generated/commands.js';
import { type CommandMetadata } from '../../integration/command.js';
import { findDeclaration } from '../../integration/dispatcher/declarations.js';
import { targetOf } from '../../integration/dispatcher/dispatcher.js';
import { type Instance, type Target } from '../../integration/dispatcher/invocation.js';
import { type FindDeclaration } from '../line/secret-spans.js';
import { builtInDeclarations } from './built-ins.js';
import { writeExport } from './export-file.js';
import { type Incident } from './incident.js';
import { createKnownSecrets, type KnownSecrets } from './known-secrets.js';
import { runLine } from './run-line.js';
import { type LineWatch, type SessionOptions } from './surroundings.js';

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
