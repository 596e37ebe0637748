import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { manifest } from '../../generated/manifest.js';
import { commandReference, type ShownCommand } from './command-reference.js';

const command: ShownCommand = {
  declaration: {
    name: 'msgraph-user-greet',
    description: 'Greets a user. Nothing else.',
    execution: true,
    arguments: [
      { name: 'user', description: 'Whom, as <name> or a|b.', required: true, isArray: true },
      { name: 'tone', description: 'How.', defaultValue: 'warm', predefined: ['warm', 'cold'] },
      { name: 'limit', description: 'How often.' },
      { name: 'loud', description: 'Whether loudly.', predefined: ['true', 'false'], secret: true },
      { name: 'polling_url', description: 'Where it goes on.', hidden: true },
    ],
    outputs: [{ contextPath: 'MSGraphUser.Greeting', type: 'String', description: 'What was said.' }],
  },
  schema: {
    type: 'object',
    properties: {
      user: { type: 'array' },
      tone: { type: 'string' },
      limit: { type: 'integer', minimum: 1, maximum: 7 },
      loud: { type: 'boolean' },
      polling_url: { type: 'string' },
    },
    required: ['user'],
    additionalProperties: false,
  },
  metadata: {
    permissions: { delegated: [['User.Read'], ['Mail.Send', 'User.Read.All']], application: [] },
    effects: 'write',
    notInClouds: ['China'],
    examples: ['!msgraph-user-greet user=a', '!msgraph-user-greet user=b'],
  },
  output: {
    shown: 'Hello\n```\ncode\n```',
    contextPaths: ['MSGraphUser(val.ID && val.ID == obj.ID && val.Tone && val.Tone == obj.Tone)', 'Log'],
  },
};

describe('the section of a command', () => {
  const lines = commandReference([command]).split('\n');

  test('is reached from the contents, by family', () => {
    expect(lines).toContain('**[Users](#users)**');
    expect(lines).toContain('- [msgraph-user-greet](#msgraph-user-greet): Greets a user.');
    expect(lines).toContain('## Users');
    expect(lines).toContain('### msgraph-user-greet');
  });

  test('names permissions for both kinds of caller', () => {
    expect(lines).toContain(
      '- For a signed-in user (delegated): `User.Read`, or `Mail.Send` + `User.Read.All`',
    );
    expect(lines).toContain('- For an application: not possible');
  });

  test('says what each argument takes, and leaves internal ones out with a remark', () => {
    expect(lines).toContain('| `user` | Whom, as \\<name> or a\\|b. | a list, comma-separated | required |');
    expect(lines).toContain('| `tone` | How. | `warm`, `cold` | `warm` |');
    expect(lines).toContain('| `limit` | How often. | 1 to 7 |  |');
    expect(lines).toContain('| `loud` | Whether loudly. | `true` or `false`; hidden in the War Room |  |');
    expect(lines).toContain(
      "Internal, for the command's own next runs and not offered to people: `polling_url`.",
    );
  });

  test('warns of what it does and where it cannot', () => {
    expect(lines).toContain('- Potentially harmful: the platform marks it so.');
    expect(lines).toContain('- Not in these clouds: China.');
  });

  test('shows what the first example prints, whatever is in it, and what it writes', () => {
    expect(lines.join('\n')).toContain('The first one prints:\n\n````text\nHello\n```\ncode\n```\n````\n');
    expect(lines).toContain('It writes to the context: `MSGraphUser` by `ID` and `Tone`, `Log`.');
  });
});

test('docs/commands.md shows every command of the manifest, each with what it prints', () => {
  const reference = readFileSync(new URL('../../docs/commands.md', import.meta.url), 'utf8');
  const sections = reference.split(/^### /m).slice(1);
  const names = (manifest.script.commands ?? []).map(({ name }) => name);
  expect(sections.map((section) => section.split('\n')[0]).sort()).toEqual([...names].sort());
  for (const section of sections) expect(section).toMatch(/prints:\n\n`{3,}text\n\S/);
});
