import fastify from 'fastify';
import { expect, test } from '@jest/globals';
import { type Watch } from '../incidents/watches.js';
import { incidentRoute } from './incident-route.js';

const watch = (instance: string): Watch => ({
  instance,
  journal: {
    append: () => Promise.resolve(),
    after: () => Promise.resolve([]),
    last: () => 0,
    listen: () => () => undefined,
  },
  events: () => undefined,
  health: () => undefined,
});

test('of several instances that watch chats, the request names one', async () => {
  const all = [watch('one'), watch('other')];
  const app = fastify();
  const watches = { all: () => all, of: (name: string) => all.find(({ instance }) => instance === name) };
  await app.register(incidentRoute, { watches, stopping: new AbortController().signal });
  const ask = (query: string) => app.inject(`/incidents${query}`);
  const [none, other, wrong] = [await ask(''), await ask('?instance=other'), await ask('?instance=third')];
  await app.close();
  expect(none.statusCode).toBe(400);
  expect(none.json()).toMatchObject({ message: 'Several instances watch chats.' });
  expect(other.json()).toEqual({ instance: 'other', incidents: [], last: 0 });
  expect(wrong.statusCode).toBe(404);
  expect(wrong.json()).toMatchObject({ message: 'That instance watches no chats.' });
});
