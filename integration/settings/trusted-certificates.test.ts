import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { clientCertificate } from '../../test_data/certificates/read.js';
import { authorityFile } from '../../test_data/tls.js';
import { parseSettings } from './parse.js';
import { faultsOf, OWN_APP } from './sample-instances.js';

const AUTHORITY = readFileSync(authorityFile, 'utf8');
const { cert: OTHER, key: KEY } = clientCertificate();
const withCertificates = (text: unknown) => ({ ...OWN_APP, ca_certificates: text });
const fingerprints = (pems: readonly string[] | undefined) =>
  pems?.map((pem) => new X509Certificate(pem).fingerprint256);

test('every certificate is read, with whatever stands around it', () => {
  const text = `# proxy of Contoso\n${AUTHORITY}\nand an older one:\n${OTHER}`;
  expect(fingerprints(parseSettings(withCertificates(text)).caCertificates)).toEqual(
    fingerprints([AUTHORITY, OTHER]),
  );
});

test.each([
  ['spaces', ' '],
  ['\\n as two characters', '\\n'],
  ['carriage returns', '\r\n'],
  ['nothing but the marks', ''],
])('line breaks that became %s are put back', (_, gap) => {
  const body = (AUTHORITY + OTHER).replace(/\n/g, gap);
  expect(fingerprints(parseSettings(withCertificates(body)).caCertificates)).toEqual(
    fingerprints([AUTHORITY, OTHER]),
  );
});

test.each([undefined, '', ' \n'])('nothing is trusted besides for %j', (text) => {
  expect(parseSettings(withCertificates(text))).not.toHaveProperty('caCertificates');
});

test.each<[string, unknown, string]>([
  [
    'text without a certificate',
    'see the wiki',
    'ca_certificates (Trusted certificates) must hold PEM certificates',
  ],
  ['a list', [AUTHORITY], 'ca_certificates must be text.'],
  [
    'a damaged certificate',
    AUTHORITY + OTHER.replace(/\n.{10}/, '\n'),
    'ca_certificates (Trusted certificates): block 2 is damaged: it does not parse as a certificate.',
  ],
  [
    'a certificate cut short, before a whole one',
    `${AUTHORITY.slice(0, 200)}\n${OTHER}`,
    'ca_certificates (Trusted certificates): block 1 is damaged: it does not parse as a certificate.',
  ],
  [
    'an empty block',
    '-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----',
    'ca_certificates (Trusted certificates): block 1 is damaged: it does not parse as a certificate.',
  ],
])('%s is a fault that names the field', (_, text, fault) => {
  expect(faultsOf(withCertificates(text))).toEqual([expect.stringContaining(fault)]);
});

test('a private key in this field is a fault that shows nothing of the key', () => {
  const faults = faultsOf(withCertificates(OTHER + KEY));
  expect(faults).toEqual([
    'ca_certificates (Trusted certificates): block 2 is no certificate but a PRIVATE KEY.',
  ]);
});

test('each block at fault is named by its number, wherever it stands', () => {
  const whole = fc.record({ text: fc.constantFrom(AUTHORITY, OTHER), isSound: fc.constant(true) });
  const broken = fc.record({
    text: fc.constantFrom(KEY, AUTHORITY.slice(0, 90)),
    isSound: fc.constant(false),
  });
  fc.assert(
    fc.property(fc.array(fc.oneof(whole, broken), { minLength: 1, maxLength: 6 }), (blocks) => {
      const atFault = blocks.flatMap(({ isSound }, index) => (isSound ? [] : [index + 1]));
      const numbers = faultsOf(withCertificates(blocks.map(({ text }) => text).join('\n'))).map((fault) =>
        Number(/block (\d+)/.exec(fault)?.[1]),
      );
      expect(numbers).toEqual(atFault);
    }),
  );
});
