import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isJsonObject, type JsonObject, parseJson } from '../integration/json.js';
import { objectsOf } from './command-bench.js';

const pathOf = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const executable = pathOf('../dist/msgraph-soar.js');
const standIn = pathOf('stand-in.py');

/** Whether this machine can run the shim at all. */
export const hasPython = spawnSync('python3', ['--version']).status === 0;

/** What to run, and how the stand-in for the server's API object behaves; see `stand-in.py`. */
export interface ShimScenario {
  readonly shim: string;
  readonly command: string;
  readonly args?: JsonObject;
  readonly params: JsonObject;
  readonly context?: JsonObject;
  readonly integrationContext?: JsonObject;
  /** How many writes of the integration context are refused first. */
  readonly conflicts?: number;
  /** Seconds of silence after which the process counts as hanging. */
  readonly silence?: number;
  /** Seconds before a process without an end is started again. */
  readonly pause?: number;
  /** The API call in which the server ends the script. */
  readonly exitIn?: string;
  /** The how-many-eth such call; the first by default. */
  readonly exitAt?: number;
  /** Whether the server knows no mark for errors in what an instance shows. */
  readonly isOld?: boolean;
}

/** What the server was told. */
export interface ShimOutcome {
  readonly results: readonly JsonObject[];
  readonly log: readonly (readonly string[])[];
  /** Calls that belong to no incident, each with its arguments. */
  readonly calls: readonly (readonly unknown[])[];
  /** The integration context afterwards. */
  readonly context: JsonObject;
  /** What the script itself ended with; null where it just ended. */
  readonly raised: string | null;
  readonly folder: string;
}

/**
 * Runs the shim under the machine's Python, in a working directory of its own.
 * @param environment Added to the search path, which is all it gets otherwise.
 * @param look Sees the working directory before it is removed.
 */
export async function runShim(
  scenario: ShimScenario,
  environment: Readonly<Record<string, string>> = {},
  look: (folder: string) => Promise<void> = () => Promise.resolve(),
): Promise<ShimOutcome> {
  const folder = await mkdtemp(join(tmpdir(), 'msgraph-soar-shim-'));
  try {
    const stdout = await printed(JSON.stringify(scenario), folder, {
      PATH: process.env['PATH'] ?? '',
      MSGRAPH_SOAR_HOME: join(folder, 'home'),
      MSGRAPH_SOAR_JS: executable,
      ...environment,
    });
    const told = parseJson(stdout);
    if (!isJsonObject(told) || !isJsonObject(told['context']))
      throw new Error(`The stand-in said: ${stdout}`);
    await look(folder);
    const { raised, log, calls } = told;
    return {
      results: objectsOf(told['results']),
      log: Array.isArray(log) ? log.map((line) => (Array.isArray(line) ? line.map(String) : [])) : [],
      calls: Array.isArray(calls)
        ? calls.map((call) => (Array.isArray(call) ? (call as unknown[]) : []))
        : [],
      context: told['context'],
      raised: typeof raised === 'string' ? raised : null,
      folder,
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

function printed(input: string, cwd: string, env: Record<string, string>): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      '/usr/bin/env',
      ['python3', standIn],
      { cwd, env, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => {
        if (error) reject(new Error(`${error.message}\n${stderr}`));
        else resolve(stdout);
      },
    );
    child.stdin?.end(input);
  });
}
