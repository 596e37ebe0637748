import { type Fault } from './fault.js';
import { type Manifest } from './types.js';

/** Parameters that the platform expects where incidents are fetched (IN121, IN125, IN126). */
const FETCH_PARAMETERS = ['isFetch', 'incidentType', 'max_fetch', 'first_fetch'];

function* doesSomething({ script }: Manifest): Generator<Fault, void> {
  const commands = script.commands ?? [];
  if (commands.length === 0 && !script.isfetch && !script.feed && !script.longRunning) {
    yield { path: '/script', problem: 'must hold commands, isfetch, feed or longRunning (IN130)' };
  }
}

function* pythonNamesItsVersion({ script }: Manifest): Generator<Fault, void> {
  if (script.type === 'python' && script.subtype === undefined) {
    yield { path: '/script/subtype', problem: 'must be python2 or python3 (IN108)' };
  }
}

function* imageIsPinned({ script }: Manifest): Generator<Fault, void> {
  const path = '/script/dockerimage';
  const image = script.dockerimage;
  if (image === undefined) {
    if (script.type !== 'javascript') yield { path, problem: 'must name the image to run in (DO104)' };
    return;
  }
  const [name = '', tag = ''] = image.split(':');
  if (!/^demisto(extended)?\//.test(name)) {
    yield { path, problem: 'must come from demisto/ or demistoextended/ (DO101)' };
  }
  if (tag === '' || tag === 'latest') yield { path, problem: 'must have a tag other than latest (DO100)' };
  if (name.endsWith('-native')) yield { path, problem: 'must not be the native image (DO102)' };
}

function* fetchHasItsParameters({ configuration, script }: Manifest): Generator<Fault, void> {
  if (!script.isfetch) return;
  for (const name of FETCH_PARAMETERS) {
    if (!configuration.some((parameter) => parameter.name === name)) {
      yield { path: '/configuration', problem: `must declare "${name}", because isfetch is true (IN121)` };
    }
  }
}

/** What the platform asks for where a container may run all the time; no code of the validator, but nothing starts without. */
function* longRunHasItsParameters({ configuration, script }: Manifest): Generator<Fault, void> {
  const kinds = [
    ['longRunning', 8],
    ['longRunningPort', 0],
  ] as const;
  for (const [name, type] of kinds) {
    if (
      script[name] &&
      !configuration.some((parameter) => parameter.name === name && parameter.type === type)
    ) {
      yield {
        path: '/configuration',
        problem: `must declare "${name}" of type ${type}, because ${name} is true`,
      };
    }
  }
}

/** Rules about how the platform runs the integration. */
export const scriptRules = [
  doesSomething,
  pythonNamesItsVersion,
  imageIsPinned,
  fetchHasItsParameters,
  longRunHasItsParameters,
];
