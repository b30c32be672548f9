import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readFolder } from '../../lib/rehearsal/records/folder';
import { foldEdition, type Edition } from '../../lib/report/edition';
import { reportOf, type Report } from '../../lib/report/report';
import { cardsOf } from '../../lib/scenarios/cards';
import { readCatalogue } from '../../lib/workshop/incident-catalogue';

/** The recorded example. */
export const exampleFolder = path.join(__dirname, '../../docs/two-editions');

async function readEdition(folder: string): Promise<Edition> {
  const home = path.join(exampleFolder, folder);
  const records = await readFolder(home);
  expect(records.problems).toEqual([]);
  const texts = readdirSync(path.join(home, 'postmortems')).map(
    (name) => [name.replace('.md', ''), readFileSync(path.join(home, 'postmortems', name), 'utf8')] as const,
  );
  const cards = await cardsOf(records.event.scenario);
  const end = records.event.startsAt + records.event.durationSeconds * 1000;
  return foldEdition({ ...records, folder, cards, postMortems: new Map(texts) }, end);
}

/** The example's report, and its newest edition. */
export async function exampleReport(): Promise<{ readonly report: Report; readonly newest: Edition }> {
  const [first, second] = [await readEdition('first'), await readEdition('second')];
  const past = readCatalogue(readFileSync(path.join(exampleFolder, 'incidents.yaml'), 'utf8'));
  if (!past.ok) throw new Error('the catalogue of the example cannot be read');
  return { report: reportOf([second, first], past.incidents), newest: second };
}
