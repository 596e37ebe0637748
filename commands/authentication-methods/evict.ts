import { AuthError, CancelledError } from '../../integration/errors.js';
import { isDefaultRefusal } from './default-refusal.js';
import { type RegisteredMethod } from './registered-methods.js';

/** What a try to delete a method came to; without an error it is done. */
export interface Attempt {
  readonly method: RegisteredMethod;
  readonly error?: unknown;
  /** Whether nothing was sent for it, because an earlier failure ended the run. */
  readonly isNotTried?: true;
}

/**
 * Deletes methods in their order, one after the other; one that fails does not stop the others. What is refused as the
 * default is tried again once others are gone, as long as that gets further.
 * @param remove Deletes one method.
 * @param onTried Told after each try.
 * @returns One attempt for each method, in the same order.
 */
export async function evict(
  methods: readonly RegisteredMethod[],
  remove: (method: RegisteredMethod) => Promise<void>,
  onTried: (method: RegisteredMethod) => void,
): Promise<readonly Attempt[]> {
  const attempts = new Map(methods.map((method): [RegisteredMethod, Attempt] => [method, notTried(method)]));
  let pending = methods;
  while (pending.length > 0) {
    const refused: RegisteredMethod[] = [];
    let removed = 0;
    for (const method of pending) {
      const attempt = await tryToRemove(method, remove);
      attempts.set(method, attempt);
      onTried(method);
      if (endsRun(attempt)) return [...attempts.values()];
      if (attempt.error === undefined) removed += 1;
      if (isDefaultRefusal(attempt.error)) refused.push(method);
    }
    pending = removed > 0 ? refused : [];
  }
  return [...attempts.values()];
}

function notTried(method: RegisteredMethod): Attempt {
  return { method, isNotTried: true };
}

async function tryToRemove(
  method: RegisteredMethod,
  remove: (method: RegisteredMethod) => Promise<void>,
): Promise<Attempt> {
  try {
    await remove(method);
    return { method };
  } catch (error) {
    return { method, error };
  }
}

/** Whether the next try could not do better: nobody is signed in, or nobody waits for it. */
function endsRun({ error }: Attempt): boolean {
  return error instanceof AuthError || error instanceof CancelledError;
}
