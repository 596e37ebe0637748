import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import catalogue from '../../integration/auth/aadsts.json' with { type: 'json' };
import { closedAddress } from '../../test_data/closed-port.js';
import { type CommandBench, openCommandBench } from '../../test_data/command-bench.js';
import { type ConnectProxy, startConnectProxy } from '../../test_data/connect-proxy.js';
import { withNetworkEnvironment } from '../../test_data/environment.js';
import { createFakeClock } from '../../test_data/fake-clock.js';
import { sandboxInstance } from '../../test_data/sandbox-instance.js';
import { type ScriptedServer, startScriptedServer } from '../../test_data/scripted-server.js';
import { forChats } from './login-scopes.js';

const ADELE = 'adele@contoso.example';
const REDIRECT = 'https://soar.contoso.example/oauth/soar';
const USER = { auth_type: 'user_auth_flow', redirect_uri: REDIRECT };
const IMDS = 'AZURE_POD_IDENTITY_AUTHORITY_HOST';

const read = (name: string) => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');

/** What the setup guide says that the product says, when it does not work. */
const told = (read('setup.md').split('\n## When it does not work\n')[1] ?? '')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .flatMap((line) => {
    const cell = line.split(' | ')[0] ?? '';
    return [...cell.matchAll(/`([^`]+)`/g)].map(([, text = '']) => ({
      text,
      isOnThePage: cell.includes('on the sign-in page'),
    }));
  });
const numbers = told.filter(({ text }) => text.startsWith('AADSTS'));
const sentences = told.filter(({ text }) => !text.startsWith('AADSTS')).map(({ text }) => text);

let bench: CommandBench;
let stranger: ScriptedServer;
let proxy: ConnectProxy;
beforeAll(async () => {
  bench = await openCommandBench({}, createFakeClock(Date.now()));
  stranger = await startScriptedServer([{ status: 200 }], 'https');
  proxy = await startConnectProxy({ credentials: 'soar:right' });
});
afterAll(async () => {
  await proxy.close();
  await stranger.close();
  await bench.close();
});

/** What the test command says of an instance whose form has this in it. */
async function textOf(form: Readonly<Record<string, unknown>>, app?: string): Promise<string> {
  const { entry } = await bench.run('msgraph-user-test', {}, sandboxInstance(bench.sandbox, app, form));
  return String(entry.Contents);
}

const at = (url: string) => ({ azure_cloud: 'Custom', url, azure_ad_endpoint: url });

async function withoutIdentity(): Promise<string> {
  const before = process.env[IMDS];
  process.env[IMDS] = await closedAddress();
  try {
    return await textOf({ auth_type: 'managed_identity' });
  } finally {
    if (before === undefined) Reflect.deleteProperty(process.env, IMDS);
    else process.env[IMDS] = before;
  }
}

/** How each sentence is brought about. */
const causes: Readonly<Record<string, () => Promise<string>>> = {
  'Nobody has signed in yet': () => textOf(USER),
  'There is no managed identity here': withoutIdentity,
  'The instance cannot work as it is set up': () => textOf({ creds_enc_key: '' }),
  '403 Authorization_RequestDenied': () => textOf({}, 'unprivileged'),
  'no connection (…)': async () => textOf(at(await closedAddress())),
  'The proxy refused to connect': () =>
    withNetworkEnvironment({ HTTPS_PROXY: proxy.url }, () =>
      textOf({ ...at(''), azure_cloud: 'Worldwide', proxy: true }),
    ),
  "the server's certificate was not accepted": () => textOf(at(stranger.url)),
};

describe('the table of the setup guide', () => {
  test.each(numbers.filter(({ isOnThePage }) => !isOnThePage))(
    'explains $text as the product does',
    ({ text }) => {
      expect(Object.keys(catalogue)).toContain(text.slice('AADSTS'.length));
    },
  );

  test('has a cause below for each sentence', () => {
    expect(sentences.toSorted()).toEqual(Object.keys(causes).toSorted());
  });

  test.each(sentences)('quotes the product to the letter: %s', async (sentence) => {
    const [before = '', after = ''] = sentence.split('…');
    const shown = (await causes[sentence]?.()) ?? '';
    expect(shown).toContain(before);
    expect(shown.slice(shown.indexOf(before))).toContain(after);
  });
});

test.each(['setup.md', 'instance-help.md'])(
  '%s names the chat permissions that the login URL asks for',
  (name) => {
    const [paragraph = ''] =
      /- \*{0,2}(For chats|Chats, as a person):[\s\S]*?`ChatMessage\.Send`/.exec(read(name)) ?? [];
    const named = [...paragraph.matchAll(/`(Chat[\w.]+)`/g)].map(([, permission]) => permission);
    expect(named).toHaveLength(8);
    expect([...named, 'User.Read']).toEqual(forChats);
  },
);

test('the address that the instance help shows leads to a working instance, its code alone pasted', async () => {
  const [written = ''] =
    /https:\S+directory\.accessasuser\.all\S+REDIRECT_URI/.exec(read('instance-help.md')) ?? [];
  const { url, tenantId } = bench.sandbox;
  const params = bench.sandbox.params();
  const address = written
    .replace('https://login.microsoftonline.com', url)
    .replace('TENANT_ID', tenantId)
    .replace('CLIENT_ID', String(params['creds_auth_id']))
    .replace('REDIRECT_URI', REDIRECT);
  const body = new URLSearchParams({ user: ADELE, decision: 'accept' });
  const page = await fetch(address, { method: 'POST', body, redirect: 'manual' });
  const ended = new URL(page.headers.get('location') ?? '');
  const code = ended.searchParams.get('code') ?? '';

  const instance = sandboxInstance(bench.sandbox, 'soar', { ...USER, creds_auth_code: code });
  const { execution } = await bench.run('msgraph-teams-test', {}, instance);
  const shown = execution.entries.map(({ HumanReadable }) => HumanReadable).join('\n');
  expect(shown).toContain('Success!');
  expect(shown).toContain('Directory.AccessAsUser.All');
});
