import type { Award } from '../../lib/core/view/awards';
import type { BoardIncident } from '../../lib/core/view/board-incidents';
import type { News, Snapshot, SnapshotTeam } from '../../lib/core/view/snapshot';
import type { Verdict } from '../../lib/core/score/verdict';
import { anEvent } from './builders';

const names = [
  'Blue Whales',
  'Red Foxes',
  'Green Herons',
  'Night Shift',
  'The Quokkas',
  'Null Pointers',
  'Ctrl Alt Elite',
];
const verdicts: readonly Verdict[] = ['ok', 'ok', 'degraded', 'ok', 'down', 'faulty', 'ok', 'unchecked'];
const ROUND_SECONDS = 60;
const ENDS_SECONDS = 4 * 3600;

interface SampleProps {
  readonly teams?: number;
  /** Rounds that count so far. */
  readonly rounds?: number;
  readonly seed?: number;
  /** The instant of the server's clock that the snapshot is of; the event began `rounds` rounds earlier. */
  readonly asOf?: Date;
}

/** A snapshot as the fold would make one: teams of unlike skill, traffic that grows, schema-true, the same for the same props. */
export function aSnapshot({ teams = 4, rounds = 96, seed = 1, asOf = new Date() }: SampleProps = {}): Snapshot {
  const random = randomFrom(seed);
  const historyRounds = sampled(rounds, 96);
  const plan = Array.from({ length: 120 }, (_, i) => stepsPerSecondAt((i / 119) * ENDS_SECONDS));
  const eventSeconds = rounds * ROUND_SECONDS;
  return {
    version: 1,
    event: {
      name: 'Spring GameDay',
      scenario: 'rental-market',
      startsAt: new Date(asOf.getTime() - eventSeconds * 1000).toISOString(),
      roundSeconds: ROUND_SECONDS,
      freezeSeconds: 900,
      hintSeconds: 30,
      rules: anEvent().rules,
    },
    clock: { phase: 'running', eventSeconds, endsSeconds: ENDS_SECONDS, asOf: asOf.toISOString(), speed: 1 },
    freeze: { frozen: false, atSeconds: ENDS_SECONDS - 900, revealed: false },
    traffic: { stepsPerSecond: stepsPerSecondAt(eventSeconds), plan },
    rounds,
    historyRounds,
    teams: ranked(Array.from({ length: teams }, (_, i) => aTeam(i, rounds, historyRounds, random))),
    news: someNews(eventSeconds),
    spotlights: [],
    awards: null,
  };
}

/** All of them, one shared and one that nobody has. */
export const someAwards: readonly Award[] = [
  { kind: 'detection', teams: ['team002'], value: 75 },
  { kind: 'availability', teams: ['team001'], value: 0.9712 },
  { kind: 'value', teams: ['team003'], value: 1234.5 },
  { kind: 'improved', teams: [], value: null },
  { kind: 'comeback', teams: ['team004', 'team001', 'team002'], value: 2 },
];

/** The same board when it is over and everybody may know the result. */
export const revealed = (snapshot: Snapshot): Snapshot => ({
  ...snapshot,
  clock: { ...snapshot.clock, phase: 'ended', eventSeconds: ENDS_SECONDS },
  freeze: { frozen: false, atSeconds: null, revealed: true },
  teams: snapshot.teams.map((team, i) => ({ ...team, frozenRank: ((i + 1) % snapshot.teams.length) + 1 })),
  awards: someAwards,
});

