import { ArgumentError } from '../../integration/errors.js';
import { isJsonObject } from '../../integration/json.js';
import { parseQuery, type Step } from './query-steps.js';

/** A place in the context. */
export interface Place {
  /** As the query language writes it; undefined where it cannot name the place. */
  readonly path: string | undefined;
  readonly name: string;
  readonly value: unknown;
}

/** The places directly below a value. @param path The path of the value; empty for the root. */
export function placesBelow(value: unknown, path: string | undefined): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => {
      const name = `[${index}]`;
      return { name, value: item, path: path === undefined ? undefined : `${path}.${name}` };
    });
  }
  return Object.entries(value).map(([name, member]: [string, unknown]) => ({
    name,
    value: member,
    path: path === undefined || !isPlainName(name) ? undefined : path === '' ? name : `${path}.${name}`,
  }));
}

/** Whether the query language reads a name as one segment, and a line takes it as it is. */
function isPlainName(name: string): boolean {
  return /^[^.([=${}\s"'`]+$/.test(name);
}

/**
 * What a path of names and numbers leads to, read through lists as a query does.
 * @returns Everything that is found; nothing where a filter or mutator is in the path, or it cannot be read.
 */
export function valuesAt(context: unknown, path: string): readonly unknown[] {
  try {
    return parseQuery(path).reduce<readonly unknown[]>(
      (values, step) => values.flatMap(read(step)),
      [context],
    );
  } catch (error) {
    if (error instanceof ArgumentError) return [];
    throw error;
  }
}

function read(step: Step): (value: unknown) => readonly unknown[] {
  switch (step.kind) {
    case 'member':
      return (value) =>
        [value]
          .flat()
          .flatMap((item: unknown) =>
            isJsonObject(item) && Object.hasOwn(item, step.name) ? [item[step.name]] : [],
          );
    case 'range':
      return (value) => [value].flat().slice(step.from, step.to + 1);
    case 'filter':
    case 'mutator':
      return () => [];
  }
}
