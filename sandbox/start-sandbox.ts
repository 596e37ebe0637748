import { answerGraph } from './graph/graph.js';
import type { Call, Outcome } from './http/exchange.js';
import { listen } from './http/listen.js';
import { answerTokenRequest } from './login/token-endpoint.js';
import { apps, type SandboxApp } from './tenant/apps.js';
import { domain, tenantId } from './tenant/identity.js';
import type { Person } from './tenant/person.js';
import { openTenant } from './tenant/tenant.js';

/** How to start the sandbox. */
export interface SandboxOptions {
  /** Port on 127.0.0.1; 0, the default, takes a free one. */
  readonly port?: number;
  /** People in the tenant. The default is those written down; more are made up, the same ones at every start. */
  readonly users?: number;
  /** Milliseconds since 1970; the machine's clock by default. */
  readonly now?: () => number;
}

/** One request the sandbox answered. */
export interface SandboxRequest {
  readonly method: string;
  /** With the query, encoded as it came. */
  readonly path: string;
  readonly status: number;
  /** The service's ID of the request. */
  readonly requestId: string;
  /** The caller's own, where it sent one. */
  readonly clientRequestId?: string;
  /** Name of the calling application, where the sandbox recognized it. */
  readonly app?: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  /** Parsed JSON body of a write to Graph, with secrets blanked. */
  readonly body?: unknown;
}

/** A running tenant: sign-in and Graph on one origin. */
export interface Sandbox {
  /** `http://127.0.0.1:` and the port. */
  readonly url: string;
  readonly tenantId: string;
  readonly domain: string;
  readonly apps: readonly SandboxApp[];
  /** Everybody in the tenant as of now, in directory order. */
  people(): readonly Person[];
  /**
   * Instance parameters that sign in here.
   *
   * @param appName Which application; the one with all permissions by default.
   * @throws RangeError where there is no such application.
   */
  params(appName?: string): Record<string, string | boolean>;
  /** What was asked and answered so far, oldest first. */
  readonly log: readonly SandboxRequest[];
  /** Stops; ends open connections too. */
  close(): Promise<void>;
}

function logEntry(call: Call, outcome: Outcome, now: number): SandboxRequest {
  const clientRequestId = call.headers['client-request-id'];
  return {
    method: call.method,
    path: call.query === '' ? call.path : `${call.path}?${call.query}`,
    status: outcome.answer.status,
    requestId: call.requestId,
    ...(clientRequestId === undefined ? {} : { clientRequestId }),
    ...(outcome.app === undefined ? {} : { app: outcome.app }),
    at: new Date(now).toISOString(),
    ...(outcome.body === undefined ? {} : { body: outcome.body }),
  };
}

function paramsOf(app: SandboxApp, url: string): Record<string, string | boolean> {
  return {
    azure_cloud: 'Custom',
    url,
    azure_ad_endpoint: url,
    creds_tenant_id: tenantId,
    creds_auth_id: app.clientId,
    creds_enc_key: app.clientSecret,
    self_deployed: true,
  };
}

/**
 * Starts a tenant in a box on the loopback interface: the token endpoint of Entra ID and Microsoft Graph v1.0.
 *
 * @returns Once it takes requests.
 * @throws Where the port is taken.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const now = options.now ?? Date.now;
  const tenant = openTenant(options.users);
  const log: SandboxRequest[] = [];

  const listener = await listen(options.port ?? 0, async (call) => {
    const tokenPath = /^\/([^/]+)\/oauth2\/v2\.0\/token\/?$/i.exec(call.path);
    const outcome = await (tokenPath?.[1] === undefined
      ? answerGraph(call, tenant, now())
      : answerTokenRequest(call, tokenPath[1], now()));
    log.push(logEntry(call, outcome, now()));
    return outcome.answer;
  });

  const url = `http://127.0.0.1:${listener.port}`;
  return {
    url,
    tenantId,
    domain,
    apps,
    people: () => Array.from({ length: tenant.size }, (_, index) => tenant.at(index)),
    params(appName = 'soar') {
      const app = apps.find((candidate) => candidate.name === appName);
      if (!app) throw new RangeError(`The sandbox has no application '${appName}'.`);
      return paramsOf(app, url);
    },
    log,
    close: () => listener.close(),
  };
}
