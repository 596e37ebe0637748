import { withEvent, type HistoryEntry } from './history.js';
import type { Person } from './person.js';
import type { Deletion, DueChange, StateChange, TenantState } from './state.js';

/** How long a deleted person can be brought back (Entra: restore or remove a recently deleted user). */
const restorableMilliseconds = 30 * 24 * 60 * 60 * 1000;

function happened(state: TenantState, kind: HistoryEntry['kind'], id: string, at: number) {
  return withEvent(state.history, { id, at, kind, names: [] });
}

/** Adds a person. */
export function creation(person: Person): StateChange {
  return (state, now) => ({
    ...state,
    created: { ...state.created, [person.id]: person },
    history: happened(state, 'created', person.id, now),
  });
}

function withDeletion(state: TenantState, id: string, deletion: Deletion): TenantState {
  return { ...state, deleted: { ...state.deleted, [id]: deletion } };
}

/** Deletes a person in a way that can be undone for 30 days. */
export function deletion(id: string): StateChange {
  return (state, now) => ({
    ...withDeletion(state, id, { at: now, isPermanent: false }),
    history: happened(state, 'deleted', id, now),
  });
}

/** Deletes a deleted person for good. */
export function purge(id: string): StateChange {
  return (state, now) => ({
    ...withDeletion(state, id, { at: state.deleted?.[id]?.at ?? now, isPermanent: true }),
    history: happened(state, 'purged', id, now),
  });
}

/** Brings a deleted person back. */
export function restoration(id: string): StateChange {
  return (state, now) => ({
    ...state,
    deleted: Object.fromEntries(Object.entries(state.deleted ?? {}).filter(([other]) => other !== id)),
    history: happened(state, 'restored', id, now),
  });
}

/** @returns The permanent deletions that are due: those of people whose 30 days are over. */
export function dueDeletions({ deleted = {} }: TenantState, now: number): DueChange[] {
  return Object.entries(deleted)
    .filter(([, { at, isPermanent }]) => !isPermanent && now - at >= restorableMilliseconds)
    .map(([id, { at }]) => ({ at: at + restorableMilliseconds, change: purge(id) }));
}
