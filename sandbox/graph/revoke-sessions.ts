import { notFound } from './problem.js';
import { contextUrl, type GraphReply, type WriteRequest } from './request.js';

/** Application permissions any of which opens it (Graph: user: revokeSignInSessions). */
export const revokePermissions = ['User.RevokeSessions.All', 'User.ReadWrite.All', 'Directory.ReadWrite.All'];

/**
 * Graph: `POST /users/{id}/revokeSignInSessions`: 200 with `value` true, always. Guests sign in at home, so nothing
 * changes for them.
 */
export async function revokeSignInSessions(request: WriteRequest): Promise<GraphReply> {
  const { key, now, update } = request;
  await update((tenant) => {
    const person = tenant.find(key);
    if (!person) throw notFound(key);
    if (person.userType === 'Guest') return undefined;
    return { id: person.id, values: { signInSessionsValidFromDateTime: new Date(now).toISOString() } };
  });
  return {
    status: 200,
    resourceUnits: 2,
    json: { '@odata.context': contextUrl(request, 'Edm.Boolean'), value: true },
  };
}
