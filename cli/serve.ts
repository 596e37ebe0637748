import { systemClock } from '../integration/clock.js';
import { silentLog } from '../integration/log.js';
import { SANDBOX_INSTANCE, SANDBOX_INSTANCES } from '../platform/instances/choose.js';
import { homeFolder } from '../platform/instances/home.js';
import { readKeys } from '../platform/keys/key-file.js';
import { lineArguments } from '../warroom/line/arguments.js';
import { parseWords } from '../warroom/line/words.js';
import { toItsEnd } from '../warroom/to-its-end.js';
import { auditSource } from './audit-source.js';
import { diagnosticLog } from './diagnostics.js';
import { openInstance } from './instance.js';
import { MISUSE } from './options.js';
import { servedPage } from './served-page.js';
import { readServeOptions, readTlsFiles, type ServeWish } from './serve-options.js';
import { warn } from './warn.js';

/** Answers over HTTP until it is told to end: 0 then, 1 when it cannot begin, 2 when misused. */
export default async function serve(args: readonly string[]): Promise<number> {
  const wish = readServeOptions(args);
  if (!wish) return MISUSE;
  const home = homeFolder(process.env);
  const log = (await diagnosticLog(wish.debug)) ?? silentLog;
  const tls = await readTlsFiles(wish);
  if (readKeys(home).size === 0) {
    warn('There is no API key yet: msgraph-soar keys add NAME --scope read|effects makes one.');
  }
  const { startServer } = await import('../platform/serve/server.js');
  const { publicAddress } = await import('../platform/serve/address.js');
  const { createInstancePool } = await import('../platform/serve/instance-pool.js');
  const only = servedInstances(wish);
  const instances = createInstancePool({
    home,
    environment: process.env,
    open: (choice) => openInstance(choice, false),
    ...(only && { only }),
  });
  // One that was named and cannot be used is told now, not to the first client.
  if (only) await instances.instanceOf(undefined);
  const page = servedPage({ instances, only, allowEffects: wish.allowEffects, log });
  const server = await startServer({
    home,
    instances,
    log,
    warn,
    clock: systemClock,
    host: wish.host,
    port: wish.port,
    requestsPerMinute: wish.requestsPerMinute,
    ...(tls && { tls }),
    ...(wish.publicUrl !== undefined && { publicUrl: publicAddress(wish.publicUrl) }),
    audit: (name) => auditSource('serve', { kind: 'api-key', name }),
    follow: toItsEnd,
    page: page.register,
    exampleArguments: (line, declaration) => lineArguments(parseWords([line]), declaration),
  });
  const told = toldToEnd();
  process.stdout.write(`${server.url}\n`);
  warn(`War Room, for one browser: ${server.url}${page.invite() ?? ''}`);
  await told;
  await server.close();
  return 0;
}

function servedInstances({ instance, sandbox }: ServeWish): readonly string[] | undefined {
  if (instance !== undefined) return [instance];
  if (!sandbox) return undefined;
  return [SANDBOX_INSTANCE, ...[...SANDBOX_INSTANCES.keys()].filter((name) => name !== SANDBOX_INSTANCE)];
}

/** Resolves at the first signal; a second one ends the process at once, whatever is under way. */
function toldToEnd(): Promise<void> {
  return new Promise((resolve) => {
    let isTold = false;
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        if (isTold) process.exit(1);
        isTold = true;
        resolve();
      });
    }
  });
}
