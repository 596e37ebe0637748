import { type Parameters } from './aliases.js';
import { SWITCHES } from './fields.js';
import { type Findings } from './findings.js';

const TEXTS = new Map([
  ['true', true],
  ['yes', true],
  ['false', false],
  ['no', false],
]);

/**
 * Reads a checkbox. Forms and imported instances carry text as often as a boolean, and the text "false" is false (rule
 * R17).
 *
 * @returns The value; where it is absent, empty or at fault, what absence means.
 */
export function readSwitch<Name extends keyof typeof SWITCHES>(
  params: Parameters,
  name: Name,
  findings: Findings,
): boolean | (typeof SWITCHES)[Name] {
  const value: unknown = Object.hasOwn(params, name) ? params[name] : undefined;
  if (typeof value === 'boolean') return value;
  const text = typeof value === 'string' ? value.trim().toLowerCase() : value;
  if (text === undefined || text === null || text === '') return SWITCHES[name];
  const read = typeof text === 'string' ? TEXTS.get(text) : undefined;
  if (read === undefined) findings.faults.push(`${name} must be true, false, yes or no.`);
  return read ?? SWITCHES[name];
}
