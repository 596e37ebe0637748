import { createInterface, type Interface } from 'node:readline';
import { Writable } from 'node:stream';
import { REFERENCE_FORM } from '../integration/environment-reference.js';
import { ArgumentError, CancelledError } from '../integration/errors.js';

/** The terminal a question is put on. */
export interface AskedTerminal {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream;
}

/** The person at this process; asked on the error output, because the standard output belongs to results. */
const person: AskedTerminal = { input: process.stdin, output: process.stderr };

/**
 * Asks for a secret; what is typed is not shown. A private key may be pasted with all its lines.
 * @param prompt What is asked for.
 * @throws ArgumentError where there is no terminal, CancelledError after Ctrl-C or Ctrl-D.
 */
export async function askSecret(prompt: string, { input, output }: AskedTerminal = person): Promise<string> {
  if (!input.isTTY) {
    throw new ArgumentError(
      `${prompt} is to be asked for, and there is no terminal to ask on.`,
      `Give ${REFERENCE_FORM} in place of "?", with the name of an environment variable.`,
    );
  }
  const nowhere = new Writable({
    write(_chunk, _encoding, done) {
      done();
    },
  });
  const lines = createInterface({ input, output: nowhere, terminal: true, historySize: 0 });
  try {
    const answer = answerFrom(lines);
    // Only now: from here on the terminal itself shows nothing of what is typed.
    output.write(`${prompt} (not shown): `);
    return await answer;
  } finally {
    lines.close();
    output.write('\n');
  }
}

function answerFrom(lines: Interface): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    lines.on('line', (line) => {
      answer = answer === '' ? line : `${answer}\n${line}`;
      if (!isUnfinishedKey(answer)) resolve(answer);
    });
    const cancel = (): void => {
      reject(new CancelledError('The question was cancelled.'));
    };
    lines.on('SIGINT', cancel);
    lines.on('close', cancel);
  });
}

/** The PEM form (RFC 7468) spans lines; a certificate may stand before the key. */
function isUnfinishedKey(text: string): boolean {
  return text.startsWith('-----BEGIN ') && !/-----END [A-Z ]*PRIVATE KEY-----\s*$/.test(text);
}
