import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import { startScriptedServer } from '../test_data/scripted-server.js';
import { runExecutable } from '../test_data/executable.js';
import { CTRL_C, CTRL_D, PROMPT, roomsOnTerminals } from '../test_data/rooms.js';

// Each test starts processes, and the whole suite keeps all cores busy.
jest.setTimeout(120_000);

const { open, home } = roomsOnTerminals();

test('without a word on a terminal the room opens, says that it is the sandbox, and Ctrl-D leaves', async () => {
  const room = open();
  const greeting = await room.shows(PROMPT);
  expect(greeting).toContain('SANDBOX: nothing was done on a real tenant');
  expect(greeting).toContain('Type !msgraph-user-list limit=5 to begin');
  room.type(CTRL_D);
  expect(await room.ended).toBe(0);
});

test('without a terminal the same word prints help', async () => {
  const { code, stdout } = await runExecutable([], home());
  expect(code).toBe(0);
  expect(stdout).toContain('open the War Room');
  expect((await runExecutable(['room'], home())).code).toBe(2);
});

test('Tab completes commands, arguments and values', async () => {
  const room = open();
  await room.shows(PROMPT);
  // Readline takes a tab for a key, and not for pasted text, at the end of what arrives together.
  room.type('!msgraph-user-ge\t');
  await room.shows('!msgraph-user-ge');
  room.type('\t');
  await room.shows('!msgraph-user-generate-login-url');
  await room.shows(PROMPT);
  room.type('t use\t');
  await room.shows('user=');
  room.type('adele@contoso.example using=sandbox-\t');
  await room.shows('using=sandbox-app');
  room.type('\r');
  expect(await room.shows(PROMPT)).toContain('Adele Winterbourne');
});

test('Tab completes paths of the context behind ${', async () => {
  const room = open();
  await room.shows(PROMPT);
  room.type('!msgraph-user-get user=adele@contoso.example properties=id,displayName\r');
  await room.shows('Adele Winterbourne');
  await room.shows(PROMPT);
  room.type('!Print value="She is ${MSG\t');
  await room.shows('${MSGraphUser.');
  room.type('Di\t');
  await room.shows('DisplayName}');
  room.type('"\r');
  expect(await room.shows(PROMPT)).toContain('She is Adele Winterbourne');
});

