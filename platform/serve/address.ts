import { isIP } from 'node:net';
import { SettingsError } from '../../integration/errors.js';

const LOOPBACK_NAMES = ['127.0.0.1', 'localhost', '[::1]'];

/** Whether only this machine reaches a server that listens there. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

/**
 * Reads the address at which others reach the server, where that is not the one it listens at.
 * @returns Without a slash at its end.
 * @throws SettingsError for anything but an address in https, or in http on this machine: Microsoft sends nobody
 * elsewhere (Entra: redirect URI restrictions).
 */
export function publicAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isFit =
    url !== undefined &&
    url.search === '' &&
    url.hash === '' &&
    url.username === '' &&
    url.password === '' &&
    (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname)));
  if (isFit) return url.href.replace(/\/$/, '');
  throw new SettingsError(
    'The public address must be an https address without a query, such as https://soar.contoso.example.',
    'Correct --public-url.',
  );
}

/** Where a server listens. */
export interface Listening {
  readonly protocol: 'http' | 'https';
  readonly host: string;
  readonly port: number;
}

/** The server's own address, for whoever starts it. */
export function ownAddress({ protocol, host, port }: Listening): string {
  return `${protocol}://${isIP(host) === 6 ? `[${host}]` : host}:${port}`;
}

/** The origins under which the server may be spoken to. */
export function originsOf(listening: Listening, publicUrl: string | undefined): readonly string[] {
  const { protocol, host, port } = listening;
  const isForAll = host === '0.0.0.0' || host === '::';
  const names = isLoopback(host) || isForAll ? LOOPBACK_NAMES : [];
  const own = isForAll ? [] : [ownAddress(listening)];
  const all = [...own, ...names.map((name) => `${protocol}://${name}:${port}`)];
  // As a URL: the usual port of the protocol is left out, names are in lower case.
  return [...all, ...(publicUrl === undefined ? [] : [publicUrl])].map((origin) => new URL(origin).origin);
}
