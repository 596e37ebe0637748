import { rm } from 'node:fs/promises';
import { systemClock } from '../integration/clock.js';
import { silentLog } from '../integration/log.js';
import { makeHome } from '../platform/instances/sample-home.js';
import { createInstancePool } from '../platform/serve/instance-pool.js';
import { startServer } from '../platform/serve/server.js';
import { lineArguments } from '../warroom/line/arguments.js';
import { parseWords } from '../warroom/line/words.js';
import { toItsEnd } from '../warroom/to-its-end.js';
import { registerWarRoom } from '../warroom/web/register.js';
import { type WebRoom, webRoomOptions } from './web-room.js';

/** A War Room page on a server of the product. */
export interface ServedRoom {
  /** Such as `http://127.0.0.1:8443`. */
  readonly origin: string;
  /** Makes a link that lets one browser in, once. */
  readonly link: () => string;
  /** Cancels what runs, and ends. */
  readonly close: () => Promise<void>;
}

/**
 * Serves a page as `msgraph-soar serve` does, with what a test makes instead of the instances and the time of this machine.
 * The server has no API key, so that the page is all there is to be reached.
 * @param publicUrl Under which browsers reach it as well.
 */
export async function serveRoom(room: WebRoom, publicUrl?: string): Promise<ServedRoom> {
  const home = await makeHome();
  const nobody = (): never => {
    throw new Error('Nobody has a key to this server.');
  };
  let invite = (): string => '';
  const server = await startServer({
    home,
    clock: systemClock,
    host: '127.0.0.1',
    port: 0,
    requestsPerMinute: 100_000,
    log: silentLog,
    warn: () => undefined,
    instances: createInstancePool({ home, environment: {}, open: nobody }),
    audit: nobody,
    follow: toItsEnd,
    exampleArguments: (line, declaration) => lineArguments(parseWords([line]), declaration),
    async page(app, { origins }) {
      ({ invite } = await registerWarRoom(app, { ...webRoomOptions(room), origins }));
    },
    ...(publicUrl !== undefined && { publicUrl }),
  });
  return {
    origin: server.url,
    link: () => `${server.url}${invite()}`,
    async close() {
      await server.close();
      await rm(home, { recursive: true });
    },
  };
}
