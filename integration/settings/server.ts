import { parseServer } from './addresses.js';
import { type Field, type Parameters, readField } from './aliases.js';
import { type Findings } from './findings.js';

/** An origin that was given, and under which name. */
export interface Server {
  readonly origin: string;
  readonly from: string;
  /** That name with its label. */
  readonly named: string;
}

/** Reads a field that holds the address of a server; one that cannot be an address is a fault. */
export function readServer(params: Parameters, field: Field, findings: Findings): Server | undefined {
  const given = readField(params, field, findings);
  if (given === undefined) return undefined;
  const parsed = parseServer(given.text);
  if ('url' in parsed) return { origin: parsed.url.origin, from: given.from, named: given.named };
  findings.faults.push(`${given.named} ${parsed.problem}.`);
  return undefined;
}
