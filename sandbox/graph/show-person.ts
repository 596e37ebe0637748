import type { ManagerExpansion } from '../odata/expand.js';
import { project, type Selection } from '../odata/select.js';
import type { Person } from '../tenant/person.js';
import type { ReadRequest } from './request.js';
import { canSee } from './visibility.js';

/** How to show a person. */
export interface Appearance {
  readonly selection: Selection;
  readonly expansion?: ManagerExpansion | undefined;
  /** Whether to say the type, as wherever any directory object could stand. */
  readonly isTyped: boolean;
}

/**
 * A person as Graph shows one to this caller.
 *
 * @returns The JSON, without a context URL. A missing manager is left out, as Graph does in an expansion.
 */
export function showPerson(request: ReadRequest, person: Person, look: Appearance): Record<string, unknown> {
  return {
    ...(look.isTyped ? { '@odata.type': '#microsoft.graph.user' } : {}),
    ...project(person, look.selection, (name) =>
      canSee(request.caller, name, person.id === request.caller.userId),
    ),
    ...(look.expansion ? expandedManager(request, person, look.expansion) : {}),
  };
}

function expandedManager(
  request: ReadRequest,
  person: Person,
  expansion: ManagerExpansion,
): Record<string, unknown> {
  const manager = person.managerId === null ? undefined : request.tenant.find(person.managerId);
  if (!manager) return {};
  const further = expansion.levels > 1 ? { ...expansion, levels: expansion.levels - 1 } : undefined;
  return {
    manager: showPerson(request, manager, {
      selection: expansion.selection,
      expansion: further,
      isTyped: true,
    }),
  };
}
