import { getProxyForUrl } from 'proxy-from-env';

const proxyVariables = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY', 'all_proxy', 'ALL_PROXY'];

/**
 * The proxy that the environment names for a URL; empty where none applies or `NO_PROXY` excludes the host.
 * A proxy written without a scheme (`proxy.contoso.example:3128`) is spoken to in http, as other clients do.
 */
export function systemProxyFor(url: string): string {
  const proxy = getProxyForUrl(url);
  const withoutScheme = proxy.slice(proxy.indexOf('://') + 3);
  const isBare = proxyVariables.some((name) => process.env[name] === withoutScheme);
  return proxy !== '' && isBare ? `http://${withoutScheme}` : proxy;
}
