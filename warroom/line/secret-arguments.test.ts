import { expect, test } from '@jest/globals';
import { ArgumentError } from '../../integration/errors.js';
import { type CommandDeclaration } from '../../integration/manifest/types.js';
import { fillInSecrets } from './secret-arguments.js';

const declaration: CommandDeclaration = {
  name: 'sample-reset',
  description: 'A sample.',
  arguments: [
    { name: 'user', description: 'Who.' },
    { name: 'password', description: 'New password.', secret: true },
    { name: 'zip_password', description: 'Password of the file.', secret: true },
  ],
};

async function filled(args: Record<string, string>, environment: NodeJS.ProcessEnv = {}) {
  const asked: string[] = [];
  const warnings: string[] = [];
  const result = await fillInSecrets(args, declaration, {
    ask: (prompt) => {
      asked.push(prompt);
      return Promise.resolve(`typed ${prompt}`);
    },
    environment,
    warn: (text) => warnings.push(text),
  });
  return { result, asked, warnings };
}

test('a question mark is asked for, without a warning', async () => {
  expect(await filled({ user: '?', password: '?' })).toEqual({
    result: { user: '?', password: 'typed password' },
    asked: ['password'],
    warnings: [],
  });
});

test('a reference is read from the environment; in an argument that is no secret it stays as it is', async () => {
  const { result, warnings } = await filled(
    { user: '${env:NEW}', password: '${env:NEW}' },
    { NEW: 'example-password~1' },
  );
  expect(result).toEqual({ user: '${env:NEW}', password: 'example-password~1' });
  expect(warnings).toEqual([]);
});

test.each([{}, { NEW: '' }])(
  'a reference to a variable that is not set is an error: %j',
  async (environment) => {
    const outcome = filled({ password: '${env:NEW}' }, environment);
    await expect(outcome).rejects.toThrow(ArgumentError);
    await expect(outcome).rejects.toThrow(
      'password refers to the environment variable NEW, which is not set.',
    );
  },
);

test.each(['${env:}', '${env:NEW', '${env:A B}', '${env:NEW}x'])(
  'what only begins like a reference is an error, not a password: %s',
  async (password) => {
    await expect(filled({ password }, { NEW: 'x' })).rejects.toThrow(/^password begins like a reference/);
  },
);

test('secrets typed as they are are used, with one warning that does not repeat them', async () => {
  const { result, warnings } = await filled({ password: 'example-password~1', zip_password: 'other~2' });
  expect(result).toEqual({ password: 'example-password~1', zip_password: 'other~2' });
  expect(warnings).toEqual([
    "password and zip_password may now stand in the history of the shell. Next time write password=? zip_password=?, or '${env:NAME}' in place of the value.",
  ]);
});

test('a line without secrets, an empty secret and an unknown command are left alone', async () => {
  expect(await filled({ user: 'a', password: '' })).toEqual({
    result: { user: 'a', password: '' },
    asked: [],
    warnings: [],
  });
  const args = { password: '?' };
  const sources = { ask: () => Promise.reject(new Error('asked')), environment: {}, warn: () => undefined };
  expect(await fillInSecrets(args, undefined, sources)).toEqual(args);
});
