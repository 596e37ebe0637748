import { type CommandArguments } from '../generated/arguments.js';
import { type SignInProvider } from './auth/token.js';
import { type GraphClient } from './graph/client.js';
import { type CommandResult } from './results/command-result.js';
import { type LongList } from './results/long-list.js';
import { type Run } from './run.js';
import { type TargetUser } from './dispatcher/target-user.js';
import { type CloudName } from './settings/clouds.js';
import { type Settings } from './settings/settings.js';
import { type IntegrationContextStore } from './state/store.js';

/** A name in the registry. */
export type CommandName = keyof CommandArguments;

/**
 * Sets of permissions that Graph accepts for a command, least first; every permission of one set is needed. A side
 * without any set is one for which Graph refuses the command; without any on either side, it asks nothing of Graph.
 */
export interface Permissions {
  /** For a signed-in user. */
  readonly delegated: readonly (readonly string[])[];
  /** For an application. */
  readonly application: readonly (readonly string[])[];
}

/**
 * What a command can use. It never learns who called it. The parameters are checked when `settings`, `tokens` or `graph`
 * is first looked at, so that a command which needs none of them works with parameters that cannot.
 */
export interface CommandContext {
  readonly graph: GraphClient;
  readonly tokens: SignInProvider;
  readonly settings: Settings;
  /** The integration context, for what belongs to the sign-in. */
  readonly state: IntegrationContextStore;
  readonly run: Run;
  /** Whom an effect acts on, as read just before; undefined where that read failed (rule R34), and for reads. */
  readonly target?: TargetUser;
}

/** What the manifest cannot say about a command. */
export interface CommandMetadata {
  readonly permissions: Permissions;
  /** Whether it changes anything in the tenant. */
  readonly effects: 'read' | 'write';
  /** Clouds that lack what it needs. */
  readonly notInClouds?: readonly CloudName[];
  /** Whether the vendor's hosted application cannot do it. */
  readonly ownAppOnly?: true;
  /** Whether it needs the MFA service, whose address is not known in every cloud. */
  readonly needsMfaService?: true;
  /** Whether it makes secrets, which an instance has to allow (`allow_secret_generators`). */
  readonly generatesSecrets?: true;
  /**
   * The argument that names the user it acts on. The dispatcher reads them first. Where the manifest takes a list
   * there, it runs the handler once for each, so that a handler is written for one (rule R29).
   */
  readonly actsOn?: 'user' | 'user_id' | 'user_mail';
  /**
   * The argument with which a command that changes something only looks at what an earlier run of it began. Such a run is
   * no effect.
   */
  readonly looksBy?: 'polling_url';
  /**
   * Whether `handle_error` turns a user, manager or method that does not exist into the sentence that playbooks know
   * (rules R5, R27). Without it that is an error.
   */
  readonly suppressesMissing?: true;
  /** Complete lines that work as they stand on the sandbox; help shows them and the tests run them. */
  readonly examples: readonly string[];
}

/** One command: its metadata and its handler. */
export interface Command<Name extends CommandName> extends CommandMetadata {
  /**
   * Checks what a schema cannot say about the arguments of an effect, before anything is sent for anybody.
   * @throws ArgumentError
   */
  check?(args: CommandArguments[Name]): void;
  /**
   * Does the work.
   * @param args Validated arguments, in the types of the command's schema.
   * @throws SoarError with the cause and the next step; the dispatcher turns it into an error entry.
   */
  run(args: CommandArguments[Name], context: CommandContext): Promise<CommandResult | LongList>;
}

/** All commands by name; each is loaded only when it is run. */
export type Registry = { readonly [Name in CommandName]: () => Promise<{ default: Command<Name> }> };

/** Checks a command against its generated argument types. */
export function defineCommand<Name extends CommandName>(command: Command<Name>): Command<Name> {
  return command;
}
