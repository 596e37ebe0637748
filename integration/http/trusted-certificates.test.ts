import { readFileSync } from 'node:fs';
import { rootCertificates } from 'node:tls';
import { expect, test } from '@jest/globals';
import { cloudAuthorityFile } from '../../test_data/certificates/read.js';
import { withNetworkEnvironment } from '../../test_data/environment.js';
import { authorityFile } from '../../test_data/tls.js';
import { trustedCertificates } from './trusted-certificates.js';

const authority = readFileSync(authorityFile, 'utf8');

function trusted(
  variables: Record<string, string>,
  ofInstance: readonly string[],
): Promise<string[] | undefined> {
  return withNetworkEnvironment(variables, () => Promise.resolve(trustedCertificates(ofInstance).ca));
}

test('without certificates of its own an instance leaves it to Node whom to trust', async () => {
  expect(await trusted({}, [])).toBeUndefined();
});

test("an instance's certificates come besides Node's own and those of the environment", async () => {
  const ca = await trusted({ SSL_CERT_FILE: cloudAuthorityFile }, [authority]);
  expect(ca).toHaveLength(rootCertificates.length + 2);
  expect(ca).toEqual(
    expect.arrayContaining([...rootCertificates, readFileSync(cloudAuthorityFile, 'utf8'), authority]),
  );
});

test.each([
  ['SSL_CERT_FILE', { SSL_CERT_FILE: authorityFile }, []],
  ['the instance', {}, [authority]],
])(
  'the certificates of NODE_EXTRA_CA_CERTS still count beside those of %s',
  async (_, variables, ofInstance) => {
    const ca = await trusted({ ...variables, NODE_EXTRA_CA_CERTS: cloudAuthorityFile }, ofInstance);
    expect(ca).toHaveLength(rootCertificates.length + 2);
    expect(ca).toEqual(expect.arrayContaining([readFileSync(cloudAuthorityFile, 'utf8'), authority]));
  },
);

test('NODE_EXTRA_CA_CERTS alone is left to Node, and a file that Node could not read is no fault', async () => {
  expect(await trusted({ NODE_EXTRA_CA_CERTS: cloudAuthorityFile }, [])).toBeUndefined();
  const ca = await trusted({ NODE_EXTRA_CA_CERTS: `${authorityFile}.gone` }, [authority]);
  expect(ca).toEqual([...rootCertificates, authority]);
});
