import { readFile } from 'node:fs/promises';
import { SettingsError } from '../integration/errors.js';
import { readOptions } from './options.js';
import { warn } from './warn.js';

/** What `serve` was asked for. */
export interface ServeWish {
  readonly instance: string | undefined;
  readonly sandbox: boolean;
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string | undefined;
  readonly certificateFile: string | undefined;
  readonly keyFile: string | undefined;
  readonly requestsPerMinute: number;
  /** Whether the page may change something on a real tenant. */
  readonly allowEffects: boolean;
  readonly debug: boolean;
}

/** Reads the options of `serve`, and answers a mistake with a line on the error output. @returns Undefined then. */
export function readServeOptions(args: readonly string[]): ServeWish | undefined {
  const options = readOptions({
    args: [...args],
    options: {
      instance: { type: 'string', short: 'i' },
      sandbox: { type: 'boolean', default: false },
      host: { type: 'string', default: '127.0.0.1' },
      port: { type: 'string', default: '8787' },
      'public-url': { type: 'string' },
      'tls-cert': { type: 'string' },
      'tls-key': { type: 'string' },
      'requests-per-minute': { type: 'string', default: '600' },
      'allow-effects': { type: 'boolean', default: false },
      debug: { type: 'boolean', default: false },
    },
  });
  if (!options) return undefined;
  const { values } = options;
  const port = wholeNumber(values.port, 0, 65_535);
  const requestsPerMinute = wholeNumber(values['requests-per-minute'], 1, 1_000_000);
  const { 'tls-cert': certificateFile, 'tls-key': keyFile } = values;
  const mistakes = [
    port === undefined && '--port takes a whole number from 0 to 65535.',
    requestsPerMinute === undefined && '--requests-per-minute takes a whole number from 1 to 1000000.',
    values.sandbox && values.instance !== undefined && '--sandbox and --instance exclude each other.',
    (certificateFile === undefined) !== (keyFile === undefined) && '--tls-cert and --tls-key go together.',
  ].filter((mistake) => mistake !== false);
  mistakes.forEach(warn);
  if (port === undefined || requestsPerMinute === undefined || mistakes.length > 0) return undefined;
  const { instance, sandbox, host, debug, 'public-url': publicUrl, 'allow-effects': allowEffects } = values;
  return {
    ...{ instance, sandbox, host, port, publicUrl, certificateFile, keyFile },
    ...{ requestsPerMinute, allowEffects, debug },
  };
}

function wholeNumber(text: string, least: number, most: number): number | undefined {
  const number = Number(text);
  return /^\d+$/.test(text) && number >= least && number <= most ? number : undefined;
}

/**
 * Reads certificate chain and key of the server.
 * @returns Undefined where none are named. @throws SettingsError when a file cannot be read.
 */
export async function readTlsFiles({
  certificateFile,
  keyFile,
}: ServeWish): Promise<{ readonly cert: string; readonly key: string } | undefined> {
  if (certificateFile === undefined || keyFile === undefined) return undefined;
  const read = (file: string) =>
    readFile(file, 'utf8').catch((cause: unknown) => {
      throw new SettingsError(`The file ${file} cannot be read.`, 'Correct --tls-cert or --tls-key.', {
        cause,
      });
    });
  return { cert: await read(certificateFile), key: await read(keyFile) };
}
