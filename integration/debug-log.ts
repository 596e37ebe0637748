import { writeSync } from 'node:fs';
import { pino } from 'pino';
import { type Log } from './log.js';
import { escapedActing } from './printable-json.js';
import { redacted } from './redaction.js';

const ERROR_OUTPUT = 2;

/**
 * A log of JSON lines on the error output. What could act on a screen or a reader of the log, such as a line break or an
 * escape code in a value from outside, stands there escaped.
 * @param write Takes each line; the error output by default.
 */
export function createDebugLog(
  write: (line: string) => void = (line) => {
    writeSync(ERROR_OUTPUT, line);
  },
): Log {
  const destination = {
    write: (line: string) => {
      write(`${escapedActing(line.trimEnd())}\n`);
    },
  };
  const logger = pino({ level: 'debug', base: null }, destination);
  return {
    debug(event, fields) {
      logger.debug(redacted(fields?.() ?? {}), event);
    },
  };
}
