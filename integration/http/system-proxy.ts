import { getProxyForUrl } from 'proxy-from-env';
import { SettingsError } from '../errors.js';

const proxyVariables = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY', 'all_proxy', 'ALL_PROXY'];

/** Whether a proxy can be spoken to: in http or https, and with a user name and password that can be decoded. */
function isProxyAddress(text: string): boolean {
  try {
    const { protocol, username, password } = new URL(text);
    decodeURIComponent(`${username}:${password}`);
    return protocol === 'http:' || protocol === 'https:';
  } catch {
    return false;
  }
}

/**
 * The proxy that the environment names for a URL; empty where none applies or `NO_PROXY` excludes the host.
 * A proxy written without a scheme (`proxy.contoso.example:3128`) is spoken to in http, as other clients do.
 * @throws SettingsError when the variable holds no address of a proxy; the text does not repeat it: it may hold a password.
 */
export function systemProxyFor(url: string): string {
  const proxy = getProxyForUrl(url);
  if (proxy === '') return '';
  const withoutScheme = proxy.slice(proxy.indexOf('://') + 3);
  const isBare = proxyVariables.some((name) => process.env[name] === withoutScheme);
  const address = isBare ? `http://${withoutScheme}` : proxy;
  if (isProxyAddress(address)) return address;
  throw new SettingsError(
    'The proxy that the environment names (HTTPS_PROXY, HTTP_PROXY or ALL_PROXY) is not an http or https address.',
    'Write it as http://user:password@proxy.contoso.example:3128, with % in a password as %25, or switch "Use system proxy settings" off.',
  );
}
