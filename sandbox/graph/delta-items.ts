import type { DeltaToken } from '../odata/delta-token.js';
import type { HistoryEntry } from '../tenant/history.js';
import type { Occupant } from '../tenant/tenant.js';
import type { ReadRequest } from './request.js';
import { showPerson } from './show-person.js';
import { defaultProperties } from './user-properties.js';

type Json = Record<string, unknown>;

const managerType = { '@odata.type': '#microsoft.graph.user' };

/** What a deletion looks like: `changed` where there is a way back (Graph: user: delta). */
function removed({ person, status }: Occupant): Json {
  return { id: person.id, '@removed': { reason: status === 'gone' ? 'deleted' : 'changed' } };
}

function managerDelta({ tenant }: ReadRequest, { person }: Occupant, former: readonly string[]): Json {
  const managerId = person.managerId !== null && tenant.find(person.managerId) ? person.managerId : null;
  const gone = former.filter((id) => id !== managerId);
  const changes = [
    ...gone.map((id) => ({ '@removed': { reason: 'deleted' }, ...managerType, id })),
    ...(managerId === null ? [] : [{ ...managerType, id: managerId }]),
  ];
  return changes.length === 0 ? {} : { 'manager@delta': changes };
}

/**
 * A person in a delta query: unset properties are left out, but for those that were unset just now.
 *
 * @param names Properties to show.
 * @param changedNames Those that got another value.
 */
function shown(
  request: ReadRequest,
  { person }: Occupant,
  names: readonly string[],
  changedNames: ReadonlySet<string>,
): Json {
  const selection = { names: [...new Set([...names, 'id'])], context: '', named: [] };
  return Object.fromEntries(
    Object.entries(showPerson(request, person, { selection, isTyped: false })).filter(
      ([name, value]) => value !== null || changedNames.has(name),
    ),
  );
}

/**
 * Somebody as the first round shows them, in which everybody comes.
 *
 * @returns undefined where there is nothing to say, as about people who are gone for good.
 */
export function initialItem(
  request: ReadRequest,
  occupant: Occupant,
  { select }: DeltaToken,
): Json | undefined {
  if (occupant.status === 'gone') return undefined;
  if (occupant.status === 'restorable') return removed(occupant);
  const names = (select ?? defaultProperties).filter((name) => name !== 'manager');
  return {
    ...shown(request, occupant, names, new Set()),
    ...(select?.includes('manager') ? managerDelta(request, occupant, []) : {}),
  };
}

/**
 * What happened to somebody, as a later round shows it.
 *
 * @param entries What happened since the round before, oldest first.
 * @param isMinimal Whether only changed properties are wanted (`Prefer: return=minimal`).
 * @returns undefined where nothing of it is among the selected properties.
 */
export function changedItem(
  request: ReadRequest,
  occupant: Occupant,
  entries: readonly HistoryEntry[],
  { select }: DeltaToken,
  isMinimal: boolean,
): Json | undefined {
  const wasThere = entries[0]?.kind !== 'created';
  if (occupant.status !== 'present') return wasThere ? removed(occupant) : undefined;
  const isBack = entries.some(({ kind }) => kind === 'created' || kind === 'restored');
  const happened = new Set(entries.flatMap(({ names }) => names));
  const hasOtherManager = happened.delete('managerId') || isBack;
  const wantsManager = select?.includes('manager') ?? false;
  const changedNames = new Set([...happened].filter((name) => select?.includes(name) ?? name !== 'profile'));
  const isManagerReported = hasOtherManager && wantsManager;
  if (!isBack && !isManagerReported && changedNames.size === 0) return undefined;
  const usual = (select ?? defaultProperties).filter((name) => name !== 'manager');
  const former = entries.flatMap(({ formerManagerId }) => formerManagerId ?? []);
  return {
    ...shown(
      request,
      occupant,
      isMinimal && !isBack ? [...changedNames] : [...usual, ...changedNames],
      changedNames,
    ),
    ...(isManagerReported ? managerDelta(request, occupant, former) : {}),
  };
}
