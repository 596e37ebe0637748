import { expect, test } from '@jest/globals';
import { startSandbox } from './index.js';
import { send } from './raw-client.js';

async function asked(options: { logLength?: number }, count: number): Promise<string[]> {
  const sandbox = await startSandbox(options);
  const { log } = sandbox;
  for (let number = 0; number < count; number += 1) await send(sandbox.url, `/nowhere/${number}`);
  await sandbox.close();
  return log.map(({ path }) => path);
}

test('the log remembers the newest requests, oldest first', async () => {
  expect(await asked({ logLength: 2 }, 5)).toEqual(['/nowhere/3', '/nowhere/4']);
});

test('the log remembers everything where a test wants that, and does so for long without being told', async () => {
  expect(await asked({ logLength: Infinity }, 5)).toHaveLength(5);
  expect(await asked({}, 5)).toHaveLength(5);
});
