import {
  passwordMethodId,
  type AuthenticationMethod,
  type MethodKind,
  type TemporaryAccessPass,
} from '../../tenant/authentication-methods.js';
import type { Person } from '../../tenant/person.js';
import type { TapPolicy } from '../../tenant/switches.js';
import type { Tenant } from '../../tenant/tenant.js';

/** Every kind of method Graph shows, each a collection of its own. */
export type ShownKind = MethodKind | 'password' | 'temporaryAccessPass';

/** A method as Graph shows it. */
export interface ShownMethod {
  readonly kind: ShownKind;
  readonly id: string;
  readonly json: Readonly<Record<string, unknown>>;
}

const minute = 60_000;

function usability(pass: TemporaryAccessPass, policy: TapPolicy, now: number): string {
  const start = Date.parse(pass.startDateTime);
  if (policy.state === 'disabled') return 'DisabledByPolicy';
  if (now < start) return 'NotYetValid';
  return now < start + pass.lifetimeInMinutes * minute ? 'EnabledByPolicy' : 'Expired';
}

/**
 * A pass as Graph shows it at a moment (Graph: temporaryAccessPassAuthenticationMethod).
 *
 * @param value What the person types in: only the answer to its creation has it.
 * @param now Milliseconds since 1970.
 */
export function showPass(
  pass: TemporaryAccessPass,
  policy: TapPolicy,
  now: number,
  value: string | null = null,
): Record<string, unknown> {
  const methodUsabilityReason = usability(pass, policy, now);
  return {
    id: pass.id,
    temporaryAccessPass: value,
    createdDateTime: pass.createdDateTime,
    startDateTime: pass.startDateTime,
    lifetimeInMinutes: pass.lifetimeInMinutes,
    isUsableOnce: pass.isUsableOnce,
    isUsable: methodUsabilityReason === 'EnabledByPolicy',
    methodUsabilityReason,
  };
}

function showMethod({ kind, id, properties }: AuthenticationMethod): ShownMethod {
  return { kind, id, json: { id, ...properties } };
}

/**
 * Everything a person can sign in with, the password first (Graph: list methods).
 *
 * @param policy The rules for passes.
 * @param now Milliseconds since 1970.
 */
export function shownMethods(person: Person, tenant: Tenant, policy: TapPolicy, now: number): ShownMethod[] {
  const { methods, pass } = tenant.methodsOf(person);
  return [
    {
      kind: 'password',
      id: passwordMethodId,
      json: { id: passwordMethodId, password: null, createdDateTime: null },
    },
    ...methods.map(showMethod),
    ...(pass
      ? [{ kind: 'temporaryAccessPass' as const, id: pass.id, json: showPass(pass, policy, now) }]
      : []),
  ];
}

/** @returns The `@odata.type` of a kind, as it stands wherever methods of several kinds meet. */
export function methodType(kind: ShownKind): string {
  return kind === 'external'
    ? '#microsoft.graph.externalAuthenticationMethod'
    : `#microsoft.graph.${kind}AuthenticationMethod`;
}
