import type { Call, Outcome } from '../http/exchange.js';
import { refuse, Refused } from '../login/aadsts.js';
import type { LoginContext } from '../login/context.js';
import { isLoginFault } from './fault-rule.js';
import { loginFault } from './login-faults.js';
import { withFault } from './with-faults.js';

const headers = {
  'content-type': 'application/json; charset=utf-8',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'cache-control': 'no-store, no-cache',
  pragma: 'no-cache',
  expires: '-1',
};

/**
 * Answers a request of an application to Entra, under the faults that are switched on.
 *
 * @param run Does what was asked; what it throws as `Refused` becomes an error answer.
 */
export async function withLoginFaults(
  call: Call,
  context: Pick<LoginContext, 'faults' | 'now'>,
  run: () => Promise<Outcome>,
): Promise<Outcome> {
  const now = context.now();
  const outcome = await withFault(
    context.faults.next({ call, possible: isLoginFault }),
    () =>
      run().catch((error: unknown): Outcome => {
        if (!(error instanceof Refused)) throw error;
        return { answer: refuse(error, call.headers['client-request-id'], now), acted: false };
      }),
    (rule) => loginFault(rule, call, now),
  );
  return { ...outcome, answer: { ...outcome.answer, headers: { ...headers, ...outcome.answer.headers } } };
}
