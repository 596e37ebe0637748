import { describe, expect, jest, test } from '@jest/globals';
import { type ExecRequest } from './request.js';

jest.unstable_mockModule('../../generated/commands.js', () => ({
  commandMetadata: {
    'test-disable': { effects: 'write' },
    'test-read': { effects: 'read' },
  },
}));
const { createTargetOrder } = await import('./target-order.js');

const request = (
  command: string,
  args: ExecRequest['args'],
  more: Partial<ExecRequest> = {},
): ExecRequest => ({
  id: null,
  command,
  args,
  ...more,
});

/** Begins all requests at once and lets each end when asked to; tells what began. */
function startAll(requests: readonly ExecRequest[]) {
  const order = createTargetOrder();
  const begun: number[] = [];
  const ends = new Map<number, () => void>();
  const done = requests.map((each, index) =>
    order.inTurn(each, () => {
      begun.push(index);
      return new Promise<void>((resolve) => ends.set(index, resolve));
    }),
  );
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  return {
    done,
    async begun() {
      await settle();
      return [...begun];
    },
    async end(index: number) {
      ends.get(index)?.();
      await settle();
    },
  };
}

describe('effects on one target', () => {
  test('keep the order of the input, in any case and form of the name', async () => {
    const work = startAll([
      request('test-disable', { user: 'adele@contoso.example' }),
      request('test-disable', { user: ['ADELE@contoso.example'] }),
      request('test-disable', { user: '["adele@Contoso.example"]' }),
    ]);
    expect(await work.begun()).toEqual([0]);
    await work.end(0);
    expect(await work.begun()).toEqual([0, 1]);
    await work.end(1);
    expect(await work.begun()).toEqual([0, 1, 2]);
  });

  test('wait for every earlier effect that shares a target with them', async () => {
    const work = startAll([
      request('test-disable', { user: 'a' }),
      request('test-disable', { user: 'b' }),
      request('test-disable', { user: 'a,b' }),
      request('test-disable', { user: 'b' }),
    ]);
    expect(await work.begun()).toEqual([0, 1]);
    await work.end(0);
    expect(await work.begun()).toEqual([0, 1]);
    await work.end(1);
    expect(await work.begun()).toEqual([0, 1, 2]);
    await work.end(2);
    expect(await work.begun()).toEqual([0, 1, 2, 3]);
  });

  test('go on after one that failed', async () => {
    const order = createTargetOrder();
    const disable = request('test-disable', { user: 'a' });
    const first = order.inTurn(disable, () => Promise.reject(new Error('refused')));
    const second = order.inTurn(disable, () => Promise.resolve('done'));
    await expect(first).rejects.toThrow('refused');
    expect(await second).toBe('done');
  });
});

describe('nothing waits', () => {
  test.each<[string, ExecRequest, ExecRequest]>([
    ['for a read', request('test-read', { user: 'a' }), request('test-disable', { user: 'a' })],
    ['as a read', request('test-disable', { user: 'a' }), request('test-read', { user: 'a' })],
    ['for another target', request('test-disable', { user: 'a' }), request('test-disable', { user: 'b' })],
    [
      'for the same name on another instance',
      request('test-disable', { user: 'a' }, { instance: 'one' }),
      request('test-disable', { user: 'a' }, { instance: 'two' }),
    ],
    [
      'for the same name in another tenant',
      request('test-disable', { user: 'a' }, { params: { tenant_id: '1' } }),
      request('test-disable', { user: 'a' }, { params: { tenant_id: '2' } }),
    ],
    [
      'for a command that does not exist',
      request('constructor', { user: 'a' }),
      request('nothing', { user: 'a' }),
    ],
  ])('%s', async (_what, first, second) => {
    expect((await startAll([first, second]).begun()).toSorted()).toEqual([0, 1]);
  });
});
