import { type DispatcherOptions } from '../../integration/dispatcher/dispatcher.js';
import { silentLog } from '../../integration/log.js';
import { type Channel } from './channel.js';

/**
 * What a run has to say besides its results, for the server's log: remarks always, details where debugging was asked
 * for, with secrets masked.
 */
export async function serverLog(
  channel: Channel,
  isDebug: boolean,
): Promise<Required<Pick<DispatcherOptions, 'warn' | 'log'>>> {
  const send = (level: 'info' | 'debug', text: string): void => {
    // A log line that cannot be delivered is no reason to fail.
    channel.ask({ type: 'log', command: level, args: { args: [text] } }).catch(() => undefined);
  };
  const warn = (text: string): void => {
    send('info', text);
  };
  if (!isDebug) return { warn, log: silentLog };
  const { redacted } = await import('../../integration/redaction.js');
  return {
    warn,
    log: {
      debug(event, fields) {
        send('debug', `${event} ${JSON.stringify(redacted(fields?.() ?? {}))}`);
      },
    },
  };
}
