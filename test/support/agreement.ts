import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { GameDayEvent } from '../../lib/core/event/event';
import { play, type Game, type GameTeam } from '../../lib/core/game';
import { stepClasses, type StepClass } from '../../lib/core/records/records';
import { offeredSteps } from '../../lib/core/score/service';
import { playGame } from '../../lib/lab/play-game';
import { readFolder, type FolderContent } from '../../lib/rehearsal/records/folder';
import { loadScenario } from '../../lib/scenarios/catalogue';
import { synthesise } from '../../lib/scenarios/synth';
import { GamedayProcess } from '../e2e/rehearsal-process';

/** How far a rehearsal with real requests is from the virtual one of the same seed, for one team: the real one less the virtual. */
export interface Difference {
  readonly team: string;
  /** Percent of a clean team's points. */
  readonly points: number;
  /** Percentage points of the planned steps, by class. */
  readonly shares: Readonly<Record<StepClass, number>>;
}

/** As many rehearsals as two cores can play without being late. */
const AT_ONCE = 2;

/**
 * Event seconds per real second. Samples wait in real time, so the faster a rehearsal is, the longer is what they wait for in event time:
 * at 60 a journey of five steps takes half an event-minute, so that whatever begins or ends meanwhile hits it in its middle, and a round
 * with timeouts is known to bots three event-minutes after its end. At 10 both are as short as in a virtual rehearsal, or nearly so.
 */
const SPEED = 10;

/** Half an hour at its own pace: growth, a spike, two faults, and bots who repair. A whole day pressed into it has faults of a minute. */
const halfAnHour = `
name: Half an hour
scenario: rental-market
starts: 2026-12-10T09:00:00+01:00
duration: 30m
freeze: 0m
teams:
  - { id: idle, name: Idle }
  - { id: novice, name: Novice }
  - { id: steady, name: Steady }
  - { id: expert, name: Expert }
traffic:
  - { at: 0m, rps: 8 }
  - { at: 30m, rps: 20 }
spikes:
  - { at: 22m, for: 3m, times: 2 }
experiments:
  - { experiment: catalogue-stop, at: 7m }
  - { experiment: zone-outage, at: 15m }
`;

/** Differences by team of thirty event-minutes, each seed's, two seeds at a time. @param folder an empty one */
export async function differencesUnder(
  seeds: readonly number[],
  folder: string,
): Promise<readonly (readonly Difference[])[]> {
  const found: (readonly Difference[])[] = [];
  for (let i = 0; i < seeds.length; i += AT_ONCE) {
    found.push(...(await Promise.all(seeds.slice(i, i + AT_ONCE).map((seed) => differencesOf(seed, folder)))));
  }
  return found;
}

/** Plays the half hour with real requests and without. */
async function differencesOf(seed: number, folder: string): Promise<readonly Difference[]> {
  const virtual = await rehearsed(path.join(folder, `virtual-${seed}`), seed, '--speed', 'max');
  const live = ['--speed', String(SPEED), '--engine', 'embedded'];
  const real = await rehearsed(path.join(folder, `real-${seed}`), seed, ...live);
  const clean = await cleanPoints(virtual.event, seed);
  const [ofReal, ofVirtual] = [gameOf(real), gameOf(virtual)];
  return virtual.event.teams.map(({ id: team }) => {
    const [a, b] = [ofReal, ofVirtual].map((game) => game.teams.find((each) => each.team === team));
    if (a === undefined || b === undefined) throw new Error(`${team} did not play`);
    const [sharesOfReal, sharesOfVirtual] = [sharesOf(a, b), sharesOf(b, a)];
    return {
      team,
      points: (100 * (a.points - b.points)) / clean,
      shares: byClass((name) => 100 * (sharesOfReal[name] - sharesOfVirtual[name])),
    };
  });
}

async function rehearsed(folder: string, seed: number, ...words: readonly string[]): Promise<FolderContent> {
  const event = `${folder}.yaml`;
  writeFileSync(event, halfAnHour);
  const common = ['--headless', '--port', '0', '--seed', String(seed), '--out', folder];
  const rehearsal = new GamedayProcess('rehearse', event, ...common, ...words);
  if ((await rehearsal.ended) !== 0) throw new Error(rehearsal.output);
  return readFolder(folder);
}

const gameOf = ({ event, rounds, log }: FolderContent): Game =>
  play(event, rounds, log, event.startsAt + event.durationSeconds * 1000);

/**
 * Classes as shares of the steps planned in rounds that were checked in both games. A sample is as large in a quiet round as in a busy
 * one, so it is weighed with the round's planned steps, as points are.
 */
function sharesOf(team: GameTeam, other: GameTeam): Readonly<Record<StepClass, number>> {
  const known = new Set(checkedIn(other).map(({ round }) => round));
  const checked = checkedIn(team).filter(({ round }) => known.has(round));
  const planned = checked.reduce((sum, round) => sum + round.planned, 0);
  return byClass((name) => {
    const steps = checked.map(({ measurement, planned }) => (planned * measurement[name]) / offeredSteps(measurement));
    return steps.reduce((sum, each) => sum + each, 0) / planned;
  });
}

const checkedIn = ({ rounds }: GameTeam) => rounds.flatMap((each) => (each.verdict === 'unchecked' ? [] : [each]));

async function cleanPoints(event: GameDayEvent, seed: number): Promise<number> {
  const [scenario, synthesis] = await Promise.all([loadScenario(event.scenario), synthesise(event.scenario)]);
  const variant = { kind: 'clean', id: 'clean', title: 'The good stack' } as const;
  return playGame({ scenario, synthesis, event }, { variant, seed }).points;
}

const byClass = (of: (name: StepClass) => number): Record<StepClass, number> =>
  Object.fromEntries(stepClasses.map((name) => [name, of(name)])) as Record<StepClass, number>;
