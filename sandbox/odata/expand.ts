import { badRequest, GraphProblem } from '../graph/problem.js';
import { defaultSelection, parseSelect, type Selection } from './select.js';

/** A parsed `$expand=manager(…)`. */
export interface ManagerExpansion {
  readonly selection: Selection;
  /** How many managers up; `Infinity` for `$levels=max`. 1 without `$levels`. */
  readonly levels: number;
  /** Whether `$levels` was given. */
  readonly hasLevels: boolean;
}

/** Relationships of a user that exist at Graph and that this tenant does not model. */
const notBuilt = [
  'directreports',
  'memberof',
  'transitivememberof',
  'ownedobjects',
  'owneddevices',
  'extensions',
];

/**
 * Parses `$expand`. Only `manager` can be expanded here.
 *
 * @param text The decoded option, or undefined.
 * @throws GraphProblem 400 for what is no relationship of a user; 501 for those this tenant does not model.
 */
export function parseExpand(text: string | undefined): ManagerExpansion | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  const [, relationship = '', inner] = /^\s*(\w+)\s*(?:\((.*)\))?\s*$/s.exec(text) ?? [];
  if (notBuilt.includes(relationship.toLowerCase())) {
    throw new GraphProblem(501, 'NotImplemented', `The sandbox does not model '${relationship}'.`);
  }
  if (relationship.toLowerCase() !== 'manager') {
    throw badRequest(
      `Parsing OData Select and Expand failed: Could not find a property named '${relationship || text}' on type 'microsoft.graph.user'.`,
    );
  }
  let selection = defaultSelection;
  let levels: string | undefined;
  for (const option of (inner ?? '').split(';').filter((part) => part.trim() !== '')) {
    const [name = '', value = ''] = option.split('=', 2).map((part) => part.trim());
    if (name.toLowerCase() === '$select') selection = parseSelect(value, true);
    else if (name.toLowerCase() === '$levels' && /^(max|[1-9]\d{0,3})$/.test(value)) levels = value;
    else throw badRequest(`Parsing OData Select and Expand failed: Syntax error in '${option}'.`);
  }
  return {
    selection,
    levels: levels === 'max' ? Infinity : Number(levels ?? 1),
    hasLevels: levels !== undefined,
  };
}
