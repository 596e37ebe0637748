import { GraphProblem } from '../problem.js';

/** A refusal in the words of the workload for authentication methods: the code is camelCase, and the message comes twice. */
function methodProblem(status: number, code: string, message: string): GraphProblem {
  return new GraphProblem(status, code, message, { inner: { message } });
}

/** 400 for a body or a rule of this workload. */
export function methodRefusal(message: string): GraphProblem {
  return methodProblem(400, 'badRequest', message);
}

/** 403, which never says what is missing. */
export function accessDenied(): GraphProblem {
  return methodProblem(403, 'accessDenied', 'Request Authorization failed');
}

/** 404 for a person nobody knows; it does not say whom. */
export function unknownPerson(): GraphProblem {
  return methodProblem(404, 'resourceNotFound', 'The specified user could not be found.');
}

/**
 * 404 for a method, or an operation, that a person does not have.
 *
 * @param id As the caller gave it.
 * @param user As the caller gave it.
 */
export function unknownKey(id: string, user: string): GraphProblem {
  return methodProblem(
    404,
    'resourceNotFound',
    `A key with identifier '${id}' could not be found for user '${user}'.`,
  );
}
