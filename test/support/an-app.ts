import { App, type AppProps } from 'aws-cdk-lib';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'gameday-apps-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A CDK app whose assembly is gone when the tests of a file are over: without a folder of its own, CDK leaves it behind for ever. */
export const anApp = (context?: AppProps['context']): App =>
  new App({ outdir: mkdtempSync(join(folder, 'app-')), ...(context && { context }) });
