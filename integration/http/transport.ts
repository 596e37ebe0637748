import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import got, { type Got } from 'got';
import { HttpProxyAgent, HttpsProxyAgent } from 'hpagent';
import { systemProxyFor } from './system-proxy.js';
import { trustedCertificates } from './trusted-certificates.js';
import { userAgent } from '../../generated/product.js';

/** How an instance reaches the network. */
export interface TransportSettings {
  /** Use the proxy that the environment names, but not for the hosts in `NO_PROXY`. */
  readonly proxy: boolean;
  /** Accept any server certificate. */
  readonly insecure: boolean;
  /** Certificates to trust besides Node's own and those the environment names, each in PEM form. */
  readonly caCertificates?: readonly string[];
}

/** Milliseconds that an answer may take; Graph's own limit is below a minute. */
const ANSWER_MS = 60_000;

/**
 * Milliseconds until a request is given up, by phase. `REQUESTS_TIMEOUT` is how SOAR containers hand over another limit
 * for the answer, in seconds.
 */
function timeouts() {
  const seconds = Number(process.env['REQUESTS_TIMEOUT']);
  const response = Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : ANSWER_MS;
  return {
    lookup: 10_000,
    connect: 10_000,
    secureConnect: 10_000,
    send: 30_000,
    response,
    request: ANSWER_MS + response,
  };
}

const sockets = { keepAlive: true, maxSockets: 64, scheduling: 'lifo' as const };

type Agents = { http: HttpAgent; https: HttpsAgent };

function createAgents(tls: { rejectUnauthorized: boolean; ca?: string[] }, proxy: string): Agents {
  if (proxy === '') return { http: new HttpAgent(sockets), https: new HttpsAgent({ ...sockets, ...tls }) };
  // A proxy spoken to in https shows a certificate of its own.
  const options = { ...sockets, proxy, proxyRequestOptions: tls };
  return { http: new HttpProxyAgent(options), https: new HttpsProxyAgent({ ...options, ...tls }) };
}

/**
 * The one got instance of these settings. Redirects, retries and throwing on a status are off: a redirect could carry
 * the token elsewhere, and repeating is decided by rule R32, not by the client.
 */
export function createTransport(settings: TransportSettings): Got {
  const { insecure, caCertificates = [] } = settings;
  const tls = { rejectUnauthorized: !insecure, ...(insecure ? {} : trustedCertificates(caCertificates)) };
  const agentsByProxy = new Map<string, Agents>();

  const agentsFor = (url: string): Agents => {
    const proxy = settings.proxy ? systemProxyFor(url) : '';
    let agents = agentsByProxy.get(proxy);
    if (!agents) {
      agents = createAgents(tls, proxy);
      agentsByProxy.set(proxy, agents);
    }
    return agents;
  };

  return got.extend({
    headers: { 'user-agent': userAgent },
    followRedirect: false,
    throwHttpErrors: false,
    retry: { limit: 0 },
    responseType: 'text',
    timeout: timeouts(),
    hooks: {
      beforeRequest: [
        (options) => {
          if (options.url) options.agent = agentsFor(options.url.href);
        },
      ],
    },
  });
}
