import { expect, test } from '@jest/globals';
import { createEventLog } from './event-log.js';
import { type RoomEvent } from './wire.js';

const remark = (text: string): RoomEvent => ({ type: 'remark', line: 1, text });
const texts = (log: ReturnType<typeof createEventLog>, id: number) =>
  log.since(id).map(({ event }) => (event.type === 'remark' ? event.text : ''));

test('only the newest state of a thing is kept, at the place where it came', () => {
  const log = createEventLog();
  log.add(remark('10 %'), 'progress');
  log.add(remark('entry'));
  log.add(remark('20 %'), 'progress');
  expect(texts(log, 0)).toEqual(['entry', '20 %']);
  expect(texts(log, 1)).toEqual(['entry', '20 %']);
  expect(texts(log, 2)).toEqual(['20 %']);
  expect(texts(log, 3)).toEqual([]);
});

test('whoever listens hears what comes from then on, until they stop', () => {
  const log = createEventLog();
  const heard: number[] = [];
  log.add(remark('before'));
  const stop = log.listen(({ id }) => heard.push(id));
  log.add(remark('one'));
  stop();
  log.add(remark('two'));
  expect(heard).toEqual([2]);
});
