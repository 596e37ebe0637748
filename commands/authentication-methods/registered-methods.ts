import { type GraphClient } from '../../integration/graph/client.js';
import { collect } from '../../integration/graph/collect.js';
import { path } from '../../integration/graph/path.js';
import { type JsonObject, textAt } from '../../integration/json.js';
import { type MethodKind } from './method-kind.js';
import { methodKinds } from './method-kinds.js';
import { withoutSecrets } from './without-secrets.js';

/** Something a user signs in with, as the list of all methods shows it. */
export interface RegisteredMethod {
  readonly id: string;
  /** Graph's type, without `#microsoft.graph.`; empty where Graph gave none. */
  readonly type: string;
  /** What people call that type. */
  readonly label: string;
  /** Undefined for the password, and for types that no command knows. */
  readonly kind: MethodKind | undefined;
  readonly displayName: string | undefined;
  /** What tells this one from others of its type: a number, an address, a model. */
  readonly detail: string;
  /** When it was registered (ISO 8601), where Graph says so. */
  readonly created: string | undefined;
  /** As Graph shows it, without secrets. */
  readonly json: JsonObject;
}

/** Nobody has that many; it only ends a list that does not end. */
const MOST_METHODS = 10_000;

const PASSWORD = 'passwordAuthenticationMethod';

const kindOfType = new Map(Object.values(methodKinds).map((kind) => [kind.type, kind]));

/**
 * Reads everything a user signs in with. Graph: GET /users/{id}/authentication/methods, which takes no query options.
 * @param user Object ID or user principal name.
 */
export async function readRegisteredMethods(
  graph: GraphClient,
  user: string,
): Promise<readonly RegisteredMethod[]> {
  const address = path`users/${user}/authentication/methods`;
  const { items } = await collect(graph, address, {}, { limit: MOST_METHODS, largestPage: null });
  return items.map(asRegisteredMethod);
}

function asRegisteredMethod(method: JsonObject): RegisteredMethod {
  const type = (textAt(method, '@odata.type') ?? '').replace('#microsoft.graph.', '');
  const kind = kindOfType.get(type);
  return {
    id: textAt(method, 'id') ?? '',
    type,
    label: kind?.label ?? (type === PASSWORD ? 'Password' : type || 'Unknown'),
    kind,
    displayName: textAt(method, 'displayName'),
    detail: detailOf(method),
    created: textAt(method, 'createdDateTime'),
    json: withoutSecrets(method),
  };
}

/** Each type of method has some of these. */
const telling = [
  'phoneNumber',
  'phoneType',
  'emailAddress',
  'model',
  'deviceTag',
  'phoneAppVersion',
  'platform',
  'keyStrength',
  'methodUsabilityReason',
];

function detailOf(method: JsonObject): string {
  return telling
    .map((property) => textAt(method, property))
    .filter(Boolean)
    .join(', ');
}

/** Whether it is the password, which everybody has. */
export function isPassword({ type }: RegisteredMethod): boolean {
  return type === PASSWORD;
}

/** Whether any of the methods can be a second factor: a password cannot, nor an e-mail address, which only resets passwords. */
export function isMfaCapable(methods: readonly RegisteredMethod[]): boolean {
  return methods.some(({ type }) => ![PASSWORD, methodKinds.email.type, ''].includes(type));
}

/** Columns of a table of methods, in their order. */
export const methodColumns = ['Type', 'ID', 'Display Name', 'Detail', 'Created'] as const;

/** A row of a table of methods. */
export function methodRow({ label, id, displayName, detail, created }: RegisteredMethod) {
  return { Type: label, ID: id, 'Display Name': displayName, Detail: detail, Created: created };
}
