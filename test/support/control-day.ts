import type { ApiPorts } from '../../lib/api/ports';
import type { Team } from '../../lib/core/event/event';
import type { LogEntry, Measurement } from '../../lib/core/records/records';
import { Office } from '../api/call';
import { anExperiment } from './an-experiment';
import { anEntry, anEvent, aRound, at, someLog, someRounds } from './builders';

/** What people write in it is meant to do harm. */
export const hostile = '<img src=x onerror="document.title=\'taken\'"><b>Bold</b>';

const ROUNDS = 95;

const names = [
  'Blue Whales',
  'Red Foxes',
  'Green Herons',
  'Night Shift',
  'The Quokkas',
  'Null Pointers',
  'Ctrl Alt Elite',
];
const weaknesses = ['One instance', 'No health check', 'Table without room', 'Slow start', 'No retries', 'Single zone'];

const teamOf = (place: number): Team => ({
  id: `team-${place}`,
  name: place === 1 ? hostile : `${names[place % names.length] ?? ''} ${place + 1}`,
  account: String(100_000_000_000 + place),
});

/** A minute of a team that is served the worse the further down it stands, and badly for a while. */
function aMinute(place: number, round: number): Measurement | undefined {
  if (place % 11 === 5 && round > ROUNDS - 6) return undefined;
  const bad = (round >= 30 + (place % 7) && round < 40) || (place % 9 === 4 && round > ROUNDS - 4);
  const slow = (place * 7) % 30;
  const counts = bad ? { fast: 30, slow: 40, failed: 50 } : { fast: 120 - slow, acceptable: slow };
  return aRound({
    ...counts,
    spendUsdPerHour: 0.3 + (place % 5) / 10,
    flags: place % 13 === 6 ? ['balancer: far more requests than were sent'] : [],
  });
}

/** The middle of a frozen day of four hours, as organizers find it, with something of everything. */
export function aControlDay(teamCount: number, changes: Partial<ApiPorts> = {}): Office {
  const teams = Array.from({ length: teamCount }, (_, place) => teamOf(place));
  const event = anEvent({
    name: 'Spring GameDay',
    durationSeconds: 14_400,
    teams,
    traffic: [
      { atSeconds: 0, stepsPerSecond: 1 },
      { atSeconds: 14_400, stepsPerSecond: 8 },
    ],
    spikes: [{ atSeconds: 7200, forSeconds: 600, times: 3 }],
    weaknesses: weaknesses.map((title) => ({ id: title.toLowerCase().replaceAll(' ', '-'), title, hintSeconds: [30] })),
    experiments: [
      { experiment: 'stop', atSeconds: 1800 },
      { experiment: 'latency', atSeconds: 5500, jitterSeconds: 60 },
      { experiment: 'stop', atSeconds: 9000 },
    ],
  });
  const office = new Office({
    event,
    experiments: [
      anExperiment(),
      anExperiment({
        id: 'latency',
        title: 'The long way round',
        fault: { kind: 'latency', tier: 'web', addedMs: 400 },
      }),
    ],
    readiness: () =>
      Promise.resolve([
        { name: 'engine', finding: { verdict: 'green', says: 'up' } },
        ...teams.map(({ id }, place) => ({
          team: id,
          name: 'front',
          finding:
            place === 2
              ? { verdict: 'red' as const, says: 'nobody can connect to it', fix: 'Start it again.' }
              : { verdict: 'green' as const, says: 'open' },
        })),
      ]),
    ...changes,
  });
  office.rounds = someRounds(
    Object.fromEntries(
      teams.map(({ id }, place) => [id, Array.from({ length: ROUNDS }, (_, round) => aMinute(place, round))]),
    ),
  );
  office.log = someLog(
    ...teams.flatMap(({ id }, place) => faultsAt(id, place)),
    ...teams.flatMap(({ id }, place) => repairsAt(id, place)),
    anEntry('announced', 1200, { text: `Lunch at noon ${hostile}` }),
    anEntry('asked', 3000, { team: 'team-1', text: `May we? ${hostile}` }, { id: 'asked-1', by: 'team:team-1' }),
    anEntry('asked', 3100, { team: 'team-2', text: 'When is lunch?' }, { id: 'asked-2', by: 'team:team-2' }),
    anEntry('answered', 3200, { to: 'asked-2', text: 'At noon.', public: true }),
    anEntry('incident-declared', 2200, { team: 'team-1', text: hostile }, { by: 'team:team-1' }),
    anEntry(
      'incident-updated',
      2300,
      { team: 'team-1', text: 'We look.', audience: 'internal' },
      { by: 'team:team-1' },
    ),
    anEntry('incident-declared', 4800, { team: 'team-3', text: 'All is lost' }, { by: 'team:team-3' }),
    anEntry('traffic', 4000, { factor: 2, team: 'team-3' }),
    anEntry('frozen', 4900, {}),
    anEntry('adjusted', 5000, { team: 'team-2', points: 900, reason: 'Our mistake' }, { id: 'adjusted-1' }),
    anEntry('voided', 5100, { from: 3, to: 4, reason: 'The engine was ill' }),
    anEntry('announced', 5200, { text: 'The demo begins at four' }, { id: 'announced-2' }),
    anEntry('retracted', 5300, { entry: 'announced-2', reason: 'It begins at five' }),
    anEntry('repaired', 5350, { team: 'nobody', weakness: 'one-instance' }),
  );
  office.now = at(ROUNDS * 60);
  return office;
}

function faultsAt(team: string, place: number): LogEntry[] {
  const first = `stop-0-${team}`;
  const second = `latency-1-${team}`;
  const about = (run: string, experiment: string) => ({ run, experiment, team });
  return [
    anEntry('experiment-started', 1800, about(first, 'stop')),
    anEntry('experiment-ended', 2400, { run: first, outcome: 'completed', reason: 'its time was up' }),
    place % 8 === 3
      ? anEntry('experiment-refused', 5500, { ...about(second, 'latency'), reason: 'no instance is left' })
      : anEntry('experiment-started', 5500, about(second, 'latency')),
  ];
}

const repairsAt = (team: string, place: number): LogEntry[] =>
  weaknesses.flatMap((title, index) =>
    (place * 3 + index) % 4 === 0
      ? [
          anEntry(
            'repaired',
            2000 + place,
            { team, weakness: title.toLowerCase().replaceAll(' ', '-') },
            { by: 'scorer' },
          ),
        ]
      : [],
  );
