/** One line of the benchmark's table. */
export interface Figure {
  readonly what: string;
  readonly ours: number;
  readonly bare: number;
  readonly unit: 'ms' | 'req/s' | 'MB' | 'requests';
  /** What `ours / bare` has to stay within; undefined for a figure that is only told. */
  readonly budget?: { readonly most: number } | { readonly least: number };
}

/** Whether a figure stays within its budget; true where it has none. */
export function isWithinBudget({ ours, bare, budget }: Figure): boolean {
  if (!budget) return true;
  const ratio = ours / bare;
  return 'most' in budget ? ratio <= budget.most : ratio >= budget.least;
}

/** The figures as a table for a terminal. */
export function figureTable(figures: readonly Figure[]): string {
  const rows = [['what', 'ours', 'bare', 'ratio', 'budget', ''], ...figures.map(rowOf)];
  const widths = rows.reduce<number[]>(
    (known, row) => row.map((cell, column) => Math.max(known[column] ?? 0, cell.length)),
    [],
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function rowOf(figure: Figure): string[] {
  const { what, ours, bare, unit, budget } = figure;
  const shown = (value: number): string => `${value.toFixed(unit === 'ms' ? 1 : 0)} ${unit}`;
  const limit =
    budget && ('most' in budget ? `<= ${budget.most.toFixed(2)}` : `>= ${budget.least.toFixed(2)}`);
  const verdict = budget && (isWithinBudget(figure) ? 'pass' : 'FAIL');
  return [what, shown(ours), shown(bare), (ours / bare).toFixed(3), limit ?? '', verdict ?? ''];
}
