import { type Announcer } from './announce.js';
import { element } from './dom.js';

/** Most that are shown; typing on leaves fewer. */
const MOST = 60;

/** Something that the line may go on with. */
export interface Suggestion {
  readonly text: string;
  readonly description: string;
}

/** The list of what the line may go on with. */
export interface Suggestions {
  readonly element: HTMLElement;
  readonly isOpen: () => boolean;
  readonly show: (suggestions: readonly Suggestion[]) => void;
  readonly hide: () => void;
  /** Chooses the next one, or the one before. */
  readonly move: (by: 1 | -1) => void;
  readonly chosen: () => Suggestion | undefined;
}

/** Makes the list for an input. @param onPick Called when one is clicked. */
export function createSuggestions(
  input: HTMLElement,
  { say }: Announcer,
  onPick: (suggestion: Suggestion) => void,
): Suggestions {
  const list = element('ul', { id: 'suggestions', role: 'listbox', 'aria-label': 'Suggestions' });
  list.hidden = true;
  let shown: readonly Suggestion[] = [];
  let at = -1;

  const choose = (index: number): void => {
    at = index;
    input.removeAttribute('aria-activedescendant');
    for (const [position, option] of [...list.children].entries()) {
      option.setAttribute('aria-selected', String(position === index));
      if (position !== index) continue;
      input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    }
  };
  const hide = (): void => {
    list.hidden = true;
    shown = [];
    choose(-1);
    list.replaceChildren();
  };
  return {
    element: list,
    hide,
    isOpen: () => !list.hidden,
    chosen: () => shown[at],
    show(suggestions) {
      hide();
      shown = suggestions.slice(0, MOST);
      if (shown.length === 0) return;
      list.append(
        ...shown.map((suggestion, index) => {
          const option = element(
            'li',
            { id: `suggestion-${index}`, role: 'option', 'aria-selected': 'false' },
            element('span', { class: 'name' }, suggestion.text),
            element('span', { class: 'description' }, suggestion.description),
          );
          // Before the input loses the focus.
          option.addEventListener('mousedown', (event) => {
            event.preventDefault();
            onPick(suggestion);
          });
          return option;
        }),
      );
      list.hidden = false;
      list.scrollTop = 0;
      say(`${shown.length} suggestions`);
    },
    move(by) {
      if (shown.length > 0) choose((at + by + shown.length) % shown.length);
    },
  };
}
