import { expect, test } from '@jest/globals';
import { pathsReadBy, plainPath, referencesIn } from './references.js';

test.each([
  ['MSGraphUser.ID', 'MSGraphUser.ID'],
  ['MSGraphUser.[0].ID', 'MSGraphUser.ID'],
  ['MSGraphUser[0:2].ID', 'MSGraphUser.ID'],
  ['MSGraphUser(val.ID == "a)").Mail', 'MSGraphUser.Mail'],
  ['MSGraphUser.Mail(val.indexOf("@x") > 0)=val.toLowerCase()', 'MSGraphUser.Mail'],
  ['MSGraphUser={"id": val.ID}', 'MSGraphUser'],
  ['.', ''],
])('the path of %s is %s', (expression, path) => {
  expect(plainPath(expression)).toBe(path);
});

test('references are found with braces inside them, and a brace without its pair is none', () => {
  expect(referencesIn('a ${b.={"x": {"y": val}}} c ${d} ${e')).toEqual(['b.={"x": {"y": val}}', 'd']);
});

test.each([
  ['text in any member', { scriptarguments: { a: { simple: '${X.Y} and ${Z}' } } }, ['X.Y', 'Z']],
  ['a complex value', { complex: { root: 'X', accessor: 'Y' } }, ['X.Y']],
  ['a complex value with a reference as its root', { complex: { root: '${X.Y}' } }, ['X.Y']],
  ['a complex value without accessor', { complex: { root: 'X.Y' } }, ['X.Y']],
  ['text marked as a path', { left: { value: { simple: 'X.Y' }, iscontext: true } }, ['X.Y']],
  ['an output of the playbook', { outputs: [{ contextPath: 'X.Y' }] }, ['X.Y']],
  ['text not marked as a path', { left: { value: { simple: 'X.Y' } } }, []],
  ['names and descriptions', { name: '${X}', description: '${Y}' }, []],
])('%s is read', (_what, part, paths) => {
  expect([...pathsReadBy(part)]).toEqual(paths);
});
