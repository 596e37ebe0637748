import { ArgumentError } from '../errors.js';
import { parseJson } from '../json.js';
import { type EffectiveSchema } from '../manifest/effective-schema.js';

type Arguments = Readonly<Record<string, unknown>>;

/**
 * The platform's rule for a list given to an argument that takes one value: the command runs once for each element.
 * @returns One set of arguments for each run.
 * @throws ArgumentError when two arguments hold lists: nothing says how to pair them.
 */
export function expandLists(args: Arguments, schema: EffectiveSchema): readonly Arguments[] {
  const lists = Object.entries(args).flatMap(([name, value]) => {
    const property = Object.hasOwn(schema.properties, name) ? schema.properties[name] : undefined;
    if (!property || property.type === 'array' || property.type === 'object') return [];
    const elements = property.format === 'identifier' ? listIn(value) : value;
    return Array.isArray(elements) ? [{ name, elements: elements as readonly unknown[] }] : [];
  });
  const [list, other] = lists;
  if (!list) return [args];
  if (other)
    throw new ArgumentError(
      `${list.name} and ${other.name} both hold a list.`,
      'Give a list to one of them only.',
    );
  return list.elements.length === 0
    ? [{ ...args, [list.name]: '' }]
    : list.elements.map((element) => ({ ...args, [list.name]: element }));
}

/** No identifier in Graph looks like JSON text of a list, but a playbook may pass one on. */
function listIn(value: unknown): unknown {
  return typeof value === 'string' && /^\s*\[.*\]\s*$/s.test(value) ? (parseJson(value) ?? value) : value;
}
