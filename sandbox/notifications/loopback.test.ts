import { describe, expect, test } from '@jest/globals';
import { isLoopback, lookupLoopback } from './loopback.js';
import { post } from './post.js';

const local = [
  'http://127.0.0.1/',
  'http://127.1:81/',
  'https://LOCALHOST:8443/a',
  'http://[::1]:80/',
  'http://me@localhost/',
];
const elsewhere = [
  'https://contoso.example/',
  'https://localhost.contoso.example/',
  'https://127.0.0.1.contoso.example/',
  'https://127.0.0.1@contoso.example/',
  'https://192.0.2.7/',
  'https://0.0.0.0/',
  'https://[::]/',
  'https://[::ffff:192.0.2.7]/',
];

describe('this machine', () => {
  test.each(local)('is meant by %s', (address) => {
    expect(isLoopback(new URL(address))).toBe(true);
  });

  test.each(elsewhere)('is not meant by %s, which is never called', async (address) => {
    expect(isLoopback(new URL(address))).toBe(false);
    const { signal } = new AbortController();
    const parcel = { url: new URL(address), contentType: 'text/plain', body: '', patienceMs: 1, signal };
    await expect(post(parcel)).rejects.toThrow(RangeError);
  });

  const found = (name: string, all: boolean) =>
    new Promise((resolve) => {
      lookupLoopback(name, { all }, (error, address) => {
        resolve(error ?? address);
      });
    });

  test('is what localhost stands for, and another address is not found', async () => {
    expect(['127.0.0.1', '::1']).toContain(await found('localhost', false));
    expect(await found('127.0.0.1', true)).toEqual([{ address: '127.0.0.1', family: 4 }]);
    expect(await found('192.0.2.7', true)).toBeInstanceOf(Error);
    expect(await found('192.0.2.7', false)).toBeInstanceOf(Error);
  });
});
