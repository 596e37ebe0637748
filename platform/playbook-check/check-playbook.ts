import { type Manifest } from '../../integration/manifest/types.js';
import { checkTask } from './check-task.js';
import { type Differences } from './differences.js';
import { fault, type Finding } from './finding.js';
import { type Playbook } from './read-playbook.js';
import { pathsReadBy } from './references.js';
import { writtenPaths } from './written-paths.js';

/** What a part of a playbook meets. */
export interface PartFindings {
  /** The task, or the playbook's own inputs and outputs. */
  readonly part: string;
  readonly findings: readonly Finding[];
}

/** Holds a playbook against the manifest. @returns The parts with findings only. */
export async function checkPlaybook(
  playbook: Playbook,
  manifest: Manifest,
  differences: Differences,
): Promise<readonly PartFindings[]> {
  const written = writtenPaths(manifest, playbook);
  const unwritten = (source: unknown): readonly Finding[] =>
    [...pathsReadBy(source)].flatMap((path) => {
      const text = written.faultOf(path);
      return text === undefined ? [] : [fault(text)];
    });

  const parts: PartFindings[] = [{ part: 'inputs and outputs', findings: unwritten(playbook.ports) }];
  for (const task of playbook.tasks) {
    const { id, name, command } = task;
    const title = [`task ${id}`, name === '' ? '' : `"${name}"`, command === undefined ? '' : `(${command})`];
    parts.push({
      part: title.filter((piece) => piece !== '').join(' '),
      findings: [...(await checkTask(task, manifest, differences)), ...unwritten(task.source)],
    });
  }
  return parts.filter(({ findings }) => findings.length > 0);
}
