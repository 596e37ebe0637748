import { Writable } from 'node:stream';
import { type FindDeclaration, secretSpans } from '../line/secret-spans.js';
import { textWidth } from '../terminal/width.js';

/** A terminal to write to. */
export interface ScreenOutput extends NodeJS.WritableStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
}

/** What is being typed. */
export interface TypedText {
  /** The lines of the same command that were typed before. */
  readonly before: string;
  readonly line: string;
}

/** A screen that an editor of lines writes to. */
export interface MaskedScreen {
  readonly stream: Writable;
  /** While it is muted nothing that is typed is shown. */
  isMuted: boolean;
}

/**
 * Stands between an editor of lines and the terminal: wherever the editor writes what is being typed, each secret in it
 * shows as stars of the same width, so that the editor's count of columns stays right.
 * @param typed What is being typed, at the time of each write.
 */
export function createMaskedScreen(
  output: ScreenOutput,
  typed: () => TypedText,
  find: FindDeclaration,
): MaskedScreen {
  const screen: { isMuted: boolean; stream: Writable } = {
    isMuted: false,
    stream: new Writable({
      decodeStrings: false,
      write(chunk: unknown, _encoding, done) {
        if (!screen.isMuted) output.write(maskedWrite(String(chunk), typed(), find));
        done();
      },
    }),
  };
  Object.defineProperties(screen.stream, {
    isTTY: { value: true },
    columns: { get: () => output.columns },
    rows: { get: () => output.rows },
  });
  output.on('resize', () => screen.stream.emit('resize'));
  return screen;
}

/** The editor writes the whole line, with the prompt before it, or what was just added at its end. */
function maskedWrite(text: string, { before, line }: TypedText, find: FindDeclaration): string {
  if (line === '') return text;
  const mask = (from: number): string => maskedFrom(before + line, before.length + from, find);
  const at = text.lastIndexOf(line);
  if (at !== -1) return text.slice(0, at) + mask(0) + text.slice(at + line.length);
  return line.endsWith(text) ? mask(line.length - text.length) : text;
}

/**
 * A line from a place on, with stars in the place of its secrets.
 * @param from Index where it begins.
 */
export function maskedFrom(text: string, from: number, find: FindDeclaration): string {
  let masked = '';
  let at = from;
  for (const { start, end } of secretSpans(text, find)) {
    if (end <= at) continue;
    const first = Math.max(start, at);
    masked += text.slice(at, first) + '*'.repeat(textWidth(text.slice(first, end)));
    at = end;
  }
  return masked + text.slice(at);
}
