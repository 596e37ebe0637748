import { isJsonObject } from '../json.js';
import { type Entry, type EntryContext, EntryFormat, EntryType } from './entry.js';
import { toPlain } from './plain.js';
import { pythonStr } from './python-text.js';

const LONGEST_ERROR = 50_000;
const CUT_MARK = '...This error body was truncated...';

/**
 * What the platform makes of anything handed to `demisto.results`: an entry stays as it is (a missing type is a note),
 * another object becomes JSON text, a list one entry per element, bytes and everything else text. `null` is the text
 * `None`.
 */
export function entriesFromAnything(value: unknown): Entry[] {
  if (Array.isArray(value)) return value.flatMap(entriesFromAnything);
  if (isEntry(value)) return [{ ...value, Type: value.Type ?? EntryType.NOTE }];
  if (value instanceof Uint8Array) return [textEntry(new TextDecoder().decode(value))];
  const plain = toPlain(value);
  if (typeof plain === 'object' && plain !== null) {
    return [{ Type: EntryType.NOTE, ContentsFormat: EntryFormat.JSON, Contents: JSON.stringify(plain) }];
  }
  return [textEntry(pythonStr(plain))];
}

/**
 * An error entry: red, and the end of a playbook task.
 *
 * @param message Beyond 50,000 characters only the first and the last 25,000 are kept, with a mark between.
 */
export function errorEntry(message: string): Entry {
  return {
    Type: EntryType.ERROR,
    ContentsFormat: EntryFormat.TEXT,
    Contents: cut(message),
    EntryContext: null,
  };
}

/** A warning entry as the platform's library makes it: the message is `Contents`. The run goes on. */
export function warningEntry(message: string, entryContext: EntryContext | null = null): Entry {
  return {
    Type: EntryType.WARNING,
    ContentsFormat: EntryFormat.TEXT,
    IgnoreAutoExtract: false,
    Contents: message,
    EntryContext: entryContext,
  };
}

/**
 * What an effect's own sentence leaves unsaid: a warning for people only. `Contents` is empty, because stock scripts
 * compare what they find there (rule R25).
 */
export function noticeEntry(message: string): Entry {
  return {
    Type: EntryType.WARNING,
    ContentsFormat: EntryFormat.TEXT,
    Contents: '',
    HumanReadable: message,
    EntryContext: {},
  };
}

/**
 * A file entry; the bytes are stored by the caller.
 *
 * @param name Display name. Every `../` is taken out, so that it cannot leave the folder it is saved to.
 * @param fileId Id under which the bytes are stored.
 * @param type A plain file lands in the context under `File`, an info file (a safe report) under `InfoFile`.
 */
export function fileEntry(
  name: string,
  fileId: string,
  type: typeof EntryType.FILE | typeof EntryType.INFO_FILE = EntryType.FILE,
): Entry & { readonly File: string; readonly FileID: string } {
  return {
    Contents: '',
    ContentsFormat: EntryFormat.TEXT,
    Type: type,
    File: withoutParentFolders(name),
    FileID: fileId,
  };
}

/** Whether an answer is a failure: an error entry, or a list that holds one. */
export function isErrorEntry(answer: unknown): boolean {
  if (Array.isArray(answer)) return answer.some(isErrorEntry);
  return isJsonObject(answer) && answer['Type'] === EntryType.ERROR;
}

/** What went wrong: the contents of every error entry, one below the other; empty where there is none. */
export function errorText(entries: Entry | readonly Entry[]): string {
  return [entries]
    .flat()
    .filter(isErrorEntry)
    .map((entry) => (typeof entry.Contents === 'string' ? entry.Contents : JSON.stringify(entry.Contents)))
    .join('\n');
}

type MaybeUntyped = Omit<Entry, 'Type'> & { readonly Type?: number };

function isEntry(value: unknown): value is MaybeUntyped {
  return (
    isJsonObject(value) &&
    Object.hasOwn(value, 'Contents') &&
    typeof value['ContentsFormat'] === 'string' &&
    ['number', 'undefined'].includes(typeof value['Type'])
  );
}

function textEntry(text: string): Entry {
  return { Type: EntryType.NOTE, ContentsFormat: EntryFormat.TEXT, Contents: text };
}

function cut(message: string): string {
  if (message.length <= LONGEST_ERROR) return message;
  const chars = Array.from(message);
  if (chars.length <= LONGEST_ERROR) return message;
  const half = LONGEST_ERROR / 2;
  return chars.slice(0, half).join('') + CUT_MARK + chars.slice(-half).join('');
}

/** Repeated, because taking `../` out of `....//` leaves another one. */
function withoutParentFolders(name: string): string {
  const shorter = name.replaceAll('../', '');
  return shorter === name ? name : withoutParentFolders(shorter);
}
