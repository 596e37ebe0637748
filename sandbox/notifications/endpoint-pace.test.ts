import { expect, test } from '@jest/globals';
import { openEndpointPaces } from './endpoint-pace.js';

const address = 'http://127.0.0.1/';

function after(prompt: number, late: number): { pace: () => string; wait: (ms: number) => void } {
  let clock = 0;
  const paces = openEndpointPaces(() => clock);
  for (let number = 0; number < prompt + late; number += 1) paces.note(address, number < late);
  return { pace: () => paces.of(address), wait: (ms) => (clock += ms) };
}

test('an endpoint is judged by a hundred answers at least', () => {
  expect(after(0, 99).pace()).toBe('prompt');
  expect(after(0, 100).pace()).toBe('dropped');
});

test.each([
  [91, 9, 'prompt'],
  [90, 10, 'late'],
  [86, 14, 'late'],
  [85, 15, 'dropped'],
])('%i prompt and %i slow answers make it %s', (prompt, late, pace) => {
  expect(after(prompt, late).pace()).toBe(pace);
});

test('what was ten minutes ago is forgotten', () => {
  const endpoint = after(0, 100);
  endpoint.wait(599_999);
  expect(endpoint.pace()).toBe('dropped');
  endpoint.wait(1);
  expect(endpoint.pace()).toBe('prompt');
});
