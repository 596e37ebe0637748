import { afterEach, describe, expect, test } from '@jest/globals';
import { openWatchBench, type WatchBench, type WatchWish } from '../../test_data/watch-bench.js';
import { type ChatIncident } from './incident.js';

let bench: WatchBench;
afterEach(() => bench.close());

async function open(wish?: WatchWish): Promise<WatchBench> {
  bench = await openWatchBench(wish);
  return bench;
}

const numbered = (count: number): string[] =>
  Array.from({ length: count }, (_one, index) => `word ${index + 1}`);

const details = (): string[] => bench.incidents.map((incident) => incident.details);

/** Lets several looks pass. */
async function looksPass(): Promise<void> {
  const { log } = bench.sandbox;
  const before = log.length;
  await bench.until('three more looks', () => log.length >= before + 3);
}

describe('polling', () => {
  test('makes nothing of what was said before, and one incident of each message since, in order', async () => {
    await open();
    await bench.start();
    expect(bench.incidents).toEqual([]);
    await bench.say(...numbered(5));
    await bench.until('five incidents', () => bench.incidents.length >= 5);
    await looksPass();
    expect(details()).toEqual(numbered(5));
  });

  test('tells who, what, when and where', async () => {
    await open();
    await bench.start();
    await bench.say('<b>Look</b> [here](https://fabrikam.example) & <script>x</script>');
    await bench.until('an incident', () => bench.incidents.length > 0);
    const [message] = bench.sandbox.messagesOf(bench.chat.id).slice(-1);
    const [incident] = bench.incidents;
    expect(incident).toEqual({
      name: expect.stringContaining('Teams message from Noor'),
      occurred: message?.createdDateTime,
      rawJSON: expect.any(String),
      dbotMirrorId: `${bench.chat.id}/${message?.id ?? ''}`,
      details: expect.any(String),
    });
    expect(incident?.details).not.toMatch(/(?<!\\)[[<]/);
    expect(incident?.name).not.toMatch(/(?<!\\)[[<]/);
    expect(JSON.parse(incident?.rawJSON ?? '')).toMatchObject({
      id: message?.id,
      chatId: bench.chat.id,
      body: { content: message?.body.content },
    });
  });

  test('leaves out what the own account says and what nobody said', async () => {
    await open();
    await bench.start();
    await bench.sandbox.reply(bench.chat.id, { by: 'adele@contoso.example', say: 'my own' });
    await bench.say('of another');
    await bench.until('an incident', () => bench.incidents.length > 0);
    await looksPass();
    expect(details()).toEqual(['of another']);
  });

  test('finds what was said while nobody watched, more than a page of it', async () => {
    await open();
    await bench.start();
    await bench.end();
    await bench.say(...numbered(130));
    await bench.start();
    await bench.until('all of it', () => bench.incidents.length >= 130);
    await looksPass();
    expect(details()).toEqual(numbered(130));
  });

  test('asks again at the interval, and no sooner', async () => {
    await open({ params: { chat_events_interval: '300' } });
    await bench.start();
    const { log } = bench.sandbox;
    const before = log.length;
    bench.clock.advance(299_000);
    await new Promise((resolve) => setImmediate(resolve));
    expect(log.length).toBe(before);
    await bench.until('the next look', () => log.length > before);
    expect(bench.clock.now()).toBeGreaterThanOrEqual(Date.parse('2026-03-02T08:05:00Z'));
  });

  test('begins anew with a chat that was not watched for a while', async () => {
    await open();
    await bench.start();
    await bench.end();
    const { state } = bench.instance;
    const { value, version } = await state.read();
    const places: unknown = JSON.parse(String(value['chat_events_places']));
    const other = { ...(places as object), '19:other@thread.v2': { readTo: '', seen: {} } };
    await state.write({ ...value, chat_events_places: JSON.stringify(other) }, version);
    await bench.start();
    const kept = String((await state.read()).value['chat_events_places']);
    expect(kept).toContain(bench.chat.id);
    expect(kept).not.toContain('19:other@thread.v2');
  });
});

test('what was kept and can no longer be read makes a new beginning, and no flood', async () => {
  await open();
  await bench.start();
  await bench.end();
  const { state } = bench.instance;
  const { value, version } = await state.read();
  await state.write({ ...value, chat_events_places: '{"19:', chat_events_subscriptions: '[7]' }, version);
  await bench.start();
  await bench.say('one');
  await bench.until('an incident', () => bench.incidents.length > 0);
  await looksPass();
  expect(details()).toEqual(['one']);
});

describe('what fails', () => {
  test('at Graph is told as health with the next step, tried again, and cleared; nothing is lost', async () => {
    await open();
    await bench.start();
    const { sandbox } = bench;
    sandbox.faults = [{ match: { path: /messages/ }, kind: 'not-json' }];
    await bench.say('one', 'two');
    await bench.until('a problem', () => bench.health.length > 0);
    expect(bench.health[0]).toContain(`Chat ${bench.chat.id}: Microsoft Graph answered`);
    expect(bench.health[0]).toContain('Check whether a proxy');
    sandbox.faults = [];
    await bench.until('no problem', () => bench.health.at(-1) === undefined);
    expect(details()).toEqual(['one', 'two']);
  });

  test('at keeping incidents is told without what nobody foresaw, and tried again', async () => {
    let isBroken = true;
    const kept: ChatIncident[] = [];
    await open({
      deliver(incidents) {
        if (isBroken) return Promise.reject(new Error('secret inside'));
        kept.push(...incidents);
        return Promise.resolve();
      },
    });
    await bench.start();
    await bench.say('one', 'two');
    await bench.until('a problem', () => bench.health.length > 0);
    expect(bench.health[0]).not.toContain('secret inside');
    isBroken = false;
    await bench.until('no problem', () => bench.health.at(-1) === undefined);
    expect(kept.map((incident) => incident.details)).toEqual(['one', 'two']);
  });

  test('at noting down how far it came is made good without telling a message twice', async () => {
    await open();
    await bench.start();
    const { state } = bench.instance;
    const write = state.write.bind(state);
    state.write = () => Promise.reject(new Error('full'));
    await bench.say('one');
    await bench.until('a problem', () => bench.health.length > 0);
    state.write = write;
    await bench.until('no problem', () => bench.health.at(-1) === undefined);
    await bench.end();
    await bench.say('two');
    await bench.start();
    await bench.until('the next', () => bench.incidents.length >= 2);
    expect(details()).toEqual(['one', 'two']);
  });

  test('for one chat leaves the others alone', async () => {
    const missing = '19:00000000000000000000000000000000@thread.v2';
    await open();
    await bench.close();
    bench = await openWatchBench({ params: { chat_events_chats: `${missing}, ${bench.chat.id}` } });
    await bench.start(1);
    await bench.until('a problem', () => bench.health.length > 0);
    await bench.say('one');
    await bench.until('an incident', () => bench.incidents.length > 0);
    expect(bench.health.at(-1)).toContain(missing);
    expect(bench.health.at(-1)).not.toContain(bench.chat.id);
  });

  test('with unusable parameters is told, and nothing runs', async () => {
    await open({ params: { chat_events_chats: 'Incident 4711' } });
    const events = await bench.start();
    await events.done;
    expect(bench.health).toEqual([expect.stringContaining('chat_events_chats holds "Incident 4711"')]);
  });
});
