/** When a part of a service wants requests again, shared by all commands of an instance. */
export interface Throttle {
  /** Milliseconds since 1970 until which nothing is wanted; 0 where nothing is known. */
  heldUntil(): number;
  /** Notes that the service asked for a pause. */
  hold(until: number): void;
}

/** Makes the throttles of one instance: one for each part of the service, by name. */
export function createThrottles(): (part: string) => Throttle {
  const held = new Map<string, number>();
  return (part) => ({
    heldUntil: () => held.get(part) ?? 0,
    hold(until) {
      held.set(part, Math.max(until, held.get(part) ?? 0));
    },
  });
}
