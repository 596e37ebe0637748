import { expect, test } from '@jest/globals';
import { browserOpener } from './open-browser.js';

test.each<[NodeJS.Platform, NodeJS.ProcessEnv, string | undefined]>([
  ['darwin', {}, 'open'],
  ['win32', {}, 'rundll32 url.dll,FileProtocolHandler'],
  ['linux', { DISPLAY: ':0' }, 'xdg-open'],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, 'xdg-open'],
  ['linux', { DISPLAY: '' }, undefined],
  ['linux', {}, undefined],
])('on %s with %j the browser is opened by %s', (platform, environment, program) => {
  expect(browserOpener(platform, environment)?.join(' ')).toBe(program);
});
