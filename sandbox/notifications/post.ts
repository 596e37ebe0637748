import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isLoopback, lookupLoopback } from './loopback.js';

/** What is sent to a subscriber. */
export interface Parcel {
  /** HTTP or HTTPS on a loopback address. */
  readonly url: URL;
  readonly contentType: string;
  readonly body: string;
  /** How long the subscriber may take for a whole answer, in milliseconds of the machine's clock. */
  readonly patienceMs: number;
  /** Breaks it off. */
  readonly signal: AbortSignal;
}

/** What the subscriber answered; `status` is 0 where nobody did, or not as HTTP wants it. */
export interface Reply {
  readonly status: number;
  /** In lower case, without parameters. */
  readonly contentType: string;
  /** Its first 4,096 bytes, as UTF-8. */
  readonly body: string;
  /** Whether the time ran out. */
  readonly isLate: boolean;
}

const nobody: Reply = { status: 0, contentType: '', body: '', isLate: false };
const mostRead = 4096;

async function read(response: IncomingMessage): Promise<Reply> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response) {
    const piece = Buffer.from(String(chunk));
    if (size < mostRead) chunks.push(piece);
    size += piece.length;
  }
  return {
    status: response.statusCode ?? 0,
    contentType: (response.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '',
    body: Buffer.concat(chunks).subarray(0, mostRead).toString('utf8'),
    isLate: false,
  };
}

/**
 * Sends a POST to an address on this machine, and follows no redirect. A certificate is taken as it is: who else should
 * be there.
 *
 * @throws RangeError for another machine.
 */
export async function post({ url, contentType, body, patienceMs, signal }: Parcel): Promise<Reply> {
  if (!isLoopback(url)) throw new RangeError(`The sandbox does not call ${url.host}.`);
  return new Promise((resolve) => {
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const outgoing = send({
      hostname: url.hostname.replace(/^\[(.*)\]$/, '$1'),
      port: url.port === '' ? undefined : url.port,
      path: `${url.pathname}${url.search}`,
      method: 'POST',
      headers: { 'content-type': contentType, 'content-length': Buffer.byteLength(body) },
      agent: false,
      lookup: lookupLoopback,
      rejectUnauthorized: false,
      signal,
    });
    const done = (reply: Reply) => {
      clearTimeout(timer);
      resolve(reply);
    };
    const timer = setTimeout(() => {
      done({ ...nobody, isLate: true });
      outgoing.destroy();
    }, patienceMs);
    outgoing.on('response', (response: IncomingMessage) => {
      response.setEncoding('utf8');
      read(response).then(done, () => {
        done(nobody);
      });
    });
    outgoing.on('error', () => {
      done(nobody);
    });
    outgoing.end(body);
  });
}
