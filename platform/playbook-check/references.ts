import { isJsonObject, textAt } from '../../integration/json.js';

/**
 * The context paths that a part of a playbook reads, wherever they stand in it: `${path}` in text, `root` and `accessor`
 * of a complex value, an output's `contextPath`, and text that is marked as a path. Without selectors, positions and what is computed of them.
 */
export function pathsReadBy(part: unknown): ReadonlySet<string> {
  const paths = new Set<string>();
  collect(part, false, paths);
  paths.delete('');
  return paths;
}

function collect(part: unknown, isPath: boolean, paths: Set<string>): void {
  if (typeof part === 'string') {
    for (const reference of referencesIn(part)) paths.add(plainPath(reference));
    if (isPath && !part.includes('${')) paths.add(plainPath(part));
    return;
  }
  if (Array.isArray(part)) {
    for (const item of part) collect(item, false, paths);
    return;
  }
  if (!isJsonObject(part)) return;
  const root = textAt(part, 'root');
  if (root !== undefined && !root.includes('${')) {
    const accessor = textAt(part, 'accessor');
    paths.add(plainPath(accessor === undefined ? root : `${root}.${accessor}`));
  }
  const output = textAt(part, 'contextPath');
  if (output !== undefined) paths.add(plainPath(output));
  const marksPath = part['iscontext'] === true;
  for (const [key, member] of Object.entries(part)) {
    if (key === 'value' && isJsonObject(member) && marksPath) collect(member['simple'], true, paths);
    // What a task is called and says of itself is read by people.
    if (key !== 'name' && key !== 'description') collect(member, false, paths);
  }
}

/** What stands between `${` and its brace. */
export function referencesIn(text: string): readonly string[] {
  const found: string[] = [];
  let start = text.indexOf('${');
  while (start !== -1) {
    let depth = 1;
    let end = start + 2;
    while (end < text.length && depth > 0) {
      if (text[end] === '{') depth += 1;
      if (text[end] === '}') depth -= 1;
      end += 1;
    }
    if (depth === 0) found.push(text.slice(start + 2, end - 1));
    start = text.indexOf('${', end);
  }
  return found;
}

/** What stands inside parentheses: more of them, text in quotes, and everything else. */
const INSIDE = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[()]|[^()"']+|["']/g;

/** The path of an expression: `MSGraphUser(val.ID == 7).[0].Mail=val.trim()` is `MSGraphUser.Mail`. */
export function plainPath(expression: string): string {
  let plain = '';
  let depth = 0;
  for (const [piece] of expression.matchAll(INSIDE)) {
    if (piece === '(') depth += 1;
    else if (piece === ')') depth -= 1;
    else if (depth === 0) {
      const mutator = piece.indexOf('=');
      plain += mutator === -1 ? piece : piece.slice(0, mutator);
      if (mutator !== -1) break;
    }
  }
  return plain
    .split('.')
    .map((segment) => segment.replace(/\[[\d:]*\]$/, '').trim())
    .filter((segment) => segment !== '')
    .join('.');
}
