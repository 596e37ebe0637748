import { type KeyObject } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { type Clock, systemClock } from '../clock.js';
import { SettingsError } from '../errors.js';
import { isJsonObject, parseJson } from '../json.js';
import { withFileLock } from './file-lock.js';
import { GENERATION, generationOf } from './memory.js';
import { makeFolderOf, replacePrivateFile } from './private-file.js';
import { isIntact, seal, unseal } from './sealing.js';
import {
  type IntegrationContext,
  type IntegrationContextStore,
  type VersionedContext,
  VersionConflictError,
} from './store.js';
import { hasCode } from './system-error.js';

/**
 * Keeps the context of one instance in a sealed file that only its owner can read. Processes that share the file take
 * turns. Beside it lies a copy, which is read where the file is damaged: what is lost with it may be a refresh token that
 * only a person can replace. Where both are damaged, or the file was removed, there is nothing kept.
 * @param file Its path; neither it nor its folder need to exist.
 * @param key What it is sealed with.
 * @param clock How long others wait for their turn is measured by it.
 */
export function createFileStore(
  file: string,
  key: KeyObject,
  clock: Clock = systemClock,
): IntegrationContextStore {
  let last: { readonly stamp: string; readonly context: VersionedContext } | undefined;
  const readNow = (): VersionedContext => {
    // Each write makes a new file, so one that looks the same is the same: most commands only read their token here.
    const stamp = stampOf(file);
    if (last && last.stamp === stamp) return last.context;
    const value = keptIn(file, key);
    const context = { value, version: generationOf(value) };
    last = stamp === undefined ? undefined : { stamp, context };
    return context;
  };
  const lock = async <T>(path: string, work: () => Promise<T>): Promise<T> => {
    await makeFolderOf(file);
    return withFileLock(path, work, clock);
  };

  return {
    // What goes wrong is a rejection, as with every other store.
    read: () => Promise.resolve().then(readNow),

    write: (next, version) =>
      lock(`${file}.lock`, async () => {
        if (readNow().version !== version) {
          throw new VersionConflictError('The integration context was changed by another command.');
        }
        const value = { ...next, [GENERATION]: String(version + 1) };
        const sealed = seal(JSON.stringify(value), key);
        await replacePrivateFile(file, sealed);
        // The context is kept by now: a copy that is missing or older is no reason to call that a failure.
        await replacePrivateFile(copyOf(file), sealed).catch(() => undefined);
      }),

    withLock: (name, work) => lock(`${file}.${encodeURIComponent(name)}.lock`, work),
  };
}

/** What changes whenever the file is replaced; undefined where it cannot be seen. */
function stampOf(file: string): string | undefined {
  try {
    const { ino, mtimeMs, size } = statSync(file);
    return `${ino} ${mtimeMs} ${size}`;
  } catch {
    // Reading it says what is wrong.
    return undefined;
  }
}

function copyOf(file: string): string {
  return `${file}.copy`;
}

function keptIn(file: string, key: KeyObject): IntegrationContext {
  const text = textOf(file);
  if (text === undefined) return {};
  if (isIntact(text)) return opened(text, file, key);
  const copy = textOf(copyOf(file)) ?? '';
  return isIntact(copy) ? opened(copy, copyOf(file), key) : {};
}

/** Undefined where there is no file. Read at once: for a small file, waiting for a thread costs more than reading. */
function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    if (hasCode(cause, 'ENOENT', 'ENOTDIR')) return undefined;
    throw new SettingsError(`The state file ${file} cannot be read.`, 'Make it readable for this user.', {
      cause,
    });
  }
}

function opened(text: string, file: string, key: KeyObject): IntegrationContext {
  const remedy = 'remove the file; the next command then signs in anew';
  const value = parseJson(unseal(text, key, { what: `The state file ${file}`, remedy }));
  return isJsonObject(value) ? value : {};
}
