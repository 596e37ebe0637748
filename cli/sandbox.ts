import { homeFolder } from '../platform/instances/home.js';
import { deviations, resetSandboxState, startSandbox } from '../sandbox/index.js';
import { sandboxFile } from './embedded-sandbox.js';
import { MISUSE, readOptions } from './options.js';

/** Keeps the embedded tenant running until it is interrupted, or undoes what was done to it. */
export default async function sandbox(args: readonly string[]): Promise<number> {
  if (args[0] === 'reset' && args.length === 1) {
    await resetSandboxState(sandboxFile(homeFolder(process.env)));
    process.stdout.write('The sandbox is as new.\n');
    return 0;
  }
  return start(args);
}

async function start(args: readonly string[]): Promise<number> {
  const options = readOptions({
    args: [...args],
    allowPositionals: true,
    options: { port: { type: 'string', default: '0' }, users: { type: 'string' } },
  });
  const port = Number(options?.values.port);
  const users = options?.values.users === undefined ? undefined : Number(options.values.users);
  const isNumber = (value: number | undefined, most: number): boolean =>
    value === undefined || (Number.isInteger(value) && value >= 0 && value <= most);
  if (
    !options ||
    options.positionals[0] !== 'start' ||
    !isNumber(port, 65_535) ||
    !isNumber(users, 1_000_000)
  ) {
    process.stderr.write(
      'Usage: msgraph-soar sandbox start [--port N] [--users N], or msgraph-soar sandbox reset\n',
    );
    return MISUSE;
  }
  const interrupted = new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  const tenant = await startSandbox({ port, ...(users !== undefined && { users }) });
  const request = { id: 1, command: 'msgraph-user-list', params: tenant.params() };
  process.stdout.write(
    [
      `Sandbox tenant ${tenant.domain} (${tenant.tenantId}) at ${tenant.url}`,
      '',
      'Applications:',
      ...tenant.apps.map((app) => `  ${app.name}: client ID ${app.clientId}, secret ${app.clientSecret}`),
      '',
      'Point anything at it with these parameters, for instance:',
      `  printf '%s\\n' '${JSON.stringify(request)}' | npx msgraph-soar exec`,
      '',
      'What differs from the real service:',
      ...deviations.map((deviation) => `  - ${deviation}`),
      '',
      'Ctrl-C ends it.',
      '',
    ].join('\n'),
  );
  await interrupted;
  await tenant.close();
  return 0;
}
