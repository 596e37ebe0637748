import { commandMetadata } from '../generated/commands.js';
import { registry } from '../commands/index.js';
import { type CommandMetadata } from '../integration/command.js';
import { declarations } from '../integration/dispatcher/declarations.js';
import { createDispatcher } from '../integration/dispatcher/dispatcher.js';
import { type Instance } from '../integration/dispatcher/invocation.js';
import { type CommandDeclaration } from '../integration/manifest/types.js';
import { type Entry } from '../integration/results/entry.js';
import { isErrorEntry } from '../integration/results/raw-entry.js';
import { type Sandbox, type SandboxRequest, startSandbox } from '../sandbox/index.js';
import { lineArguments } from '../warroom/line/arguments.js';
import { parseLine } from '../warroom/line/parse.js';
import { createFakeClock } from './fake-clock.js';
import { sandboxInstance } from './sandbox-instance.js';
import { signedInInstance } from './signed-in-instance.js';

/** A command on users, and how its first example calls it. */
export interface UserCommand {
  readonly name: string;
  readonly declaration: CommandDeclaration;
  readonly known: CommandMetadata;
  /** The argument that names a user, if it has one. */
  readonly userArgument: string | undefined;
  readonly args: Readonly<Record<string, unknown>>;
}

const metadata: Readonly<Record<string, CommandMetadata>> = commandMetadata;

/** Every command but those of Teams. A new one is among them, and has to pass whatever it is subject to. */
export const userCommands: readonly UserCommand[] = declarations.flatMap((declaration) => {
  const { name, arguments: declared = [] } = declaration;
  const known = metadata[name];
  const [line] = known?.examples ?? [];
  if (!known || line === undefined || name.includes('teams')) return [];
  const userArgument = declared.find((argument) => ['user', 'user_id', 'user_mail'].includes(argument.name));
  const args = lineArguments(parseLine(line), declaration);
  return [{ name, declaration, known, userArgument: userArgument?.name, args }];
});

/** What a command came to. */
export interface Outcome {
  readonly entries: readonly Entry[];
  readonly requests: readonly SandboxRequest[];
}

/** A tenant, and instances of the kind that each command takes. */
export interface UserCommandBench {
  readonly sandbox: Sandbox;
  /** @param instance An application with every permission, by default. */
  run(command: string, args: Readonly<Record<string, unknown>>, instance?: Instance): Promise<Outcome>;
  /** An instance of the kind that a command takes, with every permission. */
  capable(command: UserCommand, params?: Record<string, unknown>): Promise<Instance>;
  /** The same, without any permission that the command takes. */
  incapable(command: UserCommand): Promise<Instance>;
  close(): Promise<void>;
}

/** Opens one, on a clock that stands still. */
export async function openUserCommandBench(): Promise<UserCommandBench> {
  const sandbox = await startSandbox();
  const dispatcher = createDispatcher({ registry, clock: createFakeClock() });
  return {
    sandbox,
    async run(command, args, instance = sandboxInstance(sandbox)) {
      const before = sandbox.log.length;
      const { entries } = await dispatcher.execute({ command, args, instance });
      return { entries, requests: sandbox.log.slice(before) };
    },
    capable: async (command, params = {}) =>
      isForPersons(command)
        ? signedInInstance(sandbox, undefined, { params })
        : sandboxInstance(sandbox, undefined, params),
    async incapable(command) {
      const params = { allow_secret_generators: true };
      return isForPersons(command)
        ? signedInInstance(sandbox, undefined, { app: 'unprivileged', scopes: ['User.Read'], params })
        : sandboxInstance(sandbox, 'unprivileged', params);
    },
    close: () => sandbox.close(),
  };
}

/** Whether Graph refuses applications for a command. */
export function isForPersons({ known: { permissions } }: UserCommand): boolean {
  return permissions.application.length === 0 && permissions.delegated.length > 0;
}

/** The text of an error that is the only entry. @throws Error where it is not. */
export function refusalOf({ entries }: Outcome): string {
  const [entry, ...others] = entries;
  if (entry && isErrorEntry(entry) && others.length === 0) return String(entry.Contents);
  throw new Error(`No single refusal: ${JSON.stringify(entries)}`);
}
