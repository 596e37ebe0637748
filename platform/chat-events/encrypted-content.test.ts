import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { encryptedContent, notificationCertificates } from '../../test_data/notification-sender.js';
import { openContent } from './encrypted-content.js';

const certificates = notificationCertificates();
const [current, former] = certificates;

describe('the content of a notification', () => {
  test('is opened whatever it holds, with the certificate it names', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.constantFrom(...certificates),
        (text, with_) => {
          const resource: unknown = JSON.parse(JSON.stringify(text));
          expect(openContent(encryptedContent(resource, with_), certificates)).toEqual(resource);
        },
      ),
      { numRuns: 30 },
    );
  });

  test('is not opened with a certificate that is no longer there', () => {
    expect(() => openContent(encryptedContent({ id: '1' }, former), [current])).toThrow(
      'It is encrypted with a certificate that is not ours.',
    );
  });

  test('is not decrypted once anything was changed in it', () => {
    const content = encryptedContent({ id: '1', text: 'word' }, current);
    const bytes = Buffer.from(content.data, 'base64');
    bytes[3] = (bytes[3] ?? 0) ^ 1;
    const changed = { ...content, data: bytes.toString('base64') };
    expect(() => openContent(changed, certificates)).toThrow('Its signature is wrong.');
  });

  test.each([
    ['dataSignature', 'Its signature is wrong.'],
    ['dataKey', 'Its key cannot be opened'],
    ['data', 'Its signature is wrong.'],
    ['encryptionCertificateId', 'a certificate that is not ours'],
  ])('with another %s, or without one, is refused', (name, fault) => {
    const content = encryptedContent({ id: '1' }, current);
    for (const value of [randomBytes(32).toString('base64'), '', undefined, 7]) {
      expect(() => openContent({ ...content, [name]: value }, certificates)).toThrow(fault);
    }
  });

  test('that is no object is refused', () => {
    expect(() => openContent(encryptedContent('word', current), certificates)).toThrow('no JSON object');
  });
});
