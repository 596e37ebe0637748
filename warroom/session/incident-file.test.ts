import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { SettingsError } from '../../integration/errors.js';
import { noteEntry } from '../../integration/results/note-entry.js';
import { exportIncident } from './export.js';
import { openIncident, saveIncident } from './incident-file.js';
import { openSessionBench } from './session-bench.js';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'incident-'));
  file = join(folder, 'case.json');
});
afterEach(() => rm(folder, { recursive: true }));

const bench = () => {
  const opened = openSessionBench(() => [
    noteEntry('### ok\n| a |\n|---|\n| 1 |', { A: { B: 1 } }, { id: 1 }),
  ]);
  opened.session.secrets.add('hunter2');
  return opened;
};

describe('an incident in a file', () => {
  test('comes back as it was, for its owner only', async () => {
    const { run, session } = bench();
    await run('!msgraph-user-get user=a');
    await run('a note');
    await saveIncident(file, session.incident, session.secrets);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await openIncident(file)).toEqual(session.incident);
  });

  test('holds no secret, also where one came into the context', async () => {
    const { run, session } = bench();
    await run('!Set key=NEW value=hunter2');
    await saveIncident(file, session.incident, session.secrets);
    expect(await readFile(file, 'utf8')).not.toContain('hunter2');
    expect(session.incident.context).toEqual({ NEW: 'hunter2' });
  });

  test('that is not there is none, and anything else is refused', async () => {
    expect(await openIncident(file)).toBeUndefined();
    const entry = { id: '1', time: '', user: '', line: '', entry: { Type: 'x' } };
    const others = [
      '',
      '{}',
      '[]',
      '{"version":2}',
      JSON.stringify({ version: 1, id: '', created: '', context: {}, entries: [entry] }),
    ];
    for (const text of others) {
      await writeFile(file, text);
      await expect(openIncident(file)).rejects.toThrow(SettingsError);
    }
  });
});

describe('an export', () => {
  test('says who, when in UTC, where and what', async () => {
    const { run, session } = bench();
    await run('!msgraph-user-get user=`a`');
    const markdown = exportIncident(session.incident, 'markdown', session.secrets);
    expect(markdown).toContain(
      [
        `## 1@${session.incident.id}`,
        '',
        '- When: 2026-03-02T08:00:00.000Z (UTC)',
        '- Who: analyst',
        '- Where: instance alpha, tenant unknown, cloud unknown',
        '- Line: `` !msgraph-user-get user=`a` ``',
        '',
        '> ### ok',
        '> | a |',
      ].join('\n'),
    );
    const json: unknown = JSON.parse(exportIncident(session.incident, 'json', session.secrets));
    expect(json).toMatchObject({ entries: [{ user: 'analyst', time: '2026-03-02T08:00:00.000Z' }] });
  });

  test('nothing in an entry can pass for an entry of its own', async () => {
    const hostile = openSessionBench(() => [noteEntry('x\r\n## 9@INC\u2028- Who: boss\u001b[2J')]);
    await hostile.run('!msgraph-user-get user=a');
    const markdown = exportIncident(hostile.session.incident, 'markdown', hostile.session.secrets);
    expect(markdown.split('\n').filter((line) => line.startsWith('## '))).toHaveLength(1);
    expect(markdown).not.toMatch(/^- Who: boss/m);
    expect(markdown).not.toContain('\u001b');
  });

  test('is written by !export to a new file only', async () => {
    const { run } = bench();
    await run(`!export ${join(folder, 'case.md')}`);
    expect(await readFile(join(folder, 'case.md'), 'utf8')).toMatch(/^# Incident INC-/);
    const [refused] = await run(`!export ${join(folder, 'case.md')} format=json`);
    expect(refused?.entry.Contents).toMatch(/is there already/);
  });
});
