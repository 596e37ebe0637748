import { type ServerResponse } from 'node:http';

/** What a person reads in the browser. */
export interface AnswerPage {
  readonly status: number;
  readonly title: string;
  readonly text: string;
}

/** The pages, by what the request was. Fixed texts only: nothing of the request is ever repeated. */
export const answerPages = {
  granted: {
    status: 200,
    title: 'Back to the terminal',
    text: 'The sign-in has arrived. The terminal says how it ended. You may close this window.',
  },
  refused: {
    status: 200,
    title: 'Not signed in',
    text: 'The sign-in was not granted. The terminal says why, and what to do. You may close this window.',
  },
  spent: {
    status: 410,
    title: 'Already answered',
    text: 'This login has had its answer, and takes no other one. You may close this window.',
  },
  foreign: {
    status: 400,
    title: 'Another login',
    text: 'This answer does not belong to the login that is under way. Sign in at the address that the terminal shows.',
  },
  incomplete: {
    status: 400,
    title: 'Incomplete answer',
    text: 'This answer holds neither one code nor one error. Sign in again at the address that the terminal shows.',
  },
  elsewhere: { status: 404, title: 'Not found', text: 'There is nothing here.' },
  'wrong host': { status: 400, title: 'Wrong host', text: 'This address is not served here.' },
  'wrong method': { status: 405, title: 'Not allowed', text: 'Only GET is answered here.' },
} as const satisfies Record<string, AnswerPage>;

/** Headers of a page that nobody keeps, frames or learns the address of. */
export const pageHeaders = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy':
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
} as const;

/** The page itself. Title and text are plain text; lines of the text become lines of the page. */
export function pageText({ title, text }: Pick<AnswerPage, 'title' | 'text'>): string {
  const head = `<meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${escaped(title)}</title>`;
  const body = `<h1>${escaped(title)}</h1><p>${escaped(text).replaceAll('\n', '<br>')}</p>`;
  return `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>\n`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** Sends a page, and ends the connection. */
export function sendPage(response: ServerResponse, page: AnswerPage): void {
  const { status } = page;
  response.writeHead(status, {
    ...pageHeaders,
    ...(status === 405 && { Allow: 'GET' }),
    Connection: 'close',
  });
  response.end(pageText(page));
}
