import { registry } from '../../commands/index.js';
import { createDispatcher } from '../../integration/dispatcher/dispatcher.js';
import { type Instance } from '../../integration/dispatcher/invocation.js';
import { type Sandbox, startSandbox } from '../../sandbox/index.js';
import { createQuietClock } from '../quiet-clock.js';
import { sandboxInstance } from '../sandbox-instance.js';
import { signedInInstance } from '../signed-in-instance.js';
import { makeCommand } from './commands.js';
import { type FaultProxy, startFaultProxy } from './fault-proxy.js';
import { endless, labFaults } from './faults.js';
import { type LabCommand } from './lab-command.js';
import { createRandom, type Random } from './random.js';
import { CHATTER } from './teams-commands.js';
import { type Claim, judge } from './truth.js';

/** What a run of the laboratory found. */
export interface LabReport {
  readonly seed: number;
  commands: number;
  /** HTTP requests sent, and how many of them were repeats. */
  requests: number;
  retries: number;
  /** Claims about targets of effects, and about reads. */
  readonly effects: Record<Claim, number>;
  readonly reads: Record<Claim, number>;
  /** Changes that may be done twice, and were, after a lost answer. */
  repeated: number;
  readonly faults: Record<string, number>;
  /** Everything that was not as it should be. */
  readonly problems: string[];
}

/** People in each tenant, and commands after which it is replaced by a new one. */
const PEOPLE = 300;
const COMMANDS_PER_TENANT = 250;

/** Probabilities, for each request and for each command. */
const FAULT = 0.07;
const STORM = 0.004;
const UNREACHABLE = 0.003;
const HURRIED = 0.004;
const NEW_SIGN_IN = 0.2;

/** Time of a hurried command, in milliseconds. */
const HURRY_MS = 300;

/** By how much the caller's clock may be wrong, in milliseconds. */
const SKEW_MS = 600_000;

/** Looks after which a command is taken to be asleep where no request of its tenant is under way. */
const QUIET_LOOKS = 2;

/** Begins an empty report. */
function createReport(seed: number): LabReport {
  const none = (): Record<Claim, number> => ({ done: 0, failed: 0, unknown: 0 });
  return {
    ...{ seed, commands: 0, requests: 0, retries: 0, repeated: 0 },
    effects: none(),
    reads: none(),
    faults: {},
    problems: [],
  };
}

/**
 * Runs commands through faults, several tenants at a time, and compares what they claim with what happened.
 * @param seed Decides commands and faults. @param commands How many in all. @param tenants How many at a time.
 * @param onRound Told whenever every tenant is closed.
 */
export async function runLab(
  { seed, commands, tenants = 4 }: { seed: number; commands: number; tenants?: number },
  onRound: (report: LabReport) => void = () => undefined,
): Promise<LabReport> {
  const report = createReport(seed);
  const random = createRandom(seed);
  const onRejection = (reason: unknown): void => {
    report.problems.push(
      `unhandled rejection: ${reason instanceof Error ? (reason.stack ?? '') : String(reason)}`,
    );
  };
  process.on('unhandledRejection', onRejection);
  try {
    while (report.commands < commands) {
      const left = commands - report.commands;
      const count = Math.min(COMMANDS_PER_TENANT, Math.ceil(left / tenants));
      const lanes = Array.from({ length: tenants }, () => createRandom(random.below(2 ** 31)));
      await Promise.all(lanes.map((lane) => runTenant(count, lane, report)));
      onRound(report);
    }
  } finally {
    process.off('unhandledRejection', onRejection);
  }
  return report;
}

async function runTenant(count: number, random: Random, report: LabReport): Promise<void> {
  const sandbox = await startSandbox({ users: PEOPLE, logLength: Infinity });
  const proxy = await startFaultProxy(sandbox.url, random);
  const params = { url: proxy.url, azure_ad_endpoint: proxy.url };
  const kept = sandboxInstance(sandbox, undefined, params);
  const persons = await signedInInstance(sandbox, CHATTER, { params });
  for (let done = 0; done < count; done += 1) {
    await runCommand({ sandbox, proxy, random, kept, persons }, report);
  }
  await proxy.close();
  await sandbox.close();
}

