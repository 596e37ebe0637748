import { afterEach, describe, expect, test } from '@jest/globals';
import { clientCertificate } from '../../test_data/certificates/read.js';
import { openWatchBench, type WatchBench, type WatchWish } from '../../test_data/watch-bench.js';
import { type ChatEvents } from './start.js';

const MINUTE_MS = 60_000;

const pem = ({ cert, key }: { readonly cert: string; readonly key: string }): string => cert + key;
const certificate = pem(clientCertificate());

/** Rarely looked at, so that what comes soon came by a notification. */
const BY_NOTIFICATION = { chat_events: 'Notifications', chat_events_interval: '86400' };
const BASIC: WatchWish = { params: BY_NOTIFICATION };
const RICH: WatchWish = {
  isApplication: true,
  params: { ...BY_NOTIFICATION, notification_certificate: certificate },
};

let bench: WatchBench;
afterEach(() => bench.close());

/** Opens a bench whose notifications come. */
async function open(wish: WatchWish): Promise<ChatEvents> {
  bench = await openWatchBench(wish);
  return start();
}

async function start(): Promise<ChatEvents> {
  const events = await bench.start();
  await bench.until('notifications come', () => events.figures().subscriptions === 1);
  return events;
}

/** Lets what a start leads to be over. */
async function calmDown(): Promise<void> {
  const now = bench.clock.now();
  await bench.until('some time', () => bench.clock.now() > now + 5_000);
}

const numbered = (count: number): string[] =>
  Array.from({ length: count }, (_one, index) => `word ${index + 1}`);

const details = (): string[] => bench.incidents.map((incident) => incident.details);

/** Lets members say something, and Microsoft tell of it. */
async function sayAndTell(...texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    await bench.say(text);
    await bench.sandbox.notify();
  }
}

/** How often the messages of the chat were read. */
const looks = (): number =>
  bench.sandbox.log.filter(({ path }) => decodeURIComponent(path).includes('/messages?')).length;

/** Lets so many incidents come, every notification arrive, and what it leads to happen. */
async function settle(incidents = 0): Promise<void> {
  await bench.sandbox.notify();
  await bench.until(`${incidents} incidents`, () => bench.incidents.length >= incidents);
  await calmDown();
}

describe.each([
  ['without content', BASIC],
  ['with encrypted content', RICH],
])('notifications %s', (_kind, wish) => {
  test('make one incident of each message, in order', async () => {
    await open(wish);
    await sayAndTell(...numbered(5));
    await bench.until('five incidents', () => bench.incidents.length >= 5);
    await settle(5);
    expect(details()).toEqual(numbered(5));
    expect(bench.health).toEqual([]);
  });

  test('that come three times each make one incident of each message', async () => {
    await open(wish);
    bench.sandbox.switches.notificationCopies = 3;
    await sayAndTell(...numbered(4));
    await settle(4);
    expect(details()).toEqual(numbered(4));
  });

  test('that come in another order make incidents in the order of the messages', async () => {
    await open(wish);
    bench.sandbox.switches.notificationsHeld = 5;
    await bench.say(...numbered(5));
    await bench.sandbox.notify();
    await bench.until('five incidents', () => bench.incidents.length >= 5);
    await settle(5);
    expect(details()).toEqual(numbered(5));
  });

  test('after a crash go on with the same subscription, and what was sent meanwhile is read', async () => {
    await open(wish);
    const [before] = bench.sandbox.subscriptions;
    await bench.end();
    await bench.say(...numbered(10));
    await start();
    await bench.until('ten incidents', () => bench.incidents.length >= 10);
    await sayAndTell('last');
    await settle(11);
    expect(details()).toEqual([...numbered(10), 'last']);
    expect(bench.sandbox.subscriptions.map(({ id }) => id)).toEqual([before?.id]);
  });

  test('that get lost are made good when Microsoft says so', async () => {
    await open(wish);
    bench.sandbox.switches.areNotificationsLost = true;
    await sayAndTell(...numbered(3));
    await bench.sandbox.notify();
    await bench.until('three incidents', () => bench.incidents.length >= 3);
    expect(details()).toEqual(numbered(3));
  });

  test('with another secret are ignored and counted', async () => {
    const events = await open(wish);
    await calmDown();
    bench.sandbox.switches.wrongClientState = 'a-guess';
    await sayAndTell('one');
    await settle();
    expect(events.figures().ignored).toBeGreaterThan(0);
    expect(bench.incidents).toEqual([]);
  });

  test('come anew after Microsoft removed the subscription, and nothing is lost', async () => {
    await open(wish);
    const [before] = bench.sandbox.subscriptions;
    await bench.sandbox.sendLifecycle(before?.id ?? '', 'subscriptionRemoved');
    await bench.say('in between');
    await bench.sandbox.notify();
    await bench.until('another subscription', () => bench.sandbox.subscriptions.length > 0);
    await bench.until('the message', () => bench.incidents.length > 0);
    await sayAndTell('after');
    await settle(2);
    expect(details()).toEqual(['in between', 'after']);
    expect(bench.sandbox.subscriptions[0]?.id).not.toBe(before?.id);
  });

  test('do not end: the subscription is renewed before it does', async () => {
    const events = await open(wish);
    const [before] = bench.sandbox.subscriptions;
    const minutesLeft = (): number =>
      ((bench.sandbox.subscriptions[0]?.expiresAt ?? 0) - bench.clock.now()) / MINUTE_MS;
    for (let minutes = 0; minutes < 180; minutes += 5) {
      bench.clock.advance(5 * MINUTE_MS);
      await bench.until('half an hour left', () => minutesLeft() > 27);
      await calmDown();
      expect(events.figures().subscriptions).toBe(1);
    }
    expect(bench.sandbox.subscriptions.map(({ id }) => id)).toEqual([before?.id]);
    await sayAndTell('after three hours');
    await settle(1);
    expect(details()).toEqual(['after three hours']);
  });

  test('after so long a sleep that the subscription has ended come anew, and nothing is lost', async () => {
    await open(wish);
    await bench.end();
    bench.clock.advance(24 * 60 * MINUTE_MS);
    await bench.say(...numbered(3));
    await start();
    await bench.until('three incidents', () => bench.incidents.length >= 3);
    await sayAndTell('last');
    await settle(4);
    expect(details()).toEqual([...numbered(3), 'last']);
  });
});

