// A worker starts with JavaScript; from here on TypeScript is compiled as it is loaded.
require('tsx/cjs');
require('./worker.ts');
