import { expect, test } from '@jest/globals';
import { manifest } from '../../generated/manifest.js';
import { findCommand } from '../../integration/manifest/query.js';
import { type CommandDeclaration } from '../../integration/manifest/types.js';
import { exampleOutput } from './example-output.js';

function declarationOf(name: string): CommandDeclaration {
  const declaration = findCommand(manifest, name);
  if (!declaration) throw new Error(`${name} is not declared.`);
  return declaration;
}

test.each([
  '!msgraph-user-create display_name=Lena mail_nickname=lena user_principal_name=lena@contoso.example password=Quiet-Harbor-47',
  '!msgraph-user-generate-login-url',
  '!msgraph-user-auth-start',
  '!msgraph-user-test',
  '!msgraph-user-delete-mfa-client-secret',
])('%s prints the same on every tenant', async (line) => {
  const declaration = declarationOf(/^!([\w-]+)/.exec(line)?.[1] ?? '');
  const first = await exampleOutput(declaration, line);
  expect(await exampleOutput(declaration, line)).toEqual(first);
  expect(first.shown).toMatch(/<(ID|time|code)>/);
  expect(first.shown).not.toMatch(/127\.0\.0\.1/);
});

test('IDs of people who are always there are shown, with the context that is written', async () => {
  const output = await exampleOutput(
    declarationOf('msgraph-user-get'),
    '!msgraph-user-get user=adele@contoso.example properties=jobTitle',
  );
  expect(output.shown).toMatch(/6b040b31-c824-42aa-a299-50169bd05fc5.*Security Analyst/s);
  expect(output.contextPaths).toEqual([
    'MSGraphUser(val.ID && val.ID == obj.ID)',
    'Account(val.ID && val.ID == obj.ID)',
  ]);
});

test('a command that goes on in the background is followed to its end', async () => {
  const line =
    '!msgraph-user-change-password-on-premise user=sylvie@contoso.example password=Tr4vel-Kettle-Moss';
  const { shown } = await exampleOutput(declarationOf('msgraph-user-change-password-on-premise'), line);
  expect(shown).toMatch(
    /Polling for status\.\.\.[^]*Password reset succeeded for user sylvie@contoso\.example/,
  );
});

test('an example that fails is refused with its error', async () => {
  await expect(
    exampleOutput(declarationOf('msgraph-user-list'), '!msgraph-user-list limit=0'),
  ).rejects.toThrow(/The example !msgraph-user-list limit=0 fails:\n.*limit/);
});
