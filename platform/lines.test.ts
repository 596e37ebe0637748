import { Readable } from 'node:stream';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { linesOf } from './lines.js';

test('lines come out as they went in, however the bytes were cut', async () => {
  const line = fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\n', ' '));
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { minLength: 1 }),
      fc.integer({ min: 1, max: 7 }),
      async (lines, size) => {
        const bytes = Buffer.from(lines.map((each) => `${each}\n`).join(''));
        const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
          bytes.subarray(index * size, (index + 1) * size),
        );
        const found: string[] = [];
        for await (const each of linesOf(Readable.from(chunks, { objectMode: false }))) found.push(each);
        expect(found).toEqual(lines.map((each) => Buffer.from(each).toString('utf8')));
      },
    ),
  );
});

test('the last line needs no line feed', async () => {
  const found: string[] = [];
  for await (const each of linesOf(Readable.from(['a\nb'], { objectMode: false }))) found.push(each);
  expect(found).toEqual(['a', 'b']);
});
