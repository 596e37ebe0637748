import { type Fault, pointer, repeated } from './fault.js';
import { type Manifest, type ParameterDeclaration } from './types.js';

const CHECKBOX = 8;
const CREDENTIALS = 9;
const SELECTS = [15, 16];
const ENCRYPTED = [4, 14];
const EXPIRATION_POLICY = 17;
const ENGINE_POSITION = 23;

/** Fields whose label the platform fixes (IN100). */
const FIXED_DISPLAYS = new Map([
  ['insecure', 'Trust any certificate (not secure)'],
  ['proxy', 'Use system proxy settings'],
]);

/** Fields that may be hidden without a visible twin (IN124). */
const MAY_HIDE = ['longRunning', 'feedIncremental', 'feedReputation'];

/** A rule that looks at one parameter; the path it gives is relative to that parameter. */
type ParameterRule = (parameter: ParameterDeclaration, manifest: Manifest) => Iterable<Fault>;

function labels(parameter: ParameterDeclaration): readonly string[] {
  return [parameter.display, parameter.displaypassword].filter(
    (label): label is string => typeof label === 'string' && label !== '',
  );
}

function* stockFieldsAreStandard(parameter: ParameterDeclaration): Generator<Fault, void> {
  const display = FIXED_DISPLAYS.get(parameter.name);
  if (display === undefined) return;
  if (parameter.display !== display) yield { path: '/display', problem: `must be "${display}" (IN100)` };
  if (parameter.type !== CHECKBOX) yield { path: '/type', problem: `must be ${CHECKBOX} (IN100)` };
  if (parameter.defaultvalue === 'true') {
    yield { path: '/defaultvalue', problem: "must be absent or 'false' (IN100)" };
  }
}

function* checkboxesAreOptional({ type, required }: ParameterDeclaration): Generator<Fault, void> {
  if (type === CHECKBOX && required) {
    yield { path: '/required', problem: 'must not be true for a checkbox (IN102)' };
  }
}

function* checkboxDefaultsAreText({ type, defaultvalue }: ParameterDeclaration): Generator<Fault, void> {
  if (type !== CHECKBOX || defaultvalue === undefined) return;
  if (defaultvalue !== 'true' && defaultvalue !== 'false') {
    yield { path: '/defaultvalue', problem: "must be 'true' or 'false' for a checkbox (IN152)" };
  }
}

function* visibleFieldsAreLabelled(parameter: ParameterDeclaration): Generator<Fault, void> {
  if (parameter.type === EXPIRATION_POLICY) {
    if (parameter.display) yield { path: '/display', problem: 'must be absent for type 17 (IN118)' };
    return;
  }
  if (parameter.type === ENGINE_POSITION || parameter.hidden === true) return;
  if (labels(parameter).length === 0) {
    yield { path: '/display', problem: 'must be given for a visible field (IN117)' };
  }
}

function* labelsAreReadable(parameter: ParameterDeclaration): Generator<Fault, void> {
  const { display } = parameter;
  if (typeof display === 'string' && (/^[^\p{Lu}]/u.test(display) || display.includes('_'))) {
    yield { path: '/display', problem: 'must begin with a capital and hold no underscore (IN135)' };
  }
}

function* secretsAreCredentials({ type, hidden }: ParameterDeclaration): Generator<Fault, void> {
  if (ENCRYPTED.includes(type) && hidden !== true) {
    yield { path: '/type', problem: `must be ${CREDENTIALS} for a visible secret (IN145)` };
  }
}

/** A field is hidden only for the sake of instances made with another name of it, so the form must offer it still. */
function* hiddenFieldsHaveATwin(parameter: ParameterDeclaration, manifest: Manifest): Generator<Fault, void> {
  if (parameter.hidden !== true || MAY_HIDE.includes(parameter.name)) return;
  const offered = manifest.configuration.some(
    (other) =>
      other.hidden !== true &&
      (other.type === CREDENTIALS || !ENCRYPTED.includes(parameter.type)) &&
      labels(other).some((label) => label === parameter.display),
  );
  if (!offered) {
    yield {
      path: '/hidden',
      problem: 'needs a visible field with the same display to take its place (IN124)',
    };
  }
}

function* licenseIsNotRead({ fromlicense }: ParameterDeclaration): Generator<Fault, void> {
  if (fromlicense !== undefined) yield { path: '/fromlicense', problem: 'is not allowed (IN146)' };
}

function* addressesAreSecure({ defaultvalue }: ParameterDeclaration): Generator<Fault, void> {
  if (defaultvalue?.startsWith('http:')) yield { path: '/defaultvalue', problem: 'must use https (IN153)' };
}

function* choicesAreListed({ type, options, defaultvalue }: ParameterDeclaration): Generator<Fault, void> {
  if (!SELECTS.includes(type)) return;
  if (options === undefined) yield { path: '/options', problem: 'must be given for a list of choices' };
  else if (typeof defaultvalue === 'string' && !options.includes(defaultvalue)) {
    yield { path: '/defaultvalue', problem: `must be one of the options: ${options.join(', ')}` };
  }
}

function* sectionsAreDeclared({ section }: ParameterDeclaration, manifest: Manifest): Generator<Fault, void> {
  const declared = manifest.sectionOrder ?? manifest.sectionorder;
  if (declared !== undefined && (section === undefined || !declared.includes(section))) {
    yield { path: '/section', problem: `must be one of sectionOrder: ${declared.join(', ')}` };
  }
}

const rulesOfOne: readonly ParameterRule[] = [
  stockFieldsAreStandard,
  checkboxesAreOptional,
  checkboxDefaultsAreText,
  visibleFieldsAreLabelled,
  labelsAreReadable,
  secretsAreCredentials,
  hiddenFieldsHaveATwin,
  licenseIsNotRead,
  addressesAreSecure,
  choicesAreListed,
  sectionsAreDeclared,
];

function* eachParameter(manifest: Manifest): Generator<Fault, void> {
  for (const [index, parameter] of manifest.configuration.entries()) {
    for (const rule of rulesOfOne) {
      for (const { path, problem } of rule(parameter, manifest)) {
        yield { path: pointer('configuration', index) + path, problem };
      }
    }
  }
}

function* namesAreUnique({ configuration }: Manifest): Generator<Fault, void> {
  const names = configuration.map(({ name }) => name);
  yield* repeated(names, '/configuration', 'name', ' (IN114)');
}

/** Rules about the fields of the instance form. */
export const parameterRules = [namesAreUnique, eachParameter];
