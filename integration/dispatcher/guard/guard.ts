import { claimsOf } from '../../auth/claims.js';
import { type TokenProvider } from '../../auth/token.js';
import { ArgumentError, ProtectedError } from '../../errors.js';
import { type GraphClient } from '../../graph/client.js';
import { type JsonObject } from '../../json.js';
import { type Run } from '../../run.js';
import { Secret } from '../../secret.js';
import { type ProtectedRule } from '../../settings/protected-users.js';
import { type Settings } from '../../settings/settings.js';
import { type TargetUser } from '../target-user.js';
import { readMembers } from './members.js';

/** What a guard works with. */
export interface GuardOptions {
  readonly command: string;
  /** The command's arguments; `override_protection` and `reason` among them. */
  readonly args: JsonObject;
  readonly settings: Pick<Settings, 'protectedUsers' | 'allowProtectionOverride'>;
  readonly tokens: TokenProvider;
  readonly graph: GraphClient;
  readonly run: Run;
}

/** Lets an effect on a user through, or not. */
export type Guard = (typed: string, target: TargetUser | undefined) => Promise<void>;

/** @throws ArgumentError for an override without a reason: the reason is what stays of it. */
export function checkOverride(args: JsonObject): void {
  if (args['override_protection'] === true && args['reason'] === undefined) {
    throw new ArgumentError(
      'override_protection needs a reason.',
      'Nothing was sent. Add reason="…": it is written to the audit trail.',
    );
  }
}

/**
 * Makes the guard of one command. It throws a ProtectedError for a user of `protected_users`, unless the instance allows
 * the override and the analyst asks for it; for whoever cannot be told from one, because they, or a protected group or
 * role, cannot be read; and for the account that the instance signs in as, unless the analyst asks for it. Members are
 * read once for each group and role.
 */
export function createGuard({ command, args, settings, tokens, graph, run }: GuardOptions): Guard {
  const overrides = args['override_protection'] === true;
  const members = new Map<ProtectedRule, Promise<ReadonlySet<string>>>();
  let own: Promise<string | undefined> | undefined;

  const membersOf = (rule: Exclude<ProtectedRule, { readonly kind: 'user' }>) => {
    const known = members.get(rule) ?? readMembers(rule, graph);
    members.set(rule, known);
    return known;
  };

  const isProtectedBy = async (
    rule: ProtectedRule,
    { id, userPrincipalName }: TargetUser,
  ): Promise<boolean> =>
    rule.kind === 'user'
      ? [id, userPrincipalName].some((name) => isLike(rule.pattern, name))
      : (await membersOf(rule)).has(id);

  const protectionOf = async (typed: string, target: TargetUser | undefined): Promise<string | undefined> => {
    if (settings.protectedUsers.length === 0) return undefined;
    if (!target) return `${typed} could not be read, so that nobody knows whether they are protected`;
    for (const rule of settings.protectedUsers) {
      const isProtected = await isProtectedBy(rule, target).catch((error: unknown) =>
        unreadable(rule, error),
      );
      if (typeof isProtected === 'string') return isProtected;
      if (isProtected) return `${target.userPrincipalName} is protected (${inWords(rule)})`;
    }
    return undefined;
  };

  return async (typed, target) => {
    const protection = await protectionOf(typed, target);
    if (protection !== undefined && !(overrides && settings.allowProtectionOverride)) {
      throw new ProtectedError(`${protection}. Nothing was done.`, wayOut(overrides));
    }
    own ??= tokens.getToken(run).then((token) => claimsOf(token)?.objectId);
    if (!overrides && target && (await own) === target.id) {
      throw new ProtectedError(
        `${target.userPrincipalName} is the account that this instance signs in as. Nothing was done.`,
        `If it is meant: ${lineOf(command, args)} override_protection=true reason="…"`,
      );
    }
  };
}

function wayOut(overrides: boolean): string {
  return overrides
    ? 'This instance does not allow the override: its parameter allow_protection_override is off.'
    : 'Where the instance allows it (allow_protection_override), override_protection=true with a reason does it all the same.';
}

function unreadable(rule: ProtectedRule, error: unknown): string {
  const [why = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return `Who is protected by ${inWords(rule)} could not be read (${why})`;
}

function inWords(rule: ProtectedRule): string {
  return rule.kind === 'user' ? rule.pattern : `${rule.kind}:${rule.name}`;
}

/** Whether a name is like a pattern in which `*` stands for any text; names in Graph do not tell case apart. */
function isLike(pattern: string, name: string): boolean {
  const [first = '', ...rest] = pattern.toLowerCase().split('*');
  const text = name.toLowerCase();
  if (rest.length === 0) return text === first;
  const last = rest.pop() ?? '';
  if (!text.startsWith(first) || text.length < first.length + last.length || !text.endsWith(last))
    return false;
  let at = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found < 0 || found + part.length > text.length - last.length) return false;
    at = found + part.length;
  }
  return true;
}

/** Arguments that the line to type again leaves out: the guard's own, and what everybody gets by default. */
const leftOut = new Set(['override_protection', 'reason', 'dry_run', 'max_targets']);

/** The line as it was typed; a secret is asked for again. */
function lineOf(command: string, args: JsonObject): string {
  const words = Object.entries(args)
    .filter(([name]) => !leftOut.has(name))
    .map(([name, value]) => `${name}=${value instanceof Secret ? '?' : quoted(value)}`);
  return [`!${command}`, ...words].join(' ');
}

function quoted(value: unknown): string {
  const text =
    typeof value === 'string' ? value : Array.isArray(value) ? value.join(',') : JSON.stringify(value);
  return /^[\w@.#:+-]+$/.test(text) ? text : `\`${text}\``;
}
