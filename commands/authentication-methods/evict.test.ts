import { describe, expect, test } from '@jest/globals';
import { CancelledError, GraphError } from '../../integration/errors.js';
import { evict } from './evict.js';
import { type RegisteredMethod } from './registered-methods.js';

const method = (id: string): RegisteredMethod => ({
  id,
  type: 'phoneAuthenticationMethod',
  label: 'Phone',
  kind: undefined,
  displayName: undefined,
  detail: '',
  created: undefined,
  json: {},
});

const refusal = (text: string) =>
  new GraphError(text, undefined, { status: 400, code: 'badRequest', text, body: null });
const ignore = (): void => undefined;

/** Tries to evict, where each try is answered by the method's ID. */
async function run(ids: readonly string[], answer: (id: string, before: readonly string[]) => Error | null) {
  const tried: string[] = [];
  const attempts = await evict(
    ids.map(method),
    ({ id }) => {
      const error = answer(id, tried);
      tried.push(id);
      return error ? Promise.reject(error) : Promise.resolve();
    },
    ignore,
  );
  return { tried, attempts };
}

describe('evicting methods', () => {
  test('one that fails stops no other', async () => {
    const { tried, attempts } = await run(['a', 'b', 'c'], (id) => (id === 'a' ? refusal('No.') : null));
    expect(tried).toEqual(['a', 'b', 'c']);
    expect(attempts.map(({ error }) => error !== undefined)).toEqual([true, false, false]);
  });

  test('a refused default is tried again once others are gone, and the attempts keep their order', async () => {
    const { tried, attempts } = await run(['a', 'b'], (id, before) =>
      id === 'a' && !before.includes('b') ? refusal('It is the default method.') : null,
    );
    expect(tried).toEqual(['a', 'b', 'a']);
    expect(attempts.map(({ method: { id }, error }) => [id, error])).toEqual([
      ['a', undefined],
      ['b', undefined],
    ]);
  });

  test('defaults that are refused for ever are not tried for ever', async () => {
    const { tried } = await run(['a', 'b', 'c'], (id) => (id === 'c' ? null : refusal('A default.')));
    expect(tried).toEqual(['a', 'b', 'c', 'a', 'b']);
  });

  test('a cancelled command tries no more, and says what was not tried', async () => {
    const { tried, attempts } = await run(['a', 'b', 'c'], (id) =>
      id === 'b' ? new CancelledError('Cancelled.') : null,
    );
    expect(tried).toEqual(['a', 'b']);
    expect(attempts.map(({ isNotTried = false }) => isNotTried)).toEqual([false, false, true]);
  });
});
