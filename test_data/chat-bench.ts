import { registry } from '../commands/index.js';
import { createDispatcher } from '../integration/dispatcher/dispatcher.js';
import { type Instance } from '../integration/dispatcher/invocation.js';
import { type JsonObject } from '../integration/json.js';
import { type Chat, type SandboxOptions, startSandbox } from '../sandbox/index.js';
import { type BenchRun, type CommandBench } from './command-bench.js';
import { createFakeClock, type FakeClock } from './fake-clock.js';
import { signedInInstance } from './signed-in-instance.js';

/** A tenant with a dispatcher in front of it, where Adele has signed in and the time is moved by tests and waits. */
export interface ChatBench extends CommandBench {
  readonly clock: FakeClock;
  /** Adele's instance, which runs use by default. */
  readonly adele: Instance;
  /** A chat as it is in truth, by its name, or by the one whom Adele has it with. */
  chat(name: string): Chat;
}

/** Starts a tenant for tests of the chat commands. */
export async function openChatBench(options: SandboxOptions = {}): Promise<ChatBench> {
  const clock = createFakeClock();
  const sandbox = await startSandbox({ ...options, now: () => clock.now() });
  const dispatcher = createDispatcher({ registry, clock });
  const adele = await signedInInstance(sandbox, 'adele@contoso.example');
  const run = async (command: string, args: JsonObject = {}, instance = adele): Promise<BenchRun> => {
    const before = sandbox.log.length;
    const execution = await dispatcher.execute({ command, args, instance });
    const [entry] = execution.entries;
    if (!entry) throw new Error(`${command} gave no entry.`);
    return { execution, entry, requests: sandbox.log.slice(before) };
  };
  // The first command signs in, so that those of the tests show their own requests only.
  await run('msgraph-teams-list-chats');
  return {
    sandbox,
    clock,
    adele,
    run,
    chat(name) {
      const found = sandbox
        .chats()
        .find(
          ({ topic, chatType, members }) =>
            topic === name ||
            (chatType === 'oneOnOne' &&
              ['adele', name].every((one) =>
                members.some(({ email }) => email === `${one}@contoso.example`),
              )),
        );
      if (!found) throw new Error(`There is no chat "${name}".`);
      return found;
    },
    close: () => sandbox.close(),
  };
}
