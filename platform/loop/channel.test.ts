import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Channel, createChannel, ERROR_MARKER } from './channel.js';

/** A channel, and the lines that were written to it. */
function opened(): { channel: Channel; lines: string[] } {
  const lines: string[] = [];
  const channel = createChannel((text) => {
    lines.push(text);
    return Promise.resolve();
  });
  return { channel, lines };
}
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a request', () => {
  test('is one line, and its answer is what the next line holds', async () => {
    const { channel, lines } = opened();
    const answer = channel.ask({ type: 'demistoVersion', text: 'ř\n\u2028' });
    await turn();
    expect(lines).toEqual(['{"type":"demistoVersion","text":"ř\\n\u2028"}\n']);
    expect(channel.take('{"version":"8"}')).toBe(true);
    expect(await answer).toEqual({ version: '8' });
  });

  test('waits for the answer to the one before, and so does what wants no answer', async () => {
    const { channel, lines } = opened();
    const answers = [channel.ask({ ask: 1 }), channel.tell({ tell: 2 }), channel.ask({ ask: 3 })];
    await turn();
    expect(lines).toEqual(['{"ask":1}\n']);
    channel.take('"first"');
    await turn();
    expect(lines).toEqual(['{"ask":1}\n', '{"tell":2}\n', '{"ask":3}\n']);
    channel.take('"third"');
    expect(await Promise.all(answers)).toEqual(['first', undefined, 'third']);
  });

  test('that is refused holds up nobody after it', async () => {
    const { channel } = opened();
    const refused = channel.ask({ ask: 1 });
    const next = channel.ask({ ask: 2 });
    await turn();
    channel.take(`${ERROR_MARKER}no`);
    await expect(refused).rejects.toThrow('The platform refused: no');
    await turn();
    channel.take('{}');
    expect(await next).toEqual({});
  });

  test.each([
    ['bare', `${ERROR_MARKER}the database is on holiday`],
    ['as a JSON string', JSON.stringify(`${ERROR_MARKER}the database is on holiday`)],
    [
      'as a JSON string behind other text',
      JSON.stringify(`Failed. ${ERROR_MARKER} the database is on holiday`),
    ],
    [
      'as a member of an object',
      JSON.stringify({ ok: false, error: `${ERROR_MARKER}the database is on holiday` }),
    ],
  ])('is refused with the text after the marker, %s', async (_, line) => {
    const { channel } = opened();
    const answer = channel.ask({});
    await turn();
    channel.take(line);
    await expect(answer).rejects.toMatchObject({
      name: 'PlatformError',
      message: 'The platform refused: the database is on holiday',
    });
  });

  test('that is refused without a reason says so', async () => {
    const { channel } = opened();
    const answer = channel.ask({});
    await turn();
    channel.take(ERROR_MARKER);
    await expect(answer).rejects.toThrow('no reason given');
  });

  test('fails with an answer that is no JSON', async () => {
    const { channel } = opened();
    const answer = channel.ask({});
    await turn();
    channel.take('{broken');
    await expect(answer).rejects.toThrow('not JSON');
  });

  test('fails at once, and later ones too, when the server has gone', async () => {
    const { channel, lines } = opened();
    const waiting = channel.ask({ ask: 1 });
    await turn();
    channel.close();
    await expect(waiting).rejects.toThrow('closed the connection');
    await expect(channel.ask({ ask: 2 })).rejects.toThrow('closed the connection');
    expect(lines).toHaveLength(1);
  });
});

test('a line that no request waits for is left to others, whatever it holds', () => {
  fc.assert(
    fc.property(fc.string(), (line) => {
      expect(opened().channel.take(line)).toBe(false);
    }),
  );
});

test('whatever is asked is one line of JSON, and whatever JSON is answered arrives as it is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), fc.jsonValue(), async (asked, answered) => {
      const { channel, lines } = opened();
      const answer = channel.ask({ asked });
      await turn();
      expect(lines).toHaveLength(1);
      expect(lines[0]).toMatch(/^[^\n]*\n$/);
      expect(JSON.parse(lines[0] ?? '')).toEqual(JSON.parse(JSON.stringify({ asked })));
      channel.take(JSON.stringify(answered));
      expect(await answer).toEqual(JSON.parse(JSON.stringify(answered)));
    }),
  );
});
