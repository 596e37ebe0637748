import { type LabReport } from './lab.js';

/** Share of the effects that may end with "unknown, check". */
const MOST_UNKNOWN = 0.01;

/** Growth between the first round and the last one, in bytes and in open resources, that is still no leak. */
const MOST_HEAP_GROWTH = 24 * 2 ** 20;
const MOST_MORE_HANDLES = 4;

/**
 * What a run is to be blamed for; empty where all is well.
 * @param heap Bytes in use after each round, garbage collected. @param handles Open resources after each round.
 */
export function labComplaints(
  { problems, effects }: LabReport,
  heap: readonly number[] = [],
  handles: readonly number[] = [],
): readonly string[] {
  const total = effects.done + effects.failed + effects.unknown;
  const growth = (values: readonly number[]): number => (values.at(-1) ?? 0) - (values[0] ?? 0);
  return [
    ...(problems.length > 0 ? [`${problems.length} problems.`] : []),
    ...(effects.unknown > MOST_UNKNOWN * total
      ? [`${effects.unknown} of ${total} effects are unknown.`]
      : []),
    ...(growth(heap) > MOST_HEAP_GROWTH ? [`The heap grew by ${growth(heap) >> 20} MB.`] : []),
    ...(growth(handles) > MOST_MORE_HANDLES ? [`${growth(handles)} handles were not let go of.`] : []),
  ];
}
