import { describe, expect, test } from '@jest/globals';
import { type CommandDeclaration } from '../../integration/manifest/types.js';
import { type Entry } from '../../integration/results/entry.js';
import { noteEntry } from '../../integration/results/note-entry.js';
import { errorEntry } from '../../integration/results/raw-entry.js';
import { openSessionBench } from './session-bench.js';

const USER = { id: '1', displayName: 'Adele Winterbourne', userPrincipalName: 'adele@contoso.example' };

const declarations: readonly CommandDeclaration[] = [
  {
    name: 'msgraph-user-get',
    description: '',
    arguments: [{ name: 'user', description: '', required: true }],
  },
  {
    name: 'msgraph-user-change-password',
    description: '',
    execution: true,
    arguments: [
      { name: 'user', description: '', required: true },
      { name: 'password', description: '', secret: true },
    ],
  },
  {
    name: 'msgraph-user-session-revoke',
    description: '',
    execution: true,
    arguments: [{ name: 'user', description: '', isArray: true }],
  },
];
const find = (name: string) => declarations.find((declaration) => declaration.name === name);
const found = () => [
  noteEntry('### found', { 'MSGraphUser(val.ID == obj.ID)': { ID: '1', Name: 'Adele' } }, USER),
];
const contents = (entries: readonly { readonly entry: Entry }[]) =>
  entries.map(({ entry }) => entry.Contents);

describe('a line', () => {
  test('is recorded with who, when, where and what, and its outputs go to the context', async () => {
    const { run, session } = openSessionBench(found);
    const [entry] = await run('!msgraph-user-get user=adele@contoso.example');
    expect(entry).toMatchObject({
      id: `1@${session.incident.id}`,
      time: '2026-03-02T08:00:00.000Z',
      user: 'analyst',
      line: '!msgraph-user-get user=adele@contoso.example',
      target: { kind: 'tenant', instance: 'alpha' },
      entry: { HumanReadable: '### found' },
    });
    expect(session.incident.context).toEqual({ MSGraphUser: { ID: '1', Name: 'Adele' } });
  });

  test('without an exclamation mark is a note and runs nothing', async () => {
    const { run, invocations } = openSessionBench(found);
    const [note] = await run("Called her; it's not her phone.");
    expect(note).toMatchObject({ target: null, entry: { HumanReadable: "Called her; it's not her phone." } });
    expect(invocations).toEqual([]);
  });

  test('whose exclamation mark was forgotten is not taken for a note', async () => {
    const { run, invocations } = openSessionBench(found);
    expect(contents(await run('msgraph-user-get user=a'))).toEqual([
      expect.stringMatching(/exclamation mark[^]*!msgraph-user-get/),
    ]);
    expect(contents(await run('/playground_create'))).toEqual([expect.stringMatching(/no operations/)]);
    expect(invocations).toEqual([]);
  });

  test('that cannot be read is an error entry', async () => {
    const { run } = openSessionBench(found);
    expect(contents(await run('!msgraph-user-get user="a'))).toEqual([
      expect.stringMatching(/^Position 24: /),
    ]);
  });

  test('takes its values from the context, a lone reference with its type', async () => {
    const { run, invocations } = openSessionBench(() => []);
    await run('!Set key=People value=`[{"UPN":"a@contoso.example"},{"UPN":"b@contoso.example"}]`');
    await run('!msgraph-user-get user=${People.UPN}');
    await run('!msgraph-user-get user=${People.[0].UPN}-${incident.id}');
    expect(invocations.map(({ args }) => args['user'])).toEqual([
      ['a@contoso.example', 'b@contoso.example'],
      expect.stringMatching(/^a@contoso\.example-INC-\d{14}$/),
    ]);
  });
});

