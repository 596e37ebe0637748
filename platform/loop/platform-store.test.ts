import { beforeEach, describe, expect, test } from '@jest/globals';
import { systemClock } from '../../integration/clock.js';
import { isJsonObject, type JsonObject } from '../../integration/json.js';
import { VersionConflictError } from '../../integration/state/store.js';
import { PlatformError } from './channel.js';
import { createLiveStore, createPlatformStore } from './platform-store.js';

let asked: JsonObject[];
let answer: (message: JsonObject) => unknown;
const version = { version: 4, sequenceNumber: 3, primaryTerm: 1 };
beforeEach(() => {
  asked = [];
  answer = () => ({ context: { note: 'kept' }, version });
});

/** The server's side, without lines. */
const channel = {
  async ask(message: object): Promise<unknown> {
    if (!isJsonObject(message)) throw new Error('No message.');
    asked.push(message);
    return Promise.resolve(answer(message));
  },
  tell: () => Promise.resolve(),
  take: () => false,
  close: () => undefined,
};
const commands = (): unknown[] => asked.map(({ command }) => command);

describe('the integration context of one run', () => {
  test('is asked for as it is now, and written at once, at the version it was read at', async () => {
    const store = createPlatformStore(channel, systemClock);
    const { value, version: read } = await store.read();
    expect(value).toEqual({ note: 'kept' });
    await store.write({ note: 'new' }, read);
    expect(asked).toEqual([
      { type: 'executeCommand', command: 'getIntegrationContext', args: { refresh: true } },
      {
        type: 'executeCommand',
        command: 'setIntegrationContext',
        args: { value: { note: 'new' }, version, sync: true },
      },
    ]);
  });

  test('is asked for once, until something is written or refused', async () => {
    const store = createPlatformStore(channel, systemClock);
    await store.read();
    const { version: read } = await store.read();
    expect(commands()).toEqual(['getIntegrationContext']);
    await store.write({}, read);
    await store.read();
    expect(commands().slice(1)).toEqual(['setIntegrationContext', 'getIntegrationContext']);
  });

  test('is asked for anew under a lock, because others may have signed in meanwhile', async () => {
    const store = createPlatformStore(channel, systemClock);
    await store.read();
    await store.withLock('sign-in', () => Promise.resolve());
    expect(commands().slice(0, 2)).toEqual(['getIntegrationContext', 'getIntegrationContext']);
  });

  test('of a server without versions is written without a check', async () => {
    answer = () => ({ context: {} });
    const store = createPlatformStore(channel, systemClock);
    await store.write({ note: 'new' }, (await store.read()).version);
    expect(asked[1]).toMatchObject({
      args: { version: { version: -1, sequenceNumber: -1, primaryTerm: -1 } },
    });
  });

  test.each([
    ['nothing was ever kept', { context: null, version }],
    ['something else is kept', { context: 'x', version }],
  ])('is empty where %s', async (_, given) => {
    answer = () => given;
    expect((await createPlatformStore(channel, systemClock).read()).value).toEqual({});
  });

  test.each([[null], ['x'], [[1]]])(
    'that comes as %j is an error, not an empty one to write over',
    async (given) => {
      answer = () => given;
      await expect(createPlatformStore(channel, systemClock).read()).rejects.toThrow(PlatformError);
    },
  );

  test('that somebody else wrote first is a conflict; any other refusal is not', async () => {
    const store = createPlatformStore(channel, systemClock);
    const { version: read } = await store.read();
    const refuse = (text: string) => () => {
      throw new PlatformError(`The platform refused: ${text}`);
    };
    answer = refuse('DB Version 8 does not match');
    await expect(store.write({}, read)).rejects.toThrow(VersionConflictError);
    answer = refuse('the disk is full');
    await expect(store.write({}, read)).rejects.toThrow('the disk is full');
  });
});

describe('the integration context of a run without an end', () => {
  test('is asked for at each reading', async () => {
    const store = createLiveStore(channel, systemClock);
    await store.read();
    answer = () => ({ context: { note: 'of another container' }, version });
    expect((await store.read()).value).toEqual({ note: 'of another container' });
  });

  test('that was read very long ago cannot be written over', async () => {
    const store = createLiveStore(channel, systemClock);
    const { version: old } = await store.read();
    for (let count = 1; count < 1_000; count += 1) await store.read();
    await store.write({}, old);
    await store.read();
    await expect(store.write({}, old)).rejects.toThrow(VersionConflictError);
    expect(commands().filter((command) => command === 'setIntegrationContext')).toHaveLength(1);
  });
});