test('a subscription that Microsoft wants authorized anew is renewed, once for several such wishes', async () => {
  await open(BASIC);
  const renewals = (): number => bench.sandbox.log.filter(({ method }) => method === 'PATCH').length;
  const id = bench.sandbox.subscriptions[0]?.id ?? '';
  await bench.sandbox.sendLifecycle(id, 'reauthorizationRequired');
  await settle();
  expect(renewals()).toBe(0);
  bench.clock.advance(11 * MINUTE_MS);
  await bench.sandbox.sendLifecycle(id, 'reauthorizationRequired');
  await bench.sandbox.sendLifecycle(id, 'reauthorizationRequired');
  await bench.sandbox.notify();
  await bench.until('a renewal', () => renewals() > 0);
  await settle();
  expect(renewals()).toBe(1);
});

describe('encrypted content', () => {
  test('is enough: the chat is not read for it', async () => {
    await open(RICH);
    await settle();
    const before = looks();
    await sayAndTell(...numbered(3));
    await bench.until('three incidents', () => bench.incidents.length >= 3);
    expect(details()).toEqual(numbered(3));
    expect(looks()).toBe(before);
    expect(JSON.parse(bench.incidents[0]?.rawJSON ?? '')).toMatchObject({ body: { content: 'word 1' } });
  });

  test('with a forged token is not believed: the chat is read in its place', async () => {
    await open(RICH);
    await settle();
    bench.sandbox.switches.areValidationTokensForged = true;
    const before = looks();
    await sayAndTell('one');
    await bench.until('an incident', () => bench.incidents.length > 0);
    expect(details()).toEqual(['one']);
    expect(looks()).toBeGreaterThan(before);
  });

  test('for a former certificate still opens, and the same subscription goes over to the new one', async () => {
    await open(RICH);
    await calmDown();
    const { sandbox } = bench;
    const [before] = sandbox.subscriptions;
    // On its way while the certificate is changed.
    sandbox.switches.notificationsHeld = 2;
    await bench.say('one');
    await sandbox.notify();
    await bench.end();
    const certificates = pem(clientCertificate('unregistered')) + certificate;
    bench.instance = {
      ...bench.instance,
      params: { ...bench.instance.params, notification_certificate: certificates },
    };
    await start();
    const newId = (): string | null | undefined => sandbox.subscriptions[0]?.encryptionCertificateId;
    await bench.until('the new certificate', () => newId() !== before?.encryptionCertificateId);
    await bench.say('two');
    await sandbox.notify();
    await bench.until('two incidents', () => bench.incidents.length >= 2);
    await settle(2);
    expect(details()).toEqual(['one', 'two']);
    expect(sandbox.subscriptions.map(({ id }) => id)).toEqual([before?.id]);
  });

  test('is not asked for by an instance that acts for a user: that is said, and notifications come without', async () => {
    await open({ params: { ...BY_NOTIFICATION, notification_certificate: certificate } });
    expect(bench.remarks).toContainEqual(expect.stringContaining('notification_certificate is not used'));
    expect(bench.sandbox.subscriptions[0]?.includeResourceData).toBe(false);
    await sayAndTell('one');
    await settle(1);
    expect(details()).toEqual(['one']);
  });
});

test('a message that is announced before a reading shows it is looked for again', async () => {
  await open(BASIC);
  await calmDown();
  bench.sandbox.faults = [{ match: { path: /messages\?/ }, kind: 'lagging-read', times: 2 }];
  await sayAndTell('one');
  await bench.until('an incident', () => bench.incidents.length > 0);
  expect(details()).toEqual(['one']);
  const lag = bench.clock.now() - Date.parse(bench.incidents[0]?.occurred ?? '');
  expect(lag).toBeLessThan(10 * MINUTE_MS);
});

test('what no notification told of is found at a tenth of the pace', async () => {
  await open({ params: { ...BY_NOTIFICATION, chat_events_interval: '30' } });
  await settle();
  const before = looks();
  const began = bench.clock.now();
  await bench.until('five minutes', () => bench.clock.now() > began + 299_000);
  expect(looks() - before).toBeLessThanOrEqual(1);
});
