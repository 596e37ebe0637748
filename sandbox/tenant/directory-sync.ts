import { originalIndex, originalPerson } from './people.js';
import { withChange, type DueChange, type StateChange, type TenantState } from './state.js';

/** Entra Connect: the scheduler synchronizes every 30 minutes by default. */
const syncIntervalMilliseconds = 30 * 60 * 1000;

/** Whether a synchronized account is enabled is decided on premises, and there nobody disabled it. */
function synchronization(id: string): StateChange {
  return (state, now) => {
    const rest = Object.entries(state.cloudEdits ?? {}).filter(([other]) => other !== id);
    const settled = { ...state, cloudEdits: Object.fromEntries(rest) };
    const index = originalIndex(id);
    if (index === undefined) return settled;
    const { accountEnabled } = originalPerson(index);
    const values = { accountEnabled, onPremisesLastSyncDateTime: new Date(now).toISOString() };
    return withChange(settled, { id, values }, now);
  };
}

/**
 * What a directory synchronization has to undo: whoever was disabled here is enabled again 30 minutes later.
 *
 * @param now Milliseconds since 1970.
 */
export function dueSynchronizations({ cloudEdits = {} }: TenantState, now: number): DueChange[] {
  return Object.entries(cloudEdits)
    .filter(([, at]) => now - at >= syncIntervalMilliseconds)
    .map(([id, at]) => ({ at: at + syncIntervalMilliseconds, change: synchronization(id) }));
}
