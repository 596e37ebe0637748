/**
 * `npm run bench`: measures the speed budgets of ARCHITECTURE.md on what `npm run build` made. Prints a table; with
 * `--check`, exit code 1 says that a budget is broken.
 */
import { measureBulk } from './bench/bulk.js';
import { type Contest, prepareContest } from './bench/contest.js';
import { figureTable, isWithinBudget } from './bench/figure.js';
import { startLineProcess } from './bench/line-process.js';
import { median } from './bench/median.js';
import { measureOneShot } from './bench/one-shot.js';
import { bareRate, measureSustained, startBareLoop } from './bench/sustained.js';
import { measureStreaming } from './bench/streaming.js';
import { makeWorkspace, type Workspace } from './bench/workspace.js';

/** Runs of each process in the one-shot row. */
const PAIRS = 40;

/** Requests of each contender in each round of the sustained rows. */
const PER_ROUND = 400;

/** The sandbox serves where it is this close to a tenant that only remembers: then its own work hides nothing. */
const CLOSE_ENOUGH = 0.9;

async function startContest(workspace: Workspace, kind: 'sandbox' | 'memory'): Promise<Contest> {
  const tenant = startLineProcess([workspace.script('tenant'), kind], { PATH: process.env['PATH'] });
  return prepareContest(workspace, tenant);
}

/** Requests a second of a bare loop, 16 at a time, on each contest in turn; the first two rounds warm up. */
async function bareRates(contests: readonly Contest[]): Promise<number[]> {
  const runners = contests.map((contest) => ({
    loop: startBareLoop(contest, 16),
    rates: new Array<number>(),
  }));
  for (let round = 0; round < 7; round += 1) {
    for (const { loop, rates } of runners) {
      const rate = await bareRate(loop, PER_ROUND);
      if (round > 1) rates.push(rate);
    }
  }
  await Promise.all(runners.map(({ loop }) => loop.end()));
  return runners.map(({ rates }) => median(rates));
}

const workspace = await makeWorkspace();
try {
  const sandbox = await startContest(workspace, 'sandbox');
  const memory = await startContest(workspace, 'memory');
  const [sandboxRate = 0, memoryRate = 0] = await bareRates([sandbox, memory]);
  const isSandboxFast = sandboxRate >= CLOSE_ENOUGH * memoryRate;
  const contest = isSandboxFast ? sandbox : memory;
  await (isSandboxFast ? memory : sandbox).tenant.end();
  console.log(
    `A bare loop, 16 at a time, gets ${sandboxRate.toFixed(0)} req/s from the sandbox and ${memoryRate.toFixed(0)} req/s from a server that repeats its answers. Measured against ${isSandboxFast ? 'the sandbox' : 'that server'}.\n`,
  );

  const oneShot = await measureOneShot(contest, PAIRS);
  const single = await measureSustained(contest, 1, PER_ROUND);
  const sixteen = await measureSustained(contest, 16, PER_ROUND);
  await contest.tenant.end();
  const bulk = await measureBulk(workspace);
  const streaming = await measureStreaming(workspace);

  const figures = [...oneShot.figures, single.figure, sixteen.figure, bulk, streaming];
  console.log(figureTable(figures));
  console.log(['', oneShot.remark, single.remark, sixteen.remark, 'All figures are medians.'].join('\n'));
  if (process.argv.includes('--check') && !figures.every(isWithinBudget)) process.exitCode = 1;
} finally {
  await workspace.remove();
}
