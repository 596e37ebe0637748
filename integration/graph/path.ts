import { ArgumentError, NotFoundError } from '../errors.js';

/** A path below Graph's version root, and the identifiers that it addresses. Only {@link path} makes one. */
export class GraphPath {
  readonly #text: string;

  private constructor(
    text: string,
    /** The values that filled the holes, as given, to recognize them in Graph's "does not exist" message. */
    readonly identifiers: readonly string[],
    /** `v1.0` or `beta`. */
    readonly version: 'v1.0' | 'beta' = 'v1.0',
  ) {
    this.#text = text;
  }

  /** Encoded, relative, without a leading slash; a continuation has its query in it. */
  get text(): string {
    return this.#text;
  }

  /** @internal Use the {@link path} tag. */
  static fromTemplate(
    literals: readonly string[],
    holes: readonly string[],
    version?: GraphPath['version'],
  ): GraphPath {
    let text = literals[0] ?? '';
    holes.forEach((hole, index) => {
      text = appendIdentifier(text, hole) + (literals[index + 1] ?? '');
    });
    return new GraphPath(text, holes, version);
  }

  /**
   * A link that Graph gave for a next page, and that may have come back through an argument (rule R2).
   * @param name Where the link came from, for the error: an argument's name, or `@odata.nextLink`.
   * @param url The link. @param graphUrl The configured Graph origin, the only one the token may go to.
   * @param collection The collection that this command pages over, such as `users`.
   * @throws ArgumentError when the link leads anywhere else.
   */
  static fromContinuation(name: string, url: string, graphUrl: string, collection: GraphPath): GraphPath {
    const refuse = refusalOf(name, `Use the NextPage value of this command`, graphUrl, collection);
    const { version, segments, search } = readLink(url, graphUrl, refuse);
    if (!leadsTo(segments, collection)) throw refuse(`it is not a page of ${collection.text}`);
    return new GraphPath(`${collection.text}${search}`, collection.identifiers, version);
  }

  /** Whether a link leads to this Graph at all. @throws ArgumentError when it does not. */
  static checkLink(name: string, url: string, graphUrl: string): void {
    const refuse: Refusal = (why) =>
      new ArgumentError(`${name} is not allowed: ${why}.`, `Use a link under ${graphUrl}/v1.0/.`);
    readLink(url, graphUrl, refuse);
  }

  /**
   * A link that Graph gave for one object below `parent`, such as an operation under way, and that may have come back
   * through an argument (rule R2).
   * @param name Where the link came from, for the error. @param url The link.
   * @param graphUrl The configured Graph origin, the only one the token may go to.
   * @throws ArgumentError when the link leads anywhere else.
   */
  static fromLocation(name: string, url: string, graphUrl: string, parent: GraphPath): GraphPath {
    const refuse = refusalOf(name, `Use the value that this command gave before`, graphUrl, parent);
    const { version, segments, search } = readLink(url, graphUrl, refuse);
    const last = segments.at(-1);
    if (last === undefined || !leadsTo(segments.slice(0, -1), parent)) {
      throw refuse(`it is not below ${parent.text}`);
    }
    const text = appendIdentifier(`${parent.text}/`, last);
    return new GraphPath(`${text}${search}`, [...parent.identifiers, last], version);
  }
}

type Refusal = (why: string) => ArgumentError;

function refusalOf(name: string, advice: string, graphUrl: string, wanted: GraphPath): Refusal {
  return (why) =>
    new ArgumentError(
      `${name} is not allowed: ${why}.`,
      `${advice}, a link under ${graphUrl}/v1.0/${wanted.text}.`,
    );
}

interface Link {
  readonly version: 'v1.0' | 'beta';
  /** Decoded. */
  readonly segments: readonly string[];
  readonly search: string;
}

function readLink(url: string, graphUrl: string, refuse: Refusal): Link {
  if (!URL.canParse(url)) throw refuse('it is not an absolute URL');
  const link = new URL(url);
  if (link.origin !== new URL(graphUrl).origin) throw refuse(`it leads to ${link.protocol}//${link.host}`);
  if (link.username !== '' || link.password !== '') throw refuse('it names a user');
  const parts = /^\/(v1\.0|beta)\/(.+)$/.exec(link.pathname);
  const version = parts?.[1];
  if (version !== 'v1.0' && version !== 'beta') throw refuse('its path is not under /v1.0/ or /beta/');
  return { version, segments: segmentsOf(parts?.[2] ?? ''), search: link.search };
}

