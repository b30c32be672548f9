import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { GameDayError } from '../core/errors';
import type { Io } from '../core/io';
import { unwritable } from '../rehearsal/records/text-file';
import { scenarioFolder } from '../scenarios/catalogue';
import { nameMistake, renamed, startingPoint } from '../scenarios/new-scenario';

/** Copies the smallest scenario under another name. Throws `BadOption` for a name that cannot be used, `FolderUnwritable`. */
export function writeNewScenario(name: string, io: Io): void {
  const folder = scenarioFolder(name);
  const isThere = existsSync(folder);
  const files = readSources(scenarioFolder(startingPoint));
  // A scenario that is there uses words of its own name.
  const mistake = nameMistake(name, isThere ? [] : [...files.values()]);
  if (mistake !== undefined) throw badName(`"${name}" cannot be the name of a scenario. ${mistake}`);
  if (isThere) throw badName(`scenarios/${name} is already there, and nothing was written.`);
  try {
    // A folder without `scenario.ts` is no scenario yet: half a copy is nobody's scenario.
    for (const [path, text] of [...files].sort(
      ([a], [b]) => Number(a === 'scenario.ts') - Number(b === 'scenario.ts'),
    )) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), renamed(text, name));
    }
  } catch (error) {
    throw unwritable(folder, error);
  }
  io.notify(
    `Wrote scenarios/${name}: it works at once; change it piece by piece, as the README says in "Write a scenario in an hour".\n` +
      `Next: npx gameday scenario check ${name}\n` +
      `      npx gameday lab ${name}\n` +
      `      npx gameday rehearse scenarios/${name}/event.yaml`,
  );
}

const badName = (message: string) =>
  new GameDayError('BadOption', message, 'Give another name: npx gameday scenario new my-scenario');

/** Texts of a scenario's sources by path within its folder. */
function readSources(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.(ts|md|yaml)$/.test(path),
  );
  return new Map(files.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}
