import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { INSTANCE, prepareContest } from './contest.js';
import { type Figure } from './figure.js';
import { startLineProcess } from './line-process.js';
import { type Workspace } from './workspace.js';

const FEW = 10_000;
const MANY = 100_000;

/** Memory that is held when the process ends, in KB, told on the error output. */
const TELLS_PEAK =
  "data:text/javascript,process.on('exit',()=>process.stderr.write('peak '+process.resourceUsage().maxRSS))";

/** On a big machine the garbage collector lets garbage lie for long: with little room it shows what is really held. */
const SMALL_HEAP = ['--max-old-space-size=24', '--max-semi-space-size=2'];

/** A tenth more is what the garbage collector does with more time; a list that is held would be several times as much. */
const BUDGET = { most: 1.15 };

/**
 * Compares the memory that a list of 100,000 users takes, printed as JSON lines, with that of 10,000.
 * @throws Error when not every user was printed.
 */
export async function measureStreaming(workspace: Workspace): Promise<Figure> {
  return {
    what: `${MANY / 1000},000 users to JSON lines, against ${FEW / 1000},000`,
    ours: await peakOfListing(workspace, MANY),
    bare: await peakOfListing(workspace, FEW),
    unit: 'MB',
    budget: BUDGET,
  };
}

async function peakOfListing(workspace: Workspace, users: number): Promise<number> {
  const tenant = startLineProcess([workspace.script('tenant'), 'sandbox', String(users)], {
    PATH: process.env['PATH'],
  });
  const { environment } = await prepareContest(workspace, tenant);
  const list = ['!msgraph-user-list all_results=true', '--instance', INSTANCE, '--output', 'ndjson'];
  const child = spawn(
    process.execPath,
    [...SMALL_HEAP, '--import', TELLS_PEAK, workspace.executable, ...list],
    {
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let lines = 0;
  let told = '';
  child.stdout.on('data', (chunk: Buffer) => {
    for (let at = chunk.indexOf(0x0a); at >= 0; at = chunk.indexOf(0x0a, at + 1)) lines += 1;
  });
  child.stderr.on('data', (chunk: Buffer) => (told += chunk.toString()));
  await once(child, 'close');
  await tenant.end();
  const peak = Number(/peak (\d+)/.exec(told)?.[1]);
  if (lines !== users || !(peak > 0)) throw new Error(`${lines} of ${users} users were listed: ${told}`);
  return peak / 1024;
}
