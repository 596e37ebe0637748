import { randomUUID } from 'node:crypto';
import type { Answer, Call, Outcome } from '../http/exchange.js';
import { readBatch, type BatchItem } from './batch.js';

/** Headers a part's answer carries, spelled as Graph spells them: here, unlike in HTTP, the case is visible. */
const itemHeaders: Readonly<Record<string, string>> = {
  'cache-control': 'Cache-Control',
  'content-type': 'Content-Type',
  location: 'Location',
  'odata-version': 'OData-Version',
  'retry-after': 'Retry-After',
  'www-authenticate': 'WWW-Authenticate',
  'x-ms-resource-unit': 'x-ms-resource-unit',
  'x-ms-throttle-information': 'x-ms-throttle-information',
};

function shownHeaders(answer: Answer): Record<string, string> {
  return Object.fromEntries(
    Object.entries(answer.headers).flatMap(([name, value]) => {
      const spelled = itemHeaders[name];
      return spelled === undefined ? [] : [[spelled, value]];
    }),
  );
}

function responseOf(id: string, answer: Answer): Record<string, unknown> {
  const body = answer.json ?? answer.text;
  return {
    id,
    status: answer.status,
    headers: shownHeaders(answer),
    ...(body === undefined ? {} : { body }),
  };
}

const failedDependency: Outcome = {
  acted: false,
  answer: {
    status: 424,
    headers: { 'content-type': 'application/json' },
    json: {
      error: { code: 'FailedDependency', message: 'A request that this one depends on has failed.' },
    },
  },
};

/**
 * `POST /v1.0/$batch`: 200 whatever becomes of the parts (Graph: JSON batching).
 *
 * @param call The batch.
 * @param answerItem Answers one part like a lone request.
 * @returns The envelope. Its answers stand in another order than the requests, as at Graph.
 * @throws GraphProblem 400 for a batch that cannot be read.
 */
export async function answerBatch(
  call: Call,
  answerItem: (item: Call) => Promise<Outcome>,
): Promise<Required<Pick<Outcome, 'answer' | 'acted' | 'items'>>> {
  const done: { item: BatchItem; outcome: Outcome }[] = [];
  for (const item of readBatch(call, randomUUID)) {
    const isBlocked = done.some(
      ({ item: { id }, outcome }) =>
        item.dependsOn.includes(id.toLowerCase()) && outcome.answer.status >= 400,
    );
    done.push({ item, outcome: isBlocked ? failedDependency : await answerItem(item.call) });
  }
  const responses = done.map(({ item, outcome }) => responseOf(item.id, outcome.answer)).reverse();
  return {
    answer: { status: 200, headers: {}, json: { responses } },
    acted: done.some(({ outcome }) => outcome.acted),
    items: done.map(({ item, outcome }) => ({ call: item.call, outcome })),
  };
}
