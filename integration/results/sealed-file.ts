import { type Secret } from '../secret.js';
import { type ResultFile } from './command-result.js';

/** WinZip AE: 3 stands for keys of 256 bits. */
const AES_256 = 3;

/** A secret on its way to the person who ran the command. */
export interface SealedContent {
  /** Name of the file, such as `TAPPolicyInfo.zip`. */
  readonly name: string;
  /** Name of the only text in it. */
  readonly member: string;
  readonly secret: Secret;
  /** Opens the file. */
  readonly password: Secret;
}

/**
 * Puts a secret into a zip file that only its password opens: WinZip AE with AES-256, deflated, as the known integration
 * hands passes over. It is made in memory, so that neither the secret nor a half-written file is ever on a disk.
 */
export async function sealedFile({ name, member, secret, password }: SealedContent): Promise<ResultFile> {
  const { configure, TextReader, Uint8ArrayWriter, ZipWriter } = await import('@zip.js/zip.js');
  // Its workers are files beside it, which a bundle does not have, and would keep the process running.
  configure({ useWebWorkers: false });
  const zip = new ZipWriter(new Uint8ArrayWriter(), {
    password: password.reveal(),
    encryptionStrength: AES_256,
  });
  await zip.add(member, new TextReader(secret.reveal()));
  return { name, content: await zip.close() };
}
