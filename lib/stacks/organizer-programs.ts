import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleLoadProgram, k6ScriptFile, loadProgramFile } from '../../load/aws/bundle';
import { bundleOf } from '../constructs/bundle';
import { buildPages } from '../rehearsal/pages/pages';

/** What the organizer's stack ships, as folders and files on disk. */
export interface OrganizerPrograms {
  /** Folder of the built pages. */
  readonly pages: string;
  /** Folder with the scorer as `index.js`. */
  readonly scorer: string;
  /** Files of the load program and of the script that k6 runs. */
  readonly load: { readonly program: string; readonly script: string };
}

/** Builds and bundles the programs of the organizer's plane for a scenario. @param folder where to leave them; the pages are kept by themselves */
export async function buildOrganizerPrograms(scenario: string, folder: string): Promise<OrganizerPrograms> {
  const scorer = join(folder, 'scorer');
  mkdirSync(scorer, { recursive: true });
  writeFileSync(join(scorer, 'index.js'), bundleOf(join(__dirname, '../handlers/scorer.lambda.ts')));
  const load = join(folder, 'load');
  mkdirSync(load, { recursive: true });
  bundleLoadProgram(scenario, load);
  return {
    pages: await buildPages(),
    scorer,
    load: { program: join(load, loadProgramFile), script: join(load, k6ScriptFile) },
  };
}
