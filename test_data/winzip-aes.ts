import { createCipheriv, createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';

/** The only member of an encrypted zip file. */
export interface OpenedMember {
  readonly name: string;
  readonly text: string;
  /** Bits of the AES key. */
  readonly keyBits: number;
  /** Whether it was deflated. */
  readonly isDeflated: boolean;
}

const SIGNATURE = 0x04034b50;
const DATA_DESCRIPTOR_SIGNATURE = 0x08074b50;
const AES_METHOD = 99;
const AES_FIELD = 0x9901;
const KEY_BYTES = [0, 16, 24, 32];

/**
 * Opens a zip file with one member, encrypted by WinZip AE (AE-1 or AE-2), from the published layout and with Node's own
 * ciphers, so that what one library writes is not judged by the same library.
 * @throws Error for another layout, a wrong password, or content that was changed.
 */
export function openWinZipAes(zip: Uint8Array, password: string): OpenedMember {
  const file = Buffer.from(zip);
  if (file.readUInt32LE(0) !== SIGNATURE) throw new Error('No zip file.');
  if ((file.readUInt16LE(6) & 1) === 0) throw new Error('Not encrypted.');
  if (file.readUInt16LE(8) !== AES_METHOD) throw new Error('Encrypted, but not by AES.');
  const nameEnd = 30 + file.readUInt16LE(26);
  const dataStart = nameEnd + file.readUInt16LE(28);
  const { strength, method } = aesField(file.subarray(nameEnd, dataStart));
  const keyBytes = KEY_BYTES[strength] ?? 0;
  const saltEnd = dataStart + keyBytes / 2;
  const size = file.readUInt32LE(18) || sizeFromDirectory(file);
  const codeStart = dataStart + size - 10;
  const keys = pbkdf2Sync(password, file.subarray(dataStart, saltEnd), 1000, 2 * keyBytes + 2, 'sha1');
  if (!keys.subarray(-2).equals(file.subarray(saltEnd, saltEnd + 2))) throw new Error('Wrong password.');
  const sealed = file.subarray(saltEnd + 2, codeStart);
  const code = createHmac('sha1', keys.subarray(keyBytes, 2 * keyBytes))
    .update(sealed)
    .digest();
  if (!timingSafeEqual(code.subarray(0, 10), file.subarray(codeStart, codeStart + 10))) {
    throw new Error('The content was changed, or the password is wrong.');
  }
  const plain = counterMode(sealed, keys.subarray(0, keyBytes));
  return {
    name: file.toString('utf8', 30, nameEnd),
    text: (method === 8 ? inflateRawSync(plain) : plain).toString('utf8'),
    keyBits: keyBytes * 8,
    isDeflated: method === 8,
  };
}

function aesField(extra: Buffer): { readonly strength: number; readonly method: number } {
  for (let at = 0; at < extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) === AES_FIELD) {
      return { strength: extra.readUInt8(at + 8), method: extra.readUInt16LE(at + 9) };
    }
  }
  throw new Error('No word on the strength of AES.');
}

/** A file that is written in one go tells a member's size only in its directory at the end. */
function sizeFromDirectory(file: Buffer): number {
  const directory = file.lastIndexOf(Buffer.from('PK\u0001\u0002'));
  if (directory < 0 || !file.includes(Buffer.from([0x50, 0x4b, 7, 8]))) {
    throw new Error(`No directory, or no ${DATA_DESCRIPTOR_SIGNATURE.toString(16)}.`);
  }
  return file.readUInt32LE(directory + 20);
}

/** AES in counter mode with a counter that starts at 1 and grows from its first byte, which Node does not offer. */
function counterMode(sealed: Buffer, key: Buffer): Buffer {
  const plain = Buffer.from(sealed);
  const cipher = createCipheriv(`aes-${key.length * 8}-ecb`, key, null).setAutoPadding(false);
  for (let block = 0; block * 16 < plain.length; block += 1) {
    const counter = Buffer.alloc(16);
    counter.writeUInt32LE(block + 1, 0);
    const stream = cipher.update(counter);
    for (let at = block * 16; at < Math.min(plain.length, block * 16 + 16); at += 1) {
      plain[at] = (plain[at] ?? 0) ^ (stream[at % 16] ?? 0);
    }
  }
  return plain;
}
