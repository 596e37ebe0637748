import { expect, test } from '@jest/globals';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import fc from 'fast-check';
import { openWinZipAes } from '../../test_data/winzip-aes.js';
import { Secret } from '../secret.js';
import { sealedFile } from './sealed-file.js';

const seal = (secret: string, password: string) =>
  sealedFile({
    name: 'TAPPolicyInfo.zip',
    member: 'TAPPolicyPass.txt',
    secret: new Secret(secret),
    password: new Secret(password),
  });

/** Reads with the library that also wrote it. */
async function unzip(content: Uint8Array, password: string): Promise<string> {
  const [entry] = await new ZipReader(new Uint8ArrayReader(content), { password }).getEntries();
  if (!entry || entry.directory) throw new Error('Nothing in it.');
  return Buffer.from(await entry.getData(new Uint8ArrayWriter())).toString('utf8');
}

test('the right password gives the secret, and another reader finds AES-256 and deflate', async () => {
  const { name, content } = await seal('Q7#rmZ2k', 'seven seals');
  expect(name).toBe('TAPPolicyInfo.zip');
  expect(await unzip(content, 'seven seals')).toBe('Q7#rmZ2k');
  expect(openWinZipAes(content, 'seven seals')).toEqual({
    name: 'TAPPolicyPass.txt',
    text: 'Q7#rmZ2k',
    keyBits: 256,
    isDeflated: true,
  });
});

test('a wrong password opens nothing, with either reader', async () => {
  const { content } = await seal('Q7#rmZ2k', 'seven seals');
  await expect(unzip(content, 'seven seal')).rejects.toThrow();
  expect(() => openWinZipAes(content, 'Seven seals')).toThrow();
});

test('a changed file is noticed', async () => {
  const { content } = await seal('Q7#rmZ2k', 'seven seals');
  const at = Buffer.from(content).indexOf('TAPPolicyPass.txt') + 17 + 20 + 16 + 2;
  content[at] = (content[at] ?? 0) ^ 1;
  expect(() => openWinZipAes(content, 'seven seals')).toThrow('changed');
});

test('neither secret nor password stands in the file, and no two files are alike', async () => {
  const [one, other] = await Promise.all([seal('Q7#rmZ2k', 'seven seals'), seal('Q7#rmZ2k', 'seven seals')]);
  const text = Buffer.from(one.content).toString('latin1');
  expect(text).not.toContain('Q7#rmZ2k');
  expect(text).not.toContain('seven seals');
  expect(Buffer.from(one.content).equals(other.content)).toBe(false);
});

test('any secret comes back under any password, whatever letters they have', async () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 });
  await fc.assert(
    fc.asyncProperty(text, text, async (secret, password) => {
      const { content } = await seal(secret, password);
      expect(openWinZipAes(content, password).text).toBe(secret);
    }),
    { numRuns: 40 },
  );
});
