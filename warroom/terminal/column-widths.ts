/** A column narrower than this is no longer read but spelled. */
const NARROWEST = 12;

/** Columns that borders and padding of a boxed table take: `│ a │ b │`. */
function frameWidth(columnCount: number): number {
  return 3 * columnCount + 1;
}

/**
 * How wide each column of a boxed table may be. Where all fit, each gets what it wants; otherwise the widest are cut to
 * one common width.
 *
 * @param wanted Width of the widest line in each column.
 * @param columns Columns of the terminal; undefined for no limit.
 * @returns Undefined where a box cannot be read at this width.
 */
export function columnWidths(wanted: readonly number[], columns: number | undefined): number[] | undefined {
  if (columns === undefined) return [...wanted];
  let left = columns - frameWidth(wanted.length);
  let limit = 0;
  const ascending = wanted.toSorted((a, b) => a - b);
  for (const [index, width] of ascending.entries()) {
    limit = Math.floor(left / (ascending.length - index));
    if (width > limit) {
      return limit < NARROWEST ? undefined : wanted.map((each) => Math.min(each, limit));
    }
    left -= width;
  }
  return left < 0 ? undefined : [...wanted];
}
