/** An address of this machine that a browser can be sent back to (RFC 8252, 7.3). */
export interface LoopbackAddress {
  readonly host: string;
  /** Undefined: any that is free. */
  readonly port: number | undefined;
  /** What follows the port, to the letter: Microsoft compares it. */
  readonly rest: string;
  /** Whether the instance names it, so that the app registration should know it. */
  readonly isConfigured: boolean;
}

/** No user information, no fragment (RFC 6749, 3.1.2), and only hosts that lead to 127.0.0.1. */
const LOOPBACK = /^http:\/\/(localhost|127\.0\.0\.1)(?::(\d{1,5}))?((?:[/?][^#\s]*)?)$/i;

/**
 * Where the browser is sent back to: to the instance's own redirect URI where that leads to this machine, else to
 * `http://localhost:PORT/`. For loopback addresses Microsoft compares everything but the port (Entra: redirect URI
 * restrictions).
 * @param redirectUri Of the instance. @param port Asked for; goes before the one in the redirect URI.
 */
export function loopbackAddress(redirectUri: string | undefined, port: number | undefined): LoopbackAddress {
  const [, host, ownPort, rest] = LOOPBACK.exec(redirectUri ?? '') ?? [];
  if (host === undefined || rest === undefined) {
    return { host: 'localhost', port, rest: '/', isConfigured: false };
  }
  const configured = ownPort === undefined ? undefined : Number(ownPort);
  const isUsable = configured !== undefined && configured > 0 && configured <= 65_535;
  return { host, port: port ?? (isUsable ? configured : undefined), rest, isConfigured: true };
}

/** The address as a redirect URI, at the port that is listened at. */
export function redirectUriAt({ host, rest }: LoopbackAddress, port: number): string {
  return `http://${host}:${port}${rest}`;
}
