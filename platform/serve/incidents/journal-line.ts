import { isJsonObject, parseJson, textAt } from '../../../integration/json.js';
import { type ChatIncident } from '../../chat-events/incident.js';

/** An incident, and its place among those of its instance. */
export interface KeptIncident extends ChatIncident {
  /** From 1, without gaps, in the order of coming. */
  readonly sequence: number;
}

/** The line of an incident in a journal. */
export function lineOf(incident: KeptIncident): string {
  // JSON has no line breaks of its own.
  return `${JSON.stringify(incident)}\n`;
}

/** The incident of a line; undefined for a line that something happened to. */
export function incidentIn(line: string): KeptIncident | undefined {
  const parsed = parseJson(line);
  if (!isJsonObject(parsed)) return undefined;
  const [name, occurred, rawJSON] = [
    textAt(parsed, 'name'),
    textAt(parsed, 'occurred'),
    textAt(parsed, 'rawJSON'),
  ];
  const [dbotMirrorId, details] = [textAt(parsed, 'dbotMirrorId'), textAt(parsed, 'details')];
  const { sequence } = parsed;
  if (name === undefined || occurred === undefined || rawJSON === undefined) return undefined;
  if (dbotMirrorId === undefined || details === undefined || typeof sequence !== 'number') return undefined;
  return { sequence, name, occurred, rawJSON, dbotMirrorId, details };
}
