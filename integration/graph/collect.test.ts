import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type JsonObject } from '../json.js';
import { type GraphClient, type GraphPage } from './client.js';
import { collect, type Collected, type CollectionPart } from './collect.js';
import { path } from './path.js';

const root = 'https://graph.contoso.example/v1.0/users';

/**
 * A Graph with these pages of numbered items. A link to a page is told by its number, as Graph tells it by an opaque
 * token; the mark behind `#` never reaches a server.
 */
function graphOf(sizes: readonly number[], count?: number) {
  const asked: { top?: number; from?: string }[] = [];
  let read = 0;
  const urlOf = (index: number) => (index === 0 ? `${root}?$top=2` : `${root}?$skiptoken=${index}`);
  const itemsOf = (index: number): JsonObject[] => {
    const before = sizes.slice(0, index).reduce((sum, size) => sum + size, 0);
    return Array.from({ length: sizes[index] ?? 0 }, (_, position) => ({ id: before + position }));
  };
  const graph: Pick<GraphClient, 'pages'> = {
    // eslint-disable-next-line @typescript-eslint/require-await
    async *pages(_, { top, from } = {}): AsyncGenerator<GraphPage> {
      asked.push({ ...(top !== undefined && { top }), ...(from !== undefined && { from }) });
      const link = from?.split('#')[0];
      const first = link === undefined ? 0 : sizes.findIndex((__, index) => urlOf(index) === link);
      for (let index = first; index < sizes.length; index += 1) {
        read += 1;
        yield {
          items: itemsOf(index),
          url: urlOf(index),
          ...(index === 0 && count !== undefined && { count }),
          ...(index + 1 < sizes.length && { next: urlOf(index + 1) }),
        };
      }
    },
  };
  return { graph, asked, pagesRead: () => read };
}

const idsOf = ({ items }: Collected) => items.map(({ id }) => id);
const take = (graph: Pick<GraphClient, 'pages'>, part: CollectionPart) =>
  collect(graph, path`users`, {}, part);

describe('the limit', () => {
  test('inside a page leaves a link to that page and a mark where to go on', async () => {
    const { graph } = graphOf([3, 3]);
    const part = await take(graph, { limit: 2 });
    expect(idsOf(part)).toEqual([0, 1]);
    expect(part.next).toBe(`${root}?$top=2#skip=2`);
  });

  test('at the end of a page leaves the link to the next one, and does not read it', async () => {
    const { graph, pagesRead } = graphOf([3, 3]);
    const part = await take(graph, { limit: 3 });
    expect(part.next).toBe(`${root}?$skiptoken=1`);
    expect(pagesRead()).toBe(1);
  });

  test('over several pages counts items, not pages', async () => {
    const { graph, pagesRead } = graphOf([2, 2, 2, 2]);
    const part = await take(graph, { limit: 5 });
    expect(idsOf(part)).toEqual([0, 1, 2, 3, 4]);
    expect(part.next).toBe(`${root}?$skiptoken=2#skip=1`);
    expect(pagesRead()).toBe(3);
  });

  test('beyond the end gives what there is, and no link', async () => {
    const part = await take(graphOf([2, 1]).graph, { limit: 10 });
    expect(idsOf(part)).toEqual([0, 1, 2]);
    expect(part).not.toHaveProperty('next');
  });

  test('at the very end leaves no link', async () => {
    expect(await take(graphOf([2, 1]).graph, { limit: 3 })).not.toHaveProperty('next');
  });

  test('is not reached by short and empty pages, which have a link all the same', async () => {
    const part = await take(graphOf([1, 0, 0, 2, 5]).graph, { limit: 4 });
    expect(idsOf(part)).toEqual([0, 1, 2, 3]);
    expect(part.next).toBe(`${root}?$skiptoken=4#skip=1`);
  });
});

