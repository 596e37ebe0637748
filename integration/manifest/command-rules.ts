import { type Fault, pointer, repeated } from './fault.js';
import { type ArgumentDeclaration, type CommandDeclaration, type Manifest } from './types.js';

/** Deepest context path, in levels (BA127). */
const DEEPEST_PATH = 5;

const OUTPUT_TYPES = ['String', 'Number', 'Boolean', 'Date', 'Unknown'];

function* argumentsAreUnique({ arguments: declared = [] }: CommandDeclaration): Generator<Fault, void> {
  const names = declared.map(({ name }) => name);
  yield* repeated(names, '/arguments', 'name', ' (IN113)');
}

function* outputsAreUnique({ outputs }: CommandDeclaration): Generator<Fault, void> {
  const paths = (outputs ?? []).map(({ contextPath }) => contextPath);
  yield* repeated(paths, '/outputs', 'contextPath');
}

function* oneArgumentIsDefault({ arguments: declared = [] }: CommandDeclaration): Generator<Fault, void> {
  const first = declared.find((argument) => argument.default);
  for (const [index, argument] of declared.entries()) {
    if (argument.default && argument !== first) {
      yield {
        path: pointer('arguments', index, 'default'),
        problem: `must be set for one argument only; "${first?.name ?? ''}" has it already (IN134)`,
      };
    }
  }
}

function* nameBeginsWithLetter({ name }: CommandDeclaration): Generator<Fault, void> {
  if (/^\d/.test(name)) yield { path: '/name', problem: 'must not begin with a digit (BA128)' };
}

function* contextIsShallow({ outputs }: CommandDeclaration): Generator<Fault, void> {
  for (const [index, { contextPath }] of (outputs ?? []).entries()) {
    if (contextPath.split('.').length > DEEPEST_PATH) {
      yield {
        path: pointer('outputs', index, 'contextPath'),
        problem: `must be at most ${DEEPEST_PATH} levels deep (BA127)`,
      };
    }
  }
}

function* outputTypesAreKnown({ outputs }: CommandDeclaration): Generator<Fault, void> {
  for (const [index, { type }] of (outputs ?? []).entries()) {
    if (type === undefined || !OUTPUT_TYPES.includes(type)) {
      yield { path: pointer('outputs', index, 'type'), problem: `must be one of ${OUTPUT_TYPES.join(', ')}` };
    }
  }
}

function* choicesOf({ auto, predefined, defaultValue }: ArgumentDeclaration): Generator<Fault, void> {
  if (auto !== undefined && !predefined?.length) {
    yield { path: '/predefined', problem: 'must be given, because auto is PREDEFINED' };
  }
  if (!predefined) return;
  if (auto === undefined) yield { path: '/auto', problem: 'must be PREDEFINED, because predefined is given' };
  if (typeof defaultValue === 'string' && !predefined.includes(defaultValue)) {
    yield { path: '/defaultValue', problem: `must be one of predefined: ${predefined.join(', ')}` };
  }
}

function* choicesAreComplete({ arguments: declared = [] }: CommandDeclaration): Generator<Fault, void> {
  for (const [index, argument] of declared.entries()) {
    for (const { path, problem } of choicesOf(argument)) {
      yield { path: pointer('arguments', index) + path, problem };
    }
  }
}

const rulesOfOne = [
  argumentsAreUnique,
  outputsAreUnique,
  oneArgumentIsDefault,
  nameBeginsWithLetter,
  contextIsShallow,
  outputTypesAreKnown,
  choicesAreComplete,
];

function* eachCommand({ script }: Manifest): Generator<Fault, void> {
  for (const [index, command] of (script.commands ?? []).entries()) {
    for (const rule of rulesOfOne) {
      for (const { path, problem } of rule(command)) {
        yield { path: pointer('script', 'commands', index) + path, problem };
      }
    }
  }
}

function* namesAreUnique({ script }: Manifest): Generator<Fault, void> {
  const names = (script.commands ?? []).map(({ name }) => name);
  yield* repeated(names, '/script/commands', 'name');
}

/** Rules about commands, their arguments and their outputs. */
export const commandRules = [namesAreUnique, eachCommand];
