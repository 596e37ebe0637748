import { RequestError, TimeoutError } from 'got';
import { type ApiOutcome } from '../api-outcome.js';

/** Why there was no answer, for a person. */
export interface TransportFailure {
  readonly message: string;
  readonly nextStep: string;
  /** Whether the request may have reached the server. */
  readonly sent: boolean;
  /** Set where the next try would fail in the same way: somebody has to change something first. */
  readonly lasting?: true;
  /** What it counts as in the platform's metrics. */
  readonly outcome: ApiOutcome;
}

/** The parameter that switches the check of a host's certificate off. */
export type CheckSwitch = 'insecure' | 'insecure_login';

const switchingOff: Record<CheckSwitch, string> = {
  insecure: '"Trust any certificate" (insecure) switches the check off.',
  insecure_login:
    '"Trust any certificate of the sign-in host" (insecure_login) switches the check off here; insecure does not.',
};

const phasesBeforeSending = new Set(['lookup', 'connect', 'secureConnect']);
const codesBeforeSending = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
]);
const certificateCode =
  /^(CERT_|ERR_TLS_CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|INVALID_CA)/;
const tlsCode = /^(ERR_TLS_|ERR_SSL_|EPROTO)/;
/** What Node says, under ECONNRESET, of a connection that ended during the TLS handshake. */
const handshakeCut = /before secure TLS connection was established/;

/**
 * Turns what the HTTP client threw into words, and tells whether the request may have been received (rule R32).
 * @param thrown What got threw. @param url Where the request went. @param checkSwitch The one that applies there.
 */
export function describeTransportFailure(
  thrown: unknown,
  url: string,
  checkSwitch: CheckSwitch,
): TransportFailure {
  const { host } = new URL(url);
  if (!(thrown instanceof RequestError)) {
    return {
      message: `${host}: ${String(thrown)}`,
      nextStep: 'Try again.',
      sent: true,
      outcome: 'GeneralError',
    };
  }
  const { code } = thrown;
  if (thrown instanceof TimeoutError) {
    const sent = !phasesBeforeSending.has(thrown.event);
    return {
      message: `${host}: no answer in time (${thrown.event}).`,
      nextStep: sent
        ? 'Try again; check what was done before repeating a change.'
        : 'Check the address, the network and the proxy setting.',
      sent,
      outcome: 'TimeoutError',
    };
  }
  if (certificateCode.test(code)) {
    return {
      message: `${host}: the server's certificate was not accepted (${code}).`,
      nextStep: `Give the certificate of your inspecting proxy in "Trusted certificates" (ca_certificates) or in the file that SSL_CERT_FILE names; ${switchingOff[checkSwitch]}`,
      sent: false,
      lasting: true,
      outcome: 'SSLError',
    };
  }
  if (tlsCode.test(code) || handshakeCut.test(thrown.message)) {
    return {
      message: `${host}: no TLS connection could be made (${code}).`,
      nextStep: 'Check that the address speaks https, and the "Use system proxy settings" parameter.',
      sent: false,
      outcome: 'SSLError',
    };
  }
  if (codesBeforeSending.has(code)) {
    return {
      message: `${host}: no connection (${code}).`,
      nextStep: 'Check the address, the network and the "Use system proxy settings" parameter.',
      sent: false,
      outcome: 'ConnectionError',
    };
  }
  if (/^Bad response: \d+$/.test(thrown.message)) {
    return {
      message: `The proxy refused to connect to ${host} (status ${thrown.message.slice('Bad response: '.length)}).`,
      nextStep: 'Check the proxy named by HTTPS_PROXY, its user name and password, and NO_PROXY.',
      sent: false,
      outcome: 'ProxyError',
      ...(thrown.message.endsWith(' 407') && { lasting: true }),
    };
  }
  return {
    message: `${host}: the connection broke off (${code}).`,
    nextStep: 'Try again; check what was done before repeating a change.',
    sent: true,
    outcome: 'ConnectionError',
  };
}

/**
 * Says that the command's time was over while a request was under way.
 * @param url Where the request went.
 */
export function outOfTime(url: string): TransportFailure {
  return {
    message: `${new URL(url).host}: the time of the command was over before there was an answer.`,
    nextStep: 'Check what was done before repeating a change; give the command more time.',
    sent: true,
    outcome: 'TimeoutError',
  };
}
