const path = require('node:path');
const [unit] = require('../../jest.config').projects;
const [[files, [, options]]] = Object.entries(unit.transform);

/** The unit tests as ever, compiled by what can put a mutation in. */
module.exports = {
  ...unit,
  rootDir: path.join(__dirname, '../..'),
  transform: { [files]: ['<rootDir>/test/mutations/transform.js', options] },
};
