import { build } from 'esbuild';

/** Bundles the k6 script with a journey into one file, because k6 knows nothing of node_modules. */
export async function bundleScript(journeyFile: string, outfile: string): Promise<void> {
  await build({
    stdin: { contents: entry(journeyFile), resolveDir: __dirname, loader: 'ts' },
    outfile,
    bundle: true,
    format: 'esm',
    // The JavaScript that k6's engine knows.
    target: 'es2020',
    platform: 'neutral',
    external: ['k6', 'k6/*'],
    logLevel: 'silent',
  });
}

const entry = (journeyFile: string) => `
  import { journey } from ${JSON.stringify(journeyFile)};
  import { playing, setup } from './script';
  export { setup };
  export default playing(journey);
`;
