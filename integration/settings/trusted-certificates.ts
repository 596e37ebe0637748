import { X509Certificate } from 'node:crypto';
import { type Parameters, readField } from './aliases.js';
import { FIELDS } from './fields.js';
import { type Findings } from './findings.js';
import { armor, withLineBreaks } from './pem.js';

/** From each beginning to its end or, where that is missing, to the next beginning. */
const BLOCK =
  /-----BEGIN\s+([A-Z0-9\s]+?)-----((?:(?!-----BEGIN\s)[\s\S])*?)(?:-----END\s+\1-----|(?=-----BEGIN\s)|$)/g;

/**
 * Reads the certificates of `ca_certificates`; text around them, as bundles have it, does not matter.
 * @returns Each in PEM form, or undefined where the field is empty. A fault names the field and the block's number,
 *   counted from 1, and nothing of what the block holds: it may be a key pasted into the wrong field.
 */
export function readTrustedCertificates(
  params: Parameters,
  findings: Findings,
): readonly string[] | undefined {
  const given = readField(params, FIELDS.caCertificates, findings);
  if (given === undefined) return undefined;
  const { text, named } = given;
  const blocks = [...withLineBreaks(text).matchAll(BLOCK)];
  if (blocks.length === 0) {
    findings.faults.push(
      `${named} must hold PEM certificates, each from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE-----.`,
    );
  }
  return blocks.map(([, label = '', body = ''], index) => {
    const pem = armor('CERTIFICATE', body);
    const problem = blockProblem(label.replace(/\s+/g, ' '), pem);
    if (problem !== undefined) findings.faults.push(`${named}: block ${index + 1} ${problem}.`);
    return pem;
  });
}

function blockProblem(label: string, pem: string): string | undefined {
  if (label !== 'CERTIFICATE') return `is no certificate but a ${label}`;
  try {
    new X509Certificate(pem);
    return undefined;
  } catch {
    return 'is damaged: it does not parse as a certificate';
  }
}
