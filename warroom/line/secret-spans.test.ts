import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type CommandDeclaration } from '../../integration/manifest/types.js';
import { secretSpans, withoutSecrets } from './secret-spans.js';

const declared: CommandDeclaration = {
  name: 'change',
  description: '',
  arguments: [
    { name: 'user', description: '' },
    { name: 'password', description: '', secret: true },
    { name: 'nonsensitive_password', description: '' },
  ],
};
const find = (name: string) => (name === declared.name ? declared : undefined);

describe('a line that is kept holds no secret', () => {
  test.each([
    ['!change user=a password=hunter2', '!change user=a password=?'],
    ['!change password="two words" user=a', '!change password="?" user=a'],
    ['!change password=`a"b` user=a', '!change password=`?` user=a'],
    ['!change password="a\\"b" user=a', '!change password="?" user=a'],
    ['!change password="a"b user=a', '!change password="? user=a'],
    ['!change password="open user=a', '!change password="?'],
    ['!change password=? user=a', '!change password=? user=a'],
    ['!change password=${env:NEW} user=a', '!change password=${env:NEW} user=a'],
    ['!change password=${NEW_PASSWORD}', '!change password=${NEW_PASSWORD}'],
    ['!change password=${env:a-b}', '!change password=?'],
    ['!change password= user=a', '!change password= user=a'],
    ['!change nonsensitive_password=shown', '!change nonsensitive_password=shown'],
    ['!chnage user=a Password=hunter2', '!chnage user=a Password=?'],
    ['!chnage zip_password="hun ter" x', '!chnage zip_password="?" x'],
    ['change password=hunter2', 'change password=?'],
    ['!change "password=two words" user=a', '!change "password=?" user=a'],
    ["!chnage 'Password=hunter2", "!chnage 'Password=?"],
    ['!change "user=a" password=hunter2', '!change "user=a" password=?'],
    ['!change hunter2 "hun ter" user=a', '!change ? "?" user=a'],
  ])('%s', (line, kept) => {
    expect(withoutSecrets(line, find)).toBe(kept);
  });

  test('a value without a name is secret where the argument that it feeds is', () => {
    const only: CommandDeclaration = {
      name: 'only',
      description: '',
      arguments: [{ name: 'key', description: '', secret: true, default: true }],
    };
    expect(withoutSecrets('!only hunter2', () => only)).toBe('!only ?');
  });
});

test('what is secret never depends on what is typed after it', () => {
  const parts = [
    '!change',
    '!x',
    ' ',
    'password=',
    'user=',
    'hunter2',
    '"',
    '`',
    "'",
    '\\',
    '${',
    '}',
    'token=',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 10 }), fc.nat(), (words, cut) => {
      const line = `!change ${words.join('')}`;
      const typed = line.slice(0, cut % (line.length + 1));
      const secret = (text: string) => {
        const spans = secretSpans(text, find);
        return Array.from(typed, (_, at) => spans.some(({ start, end }) => at >= start && at < end));
      };
      const before = secret(typed);
      const after = secret(line);
      // Quotes, and a question mark that went on, may turn secret late; what was secret stays so.
      before.forEach((was, at) => {
        if (was) expect(after[at]).toBe(true);
      });
    }),
  );
});