/**
 * Whether a link has the form of a path: the same segments in either spelling, and perhaps an object ID in the place of
 * an identifier, because Graph may name a user so where we asked by name. The request itself is made from our own path,
 * so that a link never chooses whom it is about.
 */
function leadsTo(segments: readonly string[], { text, identifiers }: GraphPath): boolean {
  const ours = segmentsOf(text);
  return (
    ours.length === segments.length &&
    ours.every((segment, index) => {
      const theirs = segments[index] ?? '';
      const sameThing = identifiers.includes(segment) && OBJECT_ID.test(theirs);
      return sameThing || segment.toLowerCase() === theirs.toLowerCase();
    })
  );
}

const OBJECT_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function segmentsOf(text: string): readonly string[] {
  return text.replace(/\/$/, '').split('/').map(decoded);
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** Could be taken for one of Graph's functions, such as `delta`; the identifiers of people and things hold more than letters. */
const likeFunction = /^[A-Za-z][A-Za-z.]*(\(.*\))?$/s;

/**
 * Appends one identifier as exactly one segment. A name that begins with `$` would be read as a system query option,
 * and one like `delta` as a function; both take the form `users('…')`, as Graph's page "Get a user" says.
 */
function appendIdentifier(text: string, identifier: string): string {
  const encoded = encodeIdentifier(identifier);
  if (!identifier.startsWith('$') && !likeFunction.test(identifier)) return text + encoded;
  return `${text.replace(/\/$/, '')}('${encoded.replaceAll("'", "''")}')`;
}

const control = /[\u0000-\u001f\u007f-\u009f]/;

/** @throws ArgumentError for text that cannot be one segment. @throws NotFoundError for a name Graph cannot have. */
function encodeIdentifier(identifier: string): string {
  const shown = JSON.stringify(identifier);
  const refuse = (why: string) =>
    new ArgumentError(
      `${shown} is not allowed as an identifier: ${why}.`,
      'Give an object ID or a user principal name.',
    );
  if (identifier.trim() === '') throw refuse('it is empty');
  if (identifier === '.' || identifier === '..') throw refuse('it would lead to another resource');
  if (identifier.includes('/')) throw refuse('it contains "/"');
  if (control.test(identifier)) throw refuse('it contains a control character');
  if (identifier.includes('\\')) throw unknownAccountName(identifier);
  try {
    return encodeURIComponent(identifier);
  } catch {
    throw refuse('it is not well-formed text');
  }
}

/** `DOMAIN\name` is an account name elsewhere and never in Graph: nobody has it, and nothing need be asked (rule R28). */
function unknownAccountName(identifier: string): NotFoundError {
  const text = `Resource '${identifier}' does not exist or one of its queried reference-property objects are not present.`;
  return new NotFoundError(
    `Graph knows no name with a backslash: ${identifier}`,
    "Use the user principal name or the object ID, or find the account with filter=`onPremisesSamAccountName eq 'name'`.",
    {
      status: 404,
      code: 'Request_ResourceNotFound',
      text,
      body: { error: { code: 'Request_ResourceNotFound', message: text } },
    },
    identifier,
  );
}

/**
 * The only way to make a path: ``path`users/${user}/manager` ``. Each hole becomes exactly one encoded segment (rule R1).
 * @throws ArgumentError when a hole is empty, `.`, `..`, or holds `/` or a control character.
 * @throws NotFoundError when a hole holds a backslash.
 */
export function path(literals: TemplateStringsArray, ...holes: readonly string[]): GraphPath {
  return GraphPath.fromTemplate(literals, holes);
}

/** The same for what Graph has in its beta version only. @throws as {@link path} */
export function betaPath(literals: TemplateStringsArray, ...holes: readonly string[]): GraphPath {
  return GraphPath.fromTemplate(literals, holes, 'beta');
}
