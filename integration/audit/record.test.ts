import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FIRST_PREVIOUS, readLine, sealRecord } from './record.js';
import { printableJson } from '../printable-json.js';

const content = printableJson({ id: '1', phase: 'before', typed: 'Zoë' });

test('a sealed record is read back with its hash and the hash before it', () => {
  const { line, hash } = sealRecord(content, FIRST_PREVIOUS);
  expect(readLine(Buffer.from(line))).toMatchObject({
    kind: 'record',
    record: { id: '1', typed: 'Zoë' },
    previous: FIRST_PREVIOUS,
    hash,
  });
});

test('whatever one byte of a record is changed to, it is found', () => {
  const bytes = Buffer.from(sealRecord(content, FIRST_PREVIOUS).line);
  const change = fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }));
  fc.assert(
    fc.property(change, ([at, difference]) => {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(at) ^ difference, at);
      expect(readLine(changed).kind).not.toBe('record');
    }),
  );
});

test('wherever a record is cut off, it is not taken for a whole one', () => {
  const inner = `{"id":"1","args":{"x":1,"hash":"${'a'.repeat(64)}"}}`;
  const bytes = Buffer.from(sealRecord(inner, FIRST_PREVIOUS).line);
  for (let length = 0; length < bytes.length; length += 1) {
    expect(readLine(bytes.subarray(0, length)).kind).not.toBe('record');
  }
});

test('a member that stands twice counts as a change, although JSON reads the last one', () => {
  const { line } = sealRecord(content, FIRST_PREVIOUS);
  const forged = line.replace('{"id"', '{"id":"2","id"');
  expect(JSON.parse(forged)).toMatchObject({ id: '1' });
  expect(readLine(Buffer.from(forged)).kind).toBe('changed');
});

test('any text survives, and nothing in it can act on a screen or end the line', () => {
  const text = fc.string({ unit: 'binary' });
  fc.assert(
    fc.property(text, (value) => {
      const json = printableJson({ value });
      expect(JSON.parse(json)).toEqual({ value });
      expect(json).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    }),
  );
});

test.each([
  ['a line break', '\n{"forged":true}', '\\n{'],
  ['an escape code', '\u001b[2J', '\\u001b[2J'],
  ['the one-character start of an escape code', '\u009b2J', '\\u009b2J'],
  ['a change of direction', 'txt.\u202eexe', '\\u202e'],
  ['a line separator', 'a\u2028b', 'a\\u2028b'],
  ['a tag beyond the basic plane', '\u{e0041}', '\\udb40\\udc41'],
])('%s is written as an escape', (_, value, written) => {
  expect(printableJson(value)).toContain(written);
});