function aTeam(index: number, rounds: number, historyRounds: readonly number[], random: () => number): SnapshotTeam {
  const skill = 0.25 + 0.7 * random();
  const gains = Array.from({ length: rounds }, (_, round) => {
    const planned = stepsPerSecondAt(round * ROUND_SECONDS) * ROUND_SECONDS;
    return planned * (random() < skill ? 0.6 + 0.4 * random() : -0.5 + 0.8 * random());
  });
  const totals = gains.reduce<number[]>((sums, gain) => [...sums, (sums.at(-1) ?? 0) + gain], []);
  const verdict = rounds === 0 ? 'unchecked' : (verdicts[index % verdicts.length] ?? 'ok');
  const troubled = verdict !== 'ok' && verdict !== 'unchecked';
  const impactSince = troubled ? Math.max(0, rounds - 1 - Math.floor(random() * 20)) * ROUND_SECONDS : null;
  const declaredNow = verdict === 'down';
  return {
    id: `team${String(index + 1).padStart(3, '0')}`,
    name: names[index] ?? `Team ${index + 1}`,
    rank: 0,
    previousRank: 0,
    points: totals.at(-1) ?? 0,
    gained: gains.at(-1) ?? 0,
    trend: gains.slice(-10),
    verdict,
    served: rounds === 0 ? 0 : 0.5 + skill / 2,
    spendUsdPerHour: 0.2 + random(),
    impactSince,
    declared: declaredNow,
    history: historyRounds.map((round) => Math.round(totals[round] ?? 0)),
    incidents: someIncidents(index, rounds * ROUND_SECONDS, impactSince, declaredNow),
    frozenRank: null,
  };
}

/** One that is over for every hour that was played, and the open one. */
function someIncidents(
  index: number,
  eventSeconds: number,
  impactSince: number | null,
  declared: boolean,
): BoardIncident[] {
  const over = Array.from({ length: Math.floor(eventSeconds / 3600) }, (_, hour): BoardIncident => {
    const startSeconds = hour * 3600 + (index % 5) * 240;
    return {
      startSeconds,
      declaredAtSeconds: (index + hour) % 3 === 0 ? null : startSeconds + 90 + 30 * index,
      endSeconds: startSeconds + 420 + 60 * (index % 7),
      cause: hour === 0 ? 'catalogue-stop' : null,
    };
  }).filter(({ endSeconds }) => endSeconds !== null && endSeconds < (impactSince ?? eventSeconds));
  if (impactSince === null) return over;
  const open = { startSeconds: impactSince, declaredAtSeconds: declared ? impactSince + 60 : null };
  return [...over, { ...open, endSeconds: null, cause: null }];
}

function ranked(teams: readonly SnapshotTeam[]): SnapshotTeam[] {
  const before = [...teams].sort((a, b) => b.points - b.gained - (a.points - a.gained)).map((team) => team.id);
  return [...teams]
    .sort((a, b) => b.points - a.points)
    .map((team, i) => ({ ...team, rank: i + 1, previousRank: before.indexOf(team.id) + 1 }));
}

function someNews(eventSeconds: number): News[] {
  const items: Omit<News, 'atSeconds'>[] = [
    { kind: 'recovered', team: 'team001', text: 'Blue Whales have recovered after 12 min' },
    { kind: 'declared', team: 'team005', text: 'The Quokkas declared an incident: "checkout is gone, we are on it"' },
    { kind: 'experiment', team: null, text: 'Experiment under way: a zone is lost' },
    { kind: 'impact', team: 'team005', text: 'Customers of The Quokkas are not served' },
    { kind: 'announcement', team: null, text: 'Coffee is served in the back. Your customers do not drink coffee.' },
  ];
  const dated = items.map((item, i) => ({ ...item, atSeconds: eventSeconds - 60 - i * 420 }));
  return [
    ...dated.filter(({ atSeconds }) => atSeconds > 0),
    { kind: 'clock', team: null, text: 'The GameDay has started', atSeconds: 0 },
  ];
}

/** At most `most` round numbers, evenly spread, the newest always among them. */
function sampled(rounds: number, most: number): number[] {
  const step = Math.max(1, Math.ceil(rounds / most));
  return Array.from({ length: rounds }, (_, i) => i).filter((round) => (rounds - 1 - round) % step === 0);
}

function stepsPerSecondAt(seconds: number): number {
  const base = 2 + (38 * seconds) / ENDS_SECONDS;
  return seconds >= 7200 && seconds < 7500 ? base * 3 : base;
}

/** Mulberry32: small, seeded, good enough for samples. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
