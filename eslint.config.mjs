import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import scenarioNames from './lint/scenario-names.js';

/** Arrows point inward (DESIGN of the layout): each folder names what it must not import. */
const io = [
  'fs',
  'fs/promises',
  'path',
  'os',
  'child_process',
  'http',
  'https',
  'net',
  'worker_threads',
  'process',
].flatMap((name) => [name, `node:${name}`]);
const forbid = (files, { groups = [], paths = [], message }) => ({
  files,
  rules: {
    'no-restricted-imports': ['error', { paths, patterns: groups.map((group) => ({ group: [group], message })) }],
  },
});
const pure = {
  'no-restricted-globals': ['error', 'process', 'fetch', 'setTimeout', 'setInterval'],
  'no-restricted-properties': [
    'error',
    { object: 'Date', property: 'now', message: 'time is handed in' },
    { object: 'Math', property: 'random', message: 'randomness is seeded and handed in' },
  ],
};
const onlyCore = 'core imports nothing but itself, zod and yaml';
const noCdk = ['aws-cdk-lib', 'aws-cdk-lib/*', 'constructs', '@aws-sdk/*'];

export default tseslint.config(
  {
    ignores: [
      'node_modules',
      '.tools',
      '.cache',
      'cdk.out',
      'web/dist',
      'rehearsals',
      'coverage',
      '**/*.js',
      '**/*.mjs',
    ],
  },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'no-console': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  { files: ['bin/**', 'test/run/**', 'test/bench/**'], rules: { 'no-console': 'off' } },
  {
    ...forbid(['lib/core/*.ts'], { groups: ['../*', ...noCdk], paths: io, message: onlyCore }),
  },
  {
    ...forbid(['lib/core/*/*.ts'], { groups: ['../../*', ...noCdk], paths: io, message: onlyCore }),
  },
  {
    ...forbid(['lib/architecture/**/*.ts'], {
      groups: [
        '../arena/*',
        '../rehearsal/*',
        '../lab/*',
        '../cli/*',
        '../scenarios/*',
        '../../scenarios/*',
        '../../load/*',
        ...noCdk,
      ],
      paths: io,
      message: 'architecture knows nothing but itself and core',
    }),
  },
  {
    files: [
      'lib/core/**/*.ts',
      'lib/architecture/**/*.ts',
      'lib/postmortem/*.ts',
      'lib/report/**/*.ts',
      'lib/workshop/*.ts',
    ],
    rules: pure,
  },
  {
    ...forbid(['lib/arena/**/*.ts'], {
      groups: ['**/rehearsal/**', '**/lab/**', '**/cli/**', '**/scenarios/**', '**/load/**', ...noCdk],
      message: 'the arena knows architecture and core, and no scenario',
    }),
  },
  {
    files: ['lib/arena/**/*.ts', 'lib/architecture/**/*.ts'],
    plugins: { gameday: scenarioNames },
    rules: { 'gameday/scenario-names': ['error', { root: import.meta.dirname }] },
  },
  {
    ...forbid(
      ['lib/rehearsal/**/*.ts', 'lib/scenarios/**/*.ts', 'lib/stacks/**/*.ts', 'load/**/*.ts', 'scenarios/**/*.ts'],
      {
        groups: ['**/lab/**', '**/cli/**'],
        message: 'only a command uses the lab, and only bin uses commands',
      },
    ),
  },
  {
    ...forbid(['lib/api/**/*.ts'], {
      groups: ['**/rehearsal/**', '**/arena/**', '**/cli/**', '**/stacks/**', '**/aws/**', ...noCdk],
      message: 'the API is the same here and on AWS: what differs is handed in as a port',
    }),
  },
  {
    ...forbid(['lib/lab/**/*.ts'], {
      groups: ['**/cli/**', '**/stacks/**', '**/aws/**', ...noCdk],
      message: 'the lab plays rehearsals of scenarios in the arena, and knows nothing of commands or AWS',
    }),
  },
  {
    ...forbid(['lib/postmortem/*.ts'], {
      groups: [
        ...['arena', 'architecture', 'aws', 'cli', 'deploy', 'lab', 'rehearsal', 'scenarios'].map((f) => `../${f}/*`),
        ...noCdk,
      ],
      paths: io,
      message: 'a post-mortem is written from what core folds, and knows nothing else',
    }),
  },
  {
    ...forbid(['lib/report/**/*.ts', 'lib/workshop/*.ts'], {
      groups: [
        ...['arena', 'architecture', 'aws', 'cli', 'deploy', 'lab', 'rehearsal'].map((f) => `**/${f}/*`),
        ...noCdk,
      ],
      paths: io,
      message: 'a report and the workshop are worked out from what is handed in',
    }),
  },
  {
    ...forbid(['load/journey.ts', 'scenarios/*/journey.ts'], {
      groups: noCdk,
      paths: io,
      message: 'journeys run in k6 and in Node: pure imports only',
    }),
  },
  { files: ['web/**/*.{ts,tsx}'], plugins: { 'react-hooks': reactHooks }, rules: reactHooks.configs.recommended.rules },
  { files: ['test/**/*.ts'], rules: { '@typescript-eslint/unbound-method': 'off' } },
);
