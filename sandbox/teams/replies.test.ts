import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { startSandbox, usualReplies, type ReplyScript, type Sandbox } from '../index.js';
import { chatNamed, chatPath, chatWith, each, invited, tokenOf } from '../raw-chats.js';
import { get, member, write } from '../raw-client.js';
import { optionsIn } from './usual-replies.js';

let sandbox: Sandbox;
let adele: string;
let clock: number;

beforeEach(async () => {
  clock = Date.UTC(2026, 2, 2, 8, 41, 17, 651);
  sandbox = await startSandbox({ now: () => clock });
  adele = await tokenOf(sandbox, 'adele');
});
afterEach(() => sandbox.close());

const george = 'george@contoso.example';
const noor = 'noor@contoso.example';

async function say(chatId: string, content: string, contentType = 'html'): Promise<string> {
  const body = { body: { contentType, content } };
  return String(member((await write(sandbox, adele, 'POST', chatPath(chatId, 'messages'), body)).json, 'id'));
}

/** What others said, oldest first, as a caller reads it. */
async function answers(chatId: string, after: string): Promise<unknown[]> {
  const page = await get(sandbox, adele, chatPath(chatId, 'messages'));
  const ids = each(page, 'id');
  const words = each(page, 'body', 'content').map((content, index) => [ids[index], content] as const);
  return words
    .filter(([id]) => Number(id) > Number(after))
    .sort(([left], [right]) => Number(left) - Number(right))
    .map(([, content]) => content);
}

function script(...then: ReplyScript['then']): ReplyScript[] {
  return [{ to: { contains: 'sign-in' }, then }];
}

describe('a scripted person', () => {
  test('answers what contains the words, in any case and below markup, after so many seconds', async () => {
    sandbox.replies = script({ by: noor, afterSeconds: 5, say: 'no' });
    const { id } = chatWith(sandbox, 'noor');
    await say(id, 'Unrelated');
    const asked = await say(id, 'Was this <b>Sign</b>-in yours?');
    clock += 4_999;
    expect(await answers(id, asked)).toEqual([]);
    clock += 1;
    expect(await answers(id, asked)).toEqual(['no']);
    expect(sandbox.messagesOf(id).at(-1)).toMatchObject({
      from: { displayName: 'Noor Haddad' },
      createdDateTime: '2026-03-02T08:41:22.651Z',
    });
    clock += 3_600_000;
    expect(await answers(id, asked)).toEqual(['no']);
  });

  test('may answer twice, in HTML with an emoji, and late', async () => {
    const html = '<p>yes <emoji alt="🙂"></emoji></p>';
    sandbox.replies = script(
      { by: noor, afterSeconds: 2, say: html, contentType: 'html' },
      { by: noor, afterSeconds: 1_800, say: 'I mean no' },
    );
    const { id } = chatWith(sandbox, 'noor');
    const asked = await say(id, 'sign-in?');
    clock += 60_000;
    expect(await answers(id, asked)).toEqual([html]);
    clock += 1_800_000;
    expect(await answers(id, asked)).toEqual([html, 'I mean no']);
  });

  test('may change an answer afterwards, or take it back', async () => {
    sandbox.replies = script(
      { by: noor, afterSeconds: 1, say: 'yes' },
      { by: noor, afterSeconds: 10, edit: 'no' },
      { by: noor, afterSeconds: 20, withdraw: true },
    );
    const { id } = chatWith(sandbox, 'noor');
    const asked = await say(id, 'sign-in?');
    clock += 11_000;
    expect(await answers(id, asked)).toEqual(['no']);
    expect(sandbox.messagesOf(id).at(-1)).toMatchObject({
      lastEditedDateTime: '2026-03-02T08:41:27.651Z',
      lastModifiedDateTime: '2026-03-02T08:41:27.651Z',
    });
    clock += 11_000;
    expect(sandbox.messagesOf(id).at(-1)).toMatchObject({
      deletedDateTime: '2026-03-02T08:41:37.651Z',
      body: { content: '' },
    });
  });

  test('may just react, which moves the time of the question', async () => {
    sandbox.replies = script({ by: noor, afterSeconds: 3, react: '👎' });
    const { id } = chatWith(sandbox, 'noor');
    const asked = await say(id, 'sign-in?');
    clock += 3_000;
    expect(await answers(id, asked)).toEqual([]);
    const message = await get(sandbox, adele, chatPath(id, 'messages', asked));
    expect(message.json).toMatchObject({
      reactions: [{ reactionType: '👎', user: { user: { displayName: 'Noor Haddad' } } }],
      lastModifiedDateTime: '2026-03-02T08:41:20.651Z',
      lastEditedDateTime: null,
    });
  });

  test('may be another member than the one who is asked, and says nothing in chats of others', async () => {
    sandbox.replies = script({ by: 'tomas@contoso.example', say: 'not me' }, { by: george, say: 'never' });
    const room = chatNamed(sandbox, 'Incident 4711 war room').id;
    const asked = await say(room, 'Noor, your sign-in?');
    clock += 1;
    expect(await answers(room, asked)).toEqual(['not me']);
    const pair = chatWith(sandbox, 'george').id;
    const other = await say(pair, 'sign-in?');
    clock += 1;
    expect(await answers(pair, other)).toEqual([]);
  });

  test('may be set off by a test at once, and is refused where there is nothing to reply to', async () => {
    const { id } = chatWith(sandbox, 'noor');
    await sandbox.reply(id, { by: noor, say: (words) => `You said: ${words.trim()}` });
    expect(sandbox.messagesOf(id).at(-1)?.body.content).toBe('You said: Please close 4711 tomorrow.');
    await expect(sandbox.reply(id, { by: george, say: 'x' })).rejects.toThrow(RangeError);
    await expect(sandbox.reply('nowhere', { by: george, say: 'x' })).rejects.toThrow(RangeError);
  });

  test('does not answer after leaving', async () => {
    sandbox.replies = script({ by: "o'brien@contoso.example", afterSeconds: 60, say: 'late' });
    const { id } = chatNamed(sandbox, "O'Brien's case");
    const asked = await say(id, 'sign-in?');
    const [, membership] = each(await get(sandbox, adele, chatPath(id, 'members')), 'id');
    await write(sandbox, adele, 'DELETE', chatPath(id, 'members', String(membership)));
    clock += 61_000;
    expect(await answers(id, asked)).toEqual(['<systemEventMessage/>']);
  });
});

