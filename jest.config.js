const base = {
  testEnvironment: 'node',
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true } }, module: { type: 'commonjs' } },
    ],
  },
  setupFiles: ['<rootDir>/test/support/environment.ts'],
};
const project = (displayName, folders) => ({
  ...base,
  displayName,
  testMatch: folders.map((folder) => `<rootDir>/test/${folder}/**/*.test.ts`),
});

/** One project per kind of test, so that each can be run alone: `npx jest --selectProjects unit`. */
module.exports = {
  projects: [
    project('unit', [
      'core',
      'architecture',
      'arena',
      'aws',
      'load',
      'scenarios',
      'rehearsal',
      'lab',
      'cli',
      'cost',
      'deploy',
      'accounts',
      'guardrails',
      'access',
      'api',
      'doctor',
      'reclaim',
      'postmortem',
      'chat',
      'report',
      'workshop',
      'web',
      'lint',
      'mutations',
    ]),
    project('synth', ['synth']),
    project('e2e', ['e2e']),
    project('browser', ['browser']),
    project('k6', ['k6']),
    project('emulator', ['emulator']),
  ],
};
