import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleLoadProgram, k6ScriptFile, loadProgramFile } from '../../load/aws/bundle';
import { journeyFile } from '../../load/scenario-journey';
import { bundleOf, bundleOfText } from '../constructs/bundle';
import { buildPages } from '../rehearsal/pages/pages';
import { cardsOf, hintsOf } from '../scenarios/cards';

/** What the organizer's stack ships, as folders and files on disk. */
export interface OrganizerPrograms {
  /** Folder of the built pages. */
  readonly pages: string;
  /** Folder with the scorer as `index.js`. */
  readonly scorer: string;
  /** Folder with the conductor as `index.js` and the scenario's experiments as `experiments.json`. */
  readonly conductor: string;
  /** Folder with the API as `index.js`, and the scenario's weaknesses and experiments as `weaknesses.json` and `experiments.json`. */
  readonly api: string;
  /** Files of the load program and of the script that k6 runs. */
  readonly load: { readonly program: string; readonly script: string };
}

/** Builds and bundles the programs of the organizer's plane for a scenario. @param folder where to leave them; the pages are kept by themselves */
export async function buildOrganizerPrograms(scenario: string, folder: string): Promise<OrganizerPrograms> {
  const scorer = join(folder, 'scorer');
  mkdirSync(scorer, { recursive: true });
  writeFileSync(join(scorer, 'index.js'), bundleOf(join(__dirname, '../handlers/scorer.lambda.ts')));
  const conductor = join(folder, 'conductor');
  mkdirSync(conductor, { recursive: true });
  writeFileSync(join(conductor, 'index.js'), bundleOf(join(__dirname, '../handlers/conductor.lambda.ts')));
  writeFileSync(join(conductor, 'experiments.json'), JSON.stringify(await cardsOf(scenario)));
  const api = join(folder, 'api');
  mkdirSync(api, { recursive: true });
  writeFileSync(join(api, 'index.js'), bundleOfText(apiEntry(scenario), join(__dirname, '../handlers')));
  writeFileSync(join(api, 'experiments.json'), JSON.stringify(await cardsOf(scenario)));
  writeFileSync(join(api, 'weaknesses.json'), JSON.stringify(await hintsOf(scenario)));
  const load = join(folder, 'load');
  mkdirSync(load, { recursive: true });
  bundleLoadProgram(scenario, load);
  return {
    pages: await buildPages(),
    scorer,
    conductor,
    api,
    load: { program: join(load, loadProgramFile), script: join(load, k6ScriptFile) },
  };
}

const apiEntry = (scenario: string): string => `
  import { journey } from ${JSON.stringify(journeyFile(scenario))};
  import { apiHandler } from './api.lambda';
  export const handler = apiHandler(journey);
`;
