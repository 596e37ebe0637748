const units: Readonly<Record<string, number>> = {
  second: 1,
  minute: 60,
  hour: 3600,
  day: 86_400,
  week: 604_800,
};

const ISO_WITH_ZONE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/i;
const AHEAD = /^in (\d{1,6}) (second|minute|hour|day|week)s?$/i;
const AGO = /^(\d{1,6}) (second|minute|hour|day|week)s? ago$/i;

/** The forms that {@link parseMoment} reads, for error texts. */
export const MOMENT_FORMS =
  'a time with its zone, such as 2026-03-02T08:00:00Z, or "now", "in 2 hours", "3 days ago"';

/**
 * Reads a moment that can be meant in one way only: ISO 8601 with a zone, `now`, `in 2 hours`, `3 days ago`. Libraries
 * that read free text guess (a bare "2 days" is the past to one and the future to another), and a guess here hands out
 * a pass at the wrong time.
 * @param text What was typed. @param now Milliseconds since 1970.
 * @returns Milliseconds since 1970; undefined for anything else.
 */
export function parseMoment(text: string, now: number): number | undefined {
  const trimmed = text.trim();
  if (trimmed.toLowerCase() === 'now') return now;
  if (ISO_WITH_ZONE.test(trimmed)) {
    const at = Date.parse(trimmed);
    return Number.isNaN(at) || !isRealDay(trimmed) ? undefined : at;
  }
  const ahead = AHEAD.exec(trimmed);
  if (ahead) return now + milliseconds(ahead);
  const ago = AGO.exec(trimmed);
  return ago ? now - milliseconds(ago) : undefined;
}

function milliseconds([, count = '', unit = '']: RegExpExecArray): number {
  return Number(count) * (units[unit.toLowerCase()] ?? 0) * 1000;
}

/** `Date.parse` takes 31 February for 3 March. */
function isRealDay(iso: string): boolean {
  const [year = 0, month = 0, day = 0] = iso.slice(0, 10).split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
}
