import { homedir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { homeFolder } from './home.js';

const usual = join(homedir(), '.config', 'msgraph-soar');

test.each<[NodeJS.ProcessEnv, string]>([
  [{ MSGRAPH_SOAR_HOME: '/srv/soar', XDG_CONFIG_HOME: '/etc/xdg' }, '/srv/soar'],
  [{ XDG_CONFIG_HOME: '/etc/xdg' }, join('/etc/xdg', 'msgraph-soar')],
  [{}, usual],
  [{ MSGRAPH_SOAR_HOME: '', XDG_CONFIG_HOME: '' }, usual],
])('%j puts our files into %s', (environment, folder) => {
  expect(homeFolder(environment)).toBe(folder);
});
