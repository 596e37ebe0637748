/**
 * `npm run soak [-- --seed S --commands N]`: runs commands through the fault laboratory and prints what came of it. Exit
 * code 1 says that something was not true, done twice, left unknown too often, or not let go of.
 */
import { parseArgs } from 'node:util';
import { runLab } from '../test_data/fault-lab/lab.js';
import { labComplaints } from '../test_data/fault-lab/complaints.js';

const { values } = parseArgs({
  options: { seed: { type: 'string' }, commands: { type: 'string', default: '10000' } },
});
const seed = Number(values.seed ?? Date.now() % 2 ** 31);
const commands = Number(values.commands);
console.log(`seed ${seed}, ${commands} commands`);

const started = performance.now();
const heap: number[] = [];
const handles: number[] = [];
const report = await runLab({ seed, commands }, ({ commands: done, problems }) => {
  globalThis.gc?.();
  heap.push(process.memoryUsage().heapUsed);
  handles.push(process.getActiveResourcesInfo().length);
  console.log(`${done} commands, ${problems.length} problems, ${(heap.at(-1) ?? 0) >> 20} MB`);
});
const { problems, ...counts } = report;
console.log(JSON.stringify(counts, null, 2));
for (const problem of problems.slice(0, 20)) console.log(`\n${problem}`);
const complaints = labComplaints(report, heap, handles);
console.log(
  `\n${((performance.now() - started) / 1000).toFixed(0)} s. ${complaints.join('\n') || 'All is well.'}`,
);
if (complaints.length > 0) process.exitCode = 1;