describe('the options of every command', () => {
  test('using runs on several instances, and an unknown one runs on none', async () => {
    const { run, invocations } = openSessionBench(found);
    const entries = await run('!msgraph-user-get user=a using=alpha,beta');
    expect(entries.map(({ target }) => target?.instance)).toEqual(['alpha', 'beta']);
    expect(invocations.map(({ args }) => args)).toEqual([{ user: 'a' }, { user: 'a' }]);
    expect(contents(await run('!msgraph-user-get user=a using=alpha,gamma'))).toEqual([
      expect.stringContaining('There is no instance "gamma"'),
    ]);
    expect(invocations).toHaveLength(2);
  });

  test('!use changes the instance for what follows', async () => {
    const { run, invocations, session } = openSessionBench(found);
    await run('!use beta');
    await run('!msgraph-user-get user=a');
    expect(invocations[0]?.instance.name).toBe('beta');
    expect(session.target()?.instance).toBe('beta');
  });

  test('raw-response shows the contents, and the context is written all the same', async () => {
    const { run, session } = openSessionBench(found);
    const [entry] = await run('!msgraph-user-get user=a raw-response=true');
    expect(entry?.entry).toMatchObject({ HumanReadable: null, Contents: USER });
    expect(session.incident.context).toHaveProperty('MSGraphUser');
  });

  test('extend-context writes parts of the answer, ignore-outputs leaves the rest out', async () => {
    const { run, session } = openSessionBench(found);
    await run(
      '!msgraph-user-get user=a extend-context=`Name=displayName::All=::Short=.={"u": val.userPrincipalName}` ignore-output=true',
    );
    expect(session.incident.context).toEqual({
      Name: 'Adele Winterbourne',
      All: USER,
      Short: { u: 'adele@contoso.example' },
    });
  });

  test('retry-count runs it again after an error, retry-interval seconds apart', async () => {
    const { run, invocations, clock, progress } = openSessionBench((_, count) =>
      count < 3 ? [errorEntry('busy')] : found(),
    );
    const entries = await run('!msgraph-user-get user=a retry-count=5 retry-interval=7');
    expect(entries.map(({ entry }) => entry.Type)).toEqual([1]);
    expect(invocations).toHaveLength(3);
    expect(clock.sleeps).toEqual([7000, 7000]);
    expect(progress[0]).toMatch(/^Try 1 of 6 failed/);
  });

  test('the last error stands when the tries are used up', async () => {
    const { run, invocations } = openSessionBench((_, count) => [errorEntry(`busy ${count}`)]);
    expect(contents(await run('!msgraph-user-get user=a retry-count=1 retry-interval=0'))).toEqual([
      'busy 2',
    ]);
    expect(invocations).toHaveLength(2);
  });

  test('execution-timeout bounds the command and what it waits for', async () => {
    const { run, invocations } = openSessionBench(
      ({ signal }) =>
        new Promise((resolve) => {
          signal?.addEventListener('abort', () => {
            resolve([errorEntry(String(signal.reason))]);
          });
        }),
    );
    expect(contents(await run('!msgraph-user-get user=a execution-timeout=20'))).toEqual([
      expect.stringContaining('20 seconds (execution-timeout) were over'),
    ]);
    expect(invocations[0]?.timeLimitMs).toBe(20_000);
  });

  test('debug-mode adds what happened, with secrets masked', async () => {
    const { run } = openSessionBench(({ log }) => {
      log?.debug('request sent', () => ({ url: 'https://graph.example', authorization: 'Bearer abc' }));
      return found();
    });
    const entries = await run('!msgraph-user-get user=a debug-mode=true');
    expect(entries[1]?.entry).toMatchObject({
      Type: 16,
      Contents: 'request sent {"url":"https://graph.example","authorization":"***"}',
    });
  });

  test.each([
    ['raw-response=maybe', /raw-response="maybe" is not allowed/],
    ['execution-timeout=0', /execution-timeout=0 is not allowed/],
    ['retry-count=-1', /retry-count=-1 is not allowed/],
    ['auto-extract=all', /auto-extract="all" is not allowed/],
    ['extend-context=Name', /extend-context cannot be understood/],
  ])('%s is refused before anything runs', async (option, message) => {
    const { run, invocations } = openSessionBench(found);
    expect(contents(await run(`!msgraph-user-get user=a ${option}`))).toEqual([
      expect.stringMatching(message),
    ]);
    expect(invocations).toEqual([]);
  });
});

