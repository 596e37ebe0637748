import { type FileFindings } from './check-folder.js';

/** The findings for people, and whether anything goes wrong. */
export function findingsReport(files: readonly FileFindings[]): {
  readonly text: string;
  readonly hasFaults: boolean;
} {
  const findings = files.flatMap(({ parts }) => parts.flatMap((part) => part.findings));
  const faults = findings.filter(({ kind }) => kind === 'fault').length;
  const lines = files
    .filter(({ parts }) => parts.length > 0)
    .flatMap(({ file, playbook, parts }) => [
      playbook === undefined ? file : `${file}: ${playbook}`,
      ...parts.flatMap(({ part, findings: own }) => [
        `  ${part}`,
        ...own.map(({ kind, text }) => `    ${kind === 'fault' ? 'FAULT  ' : 'differs'} ${text}`),
      ]),
      '',
    ]);
  const summary = `${files.length} playbooks: ${faults} faults, ${findings.length - faults} differences. What holds for every command stands in docs/compatibility.md under "Everywhere".`;
  return { text: [...lines, summary, ''].join('\n'), hasFaults: faults > 0 };
}
