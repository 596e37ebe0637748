import { describe, expect, test } from '@jest/globals';
import { type CommandDeclaration } from '../../../integration/manifest/types.js';
import { hintFor } from './hint.js';

const command: CommandDeclaration = {
  name: 'msgraph-user-change-password',
  description: 'Changes a password.',
  arguments: [
    { name: 'user', description: 'Who.', required: true, default: true },
    { name: 'password', description: 'The new one.', required: true, secret: true },
    { name: 'reason', description: 'Why.' },
    { name: 'polling_url', description: 'Internal.', hidden: true },
  ],
};
const hint = (text: string) => hintFor(text, (name) => (name === command.name ? command : undefined));
const given = (text: string) =>
  hint(text)
    ?.arguments.filter(({ isGiven }) => isGiven)
    .map(({ name }) => name);

describe('help for the line that is being typed', () => {
  test('begins once the command is known, and is none for a note', () => {
    expect(hint('!msgraph-user-change-passw')).toBeUndefined();
    expect(hint('msgraph-user-change-password')).toBeUndefined();
    expect(hint('!msgraph-user-change-password')?.command.description).toBe('Changes a password.');
  });

  test('names each argument that people use, and which ones are needed', () => {
    expect(hint('!msgraph-user-change-password ')?.arguments).toEqual([
      { name: 'user', isRequired: true, isGiven: false },
      { name: 'password', isRequired: true, isGiven: false },
      { name: 'reason', isRequired: false, isGiven: false },
    ]);
  });

  test('knows a value without a name', () => {
    expect(given('!msgraph-user-change-password adele@contoso.example')).toEqual(['user']);
    expect(given('!msgraph-user-change-password user=a password="b c"')).toEqual(['user', 'password']);
  });

  test('explains the argument at the end of the line, options of every command included', () => {
    expect(hint('!msgraph-user-change-password user=a reason="in a quo')?.current?.description).toBe('Why.');
    expect(hint('!msgraph-user-change-password user=a raw-response=')?.current?.name).toBe('raw-response');
    expect(hint('!msgraph-user-change-password user=a ')?.current).toBeUndefined();
  });

  test('tells a name that the command does not have', () => {
    expect(hint('!msgraph-user-change-password usr=a using=b')?.unknown).toEqual(['usr']);
  });
});
