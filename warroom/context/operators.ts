/** What JavaScript compares and joins without looking into objects. */
type Primitive = string | number | boolean | null | undefined;

type Binary = (left: unknown, right: unknown) => unknown;
type Unary = (value: unknown) => unknown;

/** Text that an expression may make: without a limit, `val+val+…` could fill the memory. */
const LONGEST_TEXT = 1_000_000;

function primitive(value: unknown): Primitive {
  if (value === null || value === undefined) return value;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  throw new TypeError('An object or list cannot be compared or joined.');
}

function added(left: Primitive, right: Primitive): string | number {
  if (typeof left !== 'string' && typeof right !== 'string') return Number(left) + Number(right);
  const text = `${String(left)}${String(right)}`;
  if (text.length > LONGEST_TEXT) throw new RangeError('The text is too long.');
  return text;
}

/** Below zero, zero or above, as JavaScript orders two values; NaN where it orders them in no way. */
function order(left: Primitive, right: Primitive): number {
  if (typeof left === 'string' && typeof right === 'string')
    return left < right ? -1 : left === right ? 0 : 1;
  const [one, other] = [Number(left), Number(right)];
  // Not a difference: that of two infinities is not a number.
  if (Number.isNaN(one) || Number.isNaN(other)) return NaN;
  return one < other ? -1 : one === other ? 0 : 1;
}

/** The comparison that filters are written with: `5 == "5"`. Objects are equal to themselves only. */
function looselyEqual(left: unknown, right: unknown): boolean {
  if (isObject(left) || isObject(right)) return left === right;
  // eslint-disable-next-line eqeqeq -- the platform's filters mean JavaScript's loose equality
  return left == right;
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

/** The binary operators of an expression, besides `&&` and `||`, which may leave one side out. */
export const binaryOperators: ReadonlyMap<string, Binary> = new Map<string, Binary>([
  ['==', looselyEqual],
  ['!=', (left, right) => !looselyEqual(left, right)],
  ['===', (left, right) => left === right],
  ['!==', (left, right) => left !== right],
  ['<', (left, right) => order(primitive(left), primitive(right)) < 0],
  ['>', (left, right) => order(primitive(left), primitive(right)) > 0],
  ['<=', (left, right) => order(primitive(left), primitive(right)) <= 0],
  ['>=', (left, right) => order(primitive(left), primitive(right)) >= 0],
  ['+', (left, right) => added(primitive(left), primitive(right))],
  ['-', (left, right) => Number(primitive(left)) - Number(primitive(right))],
]);

/** The operators before a value. */
export const unaryOperators: ReadonlyMap<string, Unary> = new Map<string, Unary>([
  ['!', (value) => !value],
  ['-', (value) => -Number(primitive(value))],
  ['+', (value) => Number(primitive(value))],
]);
