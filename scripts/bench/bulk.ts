import { isJsonObject, parseJson, textAt } from '../../integration/json.js';
import { INSTANCE, prepareContest } from './contest.js';
import { type Figure } from './figure.js';
import { startLineProcess } from './line-process.js';
import { askedOf } from './tenant-access.js';
import { timeWholeProcess } from './whole-process.js';
import { type Workspace } from './workspace.js';

const COUNT = 500;

/** 25 envelopes of reads, 25 of changes, a token, and one to spare. */
const MOST_REQUESTS = 52;

/**
 * Counts the requests that it takes to disable 500 users with one command, each one's state read first.
 * @throws Error when not all of them were disabled.
 */
export async function measureBulk(workspace: Workspace): Promise<Figure> {
  const tenant = startLineProcess([workspace.script('tenant'), 'sandbox', String(COUNT + 100)], {
    PATH: process.env['PATH'],
  });
  const { environment } = await prepareContest(workspace, tenant);
  const run = (args: readonly string[], input = '') =>
    timeWholeProcess({ args: [workspace.executable, ...args], environment, input });
  const list = '!msgraph-user-list all_results=true properties=userPrincipalName';
  const { output: lines } = await run([list, '--instance', INSTANCE, '--output', 'ndjson']);
  const user = lines
    .trim()
    .split('\n')
    .map((line) => parseJson(line))
    .filter(isJsonObject)
    .map((person) => textAt(person, 'userPrincipalName'))
    .slice(-COUNT);
  const before = await askedOf(tenant);
  const line = { id: 1, command: 'msgraph-user-account-disable', args: { user }, instance: INSTANCE };
  const { output } = await run(['exec'], `${JSON.stringify(line)}\n`);
  const after = await askedOf(tenant);
  await tenant.end();
  if (!output.includes(`${COUNT} of ${COUNT} done`)) throw new Error(`Not all were disabled: ${output}`);
  return {
    what: `${COUNT} users disabled by one command, against the budget`,
    ours: after.tokens + after.reads - before.tokens - before.reads,
    bare: MOST_REQUESTS,
    unit: 'requests',
    budget: { most: 1 },
  };
}
