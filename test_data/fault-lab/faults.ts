import { isJsonObject, parseJson } from '../../integration/json.js';
import { type Random } from './random.js';

/** An answer on its way to the caller. */
export interface PassingAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** How the bytes of an answer travel. */
export type Travel = 'whole' | 'cut off' | 'in drops' | 'in drops without end' | 'not at all';

/** One way in which a request can go wrong. */
export interface LabFault {
  readonly kind: string;
  /** Whether the tenant gets the request. */
  readonly reaches: boolean;
  /** Whether whoever sent it cannot tell if it was carried out. */
  readonly ambiguous: boolean;
  readonly travel?: Travel;
  /** What the caller is answered, from what the tenant answered where it was asked. */
  answer?(given: PassingAnswer, random: Random): PassingAnswer;
}

const page = '<html><head><title>Sign in to this network</title></head><body>Hello</body></html>';
const html = { 'content-type': 'text/html' };

const gateway = (status: number) => (): PassingAnswer => ({ status, headers: html, body: page });

/** Seconds, a date, nothing at once, nothing at all, and more than anybody waits for. */
function retryAfterHeader(random: Random): Record<string, string> {
  const hint = random.oneOf(['seconds', 'seconds', 'date', 'now', 'none', 'absurd', 'nonsense'] as const);
  switch (hint) {
    case 'seconds':
      return { 'retry-after': String(1 + random.below(20)) };
    case 'date':
      return { 'retry-after': new Date(Date.now() + 1000 * random.below(20)).toUTCString() };
    case 'now':
      return { 'retry-after': '0' };
    case 'none':
      return {};
    case 'absurd':
      return { 'retry-after': '86400' };
    case 'nonsense':
      return { 'retry-after': 'soon' };
  }
}

function throttled(random: Random): PassingAnswer {
  const body = JSON.stringify({ error: { code: 'TooManyRequests', message: 'Please retry again later.' } });
  return { status: 429, headers: { 'content-type': 'application/json', ...retryAfterHeader(random) }, body };
}

/** Changes the list of answers in an envelope; anything else passes as it is. */
const envelope =
  (change: (responses: readonly unknown[], random: Random) => readonly unknown[]) =>
  (given: PassingAnswer, random: Random): PassingAnswer => {
    const body = parseJson(given.body);
    const responses: unknown = isJsonObject(body) ? body['responses'] : undefined;
    if (!Array.isArray(responses)) return given;
    return { ...given, body: JSON.stringify({ responses: change(responses, random) }) };
  };

/** Everything that can go wrong on one way. Those of an envelope leave other answers as they are. */
export const labFaults: readonly LabFault[] = [
  { kind: '429', reaches: false, ambiguous: false, answer: (_, random) => throttled(random) },
  {
    kind: '503 with Retry-After',
    reaches: false,
    ambiguous: false,
    answer: (_, random) => ({ ...throttled(random), status: 503, headers: { 'retry-after': '7' } }),
  },
  { kind: '500', reaches: false, ambiguous: true, answer: gateway(500) },
  { kind: '502', reaches: false, ambiguous: true, answer: gateway(502) },
  { kind: '503', reaches: false, ambiguous: true, answer: gateway(503) },
  { kind: '504 after the change', reaches: true, ambiguous: true, answer: gateway(504) },
  { kind: '500 after the change', reaches: true, ambiguous: true, answer: gateway(500) },
  { kind: 'reset before the change', reaches: false, ambiguous: true, travel: 'not at all' },
  { kind: 'reset after the change', reaches: true, ambiguous: true, travel: 'not at all' },
  { kind: 'cut off', reaches: true, ambiguous: true, travel: 'cut off' },
  { kind: 'in drops', reaches: true, ambiguous: false, travel: 'in drops' },
  { kind: 'a page', reaches: false, ambiguous: true, answer: gateway(200) },
  { kind: 'a page after the change', reaches: true, ambiguous: true, answer: gateway(200) },
  {
    kind: 'another content type',
    reaches: true,
    ambiguous: false,
    answer: (given) => ({ ...given, headers: { ...given.headers, 'content-type': 'text/plain' } }),
  },
  {
    kind: 'huge',
    reaches: true,
    ambiguous: false,
    answer: (given) => ({ ...given, body: given.body === '' ? '' : given.body + ' '.repeat(2_000_000) }),
  },
  {
    kind: 'an envelope in another order',
    reaches: true,
    ambiguous: false,
    answer: envelope((responses) => responses.toReversed()),
  },
  {
    kind: 'an envelope with answers twice',
    reaches: true,
    ambiguous: false,
    answer: envelope((responses) => [...responses, ...responses]),
  },
  {
    kind: 'an envelope without some answers',
    reaches: true,
    ambiguous: true,
    answer: envelope((responses, random) => responses.filter(() => random.happens(0.7))),
  },
];

/** For commands in a hurry only: nobody else has that much time. */
export const endless: LabFault = {
  kind: 'in drops without end',
  reaches: true,
  ambiguous: true,
  travel: 'in drops without end',
};
