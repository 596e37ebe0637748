import jsep from 'jsep';

const OPEN = 0x7b;
const CLOSE = 0x7d;
const COLON = 0x3a;
const COMMA = 0x2c;

/**
 * Lets jsep read object literals (`{"id": val.ID}`), which a projection is written with. They become nodes of the type
 * `ObjectExpression` with `keys` (literals or identifiers) and `values`.
 */
export function understandObjectLiterals(): void {
  jsep.hooks.add('gobble-token', function readObject(env) {
    if (codeOf(this) !== OPEN) return;
    this.index += 1;
    const keys: jsep.Expression[] = [];
    const values: jsep.Expression[] = [];
    this.gobbleSpaces();
    while (codeOf(this) !== CLOSE) {
      const key = this.gobbleToken();
      this.gobbleSpaces();
      if (!key || codeOf(this) !== COLON) this.throwError('A colon is missing after a key of { }');
      this.index += 1;
      keys.push(key);
      values.push(this.gobbleExpression());
      this.gobbleSpaces();
      if (codeOf(this) === COMMA) this.index += 1;
      else if (codeOf(this) !== CLOSE) this.throwError('A closing brace is missing');
      this.gobbleSpaces();
    }
    this.index += 1;
    env.node = { type: 'ObjectExpression', keys, values };
  });
}

/** The character that the parser is at, which moves although its type says that it does not. */
function codeOf(parser: jsep.HookScope): number {
  return parser.code;
}
