import { expect, test } from '@jest/globals';
import { createMemoryStore } from './memory.js';
import { VersionConflictError } from './store.js';

test('a context nobody wrote is not handed back', async () => {
  const store = createMemoryStore({ kept: 'by others' });
  await store.read();
  expect(store.changed()).toBeUndefined();
});

test('each write raises the generation and keeps what others left', async () => {
  const store = createMemoryStore({ kept: { by: 'others' }, generation: '6' });
  const { value, version } = await store.read();
  await store.write({ ...value, token: 'x' }, version);
  expect(store.changed()).toEqual({ kept: { by: 'others' }, token: 'x', generation: '7' });
});

test('a write made from an old read is refused and changes nothing', async () => {
  const store = createMemoryStore();
  const first = await store.read();
  await store.write({ a: '1' }, first.version);
  await expect(store.write({ b: '2' }, first.version)).rejects.toBeInstanceOf(VersionConflictError);
  expect(store.changed()).toEqual({ a: '1', generation: '1' });
});

test.each(['soon', '-1', '1.5', '', null, {}, '9007199254740993'])(
  'a generation %j counts as none',
  async (generation) => {
    expect((await createMemoryStore({ generation }).read()).version).toBe(0);
  },
);

test('locks of two names do not wait for each other', async () => {
  const store = createMemoryStore();
  let release: (value: string) => void = () => undefined;
  const held = store.withLock('one', () => new Promise<string>((resolve) => (release = resolve)));
  expect(await store.withLock('two', () => Promise.resolve('done'))).toBe('done');
  release('free');
  expect(await held).toBe('free');
});

test('work under one lock runs one after another, also after work that failed', async () => {
  const store = createMemoryStore();
  const steps: string[] = [];
  const work = (name: string) => async () => {
    steps.push(`${name} begins`);
    await Promise.resolve();
    steps.push(`${name} ends`);
    if (name === 'first') throw new Error('first fails');
  };
  const first = store.withLock('sign-in', work('first'));
  const second = store.withLock('sign-in', work('second'));
  await expect(first).rejects.toThrow('first fails');
  await second;
  expect(steps).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
});
