import { play, type Game } from '../../lib/core/game';
import type { LogEntry, Measurement } from '../../lib/core/records/records';
import { anEntry, anEvent, aRound, at, declared, someLog, someRounds } from './builders';

/** A round of a minute in which 60 steps are planned: good, bad, and not measured. */
const measured: Readonly<Record<string, Measurement | undefined>> = {
  g: aRound({ fast: 60 }),
  b: aRound({ failed: 60 }),
  u: undefined,
};

/** A team says something. */
export const updated = (team: string, seconds: number, text: string, audience: 'internal' | 'external') =>
  anEntry('incident-updated', seconds, { team, text, audience }, { by: `team:${team}` });
export const resolved = (team: string, seconds: number) =>
  anEntry('incident-resolved', seconds, { team }, { by: `team:${team}` });

/** An experiment strikes a team, and is taken back. */
export const struck = (team: string, from: number, to: number, experiment = 'stop'): LogEntry[] => [
  anEntry('experiment-started', from, { run: `${experiment}-${from}-${team}`, experiment, team }),
  anEntry('experiment-ended', to, { run: `${experiment}-${from}-${team}`, outcome: 'completed', reason: 'time' }),
];

export const dayEvent = anEvent({
  teams: [
    { id: 'blue', name: 'Blue Whales', account: '111111111111' },
    { id: 'red', name: 'Red Foxes', account: '222222222222' },
    { id: 'green', name: 'Green Geese', account: '333333333333' },
  ],
});

/** The game at the end of the last round; a letter a round: `g` good, `b` bad, `u` not measured. */
export function playedDay(teams: Readonly<Record<string, string>>, ...log: readonly LogEntry[]): Game {
  const days = { blue: '', red: '', green: '', ...teams };
  const length = Math.max(...Object.values(days).map((day) => day.length));
  const filled = Object.entries(days).map(([team, day]) => [team, day === '' ? 'g'.repeat(length) : day] as const);
  const rounds = someRounds(
    Object.fromEntries(filled.map(([team, day]) => [team, [...day].map((letter) => measured[letter])])),
  );
  return play(dayEvent, rounds, someLog(...log), at(length * 60));
}

/**
 * A day of three teams with ten rounds, for whose incidents everything is worked out by hand. At 130 s an instance of each stops, until 250 s.
 * Blue is hurt and says so, red is hurt for longer and says nothing, green rides it out and raises a false alarm.
 */
export const scriptedDay = {
  teams: { blue: 'ggbbgggbgg', red: 'ggbbbbgggg', green: 'gggggggggg' },
  log: [
    ...struck('blue', 130, 250),
    ...struck('red', 130, 250),
    ...struck('green', 130, 250),
    declared('blue', 165),
    updated('blue', 180, 'The instance is gone', 'internal'),
    updated('blue', 200, 'We are on it', 'external'),
    anEntry('repaired', 240, { team: 'blue', weakness: 'one-instance' }),
    resolved('blue', 251),
    updated('blue', 430, 'Again?', 'internal'),
    declared('green', 100),
  ],
};
