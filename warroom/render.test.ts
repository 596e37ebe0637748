import { describe, expect, test } from '@jest/globals';
import { type Execution } from '../integration/dispatcher/invocation.js';
import { toEntries } from '../integration/results/command-result.js';
import { type Entry } from '../integration/results/entry.js';
import { errorEntry } from '../integration/results/raw-entry.js';
import { wholeFormats, render, SANDBOX_LINE, showsSandboxLine } from './render.js';

const nowhere = { color: false };
const onScreen = { color: true, columns: 80 };

const found = (name: string): Entry[] =>
  toEntries({
    table: { title: name, rows: [{ ID: name }] },
    outputs: [{ prefix: 'MSGraphUser', key: 'ID', value: { ID: name } }],
    raw: { id: name },
  });

function execution(entries: readonly Entry[], kind: 'tenant' | 'sandbox' = 'tenant'): Execution {
  return {
    entries,
    files: [],
    target: { kind, instance: 'test', cloud: 'Custom', tenant: 'contoso.example' },
    metrics: { requests: 2, retries: 0, durationMs: 5 },
  };
}

describe('the sandbox line', () => {
  test.each(['terminal', 'markdown'] as const)(
    'stands above the result in %s, for the sandbox only',
    async (format) => {
      const text = await render(execution(found('a'), 'sandbox'), format, nowhere);
      expect(text.split('\n')[0]).toBe('SANDBOX: nothing was done on a real tenant');
      expect(await render(execution(found('a')), format, nowhere)).not.toContain('SANDBOX');
    },
  );

  test.each(['json', 'context', 'raw'] as const)(
    'is kept out of %s, which a machine reads',
    async (format) => {
      expect(await render(execution(found('a'), 'sandbox'), format, nowhere)).not.toContain(SANDBOX_LINE);
    },
  );

  test('is owed elsewhere by the formats that neither show it nor the target', () => {
    expect(wholeFormats.filter((format) => !showsSandboxLine(format))).toEqual(['context', 'raw']);
  });
});

test('markdown is the War Room text of each entry, an error its contents', async () => {
  expect(await render(execution([...found('a'), errorEntry('It failed.')]), 'markdown', nowhere)).toBe(
    '### a\n|ID|\n|---|\n| a |\n\n\nIt failed.',
  );
});

test('json is the entries with target and metrics', async () => {
  const { entries, files: _, ...rest } = execution(found('a'), 'sandbox');
  expect(JSON.parse(await render(execution(found('a'), 'sandbox'), 'json', nowhere))).toEqual({
    results: entries,
    ...rest,
  });
});

describe('context', () => {
  const path = 'MSGraphUser(val.ID && val.ID == obj.ID)';
  const contextOf = async (entries: readonly Entry[]): Promise<unknown> =>
    JSON.parse(await render(execution(entries), 'context', nowhere));

  test('is what goes to the context by path', async () => {
    expect(await contextOf([...found('a'), errorEntry('no')])).toEqual({ [path]: { ID: 'a' } });
    expect(await contextOf([errorEntry('no')])).toEqual({});
  });

  test('loses no entry where several write to one path', async () => {
    expect(await contextOf([...found('a'), ...found('b'), ...found('c')])).toEqual({
      [path]: [{ ID: 'a' }, { ID: 'b' }, { ID: 'c' }],
    });
  });
});

describe('raw', () => {
  const raw = (entries: readonly Entry[]) => render(execution(entries), 'raw', nowhere);

  test('is Graph’s answer, and a list of several', async () => {
    expect(JSON.parse(await raw(found('a')))).toEqual({ id: 'a' });
    expect(JSON.parse(await raw([...found('a'), ...found('b')]))).toEqual([{ id: 'a' }, { id: 'b' }]);
  });

  test('is text as it is', async () => {
    expect(await raw(toEntries({ text: 'ok', raw: 'ok' }))).toBe('ok');
  });
});

describe('text from outside', () => {
  const hostile = toEntries({ text: 'a\u001b]0;x\u0007\u009b2J\u202eb', raw: 'a\u001b[2J\u009b2J' });

  test.each(wholeFormats)('cannot steer a terminal in %s', async (format) => {
    const shown = await render(execution(hostile), format, { ...onScreen, color: false });
    expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });

  test.each(['markdown', 'raw'] as const)('goes into a file as it is in %s', async (format) => {
    expect(await render(execution(hostile), format, nowhere)).toContain('\u001b');
  });
});
