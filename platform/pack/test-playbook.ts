import { createHash } from 'node:crypto';

/** A task as it stands in a playbook file. */
type Task = Readonly<Record<string, unknown>>;

/** A step of the test: a command, and the context path that must hold something after it. */
interface Step {
  readonly command: string;
  readonly args: Readonly<Record<string, string>>;
  readonly expected?: string;
}

/** They only read, so that they may run on any tenant. */
const userSteps: readonly Step[] = [
  { command: 'msgraph-user-test', args: {} },
  { command: 'msgraph-user-list', args: { limit: '1' }, expected: 'MSGraphUser.ID' },
  { command: 'msgraph-user-get', args: { user: '${MSGraphUser.[0].ID}' }, expected: 'Account.ID' },
];
const teamsSteps: readonly Step[] = [{ command: 'msgraph-teams-test', args: {} }];

/**
 * A playbook that tries an instance: it signs in, and reads one user where the brand has users.
 * @param brand Id of the integration.
 * @param hasUsers Whether it has the commands for users.
 */
export function testPlaybook(brand: string, hasUsers: boolean): Readonly<Record<string, unknown>> {
  const name = `${brand} - Test`;
  const steps = hasUsers ? userSteps : teamsSteps;
  const tasks: Record<string, Task> = {};
  let next = 1;
  const add = (make: (id: string, following: string) => Task): void => {
    tasks[String(next)] = make(String(next), String(next + 1));
    next += 1;
  };
  const failure = '90';
  tasks['0'] = task('0', 'start', '', {}, { '#none#': ['1'] });
  add((id, following) =>
    task(
      id,
      'regular',
      'Empty the context',
      scriptTask('DeleteContext'),
      { '#none#': [following] },
      { all: 'yes' },
    ),
  );
  for (const { command, args, expected } of steps) {
    add((id, following) =>
      task(id, 'regular', `Run ${command}`, commandTask(brand, command), { '#none#': [following] }, args),
    );
    if (expected !== undefined) {
      add((id, following) => ({
        ...task(id, 'condition', `Is there ${expected}?`, {}, { yes: [following], '#default#': [failure] }),
        conditions: [{ label: 'yes', condition: [[isThere(expected)]] }],
      }));
    }
  }
  tasks[String(next)] = task(String(next), 'title', 'Done', {}, {});
  const message = { message: 'The context does not hold what the command should have written.' };
  if (steps.some(({ expected }) => expected !== undefined))
    tasks[failure] = task(failure, 'regular', 'Fail', scriptTask('PrintErrorEntry'), {}, message);
  return {
    id: name,
    version: -1,
    name,
    description: 'Signs in and reads. Changes nothing.',
    starttaskid: '0',
    tasks,
    view: '{"linkLabelsPosition":{},"paper":{"dimensions":{"height":800,"width":400,"x":50,"y":50}}}',
    inputs: [],
    outputs: [],
    tests: ['No tests'],
    fromversion: '6.10.0',
  };
}

function commandTask(brand: string, command: string): Task {
  return { script: `${brand}|||${command}`, type: 'regular', iscommand: true, brand };
}

function scriptTask(scriptName: string): Task {
  return { scriptName, type: 'regular', iscommand: false, brand: '' };
}

function isThere(path: string): Task {
  return { operator: 'isExists', left: { value: { simple: path }, iscontext: true } };
}

function task(
  id: string,
  type: string,
  name: string,
  what: Task,
  nexttasks: Readonly<Record<string, readonly string[]>>,
  args: Readonly<Record<string, string>> = {},
): Task {
  const taskid = uuidOf(`${name} ${id}`);
  const scriptarguments = Object.fromEntries(Object.entries(args).map(([key, simple]) => [key, { simple }]));
  return {
    id,
    taskid,
    type,
    task: { id: taskid, version: -1, name, description: '', iscommand: false, brand: '', ...what },
    ...(Object.keys(nexttasks).length > 0 && { nexttasks }),
    ...(Object.keys(scriptarguments).length > 0 && { scriptarguments }),
    separatecontext: false,
    view: `{"position":{"x":50,"y":${50 + Number(id) * 150}}}`,
    note: false,
    ignoreworker: false,
  };
}

/** The same at every build, so that an import replaces the task instead of adding one. */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
