import { isJsonObject } from '../../../integration/json.js';
import {
  type EntrySource,
  type Refusal,
  type RoomEvent,
  type RoomView,
  type ShownInstance,
} from '../wire.js';

/**
 * What the page reads of answers. The server is of the same build, so only that an answer is of the kind that was asked
 * for is looked at, not each member of it.
 */
export type Guard<T> = (value: unknown) => value is T;

const eventTypes = ['line', 'entry', 'remark', 'progress', 'question', 'answered', 'state'];

export const isAnything: Guard<unknown> = (value): value is unknown => value !== undefined;

export const isRefusal: Guard<Refusal> = (value): value is Refusal => hasTexts(value, 'error', 'next');

export const isRoomView: Guard<RoomView> = (value): value is RoomView =>
  hasTexts(value, 'csrfToken', 'incident', 'created', 'user') && hasLists(value, 'commands', 'instances');

export const isRoomEvent: Guard<RoomEvent> = (value): value is RoomEvent =>
  isJsonObject(value) && eventTypes.some((type) => type === value['type']);

export const isEntrySource: Guard<EntrySource> = (value): value is EntrySource =>
  hasTexts(value, 'raw', 'context');

export const isInstances: Guard<readonly ShownInstance[]> = (value): value is readonly ShownInstance[] =>
  Array.isArray(value) && value.every((instance) => hasTexts(instance, 'name', 'signIn'));

export const isAddress: Guard<{ readonly url: string }> = (value): value is { readonly url: string } =>
  hasTexts(value, 'url');

function hasTexts(value: unknown, ...names: readonly string[]): boolean {
  return isJsonObject(value) && names.every((name) => typeof value[name] === 'string');
}

function hasLists(value: unknown, ...names: readonly string[]): boolean {
  return isJsonObject(value) && names.every((name) => Array.isArray(value[name]));
}
