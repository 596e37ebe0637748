import { ArgumentError } from '../../integration/errors.js';

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 };

const SHORTEST = 60;
const LONGEST = 24 * 3600;

/**
 * How long to wait for an answer.
 * @param text A number of seconds, or one of minutes or hours such as `15m`, `2h`.
 * @returns Seconds. @throws ArgumentError for less than a minute, more than a day, or another form.
 */
export function readPatience(text: string): number {
  const [, count = '', unit = 's'] = /^(\d{1,6})\s*([smh])?$/i.exec(text.trim()) ?? [];
  const seconds = count === '' ? Number.NaN : Number(count) * (SECONDS[unit.toLowerCase()] ?? Number.NaN);
  if (seconds >= SHORTEST && seconds <= LONGEST) return seconds;
  throw new ArgumentError(
    `timeout="${text}" is not allowed.`,
    'Nothing was sent. Give from 60 seconds to 24 hours: a number of seconds, or such as 15m or 2h.',
  );
}

/** How far Graph's clock may be behind ours, in milliseconds: answers until the deadline are looked for that much longer. */
const CLOCK_SKEW = 5_000;

/** Seconds between two looks, and between those for somebody who has not answered for {@link SOON}. */
const SHORT_PAUSE = 15;
const LONG_PAUSE = 60;
const SOON = 15 * 60 * 1000;

/** Time for the last look, in seconds, so that "nobody answered" comes from us and not from whoever waits. */
const GRACE = 120;

/** From when to when an answer counts, as Graph writes times. */
export interface AnswerTime {
  /** When the question was sent. */
  readonly created: string;
  readonly deadline: string;
}

/** Whether no answer can come in time any more. @param now Milliseconds since 1970. */
export function isOver({ deadline }: AnswerTime, now: number): boolean {
  return now >= Date.parse(deadline) + CLOCK_SKEW;
}

/** When to look again, and for how long. @param now Milliseconds since 1970. @returns Both in seconds. */
export function nextLook(
  { created, deadline }: AnswerTime,
  now: number,
): { readonly inSeconds: number; readonly timeoutSeconds: number } {
  const left = Math.max(0, Math.ceil((Date.parse(deadline) + CLOCK_SKEW - now) / 1000));
  const pause = now - Date.parse(created) < SOON ? SHORT_PAUSE : LONG_PAUSE;
  return { inSeconds: Math.min(pause, left), timeoutSeconds: left + GRACE };
}
