import { LOGIN_MINUTES } from '../../integration/auth/login-url.js';
import { type AnswerPage } from '../login/answer-page.js';

/** How a person who came back in vain logs in again. */
export const LOGIN_AGAIN =
  'Run !msgraph-user-generate-login-url (or !msgraph-teams-generate-login-url) and sign in at its address.';

/** Pages that say nothing of the request. */
export const redirectPages = {
  ready: {
    status: 200,
    title: 'Ready for a sign-in',
    text: `A sign-in for this instance comes back here. ${LOGIN_AGAIN}`,
  },
  foreign: {
    status: 400,
    title: 'No such login',
    text: `No login of this instance waits for this answer: it was answered already, it is older than ${LOGIN_MINUTES} minutes, or a later login address took its place. ${LOGIN_AGAIN}`,
  },
  incomplete: {
    status: 400,
    title: 'Incomplete answer',
    text: `This answer holds neither one code nor one error. ${LOGIN_AGAIN}`,
  },
} as const satisfies Record<string, AnswerPage>;
