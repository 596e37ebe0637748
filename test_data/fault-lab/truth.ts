import { type Entry } from '../../integration/results/entry.js';
import { isErrorEntry } from '../../integration/results/raw-entry.js';
import { isJsonObject } from '../../integration/json.js';
import { type SandboxRequest } from '../../sandbox/index.js';
import { PASSWORD_MARK } from './commands.js';
import { type LabCommand, type LabTarget } from './lab-command.js';
import { type MetFault } from './fault-proxy.js';

/** What the entries say of one target, or of a read. */
export type Claim = 'done' | 'failed' | 'unknown';

/** How each target of a command came out, and what is wrong about it. */
export interface Verdict {
  readonly claims: readonly Claim[];
  /** Changes that may be done twice and were. */
  readonly repeated: number;
  /** Everything that is not true, in words; empty where all is well. */
  readonly problems: readonly string[];
}

/** What happened while a command ran. */
export interface Happened {
  readonly entries: readonly Entry[];
  /** Requests of the command as the tenant logged them. */
  readonly requests: readonly SandboxRequest[];
  readonly faults: readonly MetFault[];
  /** The object ID behind a name or object ID, as of before the command. */
  readonly idOf: (name: string) => string | undefined;
  /** Whether the command had hardly any time. */
  readonly isHurried: boolean;
}

const UNKNOWN =
  /check what was done|not known whether|is unknown, check|its code was lost|No new pass is there/i;
const MISSING = /does not exist|was not found|No manager is set/i;

/** Compares what the entries claim with what the tenant did. */
export function judge(command: LabCommand, happened: Happened): Verdict {
  const { entries, requests, faults, isHurried } = happened;
  const problems: string[] = [];
  if (entries.length === 0) problems.push('there is no entry');
  if (JSON.stringify(entries).includes(PASSWORD_MARK)) problems.push('an entry shows a password');
  const changes = changesIn(requests);
  if (command.targets.length === 0) {
    if (changes.length > 0) problems.push('a read changed something');
    const isFailed = entries.some(isErrorEntry);
    const problem = isFailed ? undefined : command.problemWith?.(entries[0]?.Contents);
    if (problem) problems.push(problem);
    return { claims: [isFailed ? 'failed' : 'done'], repeated: 0, problems };
  }
  const ambiguous = faults.filter(({ fault }) => fault.ambiguous).length;
  let repeated = 0;
  const claims = command.targets.map((target) => {
    const claim = claimAbout(target, command, entries);
    const done = changes.filter((change) => ownerOf(change, happened) === target.id.toLowerCase()).length;
    const say = (problem: string) =>
      problems.push(`${target.typed} is said to be ${claim}, but ${problem} (done ${done} times)`);
    if (claim === 'done' && done === 0) say('nothing was done');
    if (claim === 'done' && target.isReached?.() === false) say('the tenant says otherwise');
    if (claim === 'failed' && done > 0) say('it was done');
    if (claim === 'unknown' && ambiguous === 0 && !isHurried) say('nothing was left open');
    if (done > 1 && command.isOnce) say('it was done more than once');
    if (done > 1 + ambiguous) say('it was repeated without a reason');
    if (done > 1) repeated += 1;
    return claim;
  });
  return { claims, repeated, problems };
}

/** The changes that were carried out; taking back a pass that nobody knows is none. */
function changesIn(requests: readonly SandboxRequest[]): readonly SandboxRequest[] {
  const single = requests.flatMap((request) => request.items ?? [request]);
  const acted = single.filter(({ acted: done, path }) => done && path.startsWith('/v1.0/'));
  const isMade = acted.some(({ method, path }) => method === 'POST' && path.endsWith('PassMethods'));
  return isMade ? acted.filter(({ method }) => method === 'POST') : acted;
}

/** Who was changed, in lower case. */
function ownerOf({ path, body, method }: SandboxRequest, { idOf }: Happened): string {
  const [, , , name] = path.split('/');
  if (name === undefined && method === 'POST' && isJsonObject(body)) {
    return String(body['userPrincipalName']).toLowerCase();
  }
  const decoded = decodeURIComponent(name ?? '');
  return (idOf(decoded) ?? decoded).toLowerCase();
}

function claimAbout({ typed }: LabTarget, { targets }: LabCommand, entries: readonly Entry[]): Claim {
  const error = entries.find(isErrorEntry);
  if (targets.length > 1) return claimInTable(typed, entries, error);
  if (error) return UNKNOWN.test(String(error.Contents)) ? 'unknown' : 'failed';
  return MISSING.test(String(entries[0]?.HumanReadable ?? entries[0]?.Contents)) ? 'failed' : 'done';
}

function claimInTable(typed: string, entries: readonly Entry[], error: Entry | undefined): Claim {
  const row = (entries[0]?.HumanReadable ?? '')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .find((cells) => cells[1] === typed);
  // Without a table nobody was tried: the whole command was refused.
  if (!row) return error ? 'failed' : 'done';
  if (row.includes('Done')) return 'done';
  return row.includes('Unknown, check') ? 'unknown' : 'failed';
}
