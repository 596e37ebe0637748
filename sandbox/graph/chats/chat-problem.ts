import { GraphProblem } from '../problem.js';

/** 400 of Teams. */
export function badChatRequest(message: string, inner?: string): GraphProblem {
  return new GraphProblem(
    400,
    'BadRequest',
    message,
    inner === undefined ? {} : { inner: { code: '1', message: inner } },
  );
}

/** 404 of Teams, which does not say of what. */
export function chatNotFound(message = 'NotFound'): GraphProblem {
  return new GraphProblem(404, 'NotFound', message);
}

/** 403 of Teams for what the caller may not do in this chat or with this person; the reason is inside. */
export function aclCheckFailed(reason: string): GraphProblem {
  return new GraphProblem(403, 'Forbidden', 'InsufficientPrivileges', {
    inner: { code: '1', message: `AclCheckFailed-${reason}` },
  });
}
