import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createFileStore } from '../../integration/state/file.js';
import { readInstances } from './instance-file.js';
import { removeInstance } from './remove.js';
import { addSample, makeHome, ownAppWords, sampleKey } from './sample-home.js';
import { stateFile } from './state-file.js';

let home: string;
beforeEach(async () => {
  home = await makeHome();
});
afterEach(() => rm(home, { recursive: true }));

const add = (name: string) => addSample(home, name, [...ownAppWords, 'secret=example-secret~1']);
const keepState = (name: string) =>
  createFileStore(stateFile(home, name), sampleKey).write({ kept: name }, 0);

test('an instance goes with all it kept; another one whose name begins alike stays', async () => {
  for (const name of ['prod', 'prod.json', 'prod.json.lock']) {
    await add(name);
    await keepState(name);
  }
  await mkdir(`${stateFile(home, 'prod')}.sign-in.lock`);
  await writeFile(`${stateFile(home, 'prod')}.1f.tmp`, 'half');
  await removeInstance(home, 'prod');
  expect([...((await readInstances(home))?.keys() ?? [])]).toEqual(['prod.json', 'prod.json.lock']);
  expect(await readdir(join(home, 'state'))).toEqual(['prod.json.json', 'prod.json.lock.json']);
});

test('the last one gone, the file stays, so that nothing runs on the sandbox unasked', async () => {
  await add('prod');
  await removeInstance(home, 'prod');
  expect(await readInstances(home)).toEqual(new Map());
});

test('one that does not exist, or is built in, cannot be removed', async () => {
  await add('prod');
  await expect(removeInstance(home, 'prdo')).rejects.toThrow('There is no instance "prdo".');
  await expect(removeInstance(home, 'sandbox-app')).rejects.toThrow('sandbox-app is built in');
  expect([...((await readInstances(home))?.keys() ?? [])]).toEqual(['prod']);
});
