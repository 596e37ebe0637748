import { errorText } from '../../integration/dispatcher/error-text.js';
import { ArgumentError } from '../../integration/errors.js';
import { parseJson } from '../../integration/json.js';
import { type Entry } from '../../integration/results/entry.js';
import { isErrorEntry } from '../../integration/results/raw-entry.js';
import { mergeIntoContext } from '../context/merge.js';
import { queryContext } from '../context/query.js';
import { type Incident } from './incident.js';
import { type LineOptions } from './options.js';

/**
 * What writes the entries of one command to the context: their own outputs, unless they are to be ignored, and what
 * `extend-context` reads from their contents.
 * @returns A function that gives a sentence about what could not be written, or undefined.
 * @throws ArgumentError where `extend-context` cannot be understood.
 */
export function contextWriter(
  incident: Incident,
  { ignoreOutputs, extendContext }: Pick<LineOptions, 'ignoreOutputs' | 'extendContext'>,
): (entry: Entry) => string | undefined {
  const extensions = extendContext === undefined ? [] : parseExtensions(extendContext);
  return (entry) => {
    const outputs = ignoreOutputs ? [] : Object.entries(entry.EntryContext ?? {});
    const contents = isErrorEntry(entry) ? undefined : contentsOf(entry);
    const problems = [
      ...outputs.map(([key, value]) =>
        problemOf(() => {
          mergeIntoContext(incident.context, key, value);
        }),
      ),
      ...(contents === undefined ? [] : extensions).map(({ key, path }) =>
        problemOf(() => {
          mergeIntoContext(incident.context, key, queryContext(contents, path));
        }),
      ),
    ].filter((problem) => problem !== undefined);
    return problems.length === 0 ? undefined : `Not everything went to the context.\n${problems.join('\n')}`;
  };
}

function parseExtensions(text: string): readonly { readonly key: string; readonly path: string }[] {
  return text.split('::').map((part) => {
    const equals = part.indexOf('=');
    const key = part.slice(0, equals).trim();
    if (equals === -1 || key === '') {
      throw new ArgumentError(
        `extend-context cannot be understood at ${JSON.stringify(part)}.`,
        'It takes key=path, several joined by "::". An empty path is the whole answer.',
      );
    }
    return { key, path: part.slice(equals + 1) };
  });
}

/** Nothing where there is nothing to read from, as with a remark for people. */
function contentsOf({ Contents: contents }: Entry): unknown {
  if (contents === null || contents === '') return undefined;
  return typeof contents === 'string' ? (parseJson(contents) ?? contents) : contents;
}

function problemOf(write: () => void): string | undefined {
  try {
    write();
    return undefined;
  } catch (error) {
    return errorText('context', error);
  }
}
