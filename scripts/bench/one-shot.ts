import { type Contest, INSTANCE } from './contest.js';
import { type Figure } from './figure.js';
import { median } from './median.js';
import { askedOf } from './tenant-access.js';
import { timeWholeProcess, type WholeProcess } from './whole-process.js';

const BUDGET = { most: 1.3 };
const WARM_UPS = 4;

/** Figures of whole processes, and what was asked of the tenant meanwhile. */
export interface OneShotFigures {
  readonly figures: readonly Figure[];
  readonly remark: string;
}

/**
 * Times whole processes, each in turn with the others.
 * @param pairs How often each is run after the warm-up.
 * @throws Error when one of them fails or does not print the user.
 */
export async function measureOneShot(contest: Contest, pairs: number): Promise<OneShotFigures> {
  const { workspace, access, environment, bareEnvironment, integrationContext } = contest;
  const { params, user } = access;
  const line = { id: 1, command: 'msgraph-user-get', args: { user }, params, integrationContext };
  const contenders = {
    instance: {
      args: [
        workspace.executable,
        `!msgraph-user-get user=${user}`,
        '--instance',
        INSTANCE,
        '--output',
        'json',
      ],
      environment,
      input: '',
    },
    line: { args: [workspace.executable, 'exec'], environment, input: `${JSON.stringify(line)}\n` },
    bare: { args: [workspace.script('bare-once')], environment: bareEnvironment, input: '' },
    empty: { args: ['-e', '0'], environment: bareEnvironment, input: '' },
  };
  type Name = keyof typeof contenders;
  const times: Record<Name, number[]> = { instance: [], line: [], bare: [], empty: [] };
  const run = async (name: Name): Promise<number> => {
    const process: WholeProcess = contenders[name];
    const { ms, output } = await timeWholeProcess(process);
    if (name !== 'empty' && !output.includes(user))
      throw new Error(`${name} did not read the user: ${output}`);
    return ms;
  };
  const order: readonly Name[] = ['instance', 'bare', 'line', 'empty'];
  for (let round = 0; round < WARM_UPS; round += 1) for (const name of order) await run(name);

  const before = await askedOf(contest.tenant);
  for (let round = 0; round < pairs; round += 1) {
    // Whoever comes first finds the machine in another state than whoever comes second.
    const turn = round % 2 === 0 ? order : order.toReversed();
    for (const name of turn) times[name].push(await run(name));
  }
  const after = await askedOf(contest.tenant);

  const middle = (name: Name): number => median(times[name]);
  const isCached = after.tokens === before.tokens;
  const bare = middle('bare');
  return {
    figures: [
      {
        what: `one-shot, --instance${isCached ? '' : ' (signs in each time)'}`,
        ours: middle('instance'),
        bare,
        unit: 'ms',
        ...(isCached && { budget: BUDGET }),
      },
      {
        what: 'one line to exec, token in its integrationContext',
        ours: middle('line'),
        bare,
        unit: 'ms',
        ...(!isCached && { budget: BUDGET }),
      },
      { what: 'bare script, against node -e 0', ours: bare, bare: middle('empty'), unit: 'ms' },
    ],
    remark: `One-shot: ${pairs} runs of each, ${after.reads - before.reads} reads, ${after.tokens - before.tokens} sign-ins.`,
  };
}
