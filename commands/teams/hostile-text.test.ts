import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Lexer, walkTokens } from 'marked';
import { type Instance } from '../../integration/dispatcher/invocation.js';
import { type Entry } from '../../integration/results/entry.js';
import { noteEntry } from '../../integration/results/note-entry.js';
import { readableEntry } from '../../warroom/readable/entry.js';
import { type Block, type Cell } from '../../warroom/readable/model.js';
import { paintEntries } from '../../warroom/terminal/entry.js';
import { shownEntry } from '../../warroom/web/shown.js';
import { type ChatBench, openChatBench } from '../../test_data/chat-bench.js';
import { sandboxInstance } from '../../test_data/sandbox-instance.js';
import { type ScriptedServer, startScriptedServer } from '../../test_data/scripted-server.js';
import { granted } from '../../test_data/token-endpoint.js';
import { shownLine, shownText } from './shown-text.js';

const ID = '19:abc@thread.v2';

/** What the person who attacks has under control: a message, their own name, and the name of the chat. */
let hostile = { body: '', name: '', topic: '' };

let bench: ChatBench;
let server: ScriptedServer;
let instance: Instance;
beforeAll(async () => {
  bench = await openChatBench();
  server = await startScriptedServer(({ url }) =>
    url.includes('/oauth2/') ? granted('token') : { status: 200, body: answerTo(url) },
  );
  instance = sandboxInstance(bench.sandbox, 'soar', { url: server.url, azure_ad_endpoint: server.url });
});
afterAll(async () => {
  await server.close();
  await bench.close();
});

function answerTo(url: string): object {
  const { body, name, topic } = hostile;
  const member = { id: 'm1', displayName: name, email: name, roles: ['owner'], userId: 'u1' };
  const message = {
    id: '1',
    messageType: 'message',
    createdDateTime: '2026-03-02T08:00:00Z',
    from: { user: { id: 'u1', displayName: name } },
    body: { contentType: 'html', content: body },
    attachments: [{ id: 'a', name, contentType: 'reference' }],
  };
  const event = {
    ...message,
    id: '2',
    messageType: 'unknownFutureValue',
    from: null,
    eventDetail: { '@odata.type': '#microsoft.graph.chatRenamedEventMessageDetail', chatDisplayName: topic },
  };
  const chat = {
    id: ID,
    topic,
    chatType: 'group',
    createdDateTime: '2026-03-02T08:00:00Z',
    members: [member],
  };
  if (/\/messages\/1/.test(url)) return message;
  if (url.includes('/messages')) return { value: [message, event] };
  if (url.includes('/members')) return { value: [member] };
  return url.includes(encodeURIComponent(ID)) ? chat : { value: [chat, { ...chat, id: 'two' }] };
}

/** Each command that shows what others wrote: its arguments, and how many rows it has. */
const shown: [string, Record<string, unknown>, number][] = [
  ['list-chats', { user_id: 'x', expand: 'members' }, 2],
  ['get-chat', { chat_id: ID }, 1],
  ['update-chat', { chat_id: ID, clear_subject: true }, 1],
  ['list-members', { chat_id: ID }, 1],
  ['list-messages', { chat_id: ID, include_system_events: true }, 2],
  ['get-message', { chat_id: ID, message_id: '1' }, 1],
];

const piece = fc.oneof(
  fc.constantFrom(
    '<', '>', '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '</td></tr>', '<!--', '-->', '&lt;b&gt;', '&#10;', '&#8232;',
    '|', '`', '```', '*', '**', '_', '~~', '\n', '\r', '\u2028', '\u0085', '\u001b[31m', '\u009b2J', '\u202e', '\u200b', '\\', '\\\\|',
    '[x](javascript:alert(1))', '[x](https://fabrikam.example)', '![x](https://fabrikam.example/p.png)', '<javascript:alert(1)>',
    '# ', 'https://fabrikam.example/_x/~y', '### SANDBOX', '\n---\n', '> ', '- ', '1. ', '{{', '}}', '<a href="javascript:alert(1)">', '</a>', '<b', '"', "'", 'é', 'x', ' ',
  ), // prettier-ignore
  fc.string({ maxLength: 3, unit: 'binary' }),
);
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

const kindsOf = (blocks: readonly Block[]) => blocks.map(({ kind }) => kind);

/** The text of a block of words, or of the cells of a table. */
function cellsOf(block: Block): readonly Cell[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.lines];
    case 'table':
      return [block.header, ...block.rows].flat();
    default:
      return [];
  }
}

