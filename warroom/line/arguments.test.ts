import { describe, expect, test } from '@jest/globals';
import { ArgumentError } from '../../integration/errors.js';
import { type CommandDeclaration } from '../../integration/manifest/types.js';
import { lineArguments } from './arguments.js';
import { parseLine } from './parse.js';

const ping: CommandDeclaration = {
  name: 'contoso-ping',
  description: 'Pings.',
  arguments: [
    { name: 'host', description: 'Whom.', default: true },
    { name: 'count', description: 'How often.' },
  ],
};
const noDefault: CommandDeclaration = {
  ...ping,
  arguments: [
    { name: 'host', description: 'Whom.' },
    { name: 'count', description: 'How often.' },
  ],
};
const args = (line: string, declaration?: CommandDeclaration) => lineArguments(parseLine(line), declaration);

test('named values go under their names', () => {
  expect(args('!contoso-ping host=a count=3', ping)).toEqual({ host: 'a', count: '3' });
});

test('an unknown name is kept, for the dispatcher to refuse', () => {
  expect(args('!contoso-ping hots=a', ping)).toEqual({ hots: 'a' });
  expect(Object.keys(args('!contoso-ping __proto__=a', ping))).toEqual(['__proto__']);
});

describe('a value without a name', () => {
  test('goes to the default argument, several words joined', () => {
    expect(args('!contoso-ping srv1', ping)).toEqual({ host: 'srv1' });
    expect(args('!contoso-ping two words count=3', ping)).toEqual({ host: 'two words', count: '3' });
  });

  test('beside the default argument’s own name is refused', () => {
    expect(() => args('!contoso-ping host=a b', ping)).toThrow(
      new ArgumentError('host is given twice: by name, and as "b".'),
    );
  });

  test('is refused where there is no default argument, with the names there are', () => {
    expect(() => args('!contoso-ping srv1', noDefault)).toThrow(
      expect.objectContaining({
        message: 'contoso-ping takes no value without a name, and "srv1" has none.',
        nextStep: 'Write name=value with one of host, count.',
      }),
    );
  });

  test('that holds the name inside its quotes is told how to write it', () => {
    expect(() => args('!contoso-ping "host=a b"', noDefault)).toThrow(
      expect.objectContaining({ nextStep: 'The quotes go around the value alone: host="…".' }),
    );
  });

  test('is not repeated where it may be a secret', () => {
    const secret = { ...noDefault, arguments: [{ name: 'password', description: '', secret: true }] };
    for (const line of ['!contoso-ping hunter2', '!contoso-ping "password=hunter2"']) {
      expect(() => args(line, secret)).toThrow(
        new ArgumentError('contoso-ping takes no value without a name, and one has none.'),
      );
    }
  });

  test('is refused by a command that takes nothing', () => {
    expect(() => args('!contoso-ping srv1', { name: 'contoso-ping', description: 'Pings.' })).toThrow(
      expect.objectContaining({ nextStep: 'It takes no arguments.' }),
    );
  });

  test('of an unknown command is no fault here: the dispatcher tells the name', () => {
    expect(args('!no-such srv1')).toEqual({});
  });
});
