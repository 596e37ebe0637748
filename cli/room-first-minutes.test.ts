import { readFile } from 'node:fs/promises';
import { describe, expect, jest, test } from '@jest/globals';
import { PROMPT, roomsOnTerminals } from '../test_data/rooms.js';

// Each test starts processes, and the whole suite keeps all cores busy.
jest.setTimeout(120_000);

const { open } = roomsOnTerminals();

describe('the first five minutes of the README', () => {
  /** The commands with what is printed below each, as the README has them. */
  async function printed(): Promise<
    readonly { readonly command: string; readonly lines: readonly string[] }[]
  > {
    const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
    const [, section = ''] = /## The first five minutes\n([^]*?)\n## /.exec(readme) ?? [];
    const blocks = section.split(/^\$ npx msgraph-soar /m).slice(1);
    return blocks.map((block) => {
      const [command = '', ...lines] = (block.split('```')[0] ?? '').split('\n');
      return { command, lines: lines.filter((line) => line !== '' && !line.startsWith('SANDBOX')) };
    });
  }

  test('work in the room as they are printed there', async () => {
    const [list, disable, mistyped] = await printed();
    const typed = [
      ['!msgraph-user-list filter="accountEnabled eq false" properties=displayName,accountEnabled', list],
      ['!msgraph-user-account-disable user=sylvie@contoso.example reason="Reported phishing"', disable],
      ['!msgraph-user-get usr=adele@contoso.example', mistyped],
    ] as const;
    const room = open([], { columns: 150 });
    await room.shows(PROMPT);
    for (const [line, example] of typed) {
      // The shell takes the quotes away; what is left are the same words.
      const words = (text: string): string => text.replaceAll(/["'!]|--sandbox /g, '');
      expect(words(example?.command ?? '')).toBe(words(line));
      room.type(`${line}\r`);
      const shown = await room.shows(PROMPT);
      expect(example?.lines.length).toBeGreaterThan(1);
      for (const expected of example?.lines ?? []) expect(shown).toContain(expected);
    }
  });
});
