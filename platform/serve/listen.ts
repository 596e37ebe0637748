import { type FastifyInstance } from 'fastify';
import { SettingsError } from '../../integration/errors.js';
import { hasCode } from '../../integration/state/system-error.js';

/**
 * Begins to listen.
 * @param host Name or address of this machine. @param port 0 takes any that is free.
 * @param nextStep What to do where that cannot be had, as a sentence.
 * @returns The port.
 * @throws SettingsError when it cannot be had.
 */
export async function listen(
  app: FastifyInstance,
  host: string,
  port: number,
  nextStep: string,
): Promise<number> {
  try {
    await app.listen({ host, port });
  } catch (cause) {
    if (!hasCode(cause, 'EADDRINUSE', 'EACCES', 'EADDRNOTAVAIL', 'ENOTFOUND')) throw cause;
    throw new SettingsError(`The server cannot listen at port ${port} of ${host}.`, nextStep, { cause });
  }
  const address = app.server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}
