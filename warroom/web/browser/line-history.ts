/** Lines typed before, brought back by the arrow keys. */
export interface LineHistory {
  /** Adds a line, which holds no secret. */
  readonly add: (line: string) => void;
  /**
   * Goes to the line before, or after.
   * @param current What stands in the prompt; what was being typed is there again at the end.
   * @returns Undefined where there is none.
   */
  readonly move: (by: 1 | -1, current: string) => string | undefined;
}

/** An empty history. */
export function createLineHistory(): LineHistory {
  const lines: string[] = [];
  let at = 0;
  let draft = '';
  return {
    add(line) {
      if (lines.at(-1) !== line) lines.push(line);
      at = lines.length;
    },
    move(by, current) {
      const next = at + by;
      if (next < 0 || next > lines.length) return undefined;
      if (at === lines.length) draft = current;
      at = next;
      return lines[at] ?? draft;
    },
  };
}
