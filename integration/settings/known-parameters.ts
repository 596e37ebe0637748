import { nearestName } from '../suggest.js';
import { type Parameters } from './aliases.js';
import { FIELDS, SWITCHES } from './fields.js';
import { type Findings, quoted } from './findings.js';

/** Every parameter name this integration reads. */
export const OWN_PARAMETERS: ReadonlySet<string> = new Set([
  ...Object.values(FIELDS).flatMap(({ aliases }) => aliases.map(({ name }) => name)),
  ...Object.keys(SWITCHES),
]);

/** Parameters a platform adds of itself: fetching, feeds, mirroring, long running, reliability, engine, log level. */
const FROM_PLATFORM =
  /^(is[fF]etch\w*|\w*[fF]etch(Interval|Delta)|max_fetch|first_fetch|incident(Type|FetchInterval)|(incoming|outgoing)MapperId|mappingId|mirror_\w+|feed\w*|longRunning(Port)?|(integration|source)Reliability|integrationLogLevel|engine(Group)?|defaultIgnore|propagationLabels)$/;

/** Warns of names that neither this integration nor a platform knows: a field misspelled is a field not set. */
export function warnOfUnknown(params: Parameters, findings: Findings): void {
  for (const name of Object.keys(params)) {
    if (OWN_PARAMETERS.has(name) || FROM_PLATFORM.test(name)) continue;
    const meant = nearestName(name, OWN_PARAMETERS);
    const hint = meant === undefined ? '' : ` Did you mean ${meant}?`;
    findings.warnings.push(`Unknown parameter ${quoted(name)} is ignored.${hint}`);
  }
}
