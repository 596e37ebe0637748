import { type JsonObject } from '../../integration/json.js';
import { escapeHtml } from './html-tokens.js';

/** Somebody to be named in a message, so that Teams tells them. */
export interface MentionedPerson {
  /** As typed; the body may hold it with an at sign in front. */
  readonly typed: string;
  /** Object ID. */
  readonly id: string;
  readonly name: string;
}

/** Characters that no text uses stand for a mention until the body is HTML. */
const HELD = /\ue000(\d+)\ue001/g;

/**
 * Holds a place wherever a body, in whatever it is written, names one of the people after an at sign: Markdown would make a
 * link of an address, and HTML hide its quotes.
 */
export function withPlaces(body: string, people: readonly MentionedPerson[]): string {
  const clean = body.replaceAll(/[\ue000\ue001]/g, '');
  if (people.length === 0) return clean;
  const longestFirst = people.toSorted((one, other) => other.typed.length - one.typed.length);
  const names = longestFirst.map(({ typed }) => typed.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
  const pattern = new RegExp(`@(${names.join('|')})(?![\\w@-]|\\.\\w)`, 'gi');
  return clean.replaceAll(pattern, (whole, name: string) => {
    const index = people.findIndex(({ typed }) => typed.toLowerCase() === name.toLowerCase());
    return index < 0 ? whole : `\ue000${index}\ue001`;
  });
}

/**
 * Puts the markers of mentions where places are held, once each, and those without a place in front (Graph:
 * chatMessageMention). Inside a tag, as in the address of a link, the words come back.
 */
export function withMarkers(html: string, people: readonly MentionedPerson[]): string {
  const placed = new Set<number>();
  const marker = (index: number): string => {
    placed.add(index);
    return `<at id="${index}">${escapeHtml(people[index]?.name ?? '')}</at>`;
  };
  const words = (index: number): string => `@${escapeHtml(people[index]?.typed ?? '')}`;
  const body = html.replaceAll(/<[^>]*>|\ue000(\d+)\ue001/g, (whole, held: string | undefined) => {
    if (held === undefined) return whole.replaceAll(HELD, (_, index: string) => words(Number(index)));
    return placed.has(Number(held)) ? words(Number(held)) : marker(Number(held));
  });
  const inFront = people.flatMap((_, index) => (placed.has(index) ? [] : [marker(index)]));
  return [...inFront, body].filter((part) => part !== '').join(' ');
}

/** The mentions that the markers stand for. */
export function mentionsOf(people: readonly MentionedPerson[]): readonly JsonObject[] {
  return people.map(({ id, name }, index) => ({
    id: index,
    mentionText: name,
    mentioned: { user: { id, displayName: name, userIdentityType: 'aadUser' } },
  }));
}
