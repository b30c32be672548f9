const fs = require('node:fs');
const path = require('node:path');

/**
 * Words of the arena's own language, and of English. A scenario that calls something so cannot be told from them, however it is meant.
 * Kinds of faults join them: an experiment may be called like the fault that it brings.
 */
const general = [
  ...['api', 'app', 'cache', 'database', 'front', 'instance', 'queue', 'server', 'service', 'shared', 'site', 'table'],
  ...['target', 'task', 'tier', 'web', 'worker', 'world', 'zone'],
];
/** Ids of which one way of writing is plain English. */
const plainEnglish = ['one zone'];

/** `oneZone`, `ONE_ZONE` and `one zone` are all `one-zone`. */
const kebab = (text) =>
  text
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/[\s_-]+/g, '-')
    .toLowerCase();

const found = (text, pattern) => [...text.matchAll(pattern)].map(([, name]) => name);
const sourcesIn = (folder) =>
  fs.existsSync(folder)
    ? fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
    : [];

/** What the scenarios below a checkout call themselves and their parts, as `{ name, what }`. */
function namesIn(root) {
  const own = new Set([
    ...general,
    ...found(fs.readFileSync(path.join(root, 'lib/core/experiments/fault.ts'), 'utf8'), /kind\('([a-z-]+)'/g),
  ]);
  return fs
    .readdirSync(path.join(root, 'scenarios'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: scenario }) => {
      const below = (folder, pattern) =>
        sourcesIn(path.join(root, 'scenarios', scenario, folder)).flatMap((file) =>
          found(fs.readFileSync(path.join(root, 'scenarios', scenario, folder, file), 'utf8'), pattern),
        );
      const names = (what, list) => [...new Set(list)].map((name) => ({ name, what: `${what} of ${scenario}` }));
      return [
        { name: scenario, what: 'a scenario' },
        ...names('a weakness', below('weaknesses', /^ {2}id: '([a-z0-9-]+)'/gm)),
        ...names('an experiment', below('experiments', /^ {2}id: '([a-z0-9-]+)'/gm)),
        ...names('a tier', below('', /\btier: '([a-z0-9-]+)'/g)),
      ];
    })
    .filter(({ name }) => !own.has(name));
}

/** Where a line of text names one of them, in whatever way of writing, inside longer names and comments too. */
function namedIn(line, names) {
  const text = `-${kebab(plainEnglish.reduce((rest, words) => rest.replaceAll(words, ''), line)).replace(/[^a-z0-9-]+/g, '-')}-`;
  return names.filter(({ name }) => text.includes(`-${name}-`));
}

/** By checkout: hundreds of files are looked at, and their scenarios do not change meanwhile. */
const known = new Map();

/** Keeps the arena honest: a rule that knew one weakness would not be one of AWS. */
const rule = {
  meta: {
    type: 'problem',
    schema: [{ type: 'object', properties: { root: { type: 'string' } }, required: ['root'] }],
    messages: { named: '"{{name}}" is {{what}}: this code has to be the same for any scenario.' },
  },
  create(context) {
    const { root } = context.options[0];
    if (!known.has(root)) known.set(root, namesIn(root));
    const names = known.get(root);
    return {
      Program() {
        context.sourceCode.lines.forEach((line, index) => {
          for (const data of namedIn(line, names)) {
            context.report({ loc: { line: index + 1, column: 0 }, messageId: 'named', data });
          }
        });
      },
    };
  },
};

module.exports = { rules: { 'scenario-names': rule } };
