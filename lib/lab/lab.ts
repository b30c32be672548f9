import path from 'node:path';
import { readArchitecture } from '../architecture/read';
import { GameDayError } from '../core/errors';
import type { GameDayEvent } from '../core/event/event';
import type { Io } from '../core/io';
import { unlessAborted } from '../rehearsal/interruptible';
import { readEventFile } from '../rehearsal/records/event-on-disk';
import { loadScenario, scenarioFolder } from '../scenarios/catalogue';
import type { Scenario } from '../scenarios/scenario';
import { synthesise } from '../scenarios/synth';
import { planGames, seedsFor } from './plan';
import { labProgress } from './progress';
import { labReport, type LabReport } from './report';
import { variantsOf } from './variants';
import { playInWorkers } from './workers';

export interface LabOptions {
  readonly scenario: string;
  /** How many games to play about; they are divided into whole seeds. */
  readonly games: number;
  /** The first seed. */
  readonly seed: number;
  /** Path of an event file. @default the scenario's own */
  readonly event: string | undefined;
  /** Worker threads. */
  readonly jobs: number;
}

/**
 * Plays a scenario many times over and says what it found; undefined when `signal` was aborted before the end. Throws `ScenarioUnknown`,
 * `SynthFailed`, what reading an event file throws, and `BadOption` for an event of another scenario.
 */
export async function runLab(options: LabOptions, io: Io, signal: AbortSignal): Promise<LabReport | undefined> {
  const scenario = await loadScenario(options.scenario);
  const event = await eventOf(options, scenario);
  io.progress('Synthesising the stacks');
  const synthesis = await unlessAborted(signal, synthesise(scenario.id, event.options));
  if (synthesis === undefined) return undefined;

  const variants = variantsOf(scenario.weaknesses);
  const seeds = seedsFor(options.games, variants.length);
  const games = planGames(variants, options.seed, seeds);
  io.notify(`${variants.length} variants x ${seeds} seeds: ${games.length} games of ${event.name}`);
  const begun = performance.now();
  const outcomes = await playInWorkers({
    order: { scenario: scenario.id, synthesis, event },
    games,
    jobs: options.jobs,
    signal,
    played: (done) =>
      io.progress(labProgress(done, games.length, (performance.now() - begun) / 1000), done / games.length),
  });
  if (outcomes === undefined) return undefined;
  return labReport(scenario, event, options.seed, outcomes, readArchitecture(synthesis.spoiled).notModelled);
}

async function eventOf({ event: file }: LabOptions, { id }: Scenario): Promise<GameDayEvent> {
  const event = await readEventFile(file ?? path.join(scenarioFolder(id), 'event.yaml'));
  if (event.scenario === id) return event;
  throw new GameDayError(
    'BadOption',
    `${file ?? 'event.yaml'} is an event of the scenario ${event.scenario}, not of ${id}`,
    `Give an event file with "scenario: ${id}".`,
  );
}
