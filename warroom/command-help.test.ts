import { expect, test } from '@jest/globals';
import { manifest } from '../generated/manifest.js';
import { ArgumentError } from '../integration/errors.js';
import { commandHelp, commandList } from './command-help.js';

const names = (manifest.script.commands ?? []).map(({ name }) => name);

const isWithoutGraph =
  /generate-login-url|auth-(reset|start|complete)|permissions-check|mfa-request-status|mfa-client-access-token/;

test('the list holds every command of the manifest', () => {
  for (const name of names) expect(commandList()).toContain(`| ${name} |`);
});

test.each(names)('the help of %s holds its usage, arguments, permissions and examples', (name) => {
  const help = commandHelp(name);
  expect(help).toContain(`\`!${name}`);
  expect(help).toMatch(
    isWithoutGraph.test(name)
      ? /^Needs no permission on Microsoft Graph\.$/m
      : /^### Permissions, least first\n[^]*^\| (a user|an application) \| .*\w+\.\w+/m,
  );
  expect(help).toMatch(new RegExp(`^!${name}`, 'm'));
});

test('an argument is explained with what it needs', () => {
  const help = commandHelp('!msgraph-user-get');
  expect(help).toMatch(/^\| user \| .* \| required \|$/m);
  expect(help).toMatch(/^\| expand \| .* \| manager \|$/m);
  expect(commandHelp('msgraph-user-list')).toMatch(/^\| limit \| .* \| default 100 \|$/m);
});

test.each([
  ['msgraph-user-gte', 'Did you mean "msgraph-user-get"?'],
  ['constructor', 'msgraph-soar commands lists them all.'],
])('%s is no command, and the next step is said', (name, nextStep) => {
  expect(() => commandHelp(name)).toThrow(ArgumentError);
  expect(() => commandHelp(name)).toThrow(expect.objectContaining({ nextStep }));
});
