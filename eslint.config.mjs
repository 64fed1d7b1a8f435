import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import reactHooks from 'eslint-plugin-react-hooks';
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
  signals: ['domain', 'errors', 'numerics'],
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
    'signals',
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

const wholeBytes = {
  selector: "MemberExpression[property.name='toBuffer']",
  message: 'bytesOf in src-main/libvips gives bytes that stay whole in every build.',
};

const shared = ['contract', 'domain', 'errors'];

/** Within the window: what every part of it may use, and screens, which know nothing of each other. */
const window = ['app', 'components', 'charts', 'viewer', 'i18n'];
for (const part of window) mayImport[part] = [...shared, ...window];
mayImport.screen = [...shared, ...window];

const elements = Object.keys(mayImport).map((type) => {
  if (type === 'screen') return { type, pattern: 'src-renderer/screens/*', capture: ['name'] };
  const root = shared.includes(type) ? 'src-shared' : window.includes(type) ? 'src-renderer' : 'src-main';
  return { type, pattern: `${root}/${type}` };
});

const policies = Object.entries(mayImport).map(([type, allowed]) => ({
  from: { element: { type } },
  // Files of one screen see each other without a policy: they are the same element.
  allow: { to: { element: { types: { anyOf: type === 'screen' ? allowed : [type, ...allowed] } } } },
}));

export default tseslint.config(
  { ignores: ['dist/', '.cache/', 'coverage/', 'node_modules/', 'src-main/numerics/kernels/assembly/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx', '**/*.cts'],
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
    // CommonJS has no other way to load a module.
    files: ['**/*.cts'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    // The inner loops of numerics and of pixel code index typed arrays whose bounds the loop itself guarantees.
    files: [
      'src-main/numerics/**/*.ts',
      'src-main/imaging/**/*.ts',
      'src-main/samples/**/*.ts',
      'src-main/detection/**/*.ts',
      'src-main/signals/**/*.ts',
      'tests/**/*.ts',
    ],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['src-main/**/*.ts', 'src-shared/**/*.ts', 'src-renderer/*/**/*.{ts,tsx}'],
    // The list of screens is no part of any of them.
    ignores: ['src-renderer/screens/index.ts'],
    plugins: { boundaries },
    settings: {
      'boundaries/elements': elements,
      'import/resolver': { node: { extensions: ['.ts', '.tsx'] } },
    },
    rules: {
      'boundaries/dependencies': ['error', { default: 'disallow', policies }],
      'boundaries/no-unknown-files': 'error',
    },
  },
  {
    files: ['src-main/**/*.ts', 'src-shared/**/*.ts'],
    ignores: ['src-main/electron/**', 'src-main/numerics/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: [{ name: 'electron', message: 'Only src-main/electron knows Electron.' }] },
      ],
    },
  },
  {
    files: ['src-main/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'sharp',
              allowTypeImports: true,
              message: 'src-main/libvips chooses the build that is loaded.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['src-main/**/*.ts'],
    ignores: ['src-main/libvips/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        wholeBytes,
        {
          selector: "NewExpression[callee.name='SparsightError'] > ObjectExpression",
          message: 'reasonedError says it in every language.',
        },
      ],
    },
  },
  {
    // What these say is for the terminal, which is in English.
    files: ['src-main/{cli,web}/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', wholeBytes] },
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
    files: ['src-renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      // Handlers of forms and buttons may be asynchronous; what they await tells of its own failures.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    },
  },
  {
    files: ['scripts/**/*.mjs', 'bin/**/*.mjs', 'assets/**/*.mjs', '*.mjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        performance: 'readonly',
        Buffer: 'readonly',
      },
    },
  },
);
