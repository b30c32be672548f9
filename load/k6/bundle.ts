import { build, type BuildOptions } from 'esbuild';
import { resolve } from 'node:path';

/** Bundles the k6 script with a journey into one file, because k6 knows nothing of node_modules. */
export async function bundleScript(journeyFile: string, outfile: string): Promise<void> {
  await build(scriptBundle(journeyFile, outfile));
}

/** How esbuild makes the k6 script of a journey. */
export const scriptBundle = (journeyFile: string, outfile: string) =>
  ({
    stdin: { contents: entry(journeyFile), resolveDir: __dirname, loader: 'ts' },
    // Names in the bundle must not depend on where it is made.
    absWorkingDir: resolve(__dirname, '../..'),
    outfile,
    bundle: true,
    format: 'esm',
    // The JavaScript that k6's engine knows.
    target: 'es2020',
    platform: 'neutral',
    external: ['k6', 'k6/*'],
    logLevel: 'silent',
  }) satisfies BuildOptions;

const entry = (journeyFile: string) => `
  import { journey } from ${JSON.stringify(journeyFile)};
  import { playing, setup } from './script';
  export { setup };
  export default playing(journey);
`;
