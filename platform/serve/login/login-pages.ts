import { type FastifyReply } from 'fastify';
import { type AnswerPage, pageHeaders, pageText } from '../../login/answer-page.js';

/** How a person who used a link logs in again. */
export const LOGIN_AGAIN = 'Ask for a new link and open it.';

/** Pages that say nothing of the request. */
export const loginPages = {
  foreign: {
    status: 400,
    title: 'No such login',
    text: `No login of this server waits for this answer: it was answered already, it is older than ten minutes, or it was begun in another browser. ${LOGIN_AGAIN}`,
  },
  incomplete: {
    status: 400,
    title: 'Incomplete answer',
    text: `This answer holds neither one code nor one error. ${LOGIN_AGAIN}`,
  },
  spent: {
    status: 410,
    title: 'This link no longer works',
    text: `A link works once and for ten minutes. ${LOGIN_AGAIN}`,
  },
} as const satisfies Record<string, AnswerPage>;

/** Sends a page, under the same strict headers as everywhere. */
export function sendLoginPage(reply: FastifyReply, page: AnswerPage): FastifyReply {
  return reply.code(page.status).headers(pageHeaders).send(pageText(page));
}
