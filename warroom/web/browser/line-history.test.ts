import { expect, test } from '@jest/globals';
import { createLineHistory } from './line-history.js';

test('lines come back from the last to the first, and what was being typed after them', () => {
  const history = createLineHistory();
  for (const line of ['one', 'two', 'two']) history.add(line);
  expect(history.move(-1, 'dra')).toBe('two');
  expect(history.move(-1, 'two')).toBe('one');
  expect(history.move(-1, 'one')).toBeUndefined();
  expect(history.move(1, 'one')).toBe('two');
  expect(history.move(1, 'two')).toBe('dra');
  expect(history.move(1, 'dra')).toBeUndefined();
});
