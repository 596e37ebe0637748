import { readdirSync } from 'node:fs';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/**
 * Who may import whom (ARCHITECTURE.md). Each row: a room, and the rooms it may import from. Its own files, and the
 * files that lie directly in integration/, are always allowed.
 */
const rooms = {
  'integration/http': [],
  'integration/results': [],
  'integration/manifest': [],
  'integration/state': [],
  'integration/audit': ['integration/state'],
  'integration/settings': ['integration/manifest'],
  'integration/auth': ['integration/http', 'integration/state', 'integration/settings'],
  'integration/graph': ['integration/auth', 'integration/http'],
  'integration/mfa': ['integration/http', 'integration/state', 'integration/settings'],
  'integration/dispatcher': [
    'integration/audit',
    'integration/auth',
    'integration/graph',
    'integration/http',
    'integration/manifest',
    'integration/results',
    'integration/settings',
    'integration/state',
  ],
  commands: ['integration'],
  sandbox: [],
  warroom: ['integration', 'commands'],
  platform: ['integration', 'commands'],
  cli: ['integration', 'commands', 'warroom', 'platform', 'sandbox'],
};

const everyRoom = ['integration', 'commands', 'sandbox', 'warroom', 'platform', 'cli', 'scripts'];

/** Files that lie directly in integration/ are open to every room inside it. */
const openFiles = readdirSync('integration')
  .filter((name) => name.endsWith('.ts'))
  .map((name) => `integration/${name}`);

/** `except` is relative to `from`, so each room gets one zone for each room it could import from. */
const zones = Object.entries(rooms).flatMap(([room, allowed]) => {
  const open = [room, ...allowed, ...(room.startsWith('integration/') ? openFiles : [])];
  return everyRoom.map((from) => ({
    target: `./${room}/**/!(*.test).ts`,
    from: `./${from}`,
    except: open
      .filter((name) => name === from || name.startsWith(`${from}/`))
      .map((name) => `./${name.slice(from.length + 1)}`),
    message: `${room} may import only: ${allowed.join(', ') || 'nothing of ours'}.`,
  }));
});

export default tseslint.config(
  { ignores: ['dist/', 'generated/', 'coverage/'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ['*.js', 'scripts/*.js'] } } },
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
    rules: {
      'import-x/no-cycle': 'error',
      'import-x/no-restricted-paths': ['error', { zones }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-assertions': [
        'error',
        { assertionStyle: 'as', objectLiteralTypeAssertions: 'never' },
      ],
      'no-console': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
      eqeqeq: 'error',
    },
  },
  { files: ['**/*.js'], extends: [tseslint.configs.disableTypeChecked] },
  // A build script talks to whoever runs it.
  { files: ['scripts/**'], rules: { 'no-console': 'off' } },
);
