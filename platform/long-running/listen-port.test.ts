import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { listenPort } from './listen-port.js';
import { pathsBehindProxy } from './paths-behind-proxy.js';

test.each([
  ['7000', 7000],
  [' 7000 ', 7000],
  [7000, 7000],
  ['8000:7000', 7000],
  ['host:7000', 7000],
])('%j leads to port %d inside the container', (given, port) => {
  expect(listenPort(given)).toBe(port);
});

test.each([undefined, null, '', '  ', true, {}])('%j is no port at all', (given) => {
  expect(() => listenPort(given)).toThrow(/is missing/);
});

test.each(['0', '65536', '7000:', ':7000', '7000:8000:9000', '7e3', '-1', '7000.5', 'a b:7000'])(
  '%j is refused',
  (given) => {
    expect(() => listenPort(given)).toThrow(/is no port/);
  },
);

test('every port there is works alone and behind another one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 65_535 }), fc.integer({ min: 1, max: 65_535 }), (host, inside) => {
      expect(listenPort(String(inside))).toBe(inside);
      expect(listenPort(`${host}:${inside}`)).toBe(inside);
    }),
  );
});

test.each([
  ['https://soar.contoso.example', ['/']],
  ['https://soar.contoso.example/', ['/']],
  [
    'https://soar.contoso.example/instance/execute/prod',
    ['/', '/execute/prod', '/instance/execute/prod', '/prod'],
  ],
])('a request to %s may arrive at %j', (address, paths) => {
  expect([...pathsBehindProxy(address)].toSorted()).toEqual(paths);
});
