import { ArgumentError } from '../../integration/errors.js';
import { isJsonObject, type JsonObject, textAt } from '../../integration/json.js';

/** Media type of an adaptive card (Graph: chatMessageAttachment). */
export const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive';

/** Versions that Teams draws. */
const VERSION = /^1\.[0-6]$/;

/** Actions that report to a bot. A card that a person sends has none, and its readers see an error. */
const NEEDS_BOT = new Set(['Action.Submit', 'Action.Execute']);

const DEEPEST = 30;

/**
 * Checks an adaptive card before it is sent: Teams shows nothing in the place of one it cannot draw.
 * @throws ArgumentError that says where the fault is.
 */
export function checkCard(card: JsonObject): void {
  if (card['type'] !== 'AdaptiveCard') throw wrong('its type is not "AdaptiveCard"');
  const version = textAt(card, 'version');
  if (version === undefined || !VERSION.test(version))
    throw wrong('its version is not one from "1.0" to "1.6"');
  if (!Array.isArray(card['body']) && !Array.isArray(card['actions']))
    throw wrong('it has neither body nor actions');
  checkList(card['body'], 'body', 0);
  checkList(card['actions'], 'actions', 0);
}

function checkList(list: unknown, where: string, depth: number): void {
  if (list === undefined || list === null) return;
  if (!Array.isArray(list)) throw wrong(`${where} is not a list`);
  if (depth > DEEPEST) throw wrong(`${where} is nested too deeply`);
  const elements: readonly unknown[] = list;
  elements.forEach((element, index) => {
    checkElement(element, `${where}[${index}]`, depth);
  });
}

/** Members of an element that hold elements or actions themselves. */
const NESTED = ['items', 'columns', 'actions', 'inlines', 'images', 'rows', 'cells', 'body'];

function checkElement(element: unknown, where: string, depth: number): void {
  // A line of text may stand for itself (Adaptive Cards: RichTextBlock, inlines).
  if (typeof element === 'string' && where.includes('inlines')) return;
  if (!isJsonObject(element)) throw wrong(`${where} is not an object`);
  const type = textAt(element, 'type') ?? '';
  const hasOwnType = !/(?:columns|rows|cells)\[\d+\]$/.test(where);
  if (type === '' && hasOwnType) throw wrong(`${where} has no type`);
  if (NEEDS_BOT.has(type))
    throw wrong(`${where} is ${type}, which only a bot can answer; use Action.OpenUrl`);
  for (const key of ['url', 'backgroundImage', 'iconUrl']) checkLink(element[key], `${where}.${key}`);
  for (const key of NESTED)
    checkList(Array.isArray(element[key]) ? element[key] : undefined, `${where}.${key}`, depth + 1);
  if (isJsonObject(element['selectAction']))
    checkElement(element['selectAction'], `${where}.selectAction`, depth + 1);
  if (isJsonObject(element['card'])) checkList(element['card']['body'], `${where}.card.body`, depth + 1);
}

function checkLink(link: unknown, where: string): void {
  if (typeof link === 'string' && !/^(?:https|http|mailto|tel):/i.test(link.trim())) {
    throw wrong(`${where} is no web address`);
  }
}

function wrong(what: string): ArgumentError {
  return new ArgumentError(
    `The card cannot be sent: ${what}.`,
    'Nothing was sent. Check it at https://adaptivecards.io/designer.',
  );
}
