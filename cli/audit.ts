import { type TrailVerdict, verifyTrail } from '../integration/audit/verify.js';
import { auditFile } from '../platform/audit-file.js';
import { homeFolder } from '../platform/instances/home.js';
import { MISUSE, readOptions } from './options.js';

/** Checks the audit trail: 0 when its chain holds, 1 when it does not or cannot be read, 2 when misused. */
export default async function audit(args: readonly string[]): Promise<number> {
  const options = readOptions({ args: [...args], allowPositionals: true, options: {} });
  if (!options) return MISUSE;
  const [verb, file = auditFile(homeFolder(process.env), process.env), ...more] = options.positionals;
  if (verb !== 'verify' || more.length > 0) {
    process.stderr.write('Usage: msgraph-soar audit verify [FILE]\n');
    return MISUSE;
  }
  const verdict = await verifyTrail(file);
  process.stdout.write(report(file, verdict));
  return verdict.problems.length === 0 ? 0 : 1;
}

function report(file: string, { records, problems, unfinished }: TrailVerdict): string {
  const remarks = [...problems, ...unfinished].sort((one, other) => one.line - other.line);
  return [
    `${file}: records ${records}, problems ${problems.length}, unfinished effects ${unfinished.length}.`,
    problems.length === 0 ? 'The chain holds.' : 'The chain does not hold.',
    ...remarks.map(({ line, problem }) => `line ${line}: ${problem}`),
    '',
  ].join('\n');
}
