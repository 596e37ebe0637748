import { type RoomEvent, type ShownEntry } from '../wire.js';
import { type Announcer } from './announce.js';
import { createEntryCard } from './entry-card.js';
import { button, element } from './dom.js';

/** How near to its end, in pixels, a feed counts as being read at the end. */
const NEAR = 120;

/** The lines so far, with what came of them. */
export interface Feed {
  readonly element: HTMLElement;
  readonly take: (event: RoomEvent) => void;
  /** Moves to the end. */
  readonly toEnd: () => void;
  /** The line that runs; undefined where none does. */
  readonly running: () => number | undefined;
  /** From now on what comes is new, and said. */
  readonly goLive: () => void;
}

interface Card {
  readonly element: HTMLElement;
  readonly entries: HTMLElement;
  readonly progress: HTMLElement;
  /** What is not final yet, by what it schedules: several people who are asked are waited for side by side. */
  readonly sequences: Map<string, Sequence>;
}

interface Sequence {
  /** The notes on entries that a later one completes: the first one, and the newest look since. */
  readonly notes: HTMLElement[];
  looks: number;
}

/** Makes the feed. @param cancel Cancels a line. */
export function createFeed({ say }: Announcer, cancel: (line: number) => void): Feed {
  const list = element('ol', { class: 'feed' });
  const hint = element(
    'p',
    { class: 'empty' },
    'Nothing happened yet. Type ',
    element('code', {}, '!msgraph-user-list limit=5'),
    ' to begin; ',
    element('code', {}, '!help'),
    ' lists all commands.',
  );
  const scroller = element(
    'div',
    { class: 'scroller', tabindex: '0', role: 'region', 'aria-label': 'Lines and entries' },
    hint,
    list,
  );
  const cards = new Map<number, Card>();
  const active = new Set<number>();
  let isLive = false;

  const cardOf = (line: number, text: string): Card => {
    const known = cards.get(line);
    if (known) return known;
    const card: Card = {
      element: element('li', { class: 'card' }),
      entries: element('div', { class: 'entries' }),
      progress: element('div', { class: 'progress' }),
      sequences: new Map(),
    };
    card.progress.hidden = true;
    if (text !== '') card.element.append(element('h2', { class: 'line' }, text));
    card.element.append(card.entries, card.progress);
    cards.set(line, card);
    hint.remove();
    list.append(card.element);
    return card;
  };
  /** What is not final yet: the first word on it stays, and each further look takes the place of the one before. */
  const addScheduled = (card: Card, painted: HTMLElement, schedule: string): void => {
    const sequence = card.sequences.get(schedule) ?? { notes: [], looks: 0 };
    card.sequences.set(schedule, sequence);
    const { notes, looks } = sequence;
    const words = looks === 0 ? 'Followed to its end …' : `Look ${looks}. Followed to its end …`;
    const note = element('p', { class: 'schedule' }, words);
    painted.append(note);
    if (looks < 2) card.entries.append(painted);
    else notes.pop()?.closest('.entry')?.replaceWith(painted);
    notes.push(note);
    sequence.looks += 1;
  };
  const addEntry = (card: Card, entry: ShownEntry): void => {
    const painted = createEntryCard(entry);
    // A note is its own echo.
    const heading = card.element.querySelector('h2');
    if (entry.readable.tone === 'note' && heading?.textContent.startsWith('!') === false) heading.remove();
    if (entry.schedule !== null) addScheduled(card, painted, entry.schedule);
    else card.entries.append(painted);
    if (isLive) say(painted.querySelector('.body')?.textContent.slice(0, 300) ?? '');
  };
  const setProgress = (line: number, { state, text }: Extract<RoomEvent, { type: 'progress' }>): void => {
    const card = cardOf(line, '');
    const isActive = state === 'waiting' || state === 'running';
    if (isActive) active.add(line);
    else active.delete(line);
    const usual = state === 'waiting' ? 'Waits for the line before it.' : 'Running …';
    card.progress.hidden = !isActive && text === '';
    card.progress.classList.toggle('active', state === 'running');
    const stop = button('Cancel', { 'aria-label': `Cancel line ${line}` }, () => {
      cancel(line);
    });
    card.progress.replaceChildren(
      element('span', {}, text === '' ? usual : text),
      ...(isActive ? [stop] : []),
    );
    if (isLive && text !== '') say(text);
    if (isActive) return;
    const end = state === 'cancelled' ? 'No longer followed.' : 'Followed to its end: see below.';
    for (const { notes } of card.sequences.values()) for (const note of notes) note.textContent = end;
    card.sequences.clear();
  };
  const isAtEnd = (): boolean => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR;
  const toEnd = (): void => {
    scroller.scrollTop = scroller.scrollHeight;
  };

  // A keyboard on the screen, or another window, makes it smaller.
  let wasReadAtEnd = true;
  scroller.addEventListener('scroll', () => {
    wasReadAtEnd = isAtEnd();
  });
  new ResizeObserver(() => {
    if (wasReadAtEnd) toEnd();
  }).observe(scroller);

  return {
    element: scroller,
    toEnd,
    running: () => [...active][0],
    goLive() {
      if (!isLive) toEnd();
      isLive = true;
    },
    take(event) {
      const wasAtEnd = isAtEnd();
      switch (event.type) {
        case 'line':
          cardOf(event.line, event.text);
          break;
        case 'entry':
          addEntry(cardOf(event.line, ''), event.entry);
          break;
        case 'remark':
          cardOf(event.line, '').entries.append(element('p', { class: 'remark' }, event.text));
          break;
        case 'progress':
          setProgress(event.line, event);
          break;
        default:
          return;
      }
      if (wasAtEnd) toEnd();
    },
  };
}
