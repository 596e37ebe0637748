import { type Readable } from 'node:stream';

/**
 * The lines of a stream of UTF-8, without their line feeds. Only a line feed ends a line: Node's own reader also takes
 * U+2028 for one, which JSON text may hold as it is.
 */
export async function* linesOf(input: Readable): AsyncGenerator<string, void> {
  let pieces: string[] = [];
  for await (const chunk of input.setEncoding('utf8')) {
    const parts = String(chunk).split('\n');
    const last = parts.pop() ?? '';
    for (const part of parts) {
      yield [...pieces, part].join('');
      pieces = [];
    }
    pieces.push(last);
  }
  const rest = pieces.join('');
  if (rest !== '') yield rest;
}
