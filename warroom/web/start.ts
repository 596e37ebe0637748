import fastify from 'fastify';
import { type WarRoomOptions } from './options.js';
import { registerWarRoom } from './register.js';

/** A War Room page that is being served. */
export interface RunningPage {
  /** Such as `http://127.0.0.1:8443`. */
  readonly origin: string;
  /** Makes a link that lets one browser in, once. */
  readonly link: () => string;
  /** Cancels what runs, and ends. */
  readonly close: () => Promise<void>;
}

/**
 * Serves a War Room page by itself, for this machine only.
 * @param print Gets the link that opens it.
 * @param port 0 takes any that is free.
 */
export async function startWarRoomPage(
  options: Omit<WarRoomOptions, 'origins'>,
  print: (link: string) => void,
  port = 0,
): Promise<RunningPage> {
  const app = fastify({ logger: false, forceCloseConnections: true });
  let origin = '';
  const page = await registerWarRoom(app, { ...options, origins: () => [origin] });
  origin = await app.listen({ host: '127.0.0.1', port });
  const link = (): string => `${origin}${page.invite()}`;
  print(link());
  return {
    origin,
    link,
    async close() {
      await app.close();
    },
  };
}
