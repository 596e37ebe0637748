import { type Parameters, readField } from './aliases.js';
import { FIELDS } from './fields.js';
import { type Findings, quoted } from './findings.js';

/** Whom effects leave alone. */
export type ProtectedRule =
  /** A user by object ID or user principal name, `*` standing for any text. */
  | { readonly kind: 'user'; readonly pattern: string }
  /** The members of a group, by object ID or display name, those of groups inside it included. */
  | { readonly kind: 'group'; readonly name: string }
  /** The holders of an Entra role, by display name or template ID. */
  | { readonly kind: 'role'; readonly name: string };

const MEMBERS = /^(group|role):\s*(.+)$/is;

/** Reads `protected_users`: rules separated by commas or line breaks. */
export function readProtectedUsers(params: Parameters, findings: Findings): readonly ProtectedRule[] {
  const text = readField(params, FIELDS.protectedUsers, findings)?.text ?? '';
  const rules = text
    .split(/[,\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(ruleOf);
  for (const rule of rules) {
    if (rule.kind === 'user' && /^\*+$/.test(rule.pattern)) {
      findings.faults.push(
        `protected_users holds ${quoted(rule.pattern)}, which protects everybody: no effect could run.`,
      );
    }
  }
  return rules;
}

function ruleOf(text: string): ProtectedRule {
  const [, kind, name = ''] = MEMBERS.exec(text) ?? [];
  if (kind === undefined) return { kind: 'user', pattern: text };
  return { kind: kind.toLowerCase() === 'group' ? 'group' : 'role', name: name.trim() };
}
