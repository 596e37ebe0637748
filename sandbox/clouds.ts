/** A cloud whose tokens no other cloud accepts (Graph and Entra: national cloud deployments). */
export interface Cloud {
  /** Hosts people and applications sign in at. */
  readonly loginHosts: readonly string[];
  /** Hosts of Graph; each is an audience of its own. The first one is meant where a scope names none. */
  readonly graphHosts: readonly string[];
  /** Host in the issuer of ID tokens. */
  readonly issuerHost: string;
  /** Host in the issuer of access tokens. */
  readonly tokenServiceHost: string;
}

const publicCloud: Cloud = {
  loginHosts: ['login.microsoftonline.com'],
  graphHosts: ['graph.microsoft.com'],
  issuerHost: 'login.microsoftonline.com',
  tokenServiceHost: 'sts.windows.net',
};

/** The clouds there are or were; Germany's has been closed since 2021. */
export const clouds: readonly Cloud[] = [
  publicCloud,
  {
    loginHosts: ['login.microsoftonline.us'],
    graphHosts: ['graph.microsoft.us', 'dod-graph.microsoft.us'],
    issuerHost: 'login.microsoftonline.us',
    tokenServiceHost: 'sts.windows.net',
  },
  {
    loginHosts: ['login.partner.microsoftonline.cn', 'login.chinacloudapi.cn'],
    graphHosts: ['microsoftgraph.chinacloudapi.cn'],
    issuerHost: 'login.partner.microsoftonline.cn',
    tokenServiceHost: 'sts.chinacloudapi.cn',
  },
  {
    loginHosts: ['login.microsoftonline.de'],
    graphHosts: ['graph.microsoft.de'],
    issuerHost: 'login.microsoftonline.de',
    tokenServiceHost: 'sts.microsoftonline.de',
  },
];

/** Where vendors of SOAR platforms keep the applications they share among their customers. */
const oproxyHost = 'oproxy.demisto.ninja';

/** The service that asks people for a second factor; only the public cloud's is known. */
const mfaHost = 'strongauthenticationservice.auth.microsoft.com';

/** What a host serves; a host of no cloud, such as 127.0.0.1, serves everything. */
export type HostKind = 'login' | 'graph' | 'oproxy' | 'mfa' | 'anything';

/** Every host name the sandbox answers for behind the TLS-ending proxy. */
export const cloudHosts: readonly string[] = [
  ...clouds.flatMap(({ loginHosts, graphHosts }) => [...loginHosts, ...graphHosts]),
  oproxyHost,
  mfaHost,
];

/** @returns What is served under a host name, in lower case and without port. */
export function kindOfHost(host: string): HostKind {
  if (clouds.some(({ loginHosts }) => loginHosts.includes(host))) return 'login';
  if (clouds.some(({ graphHosts }) => graphHosts.includes(host))) return 'graph';
  if (host === mfaHost) return 'mfa';
  return host === oproxyHost ? 'oproxy' : 'anything';
}

/** @returns The cloud that signs in at a host; the public one for a host of no cloud. */
export function cloudOfLogin(host: string): Cloud {
  return clouds.find(({ loginHosts }) => loginHosts.includes(host)) ?? publicCloud;
}

/** @returns Whether people sign in to the public cloud at a host, which they do at a host of no cloud too. */
export function isPublicCloud(host: string): boolean {
  return cloudOfLogin(host) === publicCloud;
}

/**
 * Roots of Graph a token may be asked for at a host.
 *
 * @param host Lower case, without port.
 * @returns Those of its cloud, and those of all clouds at a host of none.
 */
export function graphRootsAt(host: string): readonly string[] {
  const reachable = kindOfHost(host) === 'login' ? [cloudOfLogin(host)] : clouds;
  return reachable.flatMap(({ graphHosts }) => graphHosts.map((name) => `https://${name}`));
}

/** @returns Scheme and host as a caller sees them, from the `Host` header: cloud hosts are reached by TLS only, at its port. */
export function originOf(hostHeader: string): string {
  const host = hostHeader.toLowerCase();
  const bare = host.replace(/:\d+$/, '');
  return kindOfHost(bare) === 'anything' ? `http://${host}` : `https://${bare}`;
}

/** @returns The host name in an origin, without port. */
export function hostOf(origin: string): string {
  return new URL(origin).hostname;
}
