const { createTransformer } = require('@swc/jest');

/**
 * Compiles as ever, but for the one file that the environment variable names: there a text is replaced first. The checkout's files
 * stay as they are, and the compiler's cache keeps the mutant apart because its key is made of the replaced text.
 */
module.exports.createTransformer = (options) => {
  const swc = createTransformer(options);
  const { file, find, replace } = JSON.parse(process.env.GAMEDAY_MUTATION || '{}');
  const mutated = (source, filename) =>
    file !== undefined && filename.replaceAll('\\', '/').endsWith(`/${file}`)
      ? source.replace(find, () => replace)
      : source;
  return {
    ...swc,
    getCacheKey: (source, filename, ...rest) => swc.getCacheKey(mutated(source, filename), filename, ...rest),
    process: (source, filename, ...rest) => swc.process(mutated(source, filename), filename, ...rest),
  };
};
