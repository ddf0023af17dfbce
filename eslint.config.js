import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** Libraries and the one place that imports each; `eval` may, to compare with them bare. */
const DRIVERS = {
  'discord.js': 'src/discord',
  'hnswlib-node': 'src/search/dense',
  '@xenova/transformers': 'src/embed',
  'onnxruntime-node': 'src/embed/bundled',
  'better-sqlite3': 'src/store',
  'prom-client': 'src/ops',
};

/** Imports point inward: the rooms of `src` whose modules each room may import. `docs/architecture.md` draws them. */
export const ROOMS = {
  domain: [],
  text: ['domain'],
  workers: ['domain'],
  ops: ['domain'],
  follow: ['domain', 'text'],
  ingest: ['domain', 'text'],
  search: ['domain', 'text'],
  answer: ['domain', 'text'],
  embed: ['domain', 'workers'],
  store: ['domain', 'workers'],
  engine: ['domain', 'text', 'workers', 'follow', 'ingest', 'search', 'answer', 'embed', 'store'],
  launch: [],
  discord: ['domain', 'text', 'ops', 'follow', 'answer'],
  preview: [],
  cli: ['domain', 'ops', 'answer', 'launch'],
  eval: ['domain', 'text', 'workers', 'ingest', 'search', 'answer', 'embed', 'store', 'engine'],
};

/** Files of `src` itself: what Rilis can do, wired. Only what stands around it may import them. */
const OUTSIDE = ['app', 'config', 'follower', 'following', 'guilds', 'keeper', 'library'];
const MAY_WIRE = ['discord', 'cli', 'eval'];

/** What a room may know of others by type only. */
const BY_TYPE = {
  ingest: ['embed/embedder', 'store/store'],
  search: ['embed/embedder', 'store/store'],
  engine: ['app', 'config', 'library'],
};

const wall = (room, inner) => {
  const outer = Object.keys(ROOMS).filter((other) => other !== room && !inner.includes(other));
  const typed = BY_TYPE[room] ?? [];
  const butTyped = typed.map((file) => `(?!${file}\\.ts$)`).join('');
  const patterns = [
    {
      regex: `^\\.\\./(?:\\.\\./)*${butTyped}(?:${outer.join('|')})/`,
      message: `${room}/ may not import from that room: imports point inward.`,
    },
    ...(MAY_WIRE.includes(room)
      ? []
      : [
          {
            regex: `^\\.\\./(?:\\.\\./)*(?:${OUTSIDE.filter((file) => !typed.includes(file)).join('|')})\\.ts$`,
            message: `${room}/ may not import what wires it.`,
          },
        ]),
    ...typed.map((file) => ({
      regex: `^\\.\\./(?:\\.\\./)*${file}\\.ts$`,
      allowTypeImports: true,
      message: `${room}/ knows ${file} by type only.`,
    })),
    ...Object.entries(DRIVERS)
      .filter(([, home]) => room !== 'eval' && !home.startsWith(`src/${room}`))
      .map(([name, home]) => ({
        regex: `^${name}(?:/|$)`,
        message: `${name} is imported in ${home} alone.`,
      })),
    ...(room === 'domain' ? [{ regex: '^[^.]', message: 'domain/ imports nothing, not even node:.' }] : []),
  ];
  return {
    files: [`src/${room}/**/*.ts`],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
  };
};

const PURE = ['domain', 'text', 'answer', 'follow'];

export default tseslint.config(
  { ignores: ['node_modules/', 'coverage/', 'data/', 'scripts/embedder/work/'] },
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
  ...Object.entries(ROOMS).map(([room, inner]) => wall(room, inner)),
  {
    files: PURE.map((room) => `src/${room}/**/*.ts`),
    rules: { 'no-restricted-globals': ['error', 'process', 'console', 'fetch', 'setTimeout', 'setInterval'] },
  },
  { files: ['src/config.ts', 'test/**/*.ts'], rules: { 'no-restricted-properties': 'off' } },
  { files: ['test/**/*.ts'], rules: { 'max-lines-per-function': 'off' } },
  { files: ['**/*.js'], extends: [tseslint.configs.disableTypeChecked], rules: { 'no-undef': 'off' } },
);