describe('sifting', () => {
  const numberOf = ({ id }: JsonObject) => Number(id);

  test('counts towards the limit only what is taken, and goes on behind the last item looked at', async () => {
    const { graph } = graphOf([3, 3, 3]);
    const sift = (item: JsonObject) => (numberOf(item) % 2 === 1 ? 'take' : 'leave');
    const part = await take(graph, { limit: 2, sift });
    expect(idsOf(part)).toEqual([1, 3]);
    expect(part.next).toBe(`${root}?$skiptoken=1#skip=1`);
    expect(idsOf(await take(graph, { limit: 2, sift, from: part.next ?? '' }))).toEqual([5, 7]);
  });

  test('ends the collection where it says so, without a link and without another page', async () => {
    const { graph, pagesRead } = graphOf([3, 3, 3]);
    const part = await take(graph, { limit: 100, sift: (item) => (numberOf(item) < 4 ? 'take' : 'end') });
    expect(idsOf(part)).toEqual([0, 1, 2, 3]);
    expect(part).not.toHaveProperty('next');
    expect(pagesRead()).toBe(2);
  });
});

describe('the size of a page', () => {
  test.each([
    [1, 1],
    [50, 50],
    [999, 999],
    [1000, 500],
    [1500, 750],
    [10_000, 910],
  ])('for %i items is %i, so that the fewest requests do', async (limit, top) => {
    const { graph, asked } = graphOf([1]);
    await take(graph, { limit });
    expect(asked).toEqual([{ top }]);
    expect(Math.ceil(limit / top)).toBe(Math.ceil(limit / 999));
  });

  test('is the one the caller insists on', async () => {
    const { graph, asked } = graphOf([1]);
    await take(graph, { limit: 50, pageSize: 7 });
    expect(asked).toEqual([{ top: 7 }]);
  });
});

describe('the total', () => {
  test('is what the first page counted', async () => {
    expect(await take(graphOf([2, 2], 4).graph, { limit: 4 })).toMatchObject({ total: 4 });
    expect(await take(graphOf([2, 2], 4).graph, { limit: 1 })).toMatchObject({ total: 4 });
  });

  test('is unknown where nobody counted', async () => {
    expect(await take(graphOf([2, 2]).graph, { limit: 4 })).not.toHaveProperty('total');
  });
});

describe('going on', () => {
  test('after a page that has become shorter skips to the next one', async () => {
    const part = await take(graphOf([2, 3]).graph, { limit: 2, from: `${root}?$top=2#skip=5` });
    expect(idsOf(part)).toEqual([2, 3]);
    expect(part.next).toBe(`${root}?$skiptoken=1#skip=2`);
  });

  test('yields every item exactly once, whatever the sizes of pages and parts', async () => {
    const sizes = fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 6 });
    const limits = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(sizes, limits, async (pages, parts) => {
        const { graph } = graphOf(pages);
        const seen: unknown[] = [];
        let from: string | undefined;
        for (let turn = 0; turn === 0 || from !== undefined; turn += 1) {
          const limit = parts[turn % parts.length] ?? 1;
          const part: Collected = await take(graph, { limit, ...(from !== undefined && { from }) });
          expect(part.items.length).toBeLessThanOrEqual(limit);
          if (part.next !== undefined) expect(part.items).toHaveLength(limit);
          seen.push(...idsOf(part));
          from = part.next;
        }
        const total = pages.reduce((sum, size) => sum + size, 0);
        expect(seen).toEqual(Array.from({ length: total }, (_, id) => id));
      }),
      { numRuns: 500 },
    );
  });
});

describe('a delta query', () => {
  const page = (ids: readonly number[], rest: Partial<GraphPage>): GraphPage => ({
    items: ids.map((id) => ({ id })),
    url: root,
    ...rest,
  });
  const graphOfPages = (...pages: readonly GraphPage[]) => {
    const tops: (number | undefined)[] = [];
    const graph: Pick<GraphClient, 'pages'> = {
      // eslint-disable-next-line @typescript-eslint/require-await
      async *pages(_, { top } = {}): AsyncGenerator<GraphPage> {
        tops.push(top);
        yield* pages;
      },
    };
    return { graph, tops };
  };

  test('sizes no page, and gives the link to later changes once all is read', async () => {
    const { graph, tops } = graphOfPages(page([1], { next: 'n' }), page([2], { delta: 'd' }));
    const all = await take(graph, { limit: 2, largestPage: null });
    expect(all).toEqual({ items: [{ id: 1 }, { id: 2 }], delta: 'd' });
    expect(tops).toEqual([undefined]);
  });

  test('that a limit ended inside the last page has no such link yet', async () => {
    const { graph } = graphOfPages(page([1, 2], { delta: 'd' }));
    expect(await take(graph, { limit: 1, largestPage: null })).toEqual({
      items: [{ id: 1 }],
      next: `${root}#skip=1`,
    });
  });
});
