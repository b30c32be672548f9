#!/usr/bin/env node
// Nothing is built: TypeScript is compiled as it is loaded, and kept in tsx's own cache.
require('tsx/cjs');
require('./gameday.ts');
