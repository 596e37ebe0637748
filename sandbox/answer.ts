import { hostOf, kindOfHost } from './clouds.js';
import type { ControlContext } from './control/answer-control.js';
import { answerGraph, type GraphContext } from './graph/graph.js';
import type { Call, Outcome } from './http/exchange.js';
import type { LoginContext } from './login/context.js';
import { answerLogin } from './login/login.js';

const nowhere: Outcome = {
  answer: { status: 404, headers: { 'content-type': 'text/plain' }, text: 'There is nothing here.' },
  acted: false,
};

/**
 * Answers whatever is asked of the sandbox. A real host name serves what it serves in reality; at the loopback address
 * everything is there, told apart by path.
 *
 * @param call The request.
 */
export async function answer(
  call: Call,
  context: LoginContext & GraphContext & ControlContext,
): Promise<Outcome> {
  const kind = kindOfHost(hostOf(call.origin));
  if (kind === 'graph') return answerGraph(call, context);
  if (kind === 'login') return (await answerLogin(call, context)) ?? nowhere;
  if (/^\/(oproxy\/)?obtain-token\/?$/i.test(call.path)) {
    return (await import('./on-demand.js')).answerOProxy(call, context);
  }
  if (kind === 'oproxy') return nowhere;
  if (/^\/StrongAuthenticationService\.svc\//i.test(call.path)) {
    return (await (await import('./on-demand.js')).answerMfa(call, context)) ?? nowhere;
  }
  if (kind === 'mfa') return nowhere;
  if (/^\/(metadata\/identity\/oauth2|msi)\/token\/?$/i.test(call.path)) {
    return (await import('./on-demand.js')).answerManagedIdentity(call, context);
  }
  if (/^\/sandbox\//.test(call.path)) {
    return (await import('./on-demand.js')).answerControl(call, context);
  }
  return (await answerLogin(call, context)) ?? answerGraph(call, context);
}
