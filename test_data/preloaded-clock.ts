import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';

/** The time of other processes, moved by whoever holds this. */
export interface PreloadedClock {
  /** Environment in which a process goes by it. */
  readonly environment: Readonly<Record<string, string>>;
  /** Milliseconds since 1970. */
  now(): number;
  /** Moves the time on, in milliseconds. */
  advance(milliseconds: number): void;
}

/** Milliseconds since 1970 have that many digits until the year 2286. */
const DIGITS = 13;

/**
 * A clock that a process is given before its own code is loaded (`node --import`): its date is what stands in a file.
 * Timers go on in real time.
 * @param file Where to keep the time; it is made. @param start Milliseconds since 1970.
 */
export function createPreloadedClock(file: string, start: number): PreloadedClock {
  // The file stays open there: libraries that wrap the closing of files ask for the time then.
  const module = `
    import { openSync, readSync } from 'node:fs';
    const Real = Date;
    const file = openSync(${JSON.stringify(file)});
    const text = Buffer.alloc(${DIGITS});
    const now = () => {
      readSync(file, text, 0, ${DIGITS}, 0);
      return Number(text.toString('latin1'));
    };
    globalThis.Date = class Date extends Real {
      constructor(...parts) {
        if (parts.length === 0) super(now());
        else super(...parts);
      }
      static now = now;
    };`;
  let time = start;
  writeFileSync(file, String(time));
  return {
    environment: { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(module)}` },
    now: () => time,
    advance(milliseconds) {
      time += milliseconds;
      // In place, so that nobody reads an empty file.
      const descriptor = openSync(file, 'r+');
      writeSync(descriptor, String(time), 0);
      closeSync(descriptor);
    },
  };
}
