import type { ManagerExpansion } from '../odata/expand.js';
import { project, type Selection } from '../odata/select.js';
import type { Person } from '../tenant/person.js';
import type { GraphRequest, ReadRequest } from './request.js';
import { canSee } from './visibility.js';

/** How to show a person. */
export interface Appearance {
  readonly selection: Selection;
  /** Whether to say the type, as wherever any directory object could stand. */
  readonly isTyped: boolean;
}

/**
 * A person as Graph shows one to this caller.
 *
 * @returns The JSON, without a context URL and without what can be expanded.
 */
export function showPerson(request: GraphRequest, person: Person, look: Appearance): Record<string, unknown> {
  return {
    ...(look.isTyped ? { '@odata.type': '#microsoft.graph.user' } : {}),
    ...project(person, look.selection, (name) =>
      canSee(request.caller, name, person.id === request.caller.userId),
    ),
  };
}

/**
 * A person with managers, as Graph shows them to this caller.
 *
 * @returns The JSON, without a context URL. A missing manager is left out, as Graph does in an expansion; so is one
 * who stands further down in the same chain already.
 */
export function showWithManagers(
  request: ReadRequest,
  person: Person,
  look: Appearance & { readonly expansion: ManagerExpansion | undefined },
  below: readonly string[] = [],
): Record<string, unknown> {
  const shown = showPerson(request, person, look);
  const { expansion } = look;
  const manager = expansion && person.managerId !== null ? request.tenant.find(person.managerId) : undefined;
  const chain = [...below, person.id];
  if (!expansion || !manager || (below.length > 0 && chain.includes(manager.id))) return shown;
  const further = expansion.levels > 1 ? { ...expansion, levels: expansion.levels - 1 } : undefined;
  const inner = { selection: expansion.selection, expansion: further, isTyped: true };
  return { ...shown, manager: showWithManagers(request, manager, inner, chain) };
}
