import { type Dispatcher } from '../integration/dispatcher/dispatcher.js';
import { parseJson } from '../integration/json.js';
import { type Entry } from '../integration/results/entry.js';

/** What a tenant draws by chance, each kind with the form that numbers take in its place; widths stay as they are. */
const drawn: readonly { readonly pattern: RegExp; readonly numbered: (number: number) => string }[] = [
  {
    // The ID of a chat with several members.
    pattern: /(?<=19:)[\da-f]{32}(?=@thread\.v2)/g,
    numbered: (number) => String(number).padStart(32, '0'),
  },
  {
    pattern: /(?<=request ID: )[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g,
    numbered: (number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
  },
];

/** Puts numbers into entries in the place of what is drawn by chance, and takes them back in arguments. */
export function withoutChance(dispatcher: Dispatcher): Dispatcher {
  const numbers = new Map<string, string>();
  const hide = (text: string): string =>
    drawn.reduce(
      (known, { pattern, numbered }) =>
        known.replaceAll(pattern, (found) => {
          const number = numbers.get(found) ?? numbered(numbers.size + 1);
          numbers.set(found, number);
          return number;
        }),
      text,
    );
  const reveal = (value: unknown): unknown =>
    typeof value === 'string'
      ? [...numbers].reduce((text, [found, number]) => text.replaceAll(number, found), value)
      : value;
  return {
    async execute(invocation) {
      const args = Object.entries(invocation.args).map(([name, value]): [string, unknown] => [
        name,
        reveal(value),
      ]);
      const execution = await dispatcher.execute({ ...invocation, args: Object.fromEntries(args) });
      return { ...execution, entries: execution.entries.map((entry) => numberedEntry(entry, hide)) };
    },
  };
}

function numberedEntry(entry: Entry, hide: (text: string) => string): Entry {
  const plain = parseJson(hide(JSON.stringify(entry)));
  return { ...entry, ...(typeof plain === 'object' && plain) };
}