/** Whatever was written, an entry is its title and a table of so many rows: no markup, and no link under other words. */
function expectTame(entry: Entry, rows: number): void {
  const { blocks } = readableEntry(entry);
  expect(kindsOf(blocks).filter((kind) => kind !== 'paragraph')).toEqual(['heading', 'table']);
  for (const block of blocks) {
    if (block.kind === 'table') expect(block.rows).toHaveLength(rows);
    const isBold = block.kind === 'heading';
    for (const { text: words, href, styles } of cellsOf(block).flat(2)) {
      if (href !== undefined) expect([`http://${words}`, words, encodeURI(words)]).toContain(href);
      const styled = styles.filter((style) => style !== 'link' && !(isBold && style === 'bold'));
      expect(block.kind === 'table' ? styled.filter((style) => style !== 'bold') : styled).toEqual([]);
    }
  }
  void walkTokens(new Lexer({ gfm: true }).lex(entry.HumanReadable ?? ''), (token) => {
    if (token.type === 'html') expect(token.raw).toBe('<br>');
    expect(token.type).not.toBe('image');
  });
  const terminal = paintEntries([entry], { color: true, columns: 100 });
  expect(terminal.replaceAll(/\u001b\[[\d;]*m/g, '')).not.toMatch(
    /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/,
  );
  const page = shownEntry(
    { id: '1@1', time: '2026-03-02T08:00:00Z', user: '', line: '', target: null, entry },
    1,
  );
  expect(page.readable).toEqual(readableEntry(entry));
}

describe.each(shown)('msgraph-teams-%s', (name, args, rows) => {
  test('shows hostile bodies, names and topics as words, in the terminal and on the page', async () => {
    await fc.assert(
      fc.asyncProperty(text, text, text, async (body, displayName, topic) => {
        hostile = { body: `<p>${body}</p>`, name: displayName, topic };
        const { entry } = await bench.run(`msgraph-teams-${name}`, args, instance);
        expect(entry.Type).toBe(1);
        expectTame(entry, rows);
      }),
      { numRuns: 60 },
    );
  });
});

test('a line break, and what a browser or terminal takes for one, forges no row', async () => {
  for (const sign of ['\n', '\r', '\u2028', '\u2029', '&#10;', '&#8232;']) {
    const forged = `x${sign}| forged | row | of | five | cells |`;
    hostile = { body: forged, name: forged, topic: forged };
    const { entry } = await bench.run('msgraph-teams-list-messages', { chat_id: ID }, instance);
    expectTame(entry, 1);
  }
});

const wordsIn = (markdown: string) =>
  readableEntry(noteEntry(markdown)).blocks.flatMap((block) =>
    cellsOf(block).map((lines) => lines.map((line) => line.map((span) => span.text).join('')).join('\n')),
  );

test.each([
  ['https://contoso.example/_layouts/15/~me?a=1&b=2', 'https://contoso.example/_layouts/15/~me?a=1&b=2'],
  ['https://x.example<img src=x onerror=alert(1)>', 'https://x.example \\<img src=x onerror=alert(1)>'],
  ['www.x.example/\\<b>', 'www.x.example/%5C \\<b>'],
  ['see [x](https://x.example/[1]|`2`)', 'see \\[x](https://x.example/%5B1%5D%7C%602%60)'],
])('an address stays one, and keeps no bracket from being escaped: %s', (given, written) => {
  expect(shownText(given)).toBe(written);
});

test('a name shows as the characters it is made of, in a title and in a cell', () => {
  const signs = fc.string({
    unit: fc.constantFrom(
      '*',
      '_',
      '~',
      '`',
      '|',
      '\\',
      '<',
      '>',
      '[',
      ']',
      '(',
      ')',
      '!',
      '&',
      ';',
      '#',
      'x',
      '1',
      ' ',
      '-',
      '+',
      '=',
      ':',
      '"',
      "'",
      'é',
      '.',
    ),
    minLength: 1,
    maxLength: 14,
  });
  fc.assert(
    fc.property(signs, (middle) => {
      const given = `a${middle}z`.replaceAll(/ +/g, ' ');
      expect(wordsIn(`### ${shownLine(given)}`)).toEqual([given]);
      const cell = shownText(given).replaceAll(/[|`]/g, '\\$&');
      expect(wordsIn(`|A|\n|---|\n| ${cell} |\n`)).toEqual(['A', given]);
    }),
    { numRuns: 1000 },
  );
});
