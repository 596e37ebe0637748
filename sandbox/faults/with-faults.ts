import { setTimeout as delay } from 'node:timers/promises';
import type { Answer, Outcome } from '../http/exchange.js';
import type { FaultRule } from './fault-rule.js';

/** How each service words its own failures. */
export type FaultAnswers = (rule: FaultRule) => Answer;

const html = { 'content-type': 'text/html' };

function page(title: string): string {
  return `<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`;
}

/**
 * Carries out a request under a fault.
 *
 * @param rule The fault that is due; undefined for none.
 * @param run Does what was asked.
 * @param answers The service's own wording.
 * @returns What the caller gets to see, and what really happened.
 */
export async function withFault(
  rule: FaultRule | undefined,
  run: () => Promise<Outcome>,
  answers: FaultAnswers,
): Promise<Outcome> {
  if (!rule) return run();
  const fault = rule.kind;
  const notDone = (answer: Answer): Outcome => ({ answer, acted: false, fault });
  switch (rule.kind) {
    case 'reset-before':
      return notDone({ status: 0, headers: {}, mishap: 'dropped' });
    case 'reset-after':
      return { ...(await run()), answer: { status: 0, headers: {}, mishap: 'dropped' }, fault };
    case 'truncated': {
      const outcome = await run();
      return { ...outcome, answer: { ...outcome.answer, mishap: 'truncated' }, fault };
    }
    case 'slow':
      await delay(rule.delayMs ?? 1000, undefined, { ref: false });
      return { ...(await run()), fault };
    case 'lagging-read':
    case 'lagging-creation':
      return { ...(await run()), fault };
    case 'not-json':
      return notDone({ status: 200, headers: html, text: page('Sign in to this network') });
    case '502':
      return notDone({ status: 502, headers: html, text: page('502 Bad Gateway') });
    default:
      return notDone(answers(rule));
  }
}
