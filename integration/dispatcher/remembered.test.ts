import { expect, test } from '@jest/globals';
import { remembered } from './remembered.js';

test('a module is loaded when it is first asked for, and once', async () => {
  let loads = 0;
  const load = (): Promise<number> => Promise.resolve((loads += 1));
  const loaders = remembered({ one: load, other: load });
  expect(loads).toBe(0);
  expect([await loaders.one(), await loaders.one()]).toEqual([1, 1]);
  expect(await loaders.other()).toBe(2);
});