interface Lane {
  readonly sandbox: Sandbox;
  readonly proxy: FaultProxy;
  readonly random: Random;
  /** The instance that keeps its token. */
  readonly kept: Instance;
  /** The instance that somebody has signed in to. */
  readonly persons: Instance;
}

async function runCommand(lane: Lane, report: LabReport): Promise<void> {
  const { sandbox, proxy, random } = lane;
  const command = makeCommand(sandbox, random);
  const isUnreachable = random.happens(UNREACHABLE);
  const isHurried = random.happens(HURRIED);
  proxy.choose = faultChooser(random, isHurried);
  const ids = new Map(
    sandbox.people().flatMap(({ id, userPrincipalName }) => [
      [id.toLowerCase(), id],
      [userPrincipalName.toLowerCase(), id],
    ]),
  );
  const before = sandbox.log.length;
  const skew = Math.round((random.fraction() - 0.5) * 2 * SKEW_MS);
  const clock = createQuietClock(Date.now() + skew, { looks: QUIET_LOOKS, server: proxy.url });
  const { entries, metrics } = await createDispatcher({ registry, clock }).execute({
    command: command.command,
    args: command.args,
    instance: isUnreachable ? unreachable(lane) : command.isPersons ? lane.persons : instanceFor(lane),
    ...(isHurried && { timeLimitMs: HURRY_MS }),
  });
  clock.stop();
  await proxy.settled();
  const faults = proxy.takeFaults();
  const { claims, repeated, problems } = judge(command, {
    entries,
    requests: sandbox.log.slice(before),
    faults,
    idOf: (name) => ids.get(name.toLowerCase()),
    isHurried,
  });
  report.commands += 1;
  report.requests += metrics.requests;
  report.retries += metrics.retries;
  report.repeated += repeated;
  const counts = command.targets.length === 0 ? report.reads : report.effects;
  for (const claim of claims) counts[claim] += 1;
  for (const { fault } of faults) report.faults[fault.kind] = (report.faults[fault.kind] ?? 0) + 1;
  for (const problem of problems)
    report.problems.push(
      told(
        problem,
        command,
        faults.map(({ fault }) => fault.kind),
        entries,
      ),
    );
}

function told(problem: string, { command }: LabCommand, faults: readonly string[], entries: unknown): string {
  return `${command}: ${problem}\n  faults: ${faults.join(', ')}\n  entries: ${JSON.stringify(entries).slice(0, 400)}`;
}

/** Most requests pass; storms hit several in a row. */
function faultChooser(random: Random, isHurried: boolean): FaultProxy['choose'] {
  const [throttle] = labFaults;
  let stormLeft = 0;
  return (isEnvelope) => {
    if (isHurried && random.happens(0.3)) return endless;
    if (random.happens(STORM)) stormLeft = 3 + random.below(10);
    if (stormLeft > 0) {
      stormLeft -= 1;
      return throttle;
    }
    if (!random.happens(FAULT)) return undefined;
    return random.oneOf(labFaults.filter(({ kind }) => isEnvelope || !kind.startsWith('an envelope')));
  };
}

function instanceFor({ kept, sandbox, proxy, random }: Lane): Instance {
  if (!random.happens(NEW_SIGN_IN)) return kept;
  return sandboxInstance(sandbox, undefined, { url: proxy.url, azure_ad_endpoint: proxy.url });
}

/** A host that nobody knows, one that speaks no TLS, or one where nobody listens. */
function unreachable({ sandbox, proxy, random }: Lane): Instance {
  const url = random.oneOf(['https://graph.lab.example', proxy.url.replace('http:', 'https:')]);
  return sandboxInstance(sandbox, undefined, { url, azure_ad_endpoint: proxy.url });
}