describe('a secret that is typed', () => {
  test('is never on the screen or in the history, also where the command is mistyped', async () => {
    const room = open();
    await room.shows(PROMPT);
    for (const char of '!msgraph-user-chnage-password password="hunter2 x" user=a') room.type(char);
    await room.shows('user=a');
    // Back into the line and out again: the editor draws all of it anew.
    room.type('\u0001');
    room.type('\u0005');
    room.type('\r');
    await room.shows('There is no command');
    await room.shows(PROMPT);
    room.type('\u001b[A');
    await room.shows('password="?" user=a');
    expect(room.all()).toContain('password="*********');
    expect(room.all()).not.toMatch(/hunter|unter2/);
    const file = join(home(), 'room-history');
    expect(await readFile(file, 'utf8')).toBe('!msgraph-user-chnage-password password="?" user=a\n');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  test('over two lines stays hidden on the second', async () => {
    const room = open();
    await room.shows(PROMPT);
    room.type('!x password="hun\r');
    await room.shows('… ');
    room.type('ter2" user=a\r');
    await room.shows('There is no command');
    await room.shows(PROMPT);
    expect(room.all()).not.toMatch(/hun|ter2/);
    expect(await readFile(join(home(), 'room-history'), 'utf8')).toBe('!x password="?" user=a\n');
  });
});

test('a line goes on after a backslash and inside a quote', async () => {
  const room = open();
  await room.shows(PROMPT);
  room.type('!msgraph-user-get \\\r');
  await room.shows('… ');
  room.type('user=adele@contoso.example\r');
  expect(await room.shows(PROMPT)).toContain('Adele Winterbourne');
  room.type('!Set key=A value=`[1,\r');
  await room.shows('… ');
  room.type('2]`\r');
  await room.shows('Key A set');
});

test('lines that are pasted together run one after another', async () => {
  const room = open();
  await room.shows(PROMPT);
  room.type('!Set key=A value=1\r!Set key=B value=2\r!context\r');
  await room.shows('Key A set');
  await room.shows('!Set key=B value=2');
  await room.shows('Key B set');
  expect(await room.shows('}')).toContain('"A": 1');
});

describe('a confirmation', () => {
  const six = ['adele', 'noor', 'ingrid', 'sylvie'].map((name) => `${name}@contoso.example`);
  const line = `!msgraph-user-session-revoke user=${[...six, 'a@contoso.example', 'b@contoso.example'].join(',')}\r`;

  test('names the people as found, and anything but yes does nothing', async () => {
    const room = open();
    await room.shows(PROMPT);
    room.type(line);
    const question = await room.shows('Type yes to go on: ');
    expect(question).toContain('changes something for 6 at once on the sandbox (sandbox-app)');
    expect(question).toContain('Adele Winterbourne <adele@contoso.example>');
    expect(question).toMatch(/<sylvie@contoso\.example>; synced from on-premises/);
    expect(question).toContain('and 1 more');
    room.type('\r');
    await room.shows('nothing was done');
    room.type(line);
    await room.shows('Type yes to go on: ');
    room.type(CTRL_C);
    await room.shows('nothing was done');
    room.type(line);
    await room.shows('Type yes to go on: ');
    room.type('yes\r');
    await room.shows('of 6 done');
  });

  test('names the roles of an administrator', async () => {
    const room = open();
    await room.shows(PROMPT);
    room.type('!msgraph-user-delete user=nadia.admin@contoso.example\r');
    const question = await room.shows('Type yes to go on: ');
    expect(question).toContain('msgraph-user-delete deletes on the sandbox (sandbox-app):');
    expect(question).toMatch(
      /Nadia Rahman \(Admin\) <nadia\.admin@contoso\.example>; administrator: [^;]*User\s+Administrator/,
    );
    room.type('\r');
    await room.shows('nothing was done');
  });

  test('is not answered by a line that was pasted before the question', async () => {
    const room = open();
    await room.shows(PROMPT);
    room.type(`${line}yes\r`);
    await room.shows('Type yes to go on: ');
    room.type('no\r');
    await room.shows('nothing was done');
  });

  test('is not asked for with --yes', async () => {
    const room = open(['room', '--yes']);
    await room.shows(PROMPT);
    room.type(line);
    expect(await room.shows('of 6 done')).not.toContain('Type yes');
  });
});

describe('Ctrl-C', () => {
  test('cancels a request that hangs, on the instance that the prompt names, and not the room', async () => {
    const server = await startScriptedServer(['silence']);
    try {
      const params = [
        'azure_cloud=Custom',
        `url=${server.url}`,
        `azure_ad_endpoint=${server.url}`,
        'self_deployed=true',
      ];
      const app = ['creds_tenant_id=fabrikam.example', 'creds_auth_id=11111111-2222-3333-4444-555555555555'];
      const added = await runExecutable(
        ['instance', 'add', 'fabrikam', ...params, ...app, 'creds_enc_key=${env:KEY}'],
        home(),
        { environment: { KEY: 's3cret-value' } },
      );
      expect(added.stderr).toBe('');
      const room = open([], { environment: { KEY: 's3cret-value' } });
      const prompt = 'fabrikam · fabrikam.example > ';
      expect(await room.shows(prompt)).not.toContain('SANDBOX');
      room.type('!msgraph-user-get user=adele@contoso.example\r');
      while (server.seen.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
      room.type(CTRL_C);
      expect(await room.shows(prompt)).toMatch(/\^C[^]*Error: The command was cancelled/);
      room.type('!use sandbox-app\r');
      await room.shows(PROMPT);
    } finally {
      await server.close();
    }
  });

  test('cancels a wait', async () => {
    const room = open();
    await room.shows(PROMPT);
    room.type('!msgraph-user-gte retry-count=3 retry-interval=3000\r');
    await room.shows('the next one is in 3000 s');
    room.type(CTRL_C);
    expect(await room.shows(PROMPT)).toContain('Did you mean');
  });

  test('gives up what is being typed; twice where nothing is, it leaves', async () => {
    const room = open();
    await room.shows(PROMPT);
    room.type('!Set key=A value=`[1,\r');
    await room.shows('… ');
    room.type(CTRL_C);
    await room.shows(PROMPT);
    room.type('!context\r');
    expect(await room.shows(PROMPT)).toContain('{}');
    room.type(CTRL_C);
    await room.shows('leaves the room');
    await room.shows(PROMPT);
    room.type(CTRL_C);
    expect(await room.ended).toBe(0);
  });
});

test('what is longer than the screen comes in pages', async () => {
  const room = open([], { rows: 15, columns: 100 });
  await room.shows(PROMPT);
  room.type('!msgraph-user-list properties=displayName\r');
  const first = await room.shows('-- more');
  expect(first.split('\n').length).toBeLessThanOrEqual(17);
  room.type(' ');
  await room.shows('-- more');
  room.type('q');
  await room.shows(PROMPT);
  room.type('!Print still here\r');
  await room.shows('still here');
});

test('tables follow the width of the terminal when it changes', async () => {
  const room = open([], { columns: 150 });
  await room.shows(PROMPT);
  const widest = (text: string) => Math.max(...text.split('\n').map((line) => line.trimEnd().length));
  const list = '!msgraph-user-list limit=2 properties=displayName,userPrincipalName\r';
  room.type(list);
  await room.shows('┌');
  expect(widest(await room.shows(PROMPT))).toBeGreaterThan(70);
  room.resize(40, 70);
  await room.shows(PROMPT);
  room.type(list);
  await room.shows('┌');
  expect(widest(await room.shows('└'))).toBeLessThanOrEqual(70);
});

test('with NO_COLOR nothing is colored', async () => {
  const style = /\u001b\[[\d;]*m/;
  const plain = open([], { environment: { NO_COLOR: '1' } });
  await plain.shows(PROMPT);
  plain.type('!msgraph-user-gte\r');
  await plain.shows('Did you mean');
  await plain.shows(PROMPT);
  expect(plain.all()).not.toMatch(style);
  const colored = open();
  await colored.shows(PROMPT);
  expect(colored.all()).toMatch(style);
});

test('an incident that is kept in a file goes on where it was', async () => {
  const file = join(home(), 'case.json');
  const first = open(['room', '--incident', file]);
  await first.shows(PROMPT);
  first.type('!Set key=Case.Owner value=Noor\r');
  await first.shows('Key Case.Owner set');
  await first.shows(PROMPT);
  first.type(CTRL_D);
  await first.ended;
  const second = open(['room', '--incident', file]);
  await second.shows('1 entries so far');
  await second.shows(PROMPT);
  second.type('!Print ${Case.Owner}\r');
  await second.shows('Noor\r\n');
});
