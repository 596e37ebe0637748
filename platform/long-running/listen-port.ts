import { SettingsError } from '../../integration/errors.js';

/** A port alone, or what the host listens at, a colon, and the container's port. */
const PORT = /^(?:[^:\s]+:)?(\d{1,5})$/;

/**
 * Reads the port to listen at inside the container.
 * @param given The parameter `longRunningPort`: `7000`, or `8000:7000` where the host's port differs.
 * @throws SettingsError where there is none, or it is no port.
 */
export function listenPort(given: unknown): number {
  const text = typeof given === 'number' || typeof given === 'string' ? String(given).trim() : '';
  if (text === '') {
    throw new SettingsError(
      'longRunningPort (Listen port) is missing: a long-running instance has to know where to listen.',
      'Enter a port such as 7000, or untick Long running instance.',
    );
  }
  const port = Number(PORT.exec(text)?.[1]);
  if (port >= 1 && port <= 65_535) return port;
  throw new SettingsError(
    `longRunningPort (Listen port) is ${JSON.stringify(text.slice(0, 40))}, which is no port.`,
    'Enter a port such as 7000, or 8000:7000 where the host listens at 8000 and the container at 7000.',
  );
}
