import { commandMetadata } from '../generated/commands.js';
import { type CommandMetadata } from '../integration/command.js';
import { type Instance } from '../integration/dispatcher/invocation.js';
import { type JsonObject } from '../integration/json.js';
import { type CommandDeclaration } from '../integration/manifest/types.js';
import { type Entry } from '../integration/results/entry.js';
import { type Sandbox } from '../sandbox/index.js';
import { lineArguments } from '../warroom/line/arguments.js';
import { parseLine } from '../warroom/line/parse.js';
import { type CommandBench, openCommandBench } from './command-bench.js';
import { enterDeviceCode } from './device-page.js';
import { createPatientClock } from './patient-clock.js';
import { sandboxInstance } from './sandbox-instance.js';
import { signedInInstance } from './signed-in-instance.js';

const ADELE = 'adele@contoso.example';

const metadata: Readonly<Record<string, CommandMetadata>> = commandMetadata;

/** A tenant of its own for the examples of a command, which need not leave it as they found it. */
export interface ExampleTenant {
  readonly sandbox: Sandbox;
  /** Makes an instance on which the examples of a command can work. */
  instanceFor(command: string): Promise<Instance>;
  /**
   * Runs an example of a command.
   * @param line One of the command's examples. @param instance One that is made for it, by default.
   * @returns The entries of the command, and of what it has run next.
   */
  run(declaration: CommandDeclaration, line: string, instance?: Instance): Promise<readonly Entry[]>;
  close(): Promise<void>;
}

/** Starts a tenant whose time passes only where a command pauses. @param start Its time, in milliseconds since 1970. */
export async function openExampleTenant(start: number): Promise<ExampleTenant> {
  const clock = createPatientClock(start);
  const bench = await openCommandBench({ now: () => clock.now() }, clock);

  const withFollowers = async (
    name: string,
    args: JsonObject,
    instance: Instance,
  ): Promise<readonly Entry[]> => {
    const { entries } = (await bench.run(name, args, instance)).execution;
    const { PollingCommand: next, PollingArgs: nextArgs = {}, NextRun: seconds } = entries[0] ?? {};
    if (next === undefined) return entries;
    clock.advance(Number(seconds) * 1000);
    return [...entries, ...(await withFollowers(next, nextArgs, instance))];
  };

  return {
    sandbox: bench.sandbox,
    instanceFor: (command) => instanceFor(bench, command),
    async run(declaration, line, instance) {
      const args = lineArguments(parseLine(line), declaration);
      return withFollowers(declaration.name, args, instance ?? (await instanceFor(bench, declaration.name)));
    },
    close: () => bench.close(),
  };
}

/** An instance on which a command's examples can work: signing in takes one that is set up for it. */
async function instanceFor(bench: CommandBench, name: string): Promise<Instance> {
  if (name.includes('mfa')) return instanceForMfa(bench, name);
  const device = /(.*auth)-(start|complete)$/.exec(name);
  if (device) return instanceForDevice(bench, device[2] === 'start' ? undefined : `${device[1] ?? ''}-start`);
  const { delegated = [], application = [] } = metadata[name]?.permissions ?? {};
  if (name === 'msgraph-teams-ask') {
    const by = 'george@contoso.example';
    bench.sandbox.replies = [{ then: ['What?', 'No'].map((say) => ({ by, say })) }];
  }
  // Chats belong to people, whatever an application may do to them.
  if (name.startsWith('msgraph-teams-') && delegated.length > 0)
    return signedInInstance(bench.sandbox, ADELE);
  if (delegated.length > 0 && application.length === 0) return signedInInstance(bench.sandbox);
  return sandboxInstance(bench.sandbox, 'soar', {
    redirect_uri: 'https://soar.contoso.example/oauth/soar',
  });
}

/** One for the login on another device. @param begun The command that has begun it, if any has. */
async function instanceForDevice(bench: CommandBench, begun?: string): Promise<Instance> {
  const instance = sandboxInstance(bench.sandbox, 'soar', { auth_type: 'device_code' });
  if (begun !== undefined) {
    const { entry } = await bench.run(begun, {}, instance);
    await enterDeviceCode(entry.HumanReadable ?? '', ADELE);
  }
  return instance;
}

/** One that keeps a secret of the MFA client, and has an open request where a command looks for one. */
async function instanceForMfa(bench: CommandBench, name: string): Promise<Instance> {
  const { sandbox } = bench;
  sandbox.switches.mfaAnswers = { [ADELE]: { outcome: 'approve', afterSeconds: 0 } };
  const instance = sandboxInstance(sandbox, 'soar', { allow_secret_generators: true });
  if (!name.endsWith('create-mfa-client-secret')) {
    await bench.run('msgraph-user-create-mfa-client-secret', {}, instance);
  }
  if (name.endsWith('status')) {
    await bench.run('msgraph-user-initiate-mfa-request', { user_mail: ADELE }, instance);
  }
  return instance;
}
