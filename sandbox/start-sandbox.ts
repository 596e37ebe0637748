import type { FaultRule } from './faults/fault-rule.js';
import { faultSwitch } from './faults/fault-switch.js';
import { answerGraph } from './graph/graph.js';
import { listen } from './http/listen.js';
import { answerTokenRequest } from './login/token-endpoint.js';
import { logEntry, type SandboxRequest } from './request-log.js';
import { apps, type SandboxApp } from './tenant/apps.js';
import { openDirectory } from './tenant/directory.js';
import { domain, tenantId } from './tenant/identity.js';
import type { Person } from './tenant/person.js';
import { fileStore, memoryStore } from './tenant/state-store.js';

/** How to start the sandbox. */
export interface SandboxOptions {
  /** Port on 127.0.0.1; 0, the default, takes a free one. */
  readonly port?: number;
  /** People in the tenant. The default is those written down; more are made up, the same ones at every start. */
  readonly users?: number;
  /**
   * File that keeps what was changed, for this and other processes; its folder must exist. Without one, changes are
   * forgotten at the end.
   */
  readonly stateFile?: string;
  /** Milliseconds since 1970; the machine's clock by default. */
  readonly now?: () => number;
  /** Faults that are switched on from the start. */
  readonly faults?: readonly FaultRule[];
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
  /** Faults that are switched on; may be changed or replaced at any time. */
  faults: FaultRule[];
  /** What was asked and answered so far, oldest first. */
  readonly log: readonly SandboxRequest[];
  /** Stops; ends open connections too. */
  close(): Promise<void>;
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
 * @throws Where the port is taken, or the state file is none of the sandbox's.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const now = options.now ?? Date.now;
  const store = options.stateFile === undefined ? memoryStore() : fileStore(options.stateFile);
  store.read();
  const directory = openDirectory(store, options.users);
  const faults = faultSwitch(options.faults ?? []);
  const log: SandboxRequest[] = [];

  const listener = await listen(options.port ?? 0, async (call) => {
    const tenantName = /^\/([^/]+)\/oauth2\/v2\.0\/token\/?$/i.exec(call.path)?.[1];
    const outcome = await (tenantName === undefined
      ? answerGraph(call, { directory, faults, now })
      : answerTokenRequest(call, tenantName, faults, now()));
    log.push(logEntry(call, outcome, new Date(now()).toISOString()));
    return outcome.answer;
  });

  const url = `http://127.0.0.1:${listener.port}`;
  return {
    url,
    tenantId,
    domain,
    apps,
    people: () => directory.everyone(),
    params(appName = 'soar') {
      const app = apps.find((candidate) => candidate.name === appName);
      if (!app) throw new RangeError(`The sandbox has no application '${appName}'.`);
      return paramsOf(app, url);
    },
    get faults() {
      return faults.rules;
    },
    set faults(rules) {
      faults.rules = rules;
    },
    log,
    close: () => listener.close(),
  };
}