describe('secrets', () => {
  const line = '!msgraph-user-change-password user=adele@contoso.example';

  test('a typed one reaches the command and nothing that is kept', async () => {
    const { run, session, invocations } = openSessionBench(
      ({ args }) => [noteEntry(`set to ${String(args['password'])}`)],
      { find },
    );
    await run(`${line} password=hunter2`);
    expect(invocations.at(-1)?.args['password']).toBe('hunter2');
    await run('!history');
    expect(JSON.stringify(session.incident)).not.toContain('hunter2');
    expect(session.incident.entries[0]).toMatchObject({
      line: `${line} password=?`,
      entry: { HumanReadable: 'set to ***' },
    });
  });

  test('a question mark is asked for, and a variable of the environment read', async () => {
    const { run, invocations } = openSessionBench(() => [], {
      find,
      answers: ['${MSGraphUser}'],
      environment: { NEW: 'from-env' },
    });
    await run(`${line} password=?`);
    await run(`${line} password=\${env:NEW}`);
    const given = invocations
      .filter(({ command }) => command.endsWith('password'))
      .map(({ args }) => args['password']);
    // What was asked for is taken as it is, whatever it looks like.
    expect(given).toEqual(['${MSGraphUser}', 'from-env']);
  });

  test('text from the context cannot ask for a variable of the environment', async () => {
    const { run, invocations } = openSessionBench(
      ({ command }) => (command === 'msgraph-user-get' ? [noteEntry('', { Name: '${env:NEW}' })] : []),
      { find, environment: { NEW: 'from-env' } },
    );
    await run('!msgraph-user-get user=a');
    await run(`${line} password=\${Name}`);
    expect(invocations.at(-1)?.args['password']).toBe('${env:NEW}');
  });

  test('one that came by the context is masked wherever it comes back', async () => {
    const { run, session } = openSessionBench(({ args }) => [noteEntry(String(args['password']))], { find });
    await run('!Set key=NEW value=hunter2');
    await run(`${line} password=\${NEW}`);
    expect(session.incident.entries.at(-1)?.entry.HumanReadable).toBe('***');
    expect(JSON.stringify(session.secrets.masked(session.incident))).not.toContain('hunter2');
  });
});

describe('confirmation', () => {
  const synced = { ...USER, onPremisesSyncEnabled: true };
  const answers: Readonly<Record<string, Entry>> = {
    'msgraph-user-get': noteEntry('', null, synced),
    'msgraph-user-get-groups': noteEntry('', null, { value: [{ displayName: 'User Administrator' }] }),
  };
  const answer = ({ command }: { command: string }) => [answers[command] ?? noteEntry('done')];

  test('a password change names the person as found and the tenant', async () => {
    const { run, confirmations, invocations } = openSessionBench(answer, { find });
    await run('!msgraph-user-change-password user=adele password=hunter2');
    expect(confirmations).toEqual([
      expect.objectContaining({
        effect: 'changes a password',
        people: [
          {
            typed: 'adele',
            description:
              'Adele Winterbourne <adele@contoso.example>; administrator: User Administrator; synced from on-premises',
          },
        ],
        target: expect.objectContaining({ instance: 'alpha' }),
      }),
    ]);
    expect(invocations.map(({ command }) => command)).toEqual([
      'msgraph-user-get',
      'msgraph-user-get-groups',
      'msgraph-user-change-password',
    ]);
  });

  test('without a yes nothing is done, on no instance', async () => {
    const { run, invocations } = openSessionBench(answer, { find, isConfirmed: false });
    const entries = await run('!msgraph-user-change-password user=adele password=hunter2 using=alpha,beta');
    expect(entries.map(({ entry }) => entry.HumanReadable)).toEqual([
      'It was not confirmed; nothing was done.',
    ]);
    expect(invocations.map(({ command }) => command)).not.toContain('msgraph-user-change-password');
  });

  test('where nobody wants to be asked nothing is read either', async () => {
    const { run, invocations } = openSessionBench(answer, { find, isYes: true });
    await run('!msgraph-user-change-password user=adele password=hunter2');
    expect(invocations.map(({ command }) => command)).toEqual(['msgraph-user-change-password']);
  });

  test('an effect on up to five is not asked about, one on six is', async () => {
    const { run, confirmations } = openSessionBench(answer, { find });
    await run('!msgraph-user-session-revoke user=a,b,c,d,e');
    expect(confirmations).toEqual([]);
    await run('!msgraph-user-session-revoke user=a,b,c,d,e,f');
    expect(confirmations).toEqual([expect.objectContaining({ others: 1 })]);
    await run('!Set key=All value=`["a","b","c","d","e","f"]`');
    await run('!msgraph-user-session-revoke user=${All}');
    expect(confirmations).toHaveLength(2);
  });

  test('a read of six is not asked about', async () => {
    const { run, confirmations } = openSessionBench(answer, { find });
    await run('!Set key=All value=`["a","b","c","d","e","f"]`');
    await run('!msgraph-user-get user=${All}');
    expect(confirmations).toEqual([]);
  });

  test('someone who cannot be read is asked about with the reason', async () => {
    const { run, confirmations } = openSessionBench(() => [errorEntry('No.\nAsk.')], { find });
    await run('!msgraph-user-change-password user=adele password=hunter2');
    expect(confirmations[0]?.people).toEqual([{ typed: 'adele', description: '', problem: 'No.' }]);
  });
});

