import { describe, expect, test } from '@jest/globals';
import { messageOf, seeded } from './sound-manifest.js';

describe('the strict structure', () => {
  test.each([
    [
      'a misspelled key, with what was meant',
      'required: true',
      'requird: true',
      '/script/commands/0/arguments/0/requird: unknown key; allowed: name, description, required, default, defaultValue, isArray, secret, auto, predefined, prettyname, prettypredefined, type, hidden, deprecated, supportedModules (did you mean "required"?)',
    ],
    ['a missing key', 'category: Identity and Access Management\n', '', '/category: is missing'],
    ['an empty value', 'display: Contoso Directory', 'display:', '/display: must be string'],
    ['another version', 'version: -1', 'version: 1', '/commonfields/version: must be -1'],
    [
      'a type the platform gives no meaning',
      'type: 15',
      'type: 10',
      '/configuration/3/type: must be one of 0, 1, 4, 8, 9, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23',
    ],
    [
      'a script type of another runtime',
      'type: python\n',
      'type: node\n',
      '/script/type: must be one of python, javascript, powershell',
    ],
    [
      'an unknown section',
      'sectionOrder: [Connect]',
      'sectionOrder: [Connect, Colect]',
      '/sectionOrder/1: must be one of Connect, Collect, Optimize, Mirroring, Result, Agentic Assistant (did you mean "Collect"?)',
    ],
    [
      'a choice that YAML 1.1 reads as a boolean',
      "['1', '2']",
      "['1', yes]",
      '/script/commands/0/arguments/1/predefined/1: must be string',
    ],
    [
      'a hidden that is text',
      'hidden: true',
      "hidden: 'true'",
      '/configuration/2/hidden: must be boolean or array',
    ],
    [
      'arguments that are null (IN151)',
      'fromversion',
      '    - {name: contoso-list, description: Lists., arguments: }\nfromversion',
      '/script/commands/1/arguments: must be array',
    ],
    ['an empty list of tests', 'tests: [No tests]', 'tests: []', '/tests: must NOT have fewer than 1 items'],
    [
      'an output without a path (IN115)',
      'contextPath: Contoso.ID, ',
      '',
      '/script/commands/0/outputs/0/contextPath: is missing',
    ],
  ])('refuses %s', (_what, sound, faulty, line) => {
    expect(messageOf(seeded(sound, faulty))).toBe(`integration.yml ${line}`);
  });

  test('refuses a document that is no mapping', () => {
    expect(messageOf('- one\n')).toBe('integration.yml /: must be object');
  });

  test('accepts a key for one marketplace and refuses it for an unknown one', () => {
    expect(messageOf(seeded('tests:', 'name:xsoar: Contoso\ntests:'))).toBe('no fault');
    expect(messageOf(seeded('tests:', 'name:nowhere: Contoso\ntests:'))).toContain(
      'integration.yml /name:nowhere: unknown key; allowed: commonfields, name,',
    );
  });
});
