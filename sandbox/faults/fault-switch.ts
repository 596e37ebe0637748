import { targetOf, type Call } from '../http/exchange.js';
import type { FaultKind, FaultRule } from './fault-rule.js';

/** What a request is, as far as it decides which faults can hit it. */
export interface FaultTarget {
  readonly call: Call;
  /** Kinds that make sense for it. */
  readonly possible: (kind: FaultKind) => boolean;
}

/** Decides which requests fail. */
export interface FaultSwitch {
  /** May be changed, or replaced, at any time; a rule keeps its count as long as it is the same object. */
  rules: FaultRule[];
  /** The first rule that is due for a request. Counts the request for every rule it matches up to that one. */
  next(target: FaultTarget): FaultRule | undefined;
}

function matches({ match }: FaultRule, call: Call): boolean {
  const isMethod = match?.method === undefined || match.method.toUpperCase() === call.method;
  return isMethod && (match?.path === undefined || targetOf(call).search(match.path) >= 0);
}

/**
 * @param rules What it starts with.
 */
export function faultSwitch(rules: readonly FaultRule[]): FaultSwitch {
  const counts = new WeakMap<FaultRule, { seen: number; failed: number }>();
  return {
    rules: [...rules],
    next({ call, possible }) {
      return this.rules.find((rule) => {
        if (!possible(rule.kind) || !matches(rule, call)) return false;
        const count = counts.get(rule) ?? { seen: 0, failed: 0 };
        counts.set(rule, count);
        count.seen += 1;
        const isDue = count.seen % (rule.every ?? 1) === 0 && count.failed < (rule.times ?? Infinity);
        if (isDue) count.failed += 1;
        return isDue;
      });
    },
  };
}
