import { type DispatcherOptions } from '../../integration/dispatcher/dispatcher.js';
import { silentLog } from '../../integration/log.js';
import { type Channel } from './channel.js';

/** The server's log, for what a run has to say besides its results. */
export interface ServerLog extends Required<Pick<DispatcherOptions, 'warn' | 'log'>> {
  /** What went wrong. */
  readonly error: (text: string) => void;
}

/**
 * Opens the server's log: failures and remarks always, details where debugging was asked for, with secrets masked.
 */
export async function serverLog(channel: Channel, isDebug: boolean): Promise<ServerLog> {
  const send = (level: 'info' | 'debug' | 'error', text: string): void => {
    // A log line that cannot be delivered is no reason to fail.
    channel.ask({ type: 'log', command: level, args: { args: [text] } }).catch(() => undefined);
  };
  const tell = {
    warn: (text: string): void => {
      send('info', text);
    },
    error: (text: string): void => {
      send('error', text);
    },
  };
  if (!isDebug) return { ...tell, log: silentLog };
  const { redacted } = await import('../../integration/redaction.js');
  return {
    ...tell,
    log: {
      debug(event, fields) {
        send('debug', `${event} ${JSON.stringify(redacted(fields?.() ?? {}))}`);
      },
    },
  };
}
