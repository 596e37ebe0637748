import { type RoomState } from '../wire.js';
import { element } from './dom.js';

/** The line that says what commands act on. */
export interface Banner {
  readonly element: HTMLElement;
  readonly show: (state: RoomState) => void;
}

/** Makes the banner. Each kind of target has its own color, and its own words. */
export function createBanner(): Banner {
  const place = element('p', { class: 'target none' }, '');
  return {
    element: place,
    show({ target, allowsEffects, banner }) {
      const kind =
        target === null ? 'none' : target.kind === 'sandbox' ? 'sandbox' : allowsEffects ? 'real' : 'reading';
      place.className = `target ${kind}`;
      const where =
        target?.kind === 'sandbox' ? [element('span', { class: 'chip' }, target.instance ?? '')] : [];
      place.replaceChildren(banner, ' ', ...where);
    },
  };
}
