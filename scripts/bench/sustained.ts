import { isJsonObject, parseJson } from '../../integration/json.js';
import { type Contest, INSTANCE } from './contest.js';
import { type Figure } from './figure.js';
import { type LineProcess, startLineProcess } from './line-process.js';
import { median } from './median.js';

const BUDGET = { least: 0.6 };
const ROUNDS = 7;

/** Rounds before any is counted: it takes some thousand requests until V8 has optimized what they run. */
const WARM_UPS = 6;

/** A rate of `exec` beside that of the bare loop, and what `exec` says it sent. */
export interface SustainedFigure {
  readonly figure: Figure;
  readonly remark: string;
}

/** Starts a bare loop of got. */
export function startBareLoop({ workspace, bareEnvironment }: Contest, concurrency: number): LineProcess {
  return startLineProcess([workspace.script('bare-loop')], {
    ...bareEnvironment,
    BENCH_CONCURRENCY: String(concurrency),
  });
}

/** Requests a second of a bare loop. @param requests How many to time. */
export async function bareRate(loop: LineProcess, requests: number): Promise<number> {
  const { ms } = await loop.ask([String(requests)], 1);
  return (requests / ms) * 1000;
}

/**
 * Compares `exec` with a bare loop of the same concurrency: both stay alive, and take turns.
 * @param perRound Requests in each of seven rounds, and of the rounds before that warm up.
 * @throws Error when an answer of `exec` is an error.
 */
export async function measureSustained(
  contest: Contest,
  concurrency: number,
  perRound: number,
): Promise<SustainedFigure> {
  const ours = startLineProcess(
    [contest.workspace.executable, 'exec', '--concurrency', String(concurrency)],
    contest.environment,
  );
  const bare = startBareLoop(contest, concurrency);
  const sent = { requests: 0, retries: 0 };
  const lines = Array.from({ length: perRound }, (_, id) =>
    JSON.stringify({
      id,
      command: 'msgraph-user-get',
      args: { user: contest.access.user },
      instance: INSTANCE,
    }),
  );
  const ourRate = async (): Promise<number> => {
    const { ms, answers } = await ours.ask(lines, lines.length);
    for (const answer of answers) count(answer, sent);
    return (answers.length / ms) * 1000;
  };

  for (let round = 0; round < WARM_UPS; round += 1) {
    await ourRate();
    await bareRate(bare, perRound);
  }
  Object.assign(sent, { requests: 0, retries: 0 });
  const rates = { ours: new Array<number>(), bare: new Array<number>() };
  for (let round = 0; round < ROUNDS; round += 1) {
    if (round % 2 === 0) rates.ours.push(await ourRate());
    rates.bare.push(await bareRate(bare, perRound));
    if (round % 2 === 1) rates.ours.push(await ourRate());
  }
  await Promise.all([ours.end(), bare.end()]);
  const what = `exec, ${concurrency} at a time`;
  return {
    figure: { what, ours: median(rates.ours), bare: median(rates.bare), unit: 'req/s', budget: BUDGET },
    remark: `${what}: ${ROUNDS * perRound} commands, ${sent.requests} requests, ${sent.retries} retries.`,
  };
}

/** @throws Error for an answer that is no user. */
function count(answer: string, sent: { requests: number; retries: number }): void {
  const reply = parseJson(answer);
  if (!isJsonObject(reply) || !isJsonObject(reply['metrics']) || !answer.includes('MSGraphUser')) {
    throw new Error(`exec answered: ${answer}`);
  }
  sent.requests += Number(reply['metrics']['requests']);
  sent.retries += Number(reply['metrics']['retries']);
}
