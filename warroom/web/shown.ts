import { type Target } from '../../integration/dispatcher/invocation.js';
import { isJsonObject } from '../../integration/json.js';
import { contentsText, readableEntry } from '../readable/entry.js';
import { SANDBOX_LINE } from '../render.js';
import { type RecordedEntry } from '../session/incident.js';
import { visibleText } from '../terminal/visible-text.js';
import { type EntrySource, type ShownEntry } from './wire.js';

/** An entry as the page shows it. @param number From 1. */
export function shownEntry({ time, target, entry }: RecordedEntry, number: number): ShownEntry {
  const { File: name, FileID: id, PollingCommand: command, PollingArgs: args } = entry;
  return {
    number,
    time,
    target: target && shownTarget(target),
    readable: readableEntry(entry),
    hasContext: isJsonObject(entry.EntryContext) && Object.keys(entry.EntryContext).length > 0,
    schedule: command ? JSON.stringify([command, args]) : null,
    file: name !== undefined && id !== undefined ? { id, name: visibleText(name) } : null,
  };
}

/** A target whose names are safe to show. */
export function shownTarget({ kind, ...names }: Target): Target {
  const shown = (name: string | null): string | null => (name === null ? null : visibleText(name));
  return { kind, instance: shown(names.instance), cloud: shown(names.cloud), tenant: shown(names.tenant) };
}

/** What lines act on, so that nobody acts on another tenant than they think. */
export function bannerOf(target: Target | null, allowsEffects: boolean): string {
  if (!target) return 'No instance is chosen: type !use NAME';
  if (target.kind === 'sandbox') return SANDBOX_LINE;
  const where = `${target.instance ?? 'unnamed'} · tenant ${target.tenant ?? 'unknown'}`;
  return `${where} · ${allowsEffects ? 'changes are real' : 'read-only'}`;
}

/** What is behind an entry: Graph's answer, and what went to the context. */
export function entrySource({
  entry: { Contents: contents, EntryContext: context },
}: RecordedEntry): EntrySource {
  return {
    raw: visibleText(contentsText(contents)) || '(empty)',
    context: visibleText(contentsText(context)),
  };
}
