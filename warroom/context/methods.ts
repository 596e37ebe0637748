/** Arguments of a call, each turned into what the method takes. */
type Arguments = readonly unknown[];

type Method<Self> = (self: Self, args: Arguments) => unknown;

function text(value: unknown): string {
  if (typeof value === 'object' && value !== null) throw new TypeError('A text is expected.');
  return String(value);
}

function position(value: unknown): number | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'number') throw new TypeError('A number is expected.');
  return value;
}

/** Methods of texts that an expression may call. None of them makes a text longer than what it was given. */
const textMethods = new Map<string, Method<string>>([
  ['indexOf', (self, [part, from]) => self.indexOf(text(part), position(from))],
  ['includes', (self, [part, from]) => self.includes(text(part), position(from))],
  ['startsWith', (self, [part, from]) => self.startsWith(text(part), position(from))],
  ['endsWith', (self, [part, end]) => self.endsWith(text(part), position(end))],
  ['toLowerCase', (self) => self.toLowerCase()],
  ['toUpperCase', (self) => self.toUpperCase()],
  ['trim', (self) => self.trim()],
  ['split', (self, [separator, limit]) => self.split(text(separator), position(limit))],
  ['substring', (self, [start, end]) => self.substring(position(start) ?? 0, position(end))],
  ['slice', (self, [start, end]) => self.slice(position(start), position(end))],
]);

/** Methods of lists that an expression may call. */
const listMethods = new Map<string, Method<readonly unknown[]>>([
  ['indexOf', (self, [item, from]) => self.indexOf(item, position(from))],
  ['includes', (self, [item, from]) => self.includes(item, position(from))],
  ['slice', (self, [start, end]) => self.slice(position(start), position(end))],
]);

/** Whether any value has a method of this name that an expression may call. */
export function isKnownMethod(name: string): boolean {
  return textMethods.has(name) || listMethods.has(name);
}

/**
 * Calls a method of the white list.
 * @throws TypeError where the value has no such method.
 */
export function callMethod(self: unknown, name: string, args: Arguments): unknown {
  const method = Array.isArray(self) ? listMethods.get(name) : undefined;
  if (method && Array.isArray(self)) return method(self, args);
  const ofText = typeof self === 'string' ? textMethods.get(name) : undefined;
  if (ofText && typeof self === 'string') return ofText(self, args);
  throw new TypeError(`There is no ${name} here.`);
}

/**
 * A member of a value: what an object itself holds, an element of a list, or a length; anything else is undefined.
 * Nothing inherited can be reached.
 * @throws TypeError on null and undefined, as in JavaScript.
 */
export function memberOf(self: unknown, key: unknown): unknown {
  if (self === null || self === undefined) throw new TypeError('Null has no members.');
  if (typeof key !== 'string' && typeof key !== 'number') throw new TypeError('A name is expected.');
  if ((typeof self === 'string' || Array.isArray(self)) && key === 'length') return self.length;
  if (typeof self === 'string' || Array.isArray(self)) {
    const items: ArrayLike<unknown> = self;
    return typeof key === 'number' ? items[key] : undefined;
  }
  if (typeof self !== 'object') return undefined;
  return Object.getOwnPropertyDescriptor(self, key)?.value;
}
