import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const DRIVERS = {
  'discord.js': 'src/discord',
  'hnswlib-node': 'src/search/dense',
  '@xenova/transformers': 'src/embed',
  'better-sqlite3': 'src/store',
  'prom-client': 'src/ops',
};

/** Imports point inward: what each room may not import, as path patterns of other rooms. */
const WALLS = {
  domain: ['text', 'ingest', 'search', 'answer', 'embed', 'store', 'discord', 'cli', 'engine', 'eval', 'ops'],
  text: ['ingest', 'search', 'answer', 'embed', 'store', 'discord', 'cli', 'engine', 'eval', 'ops'],
  ingest: ['search', 'answer', 'discord', 'cli', 'engine', 'eval', 'ops'],
  search: ['ingest', 'answer', 'discord', 'cli', 'engine', 'eval', 'ops'],
  answer: ['ingest', 'search', 'discord', 'cli', 'engine', 'eval', 'ops'],
  follow: ['ingest', 'search', 'answer', 'embed', 'store', 'discord', 'cli', 'engine', 'eval', 'ops'],
  embed: ['text', 'ingest', 'search', 'answer', 'store', 'discord', 'cli', 'engine', 'eval', 'ops'],
  store: ['text', 'ingest', 'search', 'answer', 'embed', 'discord', 'cli', 'engine', 'eval', 'ops'],
  workers: ['discord', 'cli', 'eval', 'ops'],
  discord: ['ingest', 'search', 'embed', 'store', 'cli', 'engine', 'eval'],
  cli: ['ingest', 'search', 'embed', 'store', 'discord', 'engine', 'eval'],
  ops: ['text', 'ingest', 'search', 'answer', 'embed', 'store', 'discord', 'cli', 'engine', 'eval'],
};

/** Rooms that know an interface of another room may import it by type only. */
const INTERFACES = {
  ingest: ['embed/embedder', 'store/store'],
  search: ['embed/embedder', 'store/store'],
  answer: ['store/store'],
};

const wall = (room, others) => ({
  files: [`src/${room}/**/*.ts`],
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        patterns: [
          ...(others.length > 0
            ? [
                {
                  regex: `^\\.\\./(?:\\.\\./)*(?:${others.join('|')})/`,
                  message: `${room}/ may not import from that room: imports point inward.`,
                },
              ]
            : []),
          ...(INTERFACES[room]
            ? [
                {
                  regex: `^\\.\\./(?!${INTERFACES[room].join('|')})(?:embed|store)/`,
                  message: `${room}/ knows the Embedder and Store interfaces alone.`,
                },
                {
                  regex: `^\\.\\./(?:${INTERFACES[room].join('|')})`,
                  allowTypeImports: true,
                  message: `${room}/ knows this interface by type only.`,
                },
              ]
            : []),
          ...Object.entries(DRIVERS)
            .filter(([, home]) => !home.startsWith(`src/${room}`))
            .map(([name, home]) => ({
              regex: `^${name}(?:/|$)`,
              message: `${name} is imported in ${home} alone.`,
            })),
          ...(room === 'domain'
            ? [{ regex: '^[^.]', message: 'domain/ imports nothing, not even node:.' }]
            : []),
          ...(['domain', 'ingest', 'search', 'answer', 'text', 'embed', 'store'].includes(room)
            ? [{ regex: '^\\.\\./(?:app|config)\\.ts$', message: 'app and config are the outside.' }]
            : []),
        ],
      },
    ],
  },
});

const PURE = ['domain', 'text', 'answer', 'follow'];

export default tseslint.config(
  { ignores: ['node_modules/', 'coverage/', 'data/'] },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['eslint.config.js', 'src/cli/rilis.js', 'src/launch/*.js'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      complexity: ['error', 10],
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 50, skipComments: true, skipBlankLines: true }],
      'max-params': ['error', 3],
      'no-console': 'error',
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only src/config.ts reads the environment.' },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, varsIgnorePattern: '^_' }],
    },
  },
  ...Object.entries(WALLS).map(([room, others]) =>
    wall(
      room,
      others.filter((other) => !(INTERFACES[room] ?? []).some((path) => path.startsWith(`${other}/`))),
    ),
  ),
  {
    files: PURE.map((room) => `src/${room}/**/*.ts`),
    rules: { 'no-restricted-globals': ['error', 'process', 'console', 'fetch', 'setTimeout', 'setInterval'] },
  },
  { files: ['src/config.ts', 'test/**/*.ts'], rules: { 'no-restricted-properties': 'off' } },
  { files: ['test/**/*.ts'], rules: { 'max-lines-per-function': 'off' } },
  { files: ['**/*.js'], extends: [tseslint.configs.disableTypeChecked], rules: { 'no-undef': 'off' } },
);
