import { createPublicKey, generateKeyPairSync, type KeyObject, sign, X509Certificate } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { parsePrivateKey, parseThumbprint } from './certificate.js';

const SHA1 = '442EA4B5C6D7E8F90123456789ABCDEF01234567';
const SHA256 = `${SHA1}89ABCDEF0123456789ABCDEF`;

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const PKCS8 = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const PKCS1 = privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const { length } = body;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), body]);
}

/** A self-signed certificate with no more in it than X.509 demands (RFC 5280 4.1). */
function certificateOf(key: KeyObject): string {
  const sha256WithRsa = der(0x30, Buffer.from('06092a864886f70d01010b0500', 'hex'));
  const name = der(0x30);
  const time = (text: string) => der(0x17, Buffer.from(text));
  const validity = der(0x30, time('250101000000Z'), time('350101000000Z'));
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' });
  const serial = der(0x02, Buffer.from([1]));
  const body = der(0x30, serial, sha256WithRsa, name, validity, name, publicKey);
  const signature = der(0x03, Buffer.from([0]), sign('sha256', body, key));
  return new X509Certificate(der(0x30, body, sha256WithRsa, signature)).toString();
}

function repaired(text: string, thumbprint?: string): string {
  const parsed = parsePrivateKey(text, thumbprint);
  return 'privateKey' in parsed ? parsed.privateKey.reveal() : parsed.problem;
}

describe('a thumbprint', () => {
  test.each([
    ['plain', SHA1, SHA1, 'SHA-1'],
    ['lower case', SHA1.toLowerCase(), SHA1, 'SHA-1'],
    ['with colons', SHA1.replace(/..(?=.)/g, '$&:'), SHA1, 'SHA-1'],
    ['with spaces', SHA1.replace(/..(?=.)/g, '$& '), SHA1, 'SHA-1'],
    ['with the invisible character Windows copies', `\u200e${SHA1}`, SHA1, 'SHA-1'],
    ['of SHA-256', SHA256, SHA256, 'SHA-256'],
  ])('%s is read', (_how, text, thumbprint, hash) => {
    expect(parseThumbprint(text)).toEqual({ thumbprint, hash });
  });

  test.each([SHA1.slice(1), `${SHA1}00`, SHA1.replace('4', 'g'), '', ':'])('%p is refused', (text) => {
    expect(parseThumbprint(text)).toBeUndefined();
  });
});

describe('a private key', () => {
  test.each([
    ['as exported', PKCS8, PKCS8],
    ['in the older form', PKCS1, PKCS1],
    ['with CRLF', PKCS8.replaceAll('\n', '\r\n'), PKCS8],
    ['with every line break turned into a space', PKCS8.replaceAll('\n', ' '), PKCS8],
    ['in the older form with spaces', PKCS1.replaceAll('\n', ' '), PKCS1],
    ['with every space turned into a line break', PKCS8.replaceAll(' ', '\n'), PKCS8],
    ['with line breaks written as \\n', PKCS8.replaceAll('\n', '\\n'), PKCS8],
    ['with line breaks written as \\r\\n', PKCS8.replaceAll('\n', '\\r\\n'), PKCS8],
    ['with its body on one line', PKCS8.replace(/(?<=[A-Za-z0-9+/=])\n(?=[A-Za-z0-9+/=])/g, ''), PKCS8],
    ['behind bag attributes', `Bag Attributes\n    localKeyID: 01\n${PKCS8}`, PKCS8],
  ])('%s is read', (_how, text, pem) => {
    expect(repaired(text)).toBe(pem);
  });

  test.each([
    ['without its frame', PKCS8.split('\n').slice(1, -2).join(''), /must be a PEM key/],
    [
      'left out beside its certificate',
      certificateOf(privateKey).replaceAll('\n', ' '),
      /holds a certificate and no key: paste its key too, from -----BEGIN/,
    ],
    ['cut short', PKCS8.replace(/[^\n]+\n(?=-----END)/, ''), /is damaged/],
    [
      'encrypted',
      privateKey
        .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'open' })
        .toString(),
      /is encrypted; remove its passphrase/,
    ],
    [
      'encrypted in the older form',
      privateKey
        .export({ type: 'pkcs1', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'open' })
        .toString(),
      /is encrypted; remove its passphrase/,
    ],
    [
      'on an elliptic curve',
      generateKeyPairSync('ec', { namedCurve: 'P-256' })
        .privateKey.export({ type: 'pkcs8', format: 'pem' })
        .toString(),
      /must be an RSA key, and is of type ec/,
    ],
    [
      'of 1024 bits',
      generateKeyPairSync('rsa', { modulusLength: 1024 })
        .privateKey.export({ type: 'pkcs8', format: 'pem' })
        .toString(),
      /must have at least 2048 bits, and has 1024/,
    ],
  ])('%s is refused, and why is said', (_what, text, problem) => {
    expect(repaired(text)).toMatch(problem);
    expect(repaired(text)).not.toContain('BEGIN PRIVATE');
  });
});

describe('a certificate pasted with its key', () => {
  const certificate = certificateOf(privateKey);
  const { fingerprint, fingerprint256 } = new X509Certificate(certificate);
  const digits = (print: string) => print.replaceAll(':', '');

  test.each([
    ['SHA-1', digits(fingerprint)],
    ['SHA-256', digits(fingerprint256)],
  ])('agrees with its %s thumbprint', (_hash, thumbprint) => {
    expect(repaired(certificate + PKCS8, thumbprint)).toBe(PKCS8);
    expect(repaired((certificate + PKCS8).replaceAll('\n', ' '), thumbprint)).toBe(PKCS8);
  });

  test('exposes the thumbprint of another certificate', () => {
    expect(repaired(certificate + PKCS8, SHA1)).toBe('comes with a certificate that has another thumbprint');
  });

  test('exposes the key of another certificate', () => {
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    expect(repaired(certificateOf(other) + PKCS8, digits(fingerprint))).toBe(
      'does not belong to the certificate pasted with it',
    );
  });

  test('is found in a chain', () => {
    const issuer = certificateOf(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey);
    expect(repaired(issuer + certificate + PKCS8, digits(fingerprint))).toBe(PKCS8);
  });
});
