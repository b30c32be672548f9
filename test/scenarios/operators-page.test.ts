import { readFileSync } from 'node:fs';
import { readEventFile } from '../../lib/rehearsal/records/event-on-disk';
import { loadScenario } from '../../lib/scenarios/catalogue';

describe.each(['rental-market', 'price-sync'])('the operator’s page of %s', (name) => {
  const folder = `scenarios/${name}`;
  const readme = readFileSync(`${folder}/README.md`, 'utf8');

  /** Cells of the rows of a table, by their first. */
  const rowsOf = (heading: string): ReadonlyMap<string, readonly string[]> => {
    const [, chapter = ''] = readme.split(`\n## ${heading}\n`);
    const lines = chapter.split('\n## ')[0]!.split('\n');
    const rows = lines.filter((line) => /^\| [a-z]+(-[a-z]+)+ /.test(line));
    return new Map(
      rows
        .map((row) => row.slice(1, -1).split('|'))
        .map((cells) => [cells[0]!.trim(), cells.map((cell) => cell.trim())]),
    );
  };

  test('tells of every experiment, its failure class, and when the event file plans it', async () => {
    const scenario = await loadScenario(name);
    const { experiments } = await readEventFile(`${folder}/event.yaml`);
    const planned = (id: string) =>
      experiments.filter(({ experiment }) => experiment === id).map(({ atSeconds }) => atSeconds);
    const told = [...rowsOf('Experiments')].map(([id, [, failureClass, , at]]) => ({
      id,
      failureClass,
      at: secondsIn(at!),
    }));
    expect(told).toEqual(scenario.experiments.map(({ id, failureClass }) => ({ id, failureClass, at: planned(id) })));
  });

  test('and of every weakness', async () => {
    const { weaknesses } = await loadScenario(name);
    expect([...rowsOf('Weaknesses').keys()].sort()).toEqual(weaknesses.map(({ id }) => id).sort());
  });
});

const secondsIn = (cell: string): number[] =>
  cell === ''
    ? []
    : cell
        .split(', ')
        .map((each) => 3600 * Number(/(\d+) h/.exec(each)?.[1] ?? 0) + 60 * Number(/(\d+) m/.exec(each)?.[1] ?? 0));
