import { XMLParser } from 'fast-xml-parser';
import { isPlainXml } from './well-formed.js';

/** The values of a request by element name; an element that is nil, or absent, has none. */
export type MfaFields = ReadonlyMap<string, string>;

/** What each request may say. */
const elements = {
  BeginTwoWayAuthenticationRequest: [
    'Version',
    'UserPrincipalName',
    'Lcid',
    'AuthenticationMethodProperties',
    'AuthenticationMethodId',
    'ContextId',
    'SyncCall',
    'RequireUserMatch',
    'CallerName',
    'CallerIP',
    'CompanyName',
  ],
  EndTwoWayAuthenticationRequest: [
    'Version',
    'SessionId',
    'ContextId',
    'AdditionalAuthData',
    'UserPrincipalName',
  ],
} as const;

const arrays = 'http://schemas.microsoft.com/2003/10/Serialization/Arrays';

const parser = new XMLParser({
  ignoreAttributes: false,
  ignoreDeclaration: true,
  attributeNamePrefix: '@',
  parseTagValue: false,
});

function membersOf(value: unknown): [string, unknown][] | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value)
    : undefined;
}

function isPair(value: unknown): boolean {
  const names = membersOf(value)?.map(([name, text]) => (typeof text === 'string' ? name : ''));
  return names?.sort().join() === 'a:Key,a:Value';
}

/** A dictionary as .NET writes it: `a:KeyValueOfstringstring`, once or more often. */
function isDictionary(value: unknown): boolean {
  const members = membersOf(value) ?? [];
  return (
    members.some(([name, text]) => name === '@xmlns:a' && text === arrays) &&
    members.every(([name, inner]) => {
      if (name.startsWith('@')) return true;
      const pairs: unknown[] = Array.isArray(inner) ? inner : [inner];
      return name === 'a:KeyValueOfstringstring' && pairs.every(isPair);
    })
  );
}

/** The text of a plain element; undefined where it is none, or stands there twice. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  const members = membersOf(value);
  const isNil = members?.some(([name, text]) => /^@\w+:nil$/.test(name) && text === 'true');
  return isNil && members?.every(([name]) => name.startsWith('@')) ? '' : undefined;
}

/**
 * Reads a request to the MFA service: plain XML without an envelope, each element once at most.
 *
 * @param body What was sent.
 * @param root Name of the root element.
 * @returns undefined for anything else.
 */
export function readMfaRequest(body: string, root: keyof typeof elements): MfaFields | undefined {
  if (!isPlainXml(body)) return undefined;
  const parsed: unknown = parser.parse(body);
  const top = membersOf(parsed) ?? [];
  const [name, content] = top[0] ?? [];
  if (top.length !== 1 || name !== root) return undefined;
  const known: readonly string[] = elements[root];
  const fields = new Map<string, string>();
  for (const [element, value] of membersOf(content) ?? []) {
    if (element.startsWith('@xmlns')) continue;
    if (!known.includes(element)) return undefined;
    if (element === 'AuthenticationMethodProperties') {
      if (!isDictionary(value)) return undefined;
      continue;
    }
    const text = textOf(value);
    if (text === undefined) return undefined;
    if (text !== '') fields.set(element, text);
  }
  return fields.get('Version') === '1.0' ? fields : undefined;
}
