import { isGraphFault, type FaultKind } from '../faults/fault-rule.js';
import type { FaultSwitch } from '../faults/fault-switch.js';
import { graphFault } from '../faults/graph-faults.js';
import { withFault } from '../faults/with-faults.js';
import type { Answer, Call, Outcome } from '../http/exchange.js';
import type { ChatBook } from '../teams/chat-book.js';
import type { Notifications } from '../notifications/notifications.js';
import type { ReplyScript } from '../teams/reply-script.js';
import type { Directory } from '../tenant/directory.js';
import type { TenantSwitches } from '../tenant/switches.js';
import { answerBatch } from './answer-batch.js';
import { authenticate } from './authenticate.js';
import { addressedChat } from './chats/addressed-chat.js';
import { checkTeamsPermission } from './chats/teams-permission.js';
import { findRoute, isBatch } from './find-route.js';
import { checkPermission, isOwn } from './permission.js';
import { GraphProblem, problemAnswer, type ProblemIds } from './problem.js';
import { readBody, withoutSecrets } from './read-body.js';
import type { GraphReply } from './request.js';

/** What Graph works with. */
export interface GraphContext {
  readonly directory: Directory;
  readonly chats: ChatBook;
  /** How people answer messages; read anew for each message. */
  readonly replies: () => readonly ReplyScript[];
  readonly faults: FaultSwitch;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly switches: Readonly<TenantSwitches>;
  readonly subscriptions: Notifications;
}

const json =
  'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8';
const diagnostic =
  '{"ServerInfo":{"DataCenter":"Sandbox","Slice":"E","Ring":"5","ScaleUnit":"001","RoleInstance":"SBX0000001"}}';

/** What is cut off on the way, or comes from a gateway, cannot happen to one part of a batch. */
const lone: readonly FaultKind[] = ['reset-before', 'reset-after', 'truncated', 'not-json', '502'];

function withCommonHeaders(answer: Answer, ids: ProblemIds): Answer {
  const type = answer.json !== undefined ? json : answer.text !== undefined ? 'text/plain' : undefined;
  return {
    ...answer,
    headers: {
      ...(type === undefined ? {} : { 'content-type': type }),
      'odata-version': '4.0',
      'cache-control': 'no-cache',
      'strict-transport-security': 'max-age=31536000',
      'x-ms-ags-diagnostic': diagnostic,
      'request-id': ids.requestId,
      'client-request-id': ids.clientRequestId,
      ...answer.headers,
    },
  };
}

function answerOf(reply: GraphReply): Answer {
  return {
    status: reply.status,
    headers: {
      ...(reply.resourceUnits === undefined ? {} : { 'x-ms-resource-unit': String(reply.resourceUnits) }),
      ...reply.headers,
    },
    ...(reply.json === undefined ? {} : { json: reply.json }),
    ...(reply.text === undefined ? {} : { text: reply.text }),
  };
}

type Mutable<T> = { -readonly [Name in keyof T]: T[Name] };

/**
 * Token, route, permission, then whatever the resource itself checks, in this order, so that nobody without
 * permission learns what exists.
 */
async function respond(call: Call, context: GraphContext, fault: FaultKind | undefined): Promise<Outcome> {
  const { directory, chats, switches } = context;
  const replica = fault === 'lagging-creation' ? directory.replicaWithoutNewPeople() : undefined;
  const isLagging = fault === 'lagging-read';
  const now = context.now();
  const seen: Mutable<Omit<Outcome, 'answer'>> = { acted: false };

  const run = async (): Promise<Answer> => {
    const caller = await authenticate(call, now);
    seen.app = caller.app.name;
    if (isBatch(call)) {
      const { answer, acted, items } = await answerBatch(call, (item) => answerItem(item, context));
      seen.acted = acted;
      seen.items = items;
      return answer;
    }
    const { route, key, innerKey, keys } = findRoute(call, caller);
    const isSelf = isOwn(caller, key, directory.peek());
    const request = { call, caller, key, innerKey, isSelf, now, switches };
    if ('chat' in route || 'subscription' in route) {
      if ('chat' in route) checkTeamsPermission(route.permissions, caller);
      const body = readBody(call);
      if (body !== undefined) seen.body = withoutSecrets(body);
      const chatRequest = {
        ...request,
        ...{ keys, body },
        tenant: directory.peek(),
        replies: context.replies(),
        chats: 'chat' in route && call.method === 'GET' ? chats.read(isLagging) : chats.peek(),
        async update(decide: Parameters<ChatBook['update']>[0]) {
          seen.acted = await chats.update(decide);
        },
      };
      const { answerChat, answerSubscription } = await import('../on-demand.js');
      if ('chat' in route) return answerOf(await answerChat(route.chat, chatRequest));
      const acted = () => {
        seen.acted = true;
      };
      const { subscriptions: desk } = context;
      return answerOf(await answerSubscription(route.subscription, { ...chatRequest, desk, acted }));
    }
    checkPermission(route.permissions, caller, isSelf, directory.peek());
    if ('read' in route) {
      return answerOf(route.read({ ...request, tenant: directory.read(isLagging, replica) }));
    }
    const body = readBody(call);
    if (body !== undefined) seen.body = withoutSecrets(body);
    const update: Directory['update'] = async (decide) => {
      seen.acted = await directory.update(decide, replica);
      return seen.acted;
    };
    return answerOf(await route.write({ ...request, body, update }));
  };

  const answer = await run().catch((error: unknown) => {
    const problem =
      error instanceof GraphProblem ? error : new GraphProblem(500, 'generalException', String(error));
    return problemAnswer(problem, idsOf(call), now);
  });
  return { ...seen, answer };
}

function idsOf(call: Call): ProblemIds {
  return {
    requestId: call.requestId,
    clientRequestId: call.headers['client-request-id'] ?? call.requestId,
  };
}

/** Chats and people are kept apart, and each lags behind its own writes only. */
function hasUnreadWrites(call: Call, { chats, directory }: GraphContext): boolean {
  return /\/chats\b/i.test(call.path) ? chats.hasUnreadWrites() : directory.hasUnreadWrites();
}

async function answer(
  call: Call,
  context: GraphContext,
  possible: (kind: FaultKind) => boolean,
): Promise<Outcome> {
  const rule = context.faults.next({
    call,
    possible: (kind) =>
      isGraphFault(kind) &&
      possible(kind) &&
      (kind !== 'lagging-read' || (call.method === 'GET' && hasUnreadWrites(call, context))) &&
      (kind !== 'lagging-creation' || context.directory.replicaWithoutNewPeople() !== undefined) &&
      (kind !== 'chat-not-yet' || context.chats.isYoung(addressedChat(call) ?? '')),
  });
  const outcome = await withFault(
    rule,
    () => respond(call, context, rule?.kind),
    (fault) => graphFault(fault, idsOf(call), context.now()),
  );
  return { ...outcome, answer: withCommonHeaders(outcome.answer, idsOf(call)) };
}

function answerItem(item: Call, context: GraphContext): Promise<Outcome> {
  return answer(item, context, (kind) => !lone.includes(kind));
}

/**
 * Microsoft Graph.
 *
 * @param call The request.
 * @returns Its answer, with the faults that are switched on.
 */
export async function answerGraph(call: Call, context: GraphContext): Promise<Outcome> {
  return answer(call, context, () => true);
}
