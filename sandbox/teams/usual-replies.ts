import type { ReplyScript } from './reply-script.js';

/** The words that a question offers as answers, such as `yes` and `no` in `Was it you? (yes/no)`. */
export function optionsIn(question: string): string[] {
  const lines = question.split('\n').map((line) => line.trim());
  const listed = lines.flatMap((line) => /^(?:[-*•]|\d+[.)])\s*(\S.*)$/.exec(line)?.[1] ?? []);
  if (listed.length > 1) return listed;
  const list =
    /[([]([^()[\]]+)[)\]][^()[\]]*$/.exec(question)?.[1] ??
    lines.flatMap((line) => /:([^:?]*[,;/|][^:?]*| *\S+ +or +\S+)$/i.exec(line)?.[1] ?? []).at(-1) ??
    /(\S+\s+or\s+\S+?)\s*[?.]?\s*$/i.exec(question)?.[1] ??
    '';
  const options = list
    .split(/\s*(?:[,;/|\n]|\bor\b)\s*/i)
    .map((option) => option.replaceAll(/^[\s"'“”*]+|[\s"'“”*.!?]+$/g, ''))
    .filter((option) => option !== '');
  return options.length > 1 && options.every((option) => option.length <= 40) ? options : [];
}

const question = /\?|[([][^()[\]]*\/[^()[\]]*[)\]]/;

/**
 * Who answers from the start, in chats of two: George denies everything after three seconds, with the option `no` or the
 * last one; Hanna agrees after eight, with `yes` or the first option, and likes the question before.
 */
export const usualReplies: readonly ReplyScript[] = [
  {
    to: { contains: question, chatType: 'oneOnOne' },
    then: [
      {
        by: 'george@contoso.example',
        afterSeconds: 3,
        say(text) {
          const options = optionsIn(text);
          return options.find((option) => /^no\b/i.test(option)) ?? options.at(-1) ?? 'No, that was not me.';
        },
      },
    ],
  },
  {
    to: { contains: question, chatType: 'oneOnOne' },
    then: [
      {
        by: 'hanna@contoso.example',
        afterSeconds: 8,
        contentType: 'html',
        say(text) {
          const options = optionsIn(text);
          const chosen = options.find((option) => /^yes\b/i.test(option)) ?? options[0] ?? 'Yes, that was me';
          const safe = chosen.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
          return `<p>${safe} <emoji id="smile" alt="🙂" title="Smile"></emoji></p>`;
        },
      },
      { by: 'hanna@contoso.example', afterSeconds: 4, react: 'like' },
    ],
  },
];
