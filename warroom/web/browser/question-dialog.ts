import { type Question } from '../wire.js';
import { type Announcer } from './announce.js';
import { post, RequestError } from './api.js';
import { button, element } from './dom.js';
import { isAnything } from './wire-guards.js';

/** Shows what running lines ask, one question after the other. */
export interface QuestionDialog {
  readonly element: HTMLElement;
  readonly ask: (question: Question) => void;
  /** Takes a question away that was answered, here or elsewhere. */
  readonly drop: (id: number) => void;
}

/** Makes the dialog. @param onDone Called when nothing is asked any longer. */
export function createQuestionDialog({ show }: Announcer, onDone: () => void): QuestionDialog {
  const dialog = element('dialog', { 'aria-labelledby': 'question-title' });
  const waiting: Question[] = [];

  const answer = async (id: number, value: string | boolean | null): Promise<void> => {
    try {
      await post(`/questions/${id}`, { answer: value }, isAnything);
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      show(`${error.message} ${error.next}`);
    }
  };
  const paint = (): void => {
    const [question] = waiting;
    if (!question) {
      dialog.close();
      dialog.replaceChildren();
      onDone();
      return;
    }
    const { id } = question;
    const isSecret = question.kind === 'secret';
    const input = element('input', {
      id: 'question-answer',
      type: isSecret ? 'password' : 'text',
      autocomplete: 'off',
      spellcheck: 'false',
    });
    const go = element('button', { type: 'submit', class: isSecret ? 'primary' : 'danger' }, 'Go on');
    go.disabled = true;
    input.addEventListener('input', () => {
      go.disabled = isSecret ? input.value === '' : !/^\s*(y|yes)\s*$/i.test(input.value);
    });
    const form = element(
      'form',
      { method: 'dialog' },
      ...(isSecret
        ? [
            element('h2', { id: 'question-title' }, 'A secret is needed'),
            element('label', { for: 'question-answer' }, `${question.prompt} (not shown)`),
          ]
        : [
            element('h2', { id: 'question-title' }, 'Do you want this?'),
            element('p', { class: 'plain' }, question.lines.join('\n')),
            element('label', { for: 'question-answer' }, 'Type yes to go on'),
          ]),
      input,
      element(
        'div',
        { class: 'actions' },
        button('Cancel', {}, () => void answer(id, isSecret ? null : false)),
        go,
      ),
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (go.disabled) return;
      void answer(id, isSecret ? input.value : true);
      input.value = '';
    });
    dialog.replaceChildren(form);
    if (!dialog.open) dialog.showModal();
    input.focus();
  };
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    const [question] = waiting;
    if (question) void answer(question.id, question.kind === 'secret' ? null : false);
  });
  return {
    element: dialog,
    ask(question) {
      waiting.push(question);
      if (waiting.length === 1) paint();
    },
    drop(id) {
      const at = waiting.findIndex((question) => question.id === id);
      if (at === -1) return;
      waiting.splice(at, 1);
      if (at === 0) paint();
    },
  };
}
