import { type Parameters, readField } from './aliases.js';
import { FIELDS } from './fields.js';
import { type Findings, quoted } from './findings.js';

/** Whether a change that cannot be recorded is refused (`audit=required`). */
export function readAuditRequired(params: Parameters, findings: Findings): boolean {
  const text = readField(params, FIELDS.audit, findings)?.text.toLowerCase();
  if (text === undefined || text === 'best effort') return false;
  if (text !== 'required') {
    findings.faults.push(`audit is ${quoted(text)}; it takes "best effort" or "required".`);
  }
  return true;
}
