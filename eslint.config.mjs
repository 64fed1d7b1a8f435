import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import tseslint from 'typescript-eslint';

/** The folder tree is the architecture: who may import whom (see docs/architecture.md). */
const mayImport = {
  errors: [],
  domain: ['errors'],
  contract: ['domain', 'errors'],
  numerics: ['domain'],
  // The image library in the build that is sound here.
  libvips: [],
  imaging: ['domain', 'errors', 'numerics', 'libvips'],
  samples: ['domain', 'errors', 'numerics', 'imaging', 'libvips'],
  detection: ['domain', 'errors', 'numerics', 'imaging'],
  storage: ['contract', 'domain', 'errors'],
  reports: ['contract', 'domain', 'errors', 'libvips'],
  engine: [
    'contract',
    'domain',
    'errors',
    'numerics',
    'libvips',
    'imaging',
    'samples',
    'detection',
    'storage',
    'reports',
  ],
  // What both hosts of the window share: its built files, what it may load, where the application keeps its own.
  hosting: ['contract', 'domain', 'errors'],
  web: ['contract', 'domain', 'errors', 'engine', 'hosting'],
  electron: ['contract', 'domain', 'errors', 'engine', 'hosting'],
  // `serve` is a command that starts the browser host.
  cli: ['contract', 'domain', 'errors', 'engine', 'hosting', 'web'],
};

const shared = ['contract', 'domain', 'errors'];
const elements = Object.keys(mayImport).map((type) => ({
  type,
  pattern: shared.includes(type) ? `src-shared/${type}` : `src-main/${type}`,
}));

const policies = Object.entries(mayImport).map(([type, allowed]) => ({
  from: { element: { type } },
  allow: { to: { element: { types: { anyOf: [type, ...allowed] } } } },
}));

export default tseslint.config(
  { ignores: ['dist/', '.cache/', 'coverage/', 'node_modules/', 'src-main/numerics/kernels/assembly/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/prefer-for-of': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  {
    // The inner loops of numerics and of pixel code index typed arrays whose bounds the loop itself guarantees.
    files: [
      'src-main/numerics/**/*.ts',
      'src-main/imaging/**/*.ts',
      'src-main/samples/**/*.ts',
      'src-main/detection/**/*.ts',
      'tests/**/*.ts',
    ],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['src-main/**/*.ts', 'src-shared/**/*.ts'],
    plugins: { boundaries },
    settings: {
      'boundaries/elements': elements,
      'import/resolver': { node: { extensions: ['.ts'] } },
    },
    rules: {
      'boundaries/dependencies': ['error', { default: 'disallow', policies }],
      'boundaries/no-unknown-files': 'error',
    },
  },
  {
    files: ['src-main/numerics/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['node:*'], message: 'Numerics are pure: no I/O, no clock, no process.' }] },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'The caller passes the seed.' },
        { object: 'Date', property: 'now', message: 'Numerics read no clock.' },
      ],
    },
  },
  {
    files: ['scripts/**/*.mjs', 'bin/**/*.mjs', '*.mjs'],
    languageOptions: {
      globals: { process: 'readonly', console: 'readonly', URL: 'readonly', performance: 'readonly' },
    },
  },
);
