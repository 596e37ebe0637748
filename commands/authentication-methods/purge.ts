import { defineCommand } from '../../integration/command.js';
import { GraphError, NotFoundError, TransportError } from '../../integration/errors.js';
import { type GraphClient } from '../../integration/graph/client.js';
import { evict } from './evict.js';
import { lookAgain } from './look-again.js';
import { deletePermissions, notInChina } from './method-kind.js';
import { outcomes, plannedOutcomes, reasonOf } from './purge-outcome.js';
import { planPurge } from './purge-plan.js';
import { planResult, purgeResult } from './purge-report.js';
import { type RegisteredMethod, readRegisteredMethods } from './registered-methods.js';
import { readSignInPreferences, type SignInPreferences } from './sign-in-preferences.js';

/**
 * Evicts whoever registered methods for a user: deletes all of them but the password and those to keep, the default one
 * last, and reads the list again to prove what is left. Graph: DELETE of each kind of authentication method.
 */
export default defineCommand<'msgraph-user-auth-methods-purge'>({
  permissions: deletePermissions,
  effects: 'write',
  notInClouds: notInChina,
  actsOn: 'user',
  examples: [
    '!msgraph-user-auth-methods-purge user=george@contoso.example keep=fido2:79d190e4-33f9-4b0a-aeae-cb0929aaba0a dry_run=true',
    '!msgraph-user-auth-methods-purge user=temp42@contoso.example reason="Account taken over"',
  ],
  async run({ user, keep = [], dry_run: isDryRun }, { graph, target, run }) {
    const id = target?.id ?? user;
    const [before, asked] = await Promise.all([readRegisteredMethods(graph, id), readPreferences(graph, id)]);
    const plan = planPurge(before, keep, asked.preferences);
    const warnings = asked.failure === undefined ? [] : [asked.failure];
    const report = { user, target, warnings, faults: [] };
    if (isDryRun) return planResult({ ...report, outcomes: plannedOutcomes(plan) });

    const tried = new Set<RegisteredMethod>();
    const attempts = await evict(
      plan.evicted,
      (method) => remove(graph, id, method),
      (method) => {
        run.onProgress(tried.add(method).size, plan.evicted.length);
      },
    );
    const removed = attempts.filter(({ error, isNotTried }) => error === undefined && !isNotTried);
    const after = await lookAgain(
      graph,
      id,
      removed.map(({ method }) => method),
      run,
    ).then(
      (left) => ({ left, faults: [] }),
      (error: unknown) => ({ left: undefined, faults: [unproved(error)] }),
    );
    return purgeResult({
      ...report,
      outcomes: outcomes(plan, attempts, after.left),
      faults: after.faults,
      warnings: [
        ...warnings,
        'The password stays, and so do the sessions: run !msgraph-user-session-revoke, and reset the password.',
      ],
    });
  },
});

/** One that is not there any more is as good as deleted. */
async function remove(graph: GraphClient, user: string, { kind, id }: RegisteredMethod): Promise<void> {
  if (!kind) return;
  try {
    await graph.delete(kind.one(user, id));
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
  }
}

/** Without them the order comes from Graph's refusals: a read made only for the order never stops the purge (rule R34). */
async function readPreferences(
  graph: GraphClient,
  user: string,
): Promise<{ readonly preferences?: SignInPreferences; readonly failure?: string }> {
  try {
    return { preferences: await readSignInPreferences(graph, user) };
  } catch (error) {
    if (!(error instanceof GraphError || error instanceof TransportError)) throw error;
    return { failure: `Which method is the default could not be read: ${reasonOf(error)}` };
  }
}

function unproved(error: unknown): string {
  return `What is left could not be read, so nothing proves the result: ${reasonOf(error)} Run !msgraph-user-get-auth-methods.`;
}
