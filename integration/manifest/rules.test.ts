import { describe, expect, test } from '@jest/globals';
import { messageOf, seeded, SOUND } from './sound-manifest.js';

describe('the rules of the platform', () => {
  test.each([
    [
      'BA101',
      'name: Contoso Directory\n',
      'name: Contoso\n',
      '/commonfields/id: must equal name, which is "Contoso" (BA101)',
    ],
    [
      'BA113',
      'display: Contoso Directory',
      "display: 'Contoso Directory '",
      '/display: must not end with a space (BA113)',
    ],
    [
      'BA110',
      'display: Contoso Directory',
      'display: Contoso Integration',
      '/display: must not hold the word "integration" (BA110)',
    ],
    [
      'BA111',
      'display: Contoso Directory',
      'display: Community Directory',
      '/display: must not hold the word "community" (BA111)',
    ],
    [
      'BA106',
      'fromversion: 6.10.0',
      'fromversion: 4.1.0',
      '/fromversion: must be given and at least 5.0.0 (BA106)',
    ],
    ['BA103', 'tests: [No tests]\n', '', '/tests: must list test playbooks, or "No tests" (BA103)'],
    [
      'BA130',
      'tests:',
      'marketplaces: [xsoar, marketplacev2]\ntests:',
      '/marketplaces: must hold platform, because it holds marketplacev2 (BA130)',
    ],
    [
      'BA132',
      'tests:',
      'supportedModules: [xsiam]\ntests:',
      '/supportedModules: is allowed only with the marketplace platform (BA132)',
    ],
    ['IN108', '  subtype: python3\n', '', '/script/subtype: must be python2 or python3 (IN108)'],
    [
      'DO104',
      '  dockerimage: demisto/python3:3.12.0.1\n',
      '',
      '/script/dockerimage: must name the image to run in (DO104)',
    ],
    [
      'DO101',
      'demisto/python3',
      'contoso/python3',
      '/script/dockerimage: must come from demisto/ or demistoextended/ (DO101)',
    ],
    [
      'DO100',
      'python3:3.12.0.1',
      'python3:latest',
      '/script/dockerimage: must have a tag other than latest (DO100)',
    ],
    [
      'DO102',
      'demisto/python3',
      'demisto/py3-native',
      '/script/dockerimage: must not be the native image (DO102)',
    ],
    [
      'IN114',
      'name: mode',
      'name: key',
      '/configuration/3/name: "key" is declared twice, first by item 1 (IN114)',
    ],
    [
      'IN100 display',
      'Trust any certificate (not secure)',
      'Trust all',
      '/configuration/4/display: must be "Trust any certificate (not secure)" (IN100)',
    ],
    [
      'IN100 default',
      "defaultvalue: 'false'",
      "defaultvalue: 'true'",
      "/configuration/4/defaultvalue: must be absent or 'false' (IN100)",
    ],
    [
      'IN102',
      'type: 8, ',
      'type: 8, required: true, ',
      '/configuration/4/required: must not be true for a checkbox (IN102)',
    ],
    [
      'IN152',
      "defaultvalue: 'false'",
      "defaultvalue: 'no'",
      "/configuration/4/defaultvalue: must be 'true' or 'false' for a checkbox (IN152)",
    ],
    [
      'IN117',
      'displaypassword: Key, ',
      'display: , ',
      [
        '/configuration/1/display: must be given for a visible field (IN117)',
        '/configuration/2/hidden: needs a visible field with the same display to take its place (IN124)',
      ],
    ],
    ['IN118', 'type: 15, ', 'type: 17, ', '/configuration/3/display: must be absent for type 17 (IN118)'],
    [
      'IN135',
      'display: Mode',
      'display: work_mode',
      '/configuration/3/display: must begin with a capital and hold no underscore (IN135)',
    ],
    [
      'IN145',
      'type: 4, hidden: true',
      'type: 4',
      '/configuration/2/type: must be 9 for a visible secret (IN145)',
    ],
    [
      'IN124',
      'display: Key, type: 4',
      'display: Other key, type: 4',
      '/configuration/2/hidden: needs a visible field with the same display to take its place (IN124)',
    ],
    [
      'IN146',
      'display: Mode',
      'fromlicense: encrypted, display: Mode',
      '/configuration/3/fromlicense: is not allowed (IN146)',
    ],
    [
      'IN153',
      'defaultvalue: https',
      'defaultvalue: http',
      '/configuration/0/defaultvalue: must use https (IN153)',
    ],
    [
      'options',
      'options: [fast, slow], defaultvalue: fast, ',
      '',
      '/configuration/3/options: must be given for a list of choices',
    ],
    [
      'default option',
      'defaultvalue: fast',
      'defaultvalue: quick',
      '/configuration/3/defaultvalue: must be one of the options: fast, slow',
    ],
    [
      'section',
      'defaultvalue: fast, section: Connect',
      'defaultvalue: fast, section: Collect',
      '/configuration/3/section: must be one of sectionOrder: Connect',
    ],
    [
      'no section',
      'defaultvalue: fast, section: Connect',
      'defaultvalue: fast',
      '/configuration/3/section: must be one of sectionOrder: Connect',
    ],
    [
      'BA128',
      'name: contoso-get',
      'name: 365-get',
      '/script/commands/0/name: must not begin with a digit (BA128)',
    ],
    [
      'IN113',
      'name: depth',
      'name: user',
      '/script/commands/0/arguments/1/name: "user" is declared twice, first by item 0 (IN113)',
    ],
    [
      'IN134',
      'auto: PREDEFINED',
      'default: true, auto: PREDEFINED',
      '/script/commands/0/arguments/1/default: must be set for one argument only; "user" has it already (IN134)',
    ],
    [
      'output path',
      'Contoso.Name',
      'Contoso.ID',
      '/script/commands/0/outputs/1/contextPath: "Contoso.ID" is declared twice, first by item 0',
    ],
    [
      'BA127',
      'Contoso.Name',
      'Contoso.A.B.C.D.E',
      '/script/commands/0/outputs/1/contextPath: must be at most 5 levels deep (BA127)',
    ],
    [
      'output type',
      'Its name., type: String',
      'Its name., type: Sting',
      '/script/commands/0/outputs/1/type: must be one of String, Number, Boolean, Date, Unknown',
    ],
    [
      'predefined',
      "predefined: ['1', '2'], defaultValue: '1'",
      'required: true',
      '/script/commands/0/arguments/1/predefined: must be given, because auto is PREDEFINED',
    ],
    [
      'auto',
      'auto: PREDEFINED, ',
      '',
      '/script/commands/0/arguments/1/auto: must be PREDEFINED, because predefined is given',
    ],
    [
      'default choice',
      "defaultValue: '1'",
      "defaultValue: '3'",
      '/script/commands/0/arguments/1/defaultValue: must be one of predefined: 1, 2',
    ],
    [
      'DS108 description',
      'Reads one.',
      'Reads one',
      '/script/commands/0/description: must end with a full stop (DS108)',
    ],
    [
      'DS108 help text',
      'display: Mode',
      'additionalinfo: How, display: Mode',
      '/configuration/3/additionalinfo: must end with a full stop (DS108)',
    ],
    [
      'fetch parameters',
      'script: ',
      'isfetch: true\n  script: ',
      ['isFetch', 'incidentType', 'max_fetch', 'first_fetch'].map(
        (name) => `/configuration: must declare "${name}", because isfetch is true (IN121)`,
      ),
    ],
    [
      'parameters of a container that runs all the time',
      'script: ',
      'longRunning: true\n  longRunningPort: true\n  script: ',
      [
        '/configuration: must declare "longRunning" of type 8, because longRunning is true',
        '/configuration: must declare "longRunningPort" of type 0, because longRunningPort is true',
      ],
    ],
  ])('%s', (_rule, sound, faulty, lines) => {
    const expected = [lines].flat().map((line) => `integration.yml ${line}`);
    expect(messageOf(seeded(sound, faulty))).toBe(expected.join('\n'));
  });

  test('a slash in the id (BA105) and a name of its own (BA101) are told together', () => {
    expect(messageOf(seeded('id: Contoso Directory', 'id: Contoso/Directory'))).toBe(
      'integration.yml /commonfields/id: must equal name, which is "Contoso Directory" (BA101)\n' +
        'integration.yml /commonfields/id: must not hold a slash (BA105)',
    );
  });

  test('a category that is nearly one is offered (IN104)', () => {
    const message = messageOf(seeded('category: Identity and Access', 'category: Identity and Acess'));
    expect(message).toContain('integration.yml /category: must be one of Analytics & SIEM,');
    expect(message).toContain('(did you mean "Identity and Access Management"?) (IN104)');
  });

  test('an integration that does nothing (IN130)', () => {
    const start = SOUND.indexOf('  commands:');
    const text = SOUND.slice(0, start) + SOUND.slice(SOUND.indexOf('fromversion'));
    expect(messageOf(text)).toBe(
      'integration.yml /script: must hold commands, isfetch, feed or longRunning (IN130)',
    );
  });

  test('two commands of one name', () => {
    const text = seeded('fromversion', '    - {name: contoso-get, description: Again.}\nfromversion');
    expect(messageOf(text)).toBe(
      'integration.yml /script/commands/1/name: "contoso-get" is declared twice, first by item 0',
    );
  });
});
