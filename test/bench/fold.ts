import { gzipSync } from 'node:zlib';
import type { GameDayEvent } from '../../lib/core/event/event';
import { play } from '../../lib/core/game';
import type { LogEntry, RoundRecord } from '../../lib/core/records/records';
import { snapshotOf } from '../../lib/core/view/snapshot';
import { anEvent } from '../support/builders';
import { figure, timed, type Figure } from './figure';

const ROUNDS = 480;

/** Folds and snapshots of a day in which every round of every team is different and some are bad. */
export function benchFold(): Figure[] {
  const fifty = aDay(50);
  const thousand = aDay(1000);
  const hundred = aDay(100);
  const snapshot = (): string => JSON.stringify(snapshotOf(...hundred, { asOf: 0, speed: 1 }));
  return [
    figure(
      'fold of 50 teams x 480 rounds',
      'ms',
      timed(9, () => play(...fifty)),
      '20',
    ),
    figure(
      'fold of 1,000 teams x 480 rounds',
      'ms',
      timed(5, () => play(...thousand)),
      '400',
    ),
    figure('snapshot of 100 teams x 480 rounds', 'ms', timed(5, snapshot)),
    figure('the same, compressed', 'kB', [gzipSync(snapshot()).length / 1000], '40'),
  ];
}

type Day = [event: GameDayEvent, rounds: readonly RoundRecord[], log: readonly LogEntry[], now: number];

function aDay(count: number): Day {
  const teams = Array.from({ length: count }, (_, i) => ({
    id: `team-${i}`,
    name: `Team ${i}`,
    account: String(900_000_000_000 + i),
  }));
  const event = anEvent({ teams, durationSeconds: ROUNDS * 60, roundSeconds: 60, freezeSeconds: 0 });
  const next = generator(count);
  const rounds = Array.from({ length: ROUNDS }, (_, round): RoundRecord => ({
    round,
    startsAt: new Date(event.startsAt + round * 60_000).toISOString(),
    teams: Object.fromEntries(teams.map(({ id }) => [id, aMeasurement(next)])),
  }));
  const log: LogEntry[] = [
    { id: 'started', by: 'organizer', type: 'started', at: new Date(event.startsAt).toISOString() },
  ];
  return [event, rounds, log, event.startsAt + event.durationSeconds * 1000];
}

function aMeasurement(next: () => number) {
  const bad = next() < 0.1;
  const failed = Math.floor((bad ? 60 : 3) * next());
  const slow = Math.floor(5 * next());
  return {
    expected: 120,
    fast: 110 - failed - slow,
    acceptable: 10,
    slow,
    faulty: 0,
    failed,
    p50Ms: 40 + 20 * next(),
    p95Ms: 200 + 100 * next(),
    spendUsdPerHour: 0.25 + 0.2 * next(),
    flags: [],
  };
}

/** Numbers in [0, 1), the same in every run (Lehmer's generator, modulus 2^31 - 1). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