describe('from the start', () => {
  test('George denies everything after three seconds, and is silent when nothing is asked', async () => {
    const { id } = chatWith(sandbox, 'george');
    const asked = await say(id, 'Was this your sign-in from Lagos? (yes/no)');
    clock += 3_000;
    expect(await answers(id, asked)).toEqual(['no']);
    const told = await say(id, 'Thank you.');
    clock += 60_000;
    expect(await answers(id, told)).toEqual([]);
  });

  test('Hanna likes the question, then agrees in HTML', async () => {
    const body = { chatType: 'oneOnOne', members: [invited('adele'), invited('hanna')] };
    const id = String(member((await write(sandbox, adele, 'POST', '/v1.0/chats', body)).json, 'id'));
    clock += 1_000;
    const asked = await say(
      id,
      '<p>Did you enroll a new phone?</p><ul><li>1. Yes, I did</li><li>2. No</li></ul>',
    );
    clock += 8_000;
    expect(await answers(id, asked)).toEqual([expect.stringMatching(/^<p>Yes, I did <emoji [^>]*alt="🙂"/)]);
    expect(sandbox.messagesOf(id).find((message) => message.id === asked)?.reactions).toHaveLength(1);
    expect(sandbox.replies).toEqual(usualReplies);
  });

  test.each([
    ['Was it you? (yes/no)', ['yes', 'no']],
    ['Was it you? [approve | decline]', ['approve', 'decline']],
    ['Sign-in at 10:02?\nReply with one of: yes, no or later', ['yes', 'no', 'later']],
    ['Reply with one of these words: approve, decline\nThank you', ['approve', 'decline']],
    ['Was it you?\n- Yes\n- No', ['Yes', 'No']],
    ['Tea or coffee?', ['Tea', 'coffee']],
    ['Was it you? Please answer yes or no.', ['yes', 'no']],
    ['Was it you at 10:02?', []],
  ])('%j offers %j', (question, options) => {
    expect(optionsIn(question)).toEqual(options);
  });

  test('no question breaks who answers', () => {
    fc.assert(
      fc.property(fc.string(), (question) => {
        for (const { then } of usualReplies) {
          for (const step of then) {
            if ('say' in step && typeof step.say === 'function') expect(step.say(question)).not.toBe('');
          }
        }
      }),
    );
  });
});
