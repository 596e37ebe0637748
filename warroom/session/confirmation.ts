import { type CommandMetadata } from '../../integration/command.js';
import { coerceList } from '../../integration/dispatcher/coerce.js';
import { type Target } from '../../integration/dispatcher/invocation.js';
import { isLook } from '../../integration/dispatcher/look.js';
import { type CommandDeclaration } from '../../integration/manifest/types.js';
import { findPerson, type FoundPerson, type Read } from './found-person.js';

/** More targets than this are asked about whatever is done to them. */
const FEW = 5;

/** Arguments that name whom a command acts on. */
const targetArguments = ['user', 'user_id', 'user_mail', 'members'];

/** What is asked before it is done. */
export interface Confirmation {
  readonly command: string;
  /** What it does, as in `It deletes`. */
  readonly effect: string;
  readonly people: readonly FoundPerson[];
  /** How many more there are than `people`. */
  readonly others: number;
  readonly target: Target;
}

/** Why a command has to be confirmed, and for whom. */
export interface ConfirmationNeed {
  readonly effect: string;
  readonly targets: readonly string[];
}

/**
 * Whether a command is to be confirmed first: what deletes, sets a password or takes a way to sign in away, and whatever
 * changes something for more than five.
 * @param metadata What the command says of itself; undefined for one that does not exist.
 * @returns Undefined where nothing needs to be asked.
 */
export function confirmationNeed(
  declaration: CommandDeclaration,
  metadata: Pick<CommandMetadata, 'effects' | 'looksBy'> | undefined,
  args: Readonly<Record<string, unknown>>,
): ConfirmationNeed | undefined {
  const isEffect = declaration.execution === true || metadata?.effects === 'write';
  if (!isEffect || /^(true|yes)$/i.test(String(args['dry_run']))) return undefined;
  if (metadata && isLook(metadata, args)) return undefined;
  const targets = targetsOf(args);
  const effect = gravest(declaration.name);
  if (effect) return { effect, targets };
  const many = Math.max(targets.length, runsOf(declaration, args));
  return many > FEW ? { effect: `changes something for ${many} at once`, targets } : undefined;
}

function gravest(command: string): string | undefined {
  if (/-methods?-(delete|purge)$|-tap-policy-delete$/.test(command)) return 'takes a way to sign in away';
  if (/-(delete|remove|purge)(-|$)/.test(command)) return 'deletes';
  return /password/.test(command) ? 'changes a password' : undefined;
}

/** How often it runs: once for each element of a list in an argument that takes one value. */
function runsOf(declaration: CommandDeclaration, args: Readonly<Record<string, unknown>>): number {
  const lists = (declaration.arguments ?? [])
    .filter(({ isArray }) => isArray !== true)
    .map(({ name }) => args[name]);
  return Math.max(1, ...lists.map((value) => (Array.isArray(value) ? value.length : 1)));
}

function targetsOf(args: Readonly<Record<string, unknown>>): readonly string[] {
  const name = targetArguments.find((one) => args[one] !== undefined && args[one] !== '');
  const named = name === undefined ? [] : coerceList(args[name]).map(String);
  return [...new Map(named.map((one) => [one.toLowerCase(), one])).values()];
}

/** Makes the question, with the people as they are found. @param read Reads on the instance that is asked about. */
export async function confirmationOf(
  command: string,
  { effect, targets }: ConfirmationNeed,
  target: Target,
  read: Read,
): Promise<Confirmation> {
  const people = await Promise.all(targets.slice(0, FEW).map((typed) => findPerson(typed, read)));
  return { command, effect, people, others: targets.length - people.length, target };
}

/** The question in plain lines. The text of people in it comes from outside and is still to be made safe to show. */
export function confirmationLines({
  command,
  effect,
  people,
  others,
  target,
}: Confirmation): readonly string[] {
  const where =
    target.kind === 'sandbox'
      ? `on the sandbox (${target.instance ?? ''})`
      : `on ${target.instance ?? 'the instance'}, tenant ${target.tenant ?? 'unknown'}`;
  return [
    `${command} ${effect} ${where}:`,
    ...people.map(({ typed, description, problem }) =>
      problem === undefined ? `  ${description}` : `  ${typed} (could not be read: ${problem})`,
    ),
    ...(others > 0 ? [`  and ${others} more`] : []),
  ];
}
