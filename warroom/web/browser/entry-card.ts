import { API, type EntrySource, type ShownEntry } from '../wire.js';
import { get, RequestError } from './api.js';
import { button, element } from './dom.js';
import { paintEntry, preformatted } from './paint-entry.js';
import { isEntrySource } from './wire-guards.js';

type View = 'readable' | 'raw' | 'context';

/** Makes an entry with its views. What is behind it is read when somebody wants to see it. */
export function createEntryCard({
  number,
  readable,
  file,
  hasContext,
  target,
  time,
}: ShownEntry): HTMLElement {
  const body = element('div', { class: 'body' });
  let source: Promise<EntrySource> | undefined;

  const contentOf = async (view: View): Promise<readonly Node[]> => {
    if (view === 'readable') return paintEntry(readable);
    source ??= get(`/entries/${number}`, isEntrySource);
    try {
      return [preformatted((await source)[view])];
    } catch (error) {
      source = undefined;
      if (!(error instanceof RequestError)) throw error;
      return [element('p', { class: 'plain' }, `${error.message} ${error.next}`)];
    }
  };
  let wanted: View = 'readable';
  const show = async (view: View): Promise<void> => {
    wanted = view;
    for (const one of switches.children) one.setAttribute('aria-pressed', String(one.id === idOf(view)));
    const content = await contentOf(view);
    // Somebody may have chosen another view meanwhile.
    if (wanted === view) body.replaceChildren(...content);
  };
  const idOf = (view: View): string => `entry-${number}-${view}`;
  const switchTo = (view: View, label: string): HTMLElement =>
    button(label, { id: idOf(view), 'aria-pressed': String(view === 'readable') }, () => void show(view));
  const switches = element(
    'div',
    { class: 'views', role: 'group', 'aria-label': `Views of entry ${number}` },
    switchTo('readable', 'Readable'),
    switchTo('raw', 'Raw'),
    ...(hasContext ? [switchTo('context', 'Context')] : []),
  );

  body.append(...paintEntry(readable));
  const where =
    target === null ? [] : [element('span', { class: `chip ${target.kind}` }, target.instance ?? 'unnamed')];
  const foot = element(
    'div',
    { class: 'foot' },
    element('time', { datetime: time, title: new Date(time).toLocaleString() }, `${time.slice(11, 19)} UTC`),
    ...where,
    switches,
  );
  const card = element('div', { class: `entry ${readable.tone}`, id: `entry-${number}` }, body);
  if (file) {
    const href = `${API}/files/${encodeURIComponent(file.id)}`;
    card.append(element('a', { class: 'button', href, download: file.name }, `Download ${file.name}`));
  }
  card.append(foot);
  return card;
}
