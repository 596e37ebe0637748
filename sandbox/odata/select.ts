import { badRequest, GraphProblem } from '../graph/problem.js';
import {
  defaultProperties,
  isUserProperty,
  properName,
  singleUserProperties,
  userProperties,
} from '../graph/user-properties.js';
import type { UserProperties } from '../tenant/person.js';

/** What to show of a user. */
export interface Selection {
  /** Properly spelled names. */
  readonly names: readonly string[];
  /** What the context URL says in parentheses; empty for the default set. */
  readonly context: string;
  /** The properties the caller named, as against the default set and `*`. */
  readonly named: readonly string[];
}

/** The default property set. */
export const defaultSelection: Selection = { names: defaultProperties, context: '', named: [] };

/** `*` gives every ordinary property but the one that needs a permission of its own. */
const ordinary = Object.keys(userProperties).filter((name) => name !== 'signInActivity');

function unknownProperty(name: string): GraphProblem {
  return badRequest(
    `Parsing OData Select and Expand failed: Could not find a property named '${name}' on type 'microsoft.graph.user'.`,
  );
}

/**
 * Parses `$select`.
 *
 * @param text The decoded option; undefined or empty gives the default set.
 * @param allowsSingleUserProperties Whether one user is read, not a collection.
 * @throws GraphProblem 400 for an unknown property; 501 for one that a collection does not have.
 */
export function parseSelect(text: string | undefined, allowsSingleUserProperties: boolean): Selection {
  if (text === undefined || text.trim() === '') return defaultSelection;
  const parts = text.split(',').map((part) => part.trim());
  const named = parts
    .filter((part) => part !== '*')
    .map((part) => {
      const name = properName(part);
      if (name === undefined) throw unknownProperty(part);
      return name;
    });
  if (!allowsSingleUserProperties && named.some((name) => Object.hasOwn(singleUserProperties, name))) {
    throw new GraphProblem(501, 'NotImplemented', 'This operation target is not yet supported.');
  }
  const names = parts.includes('*') ? [...ordinary, ...named] : named;
  return { names: [...new Set(names)], context: parts.includes('*') ? '*' : named.join(','), named };
}

/**
 * A user as JSON, with the selected properties.
 *
 * @param user The whole user.
 * @param selection What to show.
 * @param isVisible Whether the caller may see a property; those he may not see read as null.
 */
export function project(
  user: UserProperties & { readonly profile: Readonly<Record<string, unknown>> },
  selection: Selection,
  isVisible: (name: string) => boolean,
): Record<string, unknown> {
  return Object.fromEntries(
    selection.names.map((name) => {
      if (!isUserProperty(name)) return [name, user.profile[name] ?? singleUserProperties[name]];
      return [name, isVisible(name) ? user[name] : null];
    }),
  );
}
