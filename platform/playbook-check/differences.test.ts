import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { differencesIn } from './differences.js';

const commands = ['a-user-get', 'a-user-list', 'a-user-tap-list', 'a-user-tap-delete', 'a-teams-get'];
const document = `# Compatibility

## Everywhere

| what differs | why |
|---|---|
| all | of them |

## Commands

| command | what differs | why |
|---|---|---|
| \`a-user-get\`, \`-list\` | one \\| two | it was three |
| | more | additions |
| | new root \`Z\` | nothing is added elsewhere |
| | order | it had none |
| \`a-user-tap-list\`, \`-delete\`, \`-unknown\` | both | neither |

## Rule names

| rule | what | why |
|---|---|---|
| \`a-teams-get\` | no | row |
`;

test('rows are found by the full names of their commands, until another row names some; additions are none', () => {
  expect(Object.fromEntries(differencesIn(document, commands))).toEqual({
    'a-user-get': [
      { text: 'one | two', reason: 'it was three' },
      { text: 'order', reason: 'it had none' },
    ],
    'a-user-list': [
      { text: 'one | two', reason: 'it was three' },
      { text: 'order', reason: 'it had none' },
    ],
    'a-user-tap-list': [{ text: 'both', reason: 'neither' }],
    'a-user-tap-delete': [{ text: 'both', reason: 'neither' }],
  });
});

test('our own document is read', async () => {
  const markdown = await readFile(new URL('../../docs/compatibility.md', import.meta.url), 'utf8');
  const found = differencesIn(markdown, ['msgraph-user-get', 'msgraph-user-session-revoke']);
  expect([...found.keys()]).toEqual(['msgraph-user-get', 'msgraph-user-session-revoke']);
});
