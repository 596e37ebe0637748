import { isUnfinished } from '../../line/scan.js';
import { secretSpans, withoutSecrets } from '../../line/secret-spans.js';
import { type Completable } from '../../room/completion.js';
import { type Announcer } from './announce.js';
import { commonStart, completionsOf } from './complete.js';
import { element } from './dom.js';
import { paintHint } from './hint-line.js';
import { hintFor } from './hint.js';
import { createLineHistory } from './line-history.js';
import { createSuggestions, type Suggestion } from './suggestions.js';

/** Most rows that it grows to before it scrolls. */
const MOST_ROWS = 8;

/** What a prompt works with. */
export interface PromptOptions {
  readonly announcer: Announcer;
  readonly known: Completable;
  readonly submit: (line: string) => void;
  /** Ctrl-C, where nothing is selected. */
  readonly interrupt: () => void;
}

/** Where lines are typed. */
export interface Prompt {
  readonly element: HTMLElement;
  readonly focus: () => void;
  /** Puts a text where the cursor is. */
  readonly insert: (text: string) => void;
  /** Lets the arrow keys bring a line back. */
  readonly remember: (line: string) => void;
}

/** Makes the prompt. It completes and helps as the terminal does, and shows a typed secret as stars. */
export function createPrompt({ announcer, known, submit, interrupt }: PromptOptions): Prompt {
  const input = element('textarea', {
    id: 'line',
    rows: '1',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    'aria-label': 'Command or note',
    'aria-autocomplete': 'list',
    'aria-controls': 'suggestions',
    'aria-describedby': 'hint',
    placeholder: '!command or a note',
  });
  const mask = element('div', { class: 'mask', 'aria-hidden': 'true' });
  const hint = element('div', { id: 'hint', class: 'hint' });
  const history = createLineHistory();
  const { find } = known;

  const pick = ({ text }: Suggestion): void => {
    replaceEnd(text);
  };
  const suggestions = createSuggestions(input, announcer, pick);
  const typed = (): string => input.value.slice(0, input.selectionStart);

  const replaceEnd = (text: string): void => {
    const { part } = completionsOf(typed(), known);
    const start = input.selectionStart - part.length;
    input.setRangeText(text, start, input.selectionStart, 'end');
    changed(true);
  };
  const changed = (suggests: boolean): void => {
    const { value } = input;
    const secrets = secretSpans(value, find);
    // Stars are as wide as what they hide, so that the cursor stays where it is.
    mask.textContent = secrets.reduce(
      (text, { start, end }) => text.slice(0, start) + '*'.repeat(end - start) + text.slice(end),
      value,
    );
    input.classList.toggle('masked', secrets.length > 0);
    mask.hidden = secrets.length === 0;
    input.rows = Math.min(MOST_ROWS, value.split('\n').length);
    hint.replaceChildren(...paintHint(hintFor(value, find)));
    const { part, suggestions: all } = completionsOf(typed(), known);
    const isDone = all.length === 1 && all[0]?.text === part;
    if (suggests && value.startsWith('!') && !isDone) suggestions.show(all);
    else suggestions.hide();
  };
  const setLine = (line: string): void => {
    input.value = line;
    changed(false);
    input.setSelectionRange(line.length, line.length);
  };
  const complete = (): boolean => {
    const { part, suggestions: all } = completionsOf(typed(), known);
    const chosen = suggestions.chosen();
    if (chosen) pick(chosen);
    else if (input.value === '' || all.length === 0) return false;
    else {
      const start = commonStart(all.map(({ text }) => text));
      if (start.length > part.length) replaceEnd(start);
      else if (!suggestions.isOpen()) return false;
      else suggestions.move(1);
    }
    return true;
  };
  const send = (): void => {
    const line = input.value;
    if (line.trim() === '') return;
    history.add(withoutSecrets(line.trim(), find));
    setLine('');
    submit(line);
  };
  const recall = (by: 1 | -1): boolean => {
    const isAtEdge = !(by === -1 ? typed() : input.value.slice(input.selectionStart)).includes('\n');
    const line = isAtEdge ? history.move(by, input.value) : undefined;
    if (line !== undefined) setLine(line);
    return line !== undefined;
  };

  /** @returns Whether the key was taken. */
  const onKey = ({ key, shiftKey, ctrlKey }: KeyboardEvent): boolean => {
    switch (key) {
      case 'Tab':
        return !shiftKey && complete();
      case 'Enter': {
        const chosen = suggestions.chosen();
        if (shiftKey || (!chosen && input.value.startsWith('!') && isUnfinished(input.value))) return false;
        if (chosen) pick(chosen);
        else send();
        return true;
      }
      case 'ArrowUp':
      case 'ArrowDown': {
        const by = key === 'ArrowUp' ? -1 : 1;
        if (!suggestions.isOpen()) return recall(by);
        suggestions.move(by);
        return true;
      }
      case 'Escape':
        suggestions.hide();
        return true;
      case 'c':
        if (
          !ctrlKey ||
          input.selectionStart !== input.selectionEnd ||
          getSelection()?.isCollapsed === false
        ) {
          return false;
        }
        interrupt();
        return true;
      default:
        return false;
    }
  };
  input.addEventListener('keydown', (event) => {
    if (!event.isComposing && onKey(event)) event.preventDefault();
  });
  input.addEventListener('input', () => {
    changed(true);
  });
  input.addEventListener('scroll', () => {
    mask.scrollTop = input.scrollTop;
  });
  input.addEventListener('blur', suggestions.hide);

  const run = element('button', { type: 'submit', class: 'primary' }, 'Run');
  const form = element(
    'form',
    { class: 'prompt', 'aria-label': 'Command line' },
    suggestions.element,
    hint,
    element('div', { class: 'line' }, element('div', { class: 'field' }, mask, input), run),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send();
  });
  changed(false);
  return {
    element: form,
    remember: history.add,
    focus: () => {
      input.focus();
    },
    insert(text) {
      input.setRangeText(text, input.selectionStart, input.selectionEnd, 'end');
      input.focus();
      changed(true);
    },
  };
}
