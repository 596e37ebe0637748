import type { PasswordReset } from '../../tenant/password-reset.js';
import { contextUrl, type GraphReply, type ReadRequest } from '../request.js';
import { personToReset } from './access.js';
import { unknownKey } from './problems.js';

/** Graph does not say how long an operation can be asked for. */
const memoryMilliseconds = 24 * 60 * 60 * 1000;

function progress(
  { acceptedAt, failure }: PasswordReset,
  seconds: number,
  now: number,
): { status: string; statusDetail: string | null; changedAt: number } {
  const duration = seconds * 1000;
  const elapsed = now - acceptedAt;
  if (elapsed >= duration) {
    const status = failure === null ? 'succeeded' : 'failed';
    return { status, statusDetail: failure, changedAt: acceptedAt + duration };
  }
  const isRunning = elapsed >= duration / 4;
  return {
    status: isRunning ? 'running' : 'notStarted',
    statusDetail: null,
    changedAt: acceptedAt + (isRunning ? duration / 4 : 0),
  };
}

/** Graph: `GET /users/{id}/authentication/operations/{operation}` (longRunningOperation). */
export function getOperation(request: ReadRequest): GraphReply {
  const { innerKey, key, now, switches, tenant } = request;
  const person = personToReset(request, tenant);
  const reset = tenant.resetOf(innerKey.toLowerCase());
  if (reset?.userId !== person.id || now - reset.acceptedAt > memoryMilliseconds)
    throw unknownKey(innerKey, key);
  const { status, statusDetail, changedAt } = progress(reset, switches.passwordResetSeconds, now);
  return {
    status: 200,
    resourceUnits: 1,
    json: {
      '@odata.context': contextUrl(request, `users('${person.id}')/authentication/operations/$entity`),
      id: innerKey.toLowerCase(),
      status,
      statusDetail,
      createdDateTime: new Date(reset.acceptedAt).toISOString(),
      lastActionDateTime: new Date(changedAt).toISOString(),
      resourceLocation: null,
    },
  };
}
