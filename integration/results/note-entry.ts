import { type Entry, type EntryContext, EntryFormat, EntryType } from './entry.js';
import { isFalsy, isPlainObject, type Plain, toPlain } from './plain.js';

/**
 * The older form of a note (`return_outputs`), which the known integrations use for most commands. Unlike a newer result
 * it has neither `Note` nor `Relationships`, its context may be null, and a lone text is `Contents` as well.
 *
 * @param readable Markdown for people.
 * @param outputs Context paths and values.
 * @param raw Graph's answer; without it `Contents` is the outputs, and without those the readable text.
 */
export function noteEntry(readable: string, outputs: EntryContext | null = null, raw: unknown = null): Entry {
  const context = toPlain(outputs);
  const answer = toPlain(raw);
  const contents = contentsOf(readable, context, answer);
  return {
    Type: EntryType.NOTE,
    HumanReadable: readable,
    ContentsFormat: typeof contents === 'string' ? EntryFormat.TEXT : EntryFormat.JSON,
    Contents: contents,
    EntryContext: isPlainObject(context) ? context : null,
    IgnoreAutoExtract: false,
    IndicatorTimeline: [],
  };
}

function contentsOf(readable: string, context: Plain, answer: Plain): Plain {
  if (isFalsy(context) && isFalsy(answer)) return readable;
  return answer ?? context;
}
