import path from 'node:path';
import type { GameDayEvent } from '../../lib/core/event/event';
import { play } from '../../lib/core/game';
import { stepClasses, type StepClass } from '../../lib/core/records/records';
import { offeredSteps } from '../../lib/core/score/service';
import { playGame } from '../../lib/lab/play-game';
import { readFolder, type FolderContent } from '../../lib/rehearsal/records/folder';
import { loadScenario } from '../../lib/scenarios/catalogue';
import { synthesise } from '../../lib/scenarios/synth';
import { GamedayProcess } from '../e2e/rehearsal-process';

/** How far a rehearsal with real requests is from the virtual one of the same seed, for one team. Signed: the real one less the virtual. */
export interface Difference {
  readonly team: string;
  /** Percent of a clean team's points. */
  readonly points: number;
  /** Percentage points of the planned steps, by class. */
  readonly shares: Readonly<Record<StepClass, number>>;
}

/** Mean distances over several seeds, whichever way they go: what is too much under one seed is not made good by too little under another. */
export function meanDistances(seeds: readonly (readonly Difference[])[]): readonly Difference[] {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + Math.abs(value), 0) / values.length;
  const [first = []] = seeds;
  return first.map(({ team }) => {
    const own = seeds.flatMap((each) => each.filter((difference) => difference.team === team));
    return {
      team,
      points: mean(own.map(({ points }) => points)),
      shares: byClass((name) => mean(own.map(({ shares }) => shares[name]))),
    };
  });
}

/** Plays thirty event-minutes of the scenario's own event, all of its plan in proportion, with real requests and without. @param folder an empty one */
export async function differencesOf(seed: number, folder: string): Promise<readonly Difference[]> {
  const real = await rehearsed(path.join(folder, `real-${seed}`), seed, '--speed', '60', '--engine', 'embedded');
  const virtual = await rehearsed(path.join(folder, `virtual-${seed}`), seed, '--speed', 'max');
  const clean = await cleanPoints(virtual.event, seed);
  const [ofReal, ofVirtual] = [teamPlays(real), teamPlays(virtual)];
  return virtual.event.teams.map(({ id: team }) => {
    const [a, b] = [ofReal.get(team), ofVirtual.get(team)];
    if (a === undefined || b === undefined) throw new Error(`${team} did not play`);
    return {
      team,
      points: (100 * (a.points - b.points)) / clean,
      shares: byClass((name) => 100 * (a.shares[name] - b.shares[name])),
    };
  });
}

async function rehearsed(folder: string, seed: number, ...words: readonly string[]): Promise<FolderContent> {
  const whole = ['--headless', '--duration', '30m', '--port', '0', '--seed', String(seed), '--out', folder];
  const rehearsal = new GamedayProcess('rehearse', ...whole, ...words);
  if ((await rehearsal.ended) !== 0) throw new Error(rehearsal.output);
  return readFolder(folder);
}

interface TeamPlay {
  readonly points: number;
  /**
   * Of the steps planned in rounds that were checked. A sample is as large in a quiet round as in a busy one, so it is weighed with the
   * round's planned steps, as points are.
   */
  readonly shares: Readonly<Record<StepClass, number>>;
}

function teamPlays({ event, rounds, log }: FolderContent): ReadonlyMap<string, TeamPlay> {
  const game = play(event, rounds, log, event.startsAt + event.durationSeconds * 1000);
  return new Map(
    game.teams.map((team) => {
      const checked = team.rounds.flatMap((each) => (each.verdict === 'unchecked' ? [] : [each]));
      const planned = checked.reduce((sum, round) => sum + round.planned, 0);
      const steps = (name: StepClass): number =>
        checked.reduce((sum, round) => {
          const { measurement } = round;
          return sum + (round.planned * measurement[name]) / offeredSteps(measurement);
        }, 0);
      return [team.team, { points: team.points, shares: byClass((name) => steps(name) / planned) }];
    }),
  );
}

async function cleanPoints(event: GameDayEvent, seed: number): Promise<number> {
  const [scenario, synthesis] = await Promise.all([loadScenario(event.scenario), synthesise(event.scenario)]);
  const variant = { kind: 'clean', id: 'clean', title: 'The good stack' } as const;
  return playGame({ scenario, synthesis, event }, { variant, seed }).points;
}

const byClass = (of: (name: StepClass) => number): Record<StepClass, number> =>
  Object.fromEntries(stepClasses.map((name) => [name, of(name)])) as Record<StepClass, number>;
