/** The two date forms that name their time zone (RFC 9110, 5.6.7). `Date.parse` alone accepts much that is no date. */
const httpDate = /^[A-Z][a-z]{2,8}, \d{2}[ -][A-Z][a-z]{2}[ -](\d{4}|\d{2}) \d{2}:\d{2}:\d{2} GMT$/;

/**
 * How long a server asks to wait, in milliseconds, by its `Retry-After` header: whole or fractional seconds, or an
 * HTTP date (RFC 9110, 10.2.3). Undefined where the header is absent or means nothing.
 * @param now Milliseconds since 1970, to count a date from.
 */
export function retryAfter(header: string | undefined, now: number): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d+(\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1000);
  if (!httpDate.test(text)) return undefined;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
