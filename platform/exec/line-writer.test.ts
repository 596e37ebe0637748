import { PassThrough, Writable } from 'node:stream';
import { expect, test } from '@jest/globals';
import { createLineWriter } from './line-writer.js';

test('lines that are ready together go out in one write, in their order', async () => {
  const writes: string[] = [];
  const output = new Writable({
    decodeStrings: false,
    write(text: string, _, done) {
      writes.push(text);
      done();
    },
  });
  const write = createLineWriter(output);
  await Promise.all([write({ id: 1 }), write({ id: 2 })]);
  await write({ id: 3 });
  expect(writes).toEqual(['{"id":1}\n{"id":2}\n', '{"id":3}\n']);
});

test('a line that finds the reader slow waits until it has read', async () => {
  const output = new PassThrough({ highWaterMark: 8 });
  const write = createLineWriter(output);
  const done: number[] = [];
  const note = (id: number) => write({ id }).then(() => done.push(id));
  const first = note(1);
  while (output.readableLength === 0) await new Promise(setImmediate);
  const second = note(2);
  await new Promise(setImmediate);
  expect(done).toEqual([]);
  let text = '';
  output.on('data', (chunk: Buffer) => (text += chunk.toString()));
  await Promise.all([first, second]);
  expect(done).toEqual([1, 2]);
  expect(text).toBe('{"id":1}\n{"id":2}\n');
});

test('a reader that is gone fails the lines that wait for it', async () => {
  const output = new PassThrough({ highWaterMark: 1 });
  const write = createLineWriter(output);
  const failed = Promise.allSettled([write({ id: 1 })]);
  while (output.readableLength === 0) await new Promise(setImmediate);
  const later = Promise.allSettled([write({ id: 2 })]);
  output.destroy(new Error('gone'));
  expect((await failed)[0].status).toBe('rejected');
  expect((await later)[0].status).toBe('rejected');
});
