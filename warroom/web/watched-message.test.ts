import { expect, test } from '@jest/globals';
import { type PageAssets } from './assets.js';
import { webRoomOptions } from '../../test_data/web-room.js';
import { createDesk, type Desk } from './desk.js';

const asset = { name: '', type: '', content: Buffer.alloc(0) };
const assets: PageAssets = { script: asset, style: asset, icon: asset };

const message = (id: number, content: string) => ({
  instance: 'soc',
  chatId: '19:1@thread.v2',
  message: {
    id: String(id),
    createdDateTime: '2026-03-02T08:41:17.651Z',
    from: { user: { displayName: 'Noor Haddad', id: '1' } },
    body: { contentType: 'html', content },
  },
});

const openDesk = (): Desk => createDesk({ ...webRoomOptions({ assets, on: [] }), origins: () => [] });

test('a message of a watched chat is an entry of the room, in the form that list-messages has', () => {
  const desk = openDesk();
  desk.show(message(1, '<p>Look <b>here</b> [x](https://fabrikam.example)<script>alert(1)</script></p>'));
  const events = desk.log.since(0).map(({ event }) => event);
  expect(events.map(({ type }) => type)).toEqual(['line', 'entry', 'progress']);
  expect(events[0]).toMatchObject({ text: 'soc: new message in a watched chat' });
  const [recorded] = desk.session.incident.entries;
  expect(recorded).toMatchObject({ user: 'Microsoft Teams', entry: { Type: 1, Contents: { id: '1' } } });
  const text = String(recorded?.entry.HumanReadable);
  expect(text).toContain('|Body|Created|From|ID|ChatID|');
  expect(text).toContain('Look here \\[x](https://fabrikam.example)');
  expect(text).not.toContain('alert');
  expect(desk.session.incident.context).toEqual({});
});

test('a room takes a thousand of them and says at the last that it is the last', () => {
  const desk = openDesk();
  for (let id = 1; id <= 1_200; id += 1) desk.show(message(id, `word ${id}`));
  const { entries } = desk.session.incident;
  expect(entries).toHaveLength(1_000);
  expect(entries.at(-1)?.line).toContain('later ones are not shown here');
});
