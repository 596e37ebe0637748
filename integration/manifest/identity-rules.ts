import { nearestName } from '../suggest.js';
import { type Fault } from './fault.js';
import { type Manifest } from './types.js';

/** Categories the platform's validator accepts (IN104). */
const CATEGORIES = [
  'Analytics & SIEM',
  'Authentication & Identity Management',
  'Case Management',
  'CI/CD',
  'Cloud Security',
  'Cloud Service Provider',
  'Cloud Services',
  'Code Repositories',
  'Data Enrichment & Threat Intelligence',
  'Database',
  'Deception & Breach Simulation',
  'Email',
  'Endpoint',
  'Forensics & Malware Analysis',
  'Identity and Access Management',
  'IT Services',
  'Messaging and Conferencing',
  'Network Security',
  'Utilities',
  'Vulnerability Management',
];

/** First platform version that takes a new integration, as major version (BA106). */
const OLDEST_MAJOR = 5;

function* idEqualsName({ commonfields, name }: Manifest): Generator<Fault, void> {
  if (commonfields.id !== name) {
    yield { path: '/commonfields/id', problem: `must equal name, which is "${name}" (BA101)` };
  }
}

function* idHasNoSlash({ commonfields }: Manifest): Generator<Fault, void> {
  if (commonfields.id.includes('/'))
    yield { path: '/commonfields/id', problem: 'must not hold a slash (BA105)' };
}

function* namesHaveNoTrailingSpace({ commonfields, name, display }: Manifest): Generator<Fault, void> {
  const named = { '/commonfields/id': commonfields.id, '/name': name, '/display': display };
  for (const [path, text] of Object.entries(named)) {
    if (text !== text.trimEnd()) yield { path, problem: 'must not end with a space (BA113)' };
  }
}

function* namesAvoidReservedWords({ name, display }: Manifest): Generator<Fault, void> {
  for (const [path, text] of Object.entries({ '/name': name, '/display': display })) {
    if (/integration/i.test(text)) yield { path, problem: 'must not hold the word "integration" (BA110)' };
  }
  const word = /partner|community/i.exec(display)?.[0];
  if (word !== undefined) {
    yield { path: '/display', problem: `must not hold the word "${word.toLowerCase()}" (BA111)` };
  }
}

function* categoryIsKnown({ category }: Manifest): Generator<Fault, void> {
  if (CATEGORIES.includes(category)) return;
  const meant = nearestName(category, CATEGORIES);
  const hint = meant === undefined ? '' : ` (did you mean "${meant}"?)`;
  yield { path: '/category', problem: `must be one of ${CATEGORIES.join(', ')}${hint} (IN104)` };
}

function* versionIsRecent({ fromversion }: Manifest): Generator<Fault, void> {
  if (Number.parseInt(fromversion ?? '0', 10) < OLDEST_MAJOR) {
    yield { path: '/fromversion', problem: `must be given and at least ${OLDEST_MAJOR}.0.0 (BA106)` };
  }
}

function* testsAreNamed({ tests }: Manifest): Generator<Fault, void> {
  if (tests === undefined)
    yield { path: '/tests', problem: 'must list test playbooks, or "No tests" (BA103)' };
}

function* marketplacesAgree({ marketplaces, supportedModules }: Manifest): Generator<Fault, void> {
  const names = typeof marketplaces === 'string' ? [marketplaces] : (marketplaces ?? []);
  if (names.includes('marketplacev2') && !names.includes('platform')) {
    yield { path: '/marketplaces', problem: 'must hold platform, because it holds marketplacev2 (BA130)' };
  }
  if (supportedModules !== undefined && !names.includes('platform')) {
    yield { path: '/supportedModules', problem: 'is allowed only with the marketplace platform (BA132)' };
  }
}

/** Rules about what the integration is called and where it is offered. */
export const identityRules = [
  idEqualsName,
  idHasNoSlash,
  namesHaveNoTrailingSpace,
  namesAvoidReservedWords,
  categoryIsKnown,
  versionIsRecent,
  testsAreNamed,
  marketplacesAgree,
];
