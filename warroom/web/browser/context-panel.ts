import { type Place, placesBelow } from '../../context/places.js';
import { get } from './api.js';
import { type Announcer } from './announce.js';
import { copyText } from './clipboard.js';
import { findPlaces, shortValue } from './context-paths.js';
import { button, element } from './dom.js';
import { moveAmong } from './move-among.js';
import { isAnything } from './wire-guards.js';

/** Most places shown below one place, and in a search. */
const MOST = 200;

/** The context of the incident. */
export interface ContextPanel {
  readonly element: HTMLElement;
  /** Reads it anew. */
  readonly refresh: () => Promise<void>;
  /** As it was last read. */
  readonly current: () => unknown;
}

/**
 * Makes the tree of the context: searched by path or value, and each path copied as `${…}` by a click.
 * @param onRefused Gets a path that the browser would not copy.
 */
export function createContextPanel({ show }: Announcer, onRefused: (text: string) => void): ContextPanel {
  const search = element('input', { type: 'search', id: 'context-search', placeholder: 'Path or value' });
  const tree = element('div', { class: 'tree' });
  const opened = new Set<string>();
  let context: unknown = {};

  const copy = async (path: string): Promise<void> => {
    const text = `\${${path}}`;
    if (await copyText(text)) show(`Copied ${text}`);
    else onRefused(text);
  };
  const row = (place: Place, label: string): HTMLElement => {
    const { path, value } = place;
    const shown = element('span', { class: 'value' }, shortValue(value));
    return path === undefined
      ? element('span', { class: 'row' }, element('span', { class: 'name' }, label), shown)
      : element(
          'span',
          { class: 'row' },
          button(label, { class: 'name', title: `Copy \${${path}}` }, () => void copy(path)),
          shown,
        );
  };
  const branch = (place: Place): HTMLElement => {
    const item = element('li', {});
    if (placesBelow(place.value, place.path).length === 0) {
      item.append(element('span', { class: 'twig' }), row(place, place.name));
      return item;
    }
    const key = place.path ?? '';
    const toggle = button('', { class: 'twig', 'aria-label': `Contents of ${place.name}` }, () => {
      setOpen(toggle.getAttribute('aria-expanded') !== 'true');
    });
    const setOpen = (isOpen: boolean): void => {
      toggle.setAttribute('aria-expanded', String(isOpen));
      item.querySelector(':scope > ul')?.remove();
      if (isOpen) item.append(listOf(placesBelow(place.value, place.path)));
      if (isOpen) opened.add(key);
      else opened.delete(key);
    };
    item.append(toggle, row(place, place.name));
    setOpen(key !== '' && opened.has(key));
    return item;
  };
  const listOf = (places: readonly Place[]): HTMLElement => {
    const list = element('ul', {}, ...places.slice(0, MOST).map(branch));
    if (places.length > MOST) {
      list.append(element('li', { class: 'more' }, `${places.length - MOST} more: !context shows them`));
    }
    return list;
  };
  const found = (text: string): HTMLElement => {
    const places = findPlaces(context, text, MOST);
    if (places.length === 0) return element('p', { class: 'empty' }, 'Nothing found.');
    return element(
      'ul',
      { class: 'found' },
      ...places.map((place) => element('li', {}, row(place, place.path ?? place.name))),
    );
  };
  const paint = (): void => {
    const text = search.value.trim();
    const places = placesBelow(context, '');
    const empty = element('p', { class: 'empty' }, 'Empty. Commands write here what they find.');
    tree.replaceChildren(text !== '' ? found(text) : places.length > 0 ? listOf(places) : empty);
  };

  search.addEventListener('input', paint);
  moveAmong(tree, 'button.name', (name, key) => {
    const toggle = name.closest('li')?.querySelector<HTMLElement>(':scope > button.twig');
    if (toggle && (toggle.getAttribute('aria-expanded') === 'true') === (key === 'ArrowLeft')) toggle.click();
  });
  paint();
  return {
    element: element(
      'section',
      { 'aria-labelledby': 'context-title' },
      element('h2', { id: 'context-title' }, 'Context'),
      element('label', { for: 'context-search', class: 'unseen' }, 'Search the context'),
      search,
      tree,
    ),
    async refresh() {
      context = await get('/context', isAnything);
      paint();
    },
    current: () => context,
  };
}
