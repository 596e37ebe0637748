import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { expect, test } from '@jest/globals';
import { openServeBench } from '../../test_data/serve-bench.js';

/** A connection on which nothing was asked yet, as browsers open them in advance. */
async function openSilently(url: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  return socket;
}

test('a connection on which nothing was asked does not keep the server from ending', async () => {
  const bench = await openServeBench();
  // An answer shows that the server knows of what was opened before.
  const silent = await openSilently(bench.server.url);
  await bench.send({ path: '/healthz' });
  const ended = once(silent, 'close');
  await bench.close();
  await ended;
  expect(silent.destroyed).toBe(true);
});
