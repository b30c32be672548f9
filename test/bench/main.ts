import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { benchAgreement } from './agreement';
import { benchArena } from './arena';
import { benchCost } from './cost';
import { benchEmulator } from './emulator';
import { benchEngines, type EngineFigures } from './engines';
import { benchEvent } from './event';
import { figure, type Figure } from './figure';
import { benchFold } from './fold';
import { benchLab } from './lab';
import { benchLoadTask } from './load-task';
import { benchPages } from './pages';
import { benchSynth } from './synth';
import { benchScorer } from './scorer';
import { benchSpectators } from './spectators';

const benches: Readonly<Record<string, () => Figure[] | Promise<Figure[]>>> = {
  fold: benchFold,
  arena: benchArena,
  lab: benchLab,
  event: benchEvent,
  pages: benchPages,
  spectators: benchSpectators,
  synth: benchSynth,
  scorer: benchScorer,
  emulator: benchEmulator,
  engines: async () => (await benchEngines()).flatMap(engineFigures),
  load: benchLoadTask,
  cost: benchCost,
  agreement: benchAgreement,
};

/** Takes so long that whoever wants it has to ask for it. */
const onlyByName: ReadonlySet<string> = new Set(['agreement']);

function engineFigures(of: EngineFigures): Figure[] {
  const name = (what: string): string => `${of.engine}, ${of.stepsPerSecond} steps/s: ${what}`;
  const aims = of.engine === 'embedded' ? { offered: '99.5 or more', lag: '10', cpu: '30' } : {};
  return [
    figure(name('offered of planned'), '%', [of.offeredPercent], aims.offered),
    figure(name('served fast'), '%', [of.fastPercent]),
    figure(name('dispatch lag p99'), 'ms', [of.lagP99Ms], aims.lag),
    ...(of.cpuPercent === undefined ? [] : [figure(name('share of a core'), '%', [of.cpuPercent], aims.cpu)]),
    ...(of.rssMib === undefined ? [] : [figure(name('memory'), 'MiB', [of.rssMib])]),
  ];
}

const rounded = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 1 : 0 });

/** `npm run bench [-- NAME …] [--json FILE]`: a table, and the same as JSON on the last line or in a file. */
async function main(words: readonly string[]): Promise<void> {
  const jsonAt = words.indexOf('--json');
  const names = words.filter((word, index) => word in benches && (jsonAt < 0 || index !== jsonAt + 1));
  const figures: Figure[] = [];
  for (const [name, bench] of Object.entries(benches)) {
    if (names.length > 0 ? !names.includes(name) : onlyByName.has(name)) continue;
    for (const each of await bench()) {
      figures.push(each);
      const spread = each.runs === 1 ? '' : `(${rounded(each.least)} to ${rounded(each.most)}, ${each.runs} runs)`;
      const aim = each.aim === undefined ? '' : `aim ${each.aim}`;
      console.log(
        `${each.name.padEnd(52)}${rounded(each.median).padStart(12)} ${each.unit.padEnd(8)} ${spread.padEnd(38)} ${aim}`,
      );
    }
  }
  const json = JSON.stringify({ node: process.version, cpu: cpus()[0]?.model, figures });
  const file = jsonAt < 0 ? undefined : words[jsonAt + 1];
  if (file === undefined) console.log(json);
  else writeFileSync(file, `${json}\n`);
}

void main(process.argv.slice(2));
