import { ArgumentError, NotFoundError, PermissionError } from '../../integration/errors.js';
import { type GraphClient } from '../../integration/graph/client.js';
import { odata, type ODataExpression } from '../../integration/graph/odata.js';
import { type GraphPath, path } from '../../integration/graph/path.js';
import { type JsonObject, textAt } from '../../integration/json.js';
import { shownPlain } from './shown-text.js';

/** Somebody who is to be a member of a chat. */
export interface Person {
  /** As typed. */
  readonly typed: string;
  /** Object ID; what was typed, where the directory may not be read. */
  readonly id: string;
  readonly name: string;
  readonly isGuest: boolean;
  /** Whether the directory was read. */
  readonly isKnown: boolean;
}

const properties = ['id', 'userType', 'userPrincipalName', 'displayName'];

const OBJECT_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether text can only be a person: an object ID, or a name with an at sign. */
export function namesPerson(text: string): boolean {
  return text.includes('@') || OBJECT_ID.test(text);
}

/** Whether text is an address or an object ID as a whole, so that nothing but a person can have it. */
export function isAddress(text: string): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(text) || OBJECT_ID.test(text);
}

/**
 * Finds a person by object ID, user principal name, mail address, or whole display name. Where the directory may not be
 * read, the name is taken as typed, and a guest is known by `#EXT#`: the chat permissions do not include reading users.
 * @throws ArgumentError where nobody, or more than one person, has the name.
 */
export async function findPerson(typed: string, graph: GraphClient): Promise<Person> {
  try {
    return namesPerson(typed)
      ? await byIdentifier(typed, graph)
      : await onlyOne(typed, odata`displayName eq ${typed}`, graph);
  } catch (error) {
    if (error instanceof PermissionError && namesPerson(typed)) {
      return { typed, id: typed, name: typed, isGuest: typed.includes('#EXT#'), isKnown: false };
    }
    throw error;
  }
}

async function byIdentifier(typed: string, graph: GraphClient): Promise<Person> {
  try {
    return personFrom(typed, await graph.get(path`users/${typed}`, { select: properties }));
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
    if (!typed.includes('@')) throw nobody(typed);
    // The address of a guest, and of some members, is not the name they sign in with.
    return onlyOne(typed, odata`mail eq ${typed}`, graph);
  }
}

/** Reads a person at an address, such as `me`. */
export async function readPerson(address: GraphPath, typed: string, graph: GraphClient): Promise<Person> {
  return personFrom(typed, await graph.get(address, { select: properties }));
}

/** Candidates that an error text names at most. */
const MOST_CANDIDATES = 10;

async function onlyOne(name: string, filter: ODataExpression, graph: GraphClient): Promise<Person> {
  const found: Person[] = [];
  for await (const { items } of graph.pages(path`users`, {
    filter,
    select: properties,
    top: MOST_CANDIDATES,
  })) {
    found.push(...items.map((user) => personFrom(textAt(user, 'userPrincipalName') ?? name, user)));
    if (found.length >= MOST_CANDIDATES) break;
  }
  const [first, ...more] = found;
  if (!first) throw nobody(name);
  if (more.length === 0) return { ...first, typed: name };
  throw new ArgumentError(
    `"${name}" is the name of several people: ${found.map(({ typed }) => typed).join(', ')}.`,
    'Nothing was sent. Give the user principal name of the one who is meant.',
  );
}

function personFrom(typed: string, user: JsonObject): Person {
  return {
    typed,
    id: textAt(user, 'id') ?? typed,
    name: textAt(user, 'displayName') ?? textAt(user, 'userPrincipalName') ?? typed,
    isGuest: textAt(user, 'userType') === 'Guest',
    isKnown: true,
  };
}

function nobody(typed: string): ArgumentError {
  return new ArgumentError(
    `Nobody in the tenant is called "${typed}".`,
    'Nothing was done for them. Check the name; somebody of another organization has to be a guest in the tenant first.',
  );
}

/** A person in words: name and what was typed. */
export function inWords({ name, typed }: Person): string {
  return name === typed ? typed : `${shownPlain(name)} (${typed})`;
}

/** What to say of people who were taken as typed. */
export function unreadPeople(names: readonly string[]): string {
  return `The directory could not be read, so that ${names.join(', ')} went in as typed, as members unless the name says guest. Grant User.ReadBasic.All to tell guests.`;
}
