import { defineConfig } from 'vite';

/** Pages are served from any folder (a local server's root, a prefix of a bucket), under a policy that forbids inline and data: sources. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  build: {
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    rolldownOptions: { input: ['index.html', 'team.html', 'control.html'] },
  },
});
