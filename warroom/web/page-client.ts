import { type IncomingHttpHeaders, request } from 'node:http';
import { parseJson } from '../../integration/json.js';

/** An answer to a plain request. */
export interface PlainAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly json: unknown;
}

/** Sends a request whose every header a test can choose, `Host` among them. */
export function askPage(
  origin: string,
  path: string,
  { headers = {}, body }: { readonly headers?: Record<string, string>; readonly body?: unknown } = {},
): Promise<PlainAnswer> {
  const method = body === undefined ? 'GET' : 'POST';
  const sent = body === undefined ? {} : { origin, 'content-type': 'application/json' };
  return new Promise((resolve, reject) => {
    const asking = request(`${origin}${path}`, { method, headers: { ...sent, ...headers } }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => (text += part));
      answer.on('error', reject);
      answer.on('end', () => {
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text, json: parseJson(text) });
      });
    });
    asking.on('error', reject);
    asking.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

/** The key in a link. */
export function keyOf(link: string): string {
  return new URL(link).hash.slice('#open='.length);
}

/** Opens a link as the page does. @returns The headers of a browser that was let in. */
export async function enterPage(origin: string, link: string): Promise<Record<string, string>> {
  const { headers } = await askPage(origin, '/room/api/open', { body: { key: keyOf(link) } });
  const cookie = headers['set-cookie']?.[0]?.split(';')[0] ?? '';
  const { json } = await askPage(origin, '/room/api/room', { headers: { cookie } });
  const isView = typeof json === 'object' && json !== null && 'csrfToken' in json;
  return { cookie, 'x-csrf-token': isView ? String(json.csrfToken) : '' };
}

/** Reads events until one is the last that a test waits for. */
export function readEvents(
  origin: string,
  headers: Record<string, string>,
  isLast: (event: Record<string, unknown>) => boolean,
): Promise<readonly { readonly id: number; readonly event: Record<string, unknown> }[]> {
  return new Promise((resolve, reject) => {
    const events: { id: number; event: Record<string, unknown> }[] = [];
    const asking = request(`${origin}/room/api/events`, { headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => {
        const blocks = (text + part).split('\n\n');
        text = blocks.pop() ?? '';
        for (const block of blocks) {
          const [, id, data] = /^id: (\d+)\ndata: (.*)$/.exec(block) ?? [];
          const event = data === undefined ? undefined : parseJson(data);
          if (typeof event !== 'object' || event === null) continue;
          events.push({ id: Number(id), event: { ...event } });
          if (!isLast({ ...event })) continue;
          asking.destroy();
          resolve(events);
          return;
        }
      });
    });
    asking.on('error', reject);
    asking.end();
  });
}
