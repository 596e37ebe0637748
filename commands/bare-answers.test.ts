import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { commandMetadata } from '../generated/commands.js';
import { type CommandMetadata } from '../integration/command.js';
import { declarations } from '../integration/dispatcher/declarations.js';
import { createDispatcher } from '../integration/dispatcher/dispatcher.js';
import { type Entry } from '../integration/results/entry.js';
import { type Sandbox, startSandbox } from '../sandbox/index.js';
import { createFakeClock } from '../test_data/fake-clock.js';
import { sandboxInstance } from '../test_data/sandbox-instance.js';
import { type ScriptedAnswer, startScriptedServer } from '../test_data/scripted-server.js';
import { lineArguments } from '../warroom/line/arguments.js';
import { parseLine } from '../warroom/line/parse.js';
import { registry } from './index.js';

const metadata: Readonly<Record<string, CommandMetadata>> = commandMetadata;

/** Every command on users that asks Graph, in each way that its examples call it. */
const commands = declarations.flatMap((declaration) => {
  const { name } = declaration;
  const known = metadata[name];
  const asksGraph = known && known.permissions.delegated.length + known.permissions.application.length > 0;
  if (!asksGraph || known.needsMfaService || !/^(msgraph-(user|direct)|test-module)/.test(name)) return [];
  return known.examples.map((line) => ({
    name,
    line,
    known,
    args: lineArguments(parseLine(line), declaration),
  }));
});

const TOKEN = { token_type: 'Bearer', expires_in: 3599, access_token: 'a.b.c', refresh_token: 'r' };

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

/** What a command makes of a Graph that answers everything alike. */
async function against(
  { name, known, args }: (typeof commands)[number],
  answer: ScriptedAnswer,
): Promise<readonly Entry[]> {
  const server = await startScriptedServer(({ url }) =>
    url.includes('/oauth2/') ? { status: 200, body: TOKEN } : answer,
  );
  const place = { url: server.url, azure_ad_endpoint: server.url };
  const signedIn = {
    auth_type: 'user_auth_flow',
    redirect_uri: 'https://soar.contoso.example/oauth/soar',
    creds_auth_code: 'refresh_token:r',
  };
  const needsUser = known.permissions.application.length === 0;
  const instance = sandboxInstance(sandbox, 'soar', { ...place, ...(needsUser && signedIn) });
  const dispatcher = createDispatcher({ registry, clock: createFakeClock() });
  try {
    return (await dispatcher.execute({ command: name, args, instance })).entries;
  } finally {
    await server.close();
  }
}

/** Ways to answer without saying anything. */
const bare: readonly [string, ScriptedAnswer][] = [
  ['200 and nothing', { status: 200, body: '' }],
  ['200 and a blank line', { status: 200, body: ' \r\n' }],
  ['200 and null', { status: 200, body: 'null' }],
  ['200 and an empty list', { status: 200, body: '[]' }],
  ['200 and an empty object', { status: 200, body: '{}' }],
  ['202 and nothing', { status: 202, body: '' }],
  ['204', { status: 204 }],
];

/** What shows where code took an answer for something else. */
const broken = /TypeError|Cannot read|undefined|\[object|not iterable|not a function|"" is not allowed/;

const textsOf = (entries: readonly Entry[]) =>
  entries
    .flatMap(({ HumanReadable, Contents }) => [HumanReadable, Contents])
    .filter((text) => typeof text === 'string')
    .join('\n');

describe.each(commands)('$line', (command) => {
  test('takes no bare answer for data, and leaves none unsaid', async () => {
    for (const [what, answer] of bare) {
      const entries = await against(command, answer);
      expect(textsOf(entries)).not.toMatch(broken);
      const [first] = entries;
      if (command.known.effects === 'read') expect({ what, type: first?.Type }).toEqual({ what, type: 4 });
      // The write may well be done; that the user could not be read, or the outcome is open, has to be said.
      else
        expect({ what, isSaid: entries.some(({ Type }) => Type === 4 || Type === 11) }).toEqual({
          what,
          isSaid: true,
        });
    }
  });

  test.each([300, 304, 418])('takes the status %d for a failure', async (status) => {
    const entries = await against(command, { status, body: { value: true, id: 'x' } });
    expect(entries.some(({ Type }) => Type === 4)).toBe(true);
  });
});