describe('built-in commands', () => {
  test('Set replaces, append adds, and JSON is read unless it is to stay text', async () => {
    const { run, session } = openSessionBench(() => []);
    await run('!Set key=A.B value=1');
    await run('!Set key=A.B value=`{"C": 2}`');
    await run('!Set key=A.B value=3 append=true');
    await run('!Set key=T value=5 stringify=true');
    expect(session.incident.context).toEqual({ A: { B: [{ C: 2 }, 3] }, T: '5' });
  });

  test('DeleteContext deletes keys, elements, or everything but some', async () => {
    const { run, session } = openSessionBench(() => []);
    await run('!Set key=A value=`[1,2,3]`');
    await run('!Set key=B.C value=1');
    await run('!Set key=D value=1');
    await run('!DeleteContext key=A index=1');
    expect(session.incident.context['A']).toEqual([1, 3]);
    expect((await run('!DeleteContext B.C,Missing'))[0]?.entry.HumanReadable).toBe(
      'Deleted B.C.\nMissing was not there.',
    );
    await run('!DeleteContext all=yes keysToKeep=D');
    expect(session.incident.context).toEqual({ D: 1 });
  });

  test('Print and context show values', async () => {
    const { run } = openSessionBench(() => []);
    await run('!Set key=A value=`[{"B":1},{"B":2}]`');
    expect(contents(await run('!Print ${A.B}'))).toEqual([[1, 2]]);
    expect(contents(await run('!context A.[1]'))).toEqual([{ B: 2 }]);
    expect(contents(await run('!context'))).toEqual([{ A: [{ B: 1 }, { B: 2 }] }]);
    expect(contents(await run('!context Missing'))).toEqual(['null']);
  });

  test('help knows the commands, those of the room, and the options', async () => {
    const { run } = openSessionBench(() => []);
    const [all] = await run('!help');
    for (const part of ['msgraph-user-list', 'DeleteContext', 'execution-timeout']) {
      expect(all?.entry.HumanReadable).toContain(part);
    }
    expect((await run('!help Set'))[0]?.entry.HumanReadable).toContain('!Set key=… value=…');
    expect((await run('!help msgraph-user-gte'))[0]?.entry.Contents).toContain('Did you mean');
  });

  test('an argument that is unknown or missing is told', async () => {
    const { run } = openSessionBench(() => []);
    expect(contents(await run('!Set key=A'))).toEqual([expect.stringContaining('value is required')]);
    expect(contents(await run('!Set ky=A value=1'))).toEqual([expect.stringContaining('no argument "ky"')]);
  });
});

test('outputs that cannot be merged are told, and the entry stands', async () => {
  const { run } = openSessionBench(() => [noteEntry('fine', { 'A(evil())': 1, B: 2 })]);
  const entries = await run('!msgraph-user-get user=a');
  expect(entries.map(({ entry }) => entry.HumanReadable)).toEqual([
    'fine',
    expect.stringMatching(/^Not everything went to the context/),
  ]);
});
