import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ChatBench, openChatBench } from '../../test_data/chat-bench.js';
import { objectOf, objectsOf } from '../../test_data/command-bench.js';

let bench: ChatBench;
let chatId: string;
beforeAll(async () => {
  bench = await openChatBench({ longChatMessages: 3000 });
  chatId = bench.chat('Alert feed').id;
});
afterAll(() => bench.close());

const ITEMS = 'MSGraphTeamsChatMessage(val.ID && val.ID == obj.ID && val.ChatID && val.ChatID == obj.ChatID)';
const NEXT = "MSGraphTeamsChatMessage(val.NextPage.indexOf('http')>=0)";

async function listed(args: Record<string, unknown>) {
  const { entry, requests } = await bench.run('msgraph-teams-list-messages', { chat_id: chatId, ...args });
  const numbers = objectsOf(entry.EntryContext?.[ITEMS] ?? []).map(({ Text }) =>
    Number(/^Alert (\d+) of 3000$/.exec(String(Text))?.[1]),
  );
  return { entry, numbers, requests, next: objectOf(entry.EntryContext?.[NEXT] ?? {})['NextPage'] };
}

const downFrom = (first: number, count: number) => Array.from({ length: count }, (_, index) => first - index);

describe('a chat of 3,000 messages', () => {
  test('limit=200 gives the 200 newest, newest first, in four requests', async () => {
    const { entry, numbers, requests } = await listed({ limit: 200 });
    expect(numbers).toEqual(downFrom(3000, 200));
    expect(requests).toHaveLength(4);
    expect(entry.HumanReadable).toMatch(
      /^### 200 messages found \nPay attention there are more results than shown\nNewest first\.\n/,
    );
  });

  test('the next page goes on behind the last message, also from within a page', async () => {
    const first = await listed({ limit: 7 });
    const second = await listed({ limit: 60, next_page: first.next });
    const third = await listed({ limit: 5, next_page: second.next });
    expect([...first.numbers, ...second.numbers, ...third.numbers]).toEqual(downFrom(3000, 72));
    expect(first.requests).toHaveLength(1);
  });

  test('since stops at the first older message', async () => {
    // Alert 1 came on 5 January 2026 at 06:00, and one a minute after it.
    const { numbers, requests, next } = await listed({ limit: 10_000, since: '2026-01-07T06:59:00Z' });
    expect(numbers).toEqual(downFrom(3000, 61));
    expect(requests).toHaveLength(2);
    expect(next).toBeUndefined();
  });

  test('until begins at the newest message before it', async () => {
    const { numbers, requests } = await listed({
      since: '2026-01-05T06:02:00Z',
      until: '2026-01-05T06:05:00Z',
    });
    expect(numbers).toEqual([5, 4, 3]);
    expect(requests).toHaveLength(1);
  });

  test('all_results reads all of it once', async () => {
    const { numbers, requests } = await listed({ all_results: true });
    expect(numbers).toEqual(downFrom(3000, 3000));
    expect(requests).toHaveLength(60);
  });
});

test('a reaction moves a message by its last change alone, and since ends at the right place in both orders', async () => {
  const quiet = await openChatBench({ longChatMessages: 120, replies: [] });
  const id = quiet.chat('Alert feed').id;
  // What was the newest message is liked two minutes after another one came.
  await quiet.sandbox.reply(id, { by: 'tomas@contoso.example', react: 'like', afterSeconds: 120 });
  await quiet.run('msgraph-teams-send-message', { chat_id: id, body: 'Alert 121' });
  const sent = quiet.clock.now();
  quiet.clock.advance(300_000);

  const read = async (args: Record<string, unknown>) => {
    const { entry } = await quiet.run('msgraph-teams-list-messages', { chat_id: id, limit: 3, ...args });
    return objectsOf(entry.EntryContext?.[ITEMS] ?? []).map(({ Text }) =>
      parseInt(String(Text).slice(6), 10),
    );
  };
  const byChange = { order_by: 'lastModifiedDateTime' };
  const since = new Date(sent).toISOString();
  const later = new Date(sent + 60_000).toISOString();
  expect(await read({})).toEqual([121, 120, 119]);
  expect(await read({ since })).toEqual([121]);
  expect(await read({ since: later })).toEqual([]);
  expect(await read(byChange)).toEqual([120, 121, 119]);
  expect(await read({ ...byChange, since })).toEqual([120, 121]);
  expect(await read({ ...byChange, since: later })).toEqual([120]);
  await quiet.close();
});
