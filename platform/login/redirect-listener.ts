import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { SettingsError } from '../../integration/errors.js';
import { type Secret } from '../../integration/secret.js';
import { hasCode } from '../../integration/state/system-error.js';
import { answerPages, sendPage } from './answer-page.js';
import { type LoopbackAddress, redirectUriAt } from './loopback-address.js';
import { readRequest } from './redirect-request.js';

/** Waits on this machine for a browser to come back. */
export interface RedirectListener {
  readonly redirectUri: string;
  /**
   * The address that the browser ended at, once it carries this state; every later one is turned away.
   * @param onForeign Told of an answer to another login.
   */
  answerTo(state: string, onForeign: () => void): Promise<Secret>;
  close(): Promise<void>;
}

/** The one answer that is waited for. */
interface Expected {
  readonly state: string;
  readonly onForeign: () => void;
  readonly deliver: (address: Secret) => void;
}

/**
 * Listens on 127.0.0.1, for this machine only (RFC 8252, 8.3).
 * @throws SettingsError when the port cannot be had.
 */
export async function listenForRedirect(address: LoopbackAddress): Promise<RedirectListener> {
  let expected: Expected | undefined;
  let isSpent = false;
  let redirectUri = '';
  const server = createServer(({ method, url: target, headers: { host } }, response) => {
    const read = readRequest({ method, target, host }, redirectUri, expected?.state);
    if (read.kind !== 'answer') {
      if (read.kind === 'foreign') expected?.onForeign();
      sendPage(response, answerPages[read.kind]);
      return;
    }
    if (isSpent) {
      sendPage(response, answerPages.spent);
      return;
    }
    isSpent = true;
    // Only when the browser has its page: whoever gets the answer may end this process.
    response.once('close', () => expected?.deliver(read.address));
    sendPage(response, read.isGranted ? answerPages.granted : answerPages.refused);
  });
  redirectUri = redirectUriAt(address, await listen(server, address.port ?? 0));

  return {
    redirectUri,
    answerTo: (state, onForeign) =>
      new Promise((deliver) => {
        expected = { state, onForeign, deliver };
      }),
    async close() {
      const closed = once(server, 'close');
      server.close();
      // Browsers open connections ahead of need and keep them.
      server.closeAllConnections();
      await closed;
    },
  };
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (cause) {
    if (!hasCode(cause, 'EADDRINUSE', 'EACCES')) throw cause;
    throw new SettingsError(
      `Port ${port} of this machine is taken, or may not be used.`,
      'Name another one with --port; Microsoft takes any port of a registered localhost address.',
      { cause },
    );
  }
  const bound = server.address();
  return typeof bound === 'object' && bound !== null ? bound.port : port;
}
