import { type ApiOutcome } from '../../integration/api-outcome.js';
import { type Entry, EntryFormat, EntryType } from '../../integration/results/entry.js';

/**
 * The entry that tells the platform how many API calls a command made, by their outcome.
 * @returns Undefined where it made none.
 */
export function metricsEntry(outcomes: ReadonlyMap<ApiOutcome, number> | undefined): Entry | undefined {
  if (!outcomes || outcomes.size === 0) return undefined;
  return {
    Type: EntryType.EXECUTION_METRICS,
    ContentsFormat: EntryFormat.TEXT,
    Contents: 'Metrics reported successfully.',
    HumanReadable: null,
    APIExecutionMetrics: [...outcomes].map(([Type, APICallsCount]) => ({ Type, APICallsCount })),
  };
}
