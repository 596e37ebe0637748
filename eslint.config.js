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
  'integration/settings': ['integration/manifest'],
  'integration/auth': ['integration/http', 'integration/state', 'integration/settings'],
  'integration/graph': ['integration/auth', 'integration/http'],
  'integration/dispatcher': [
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

const zones = Object.entries(rooms).map(([room, allowed]) => {
  const isInside = room.startsWith('integration/');
  const open = isInside
    ? ['errors', 'secret', 'clock', 'log', 'command', 'json', 'suggest', 'instance'].map(
        (name) => `./integration/${name}.ts`,
      )
    : [];
  return {
    target: `./${room}/**/!(*.test).ts`,
    from: everyRoom.map((name) => `./${name}`),
    except: [`./${room}`, ...allowed.map((name) => `./${name}`), ...open],
    message: `${room} may import only: ${[...allowed, ...(isInside ? ['the files directly in integration/'] : [])].join(', ') || 'nothing of ours'}.`,
  };
});

/** `except` is relative to `from`, so each zone is spelled out per imported room. */
const restricted = zones.flatMap(({ target, from, except, message }) =>
  from.map((root) => ({
    target,
    from: root,
    except: except
      .filter((allowed) => allowed === root || allowed.startsWith(`${root}/`))
      .map((allowed) => (allowed === root ? './' : `./${allowed.slice(root.length + 1)}`)),
    message,
  })),
);

export default tseslint.config(
  { ignores: ['dist/', 'generated/', 'coverage/'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ['*.js', 'scripts/*.js'] } } },
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
    rules: {
      'import-x/no-cycle': 'error',
      'import-x/no-restricted-paths': ['error', { zones: restricted }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-assertions': [
        'error',
        { assertionStyle: 'as', objectLiteralTypeAssertions: 'never' },
      ],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  { files: ['**/*.js'], extends: [tseslint.configs.disableTypeChecked] },
  // A build script talks to whoever runs it.
  { files: ['scripts/**'], rules: { 'no-console': 'off' } },
);
