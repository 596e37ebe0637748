import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { stableText } from './stable-text.js';

const start = Date.parse('2026-03-02T08:00:00Z');

const stable = (text: string, again = text): string => stableText(text, { again, start });

describe('what a run on the sandbox printed', () => {
  test('says where the sandbox was in words, also inside an encoded address', () => {
    expect(stable('http://127.0.0.1:38841/v1.0 scope=http%3A%2F%2F127.0.0.1%3A38841%2F.default')).toBe(
      'http://<sandbox>/v1.0 scope=http%3A%2F%2F<sandbox>%2F.default',
    );
  });

  test('keeps times from before the run, and replaces those from its start on', () => {
    expect(
      stable('2025-06-12T10:20:30Z, 2026-03-02T07:59:59.999Z, 2026-03-02T08:00:00.000Z, 2031-01-01T00:00Z'),
    ).toBe('2025-06-12T10:20:30Z, 2026-03-02T07:59:59.999Z, <time>, <time>');
  });

  test('keeps days from before the run, and replaces those from its day on', () => {
    expect(stable('since 2026-03-01, until 2026-04-01')).toBe('since 2026-03-01, until <date>');
  });

  test('keeps IDs that the tenant always has, and replaces new ones', () => {
    const known = '6b040b31-c824-42aa-a299-50169bd05fc5';
    const again = `| ${known} | ${randomUUID()} |`;
    expect(stable(`| ${known} | ${randomUUID()} |`, again)).toBe(`| ${known} | <ID> |`);
  });

  test('knows the ID inside the one of a chat', () => {
    const chat = () => `19:${randomUUID().replaceAll('-', '')}@thread.v2`;
    expect(stable(chat(), chat())).toBe('19:<ID>@thread.v2');
  });

  test('replaces codes and tokens without the text around them', () => {
    expect(
      stable('enter **AFS6K5SGL** at ?state=utUEaOQPIF_x-1&z=2', 'enter **B82YC5ZSG** at ?state=QG&z=2'),
    ).toBe('enter **<code>** at ?state=<code>&z=2');
  });

  test('replaces a token that nobody reads even where it is the same again', () => {
    expect(stable(`deltatoken=${'aB3'.repeat(30)}.`)).toBe('deltatoken=<code>.');
  });

  test('comes to the same from two runs that differ in what they made up', () => {
    const made = fc.record({
      id: fc.uuid(),
      code: fc.stringMatching(/^[A-Z0-9]{9}$/),
      port: fc.integer({ min: 1024, max: 65535 }),
      delay: fc.integer({ min: 0, max: 1_000_000_000 }),
    });
    const printed = ({ id, code, port, delay }: { id: string; code: string; port: number; delay: number }) =>
      `See http://127.0.0.1:${port}/x: ${id}, code ${code}, ends ${new Date(start + delay).toISOString()}`;
    fc.assert(
      fc.property(made, made, (one, other) => {
        fc.pre(one.id !== other.id && one.code !== other.code);
        const first = stable(printed(one), printed(other));
        expect(first).toBe(stable(printed(other), printed(one)));
        expect(first).toBe('See http://<sandbox>/x: <ID>, code <code>, ends <time>');
      }),
    );
  });
});
