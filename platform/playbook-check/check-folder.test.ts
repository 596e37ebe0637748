import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { packFiles } from '../pack/pack-files.js';
import { checkFolder, type FileFindings } from './check-folder.js';
import { findingsReport } from './report.js';

const folder = fileURLToPath(new URL('../../test_data/playbooks', import.meta.url));

let files: readonly FileFindings[];
beforeAll(async () => {
  files = await checkFolder(folder);
});

/** What is found of a kind, by the beginning of the part's title. */
function found(file: string, kind: 'fault' | 'difference'): Record<string, string[]> {
  const parts = files.find((each) => each.file === file)?.parts ?? [];
  return Object.fromEntries(
    parts
      .map(
        ({ part, findings }) =>
          [
            part.split(' "')[0] ?? '',
            findings.filter((each) => each.kind === kind).map(({ text }) => text),
          ] as const,
      )
      .filter(([, texts]) => texts.length > 0),
  );
}

test('every playbook is read, and what is none is passed over', () => {
  expect(files.map(({ file, playbook }) => [file, playbook])).toEqual([
    ['playbook-Broken.yml', undefined],
    ['playbook-Corners.yml', 'Contoso - Corners'],
    ['playbook-New_Form.yml', 'Contoso - Review Access'],
    ['playbook-Old_Form.yml', 'Contoso - Offboard'],
  ]);
});

test('a file that is no YAML is a fault with its line', () => {
  expect(found('playbook-Broken.yml', 'fault')).toEqual({
    'the file': [expect.stringMatching(/no YAML at line \d/)],
  });
});

test('each fault of a playbook in the older form is found, and nothing else', () => {
  expect(found('playbook-Old_Form.yml', 'fault')).toEqual({
    'inputs and outputs': [expect.stringMatching(/^Nothing writes MSGraphUser\.Manager\.Nickname/)],
    'task 1': [
      'propertis is no argument of msgraph-user-get, which then refuses to run; did you mean properties?',
    ],
    'task 2': ['user is required.'],
    'task 3': ['Nothing writes MSGraphUser.displayName; did you mean MSGraphUser.DisplayName?'],
    'task 4': [
      'There is no command msgraph-user-acount-disable; did you mean msgraph-user-account-disable?',
      expect.stringMatching(/^Nothing writes MSGraphUser\.AccountState/),
    ],
  });
});

test('each fault of a playbook in the newer form is found, and nothing else', () => {
  expect(found('playbook-New_Form.yml', 'fault')).toEqual({
    'task 2': [expect.stringMatching(/^limit="5\.7" is not allowed/)],
    'task 3': [
      'Bound to the integration "Okta v2", which does not have msgraph-user-session-revoke.',
      expect.stringMatching(/^Nothing writes MSGraphUser\.Nickname/),
    ],
    'task 5': ['Nothing writes MSGraphUserAction.Remainin; did you mean MSGraphUserAction.Remaining?'],
  });
});

test('each fault in a corner of a playbook is found, and nothing else', () => {
  expect(found('playbook-Corners.yml', 'fault')).toEqual({
    'inputs and outputs': [
      expect.stringMatching(/^Nothing writes MSGraphUserManager\.Manager\.Nickname/),
      expect.stringMatching(/^Nothing writes MSGraphUserAction\.Done/),
    ],
    'task 1': [
      expect.stringMatching(/^type="threesome" is not allowed/),
      'Bound to the integration "Somebody Else", which does not have msgraph-teams-create-chat.',
      expect.stringMatching(/^Nothing writes MSGraphTeamsChat\.Topic/),
    ],
    'task 2': [
      'Nothing writes MSGraphUserManager.Manager.Idd; did you mean MSGraphUserManager.Manager.ID?',
      expect.stringMatching(/^Nothing writes MSGraphUser\.AcountEnabled/),
    ],
    'task 3': ['Nothing writes MSGraphUser.Maill; did you mean MSGraphUser.Mail?'],
    'task 5': [expect.stringMatching(/^with_mfa="maybe" is not allowed/)],
    'task 6': [expect.stringMatching(/^limit=0 is not allowed/)],
  });
});

test('differences are told at each task they concern, with their reason', () => {
  const differences = found('playbook-New_Form.yml', 'difference');
  expect(differences['task 1']).toEqual([expect.stringMatching(/"Microsoft Graph User".*--brands/)]);
  expect(differences['task 2']).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/Bound to the integration "Microsoft Graph User"/),
      expect.stringMatching(/^`NextPage` has an element of its own.*\(it was the first "user"/),
    ]),
  );
  expect(differences['task 4']).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^Deprecated\. Blocks sign-in/),
      expect.stringMatching(/^`user` takes a list.*\(one failed target stopped the rest\)$/),
    ]),
  );
  expect(differences).not.toHaveProperty(['task 5']);
  expect(differences['task 6']).toEqual([expect.stringMatching(/"MicrosoftGraphTeams".*--brands/)]);
  expect(differences['task 7']).toEqual(
    expect.arrayContaining([
      'Runs on the instance "teams_prod" only; it has to be there.',
      'Bound to the integration "MicrosoftGraphTeams": install the pack made with --brands.',
    ]),
  );
});

describe('the report', () => {
  test('says what is wrong where, and that something is', () => {
    const { text, hasFaults } = findingsReport(files);
    expect(hasFaults).toBe(true);
    expect(text).toContain(
      'playbook-Old_Form.yml: Contoso - Offboard\n  inputs and outputs\n    FAULT   Nothing writes MSGraphUser.Manager.Nickname',
    );
    expect(text).toMatch(/4 playbooks: 21 faults, \d+ differences/);
  });

  test('finds no fault in the playbooks of our own pack, under either name', async () => {
    for (const asKnownBrands of [false, true]) {
      const pack = await mkdtemp(join(tmpdir(), 'msgraph-soar-playbooks-'));
      for (const [path, content] of await packFiles(asKnownBrands))
        if (path.startsWith('TestPlaybooks/')) await writeFile(join(pack, path.slice(14)), content);
      const own = await checkFolder(pack);
      await rm(pack, { recursive: true });
      expect(own).toHaveLength(asKnownBrands ? 2 : 1);
      const { text, hasFaults } = findingsReport(own);
      expect({ text, hasFaults }).toEqual({ text, hasFaults: false });
    }
  });

  test('an empty folder is no fault', () => {
    expect(findingsReport([])).toMatchObject({ hasFaults: false });
  });
});

test('a folder that is not there is an error that says so', async () => {
  await expect(checkFolder(join(folder, 'none'))).rejects.toThrow(/cannot be read/);
});
