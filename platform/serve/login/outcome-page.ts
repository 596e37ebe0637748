import { type SignedInUser } from '../../../integration/auth/token.js';
import { SoarError } from '../../../integration/errors.js';
import { type AnswerPage } from '../../login/answer-page.js';
import { notGranted, withLoginAgain } from '../../login/login-errors.js';
import { type ReadRequest } from '../../login/redirect-request.js';

/** The answer to a login that was taken, and what becomes of it. */
export interface TakenAnswer {
  readonly answer: Extract<ReadRequest, { kind: 'answer' }>;
  /** Name of the instance; empty where it has none. */
  readonly instance: string;
  /** Redeems the code, where there is one. */
  readonly redeem: () => Promise<SignedInUser | undefined>;
  /** How to log in again, as a sentence. */
  readonly again: string;
}

/**
 * Says in words how a login ended.
 * @throws whatever is no error for people.
 */
export async function outcomePage({ answer, instance, redeem, again }: TakenAnswer): Promise<AnswerPage> {
  const query = new URL(answer.address.reveal()).searchParams;
  try {
    if (!answer.isGranted) throw notGranted(query, again);
    const user = await redeem();
    const who = user?.name ?? user?.id ?? 'a user';
    return {
      status: 200,
      title: 'Signed in',
      text: `The instance ${instance} now acts for ${who}. You may close this window.`,
    };
  } catch (thrown) {
    const error = withLoginAgain(thrown, again);
    if (!(error instanceof SoarError)) throw error;
    // Whatever a sign-in host says of a code, the code is not shown.
    const code = query.get('code') ?? '';
    const text = code === '' ? error.text : error.text.replaceAll(code, '***');
    return { status: answer.isGranted ? 400 : 200, title: 'Not signed in', text };
  }
}
