import { element } from './dom.js';

/** Says a sentence to whoever listens to the page, and shows it for a while. */
export interface Announcer {
  readonly element: HTMLElement;
  readonly say: (text: string) => void;
  /** As `say`, and seen as well. */
  readonly show: (text: string) => void;
}

/** How long a shown sentence stays, in milliseconds. */
const SHOWN_MS = 5_000;

/** Makes the place for it. */
export function createAnnouncer(): Announcer {
  const spoken = element('div', { role: 'status', class: 'unseen' });
  const shown = element('div', { class: 'toast', 'aria-hidden': 'true' });
  shown.hidden = true;
  let hiding: number | undefined;
  const say = (text: string): void => {
    spoken.textContent = text;
  };
  return {
    element: element('div', {}, spoken, shown),
    say,
    show(text) {
      say(text);
      shown.textContent = text;
      shown.hidden = false;
      clearTimeout(hiding);
      hiding = window.setTimeout(() => {
        shown.hidden = true;
      }, SHOWN_MS);
    },
  };
}
