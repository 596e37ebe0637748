import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { loadManifest } from './load.js';
import { findCommand, findParameter } from './query.js';
import { messageOf, SOUND } from './sound-manifest.js';

const OURS = readFileSync(new URL('../../integration.yml', import.meta.url), 'utf8');

describe('our own manifest', () => {
  test('breaks no rule', () => {
    expect(messageOf(OURS)).toBe('no fault');
  });

  test('is found by command and parameter name', () => {
    const manifest = loadManifest(OURS, 'integration.yml');
    expect(findCommand(manifest, 'msgraph-user-get')?.arguments?.[0]).toMatchObject({
      name: 'user',
      required: true,
    });
    expect(findCommand(manifest, 'msgraph-user-nothing')).toBeUndefined();
    expect(findParameter(manifest, 'proxy')?.display).toBe('Use system proxy settings');
    expect(findParameter(manifest, 'no_such')).toBeUndefined();
  });
});

test('a sound manifest has no fault', () => {
  expect(messageOf(SOUND)).toBe('no fault');
});

describe('a syntax error is placed by line and column', () => {
  test.each([
    [
      'a repeated key',
      'name: Contoso Directory\nname: Again\n',
      'integration.yml:2:1: duplicated mapping key',
    ],
    ['a tab', 'script:\n\ttype: python\n', expect.stringMatching(/^integration\.yml:2:1: .*tab/)],
  ])('%s', (_what, text, message) => {
    expect(messageOf(text)).toEqual(message);
  });
});

test('all faults are told at once, of structure and of rules', () => {
  const text = SOUND.replace('required: true', 'requird: true')
    .replace('Reads one.', 'Reads one')
    .replace('type: python\n', 'type: node\n');
  const lines = messageOf(text).split('\n');
  expect(lines).toHaveLength(3);
  expect(lines.join('\n')).toMatch(/script\/type: [^]*requird: unknown key[^]*description: must end/);
});
