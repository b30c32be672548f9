import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

/**
 * What a recorded edition comes to, counted from the lines of its files and nothing else: none of the code that the report is made with. The
 * days of the example were neither paused nor extended, nothing is void, and every round was measured.
 */
const ROUND = 30;
const ROUNDS = 100;
const GOOD = 0.95;

interface Counts {
  readonly fast: number;
  readonly acceptable: number;
  readonly slow: number;
  readonly faulty: number;
  readonly failed: number;
  readonly spendUsdPerHour: number;
}
interface Line {
  readonly type: string;
  readonly at: string;
  readonly team: string;
  readonly weakness: string;
  readonly level: number;
  readonly run: string;
  readonly experiment: string;
}

const lines = <T>(folder: string, file: string): T[] =>
  readFileSync(path.join(folder, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const offered = (c: Counts): number => c.fast + c.acceptable + c.slow + c.faulty + c.failed;
const good = (c: Counts): number => c.fast + c.acceptable;

export const median = (values: readonly number[]): number | null => {
  const sorted = [...values].sort((a, b) => a - b);
  if (sorted.length === 0) return null;
  return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
};

/** Requests that the plan of the example has in a round: 15 to 40 a second over 50 minutes, three times as many from 5:00 to 9:00. */
function planned(round: number): number {
  const middle = (round + 0.5) * ROUND;
  return (15 + (25 * middle) / 3000) * (middle > 300 && middle < 540 ? 3 : 1) * ROUND;
}

export interface RecountedIncident {
  readonly start: number;
  readonly end: number;
  /** Seconds of event time; null when it was not declared. */
  declared: number | null;
  readonly requests: number;
  readonly bad: number;
  readonly loss: number;
}

export interface RecountedTeam {
  readonly team: string;
  readonly name: string;
  readonly counts: readonly Counts[];
  readonly incidents: readonly RecountedIncident[];
  readonly falseAlarms: readonly { readonly at: number; readonly points: number }[];
  readonly repairs: readonly { readonly weakness: string; readonly at: number }[];
  readonly points: Readonly<Record<string, number>>;
  readonly total: number;
  readonly spendUsd: number;
  readonly runs: readonly { readonly experiment: string; readonly from: number; readonly to: number }[];
}

/** The teams of an edition's folder, in the order of the event file. */
export function recount(folder: string): readonly RecountedTeam[] {
  const event = parse(readFileSync(path.join(folder, 'event.yaml'), 'utf8')) as {
    readonly teams: readonly { readonly id: string; readonly name: string }[];
  };
  const rounds = lines<{ round: number; teams: Record<string, Counts> }>(folder, 'rounds.jsonl');
  expect(rounds.map(({ round }) => round)).toEqual(Array.from({ length: ROUNDS }, (_, round) => round));
  const log = lines<Line>(folder, 'log.jsonl');
  const began = Date.parse(log.find(({ type }) => type === 'started')!.at);
  const at = (line: Line): number => (Date.parse(line.at) - began) / 1000;

  return event.teams.map(({ id, name }) => {
    const counts = rounds.map(({ teams }) => teams[id]!);
    const own = log.filter(({ team }) => team === id);
    const incidents = incidentsOf(counts);
    const said = own.filter(({ type }) => type === 'incident-declared').map(at);
    const stray = said.filter((seconds) => !claim(incidents, seconds));
    const falseAlarms = stray.map((seconds) => ({ at: seconds, points: -60 * (15 + (25 * seconds) / 3000) }));
    const points = {
      service: sum(counts.map((c, round) => planned(round) * ratio(c))),
      spend: -sum(counts.map((_, round) => planned(round) * overspent(counts, round))),
      detection: sum(incidents.map((i) => (i.declared === null ? 0 : 0.2 * i.loss * soon(i.declared - i.start, 600)))),
      recovery: sum(incidents.map((i) => 0.3 * i.loss * soon(i.end - i.start, 1800))),
      'false-alarm': sum(falseAlarms.map((alarm) => alarm.points)),
      hint: -sum(own.filter(({ type }) => type === 'hint').map(({ level }) => [0, 30, 60, 120][level]! * MEAN)),
    };
    return {
      team: id,
      name,
      counts,
      incidents,
      falseAlarms,
      repairs: own.filter(({ type }) => type === 'repaired').map((line) => ({ weakness: line.weakness, at: at(line) })),
      points,
      total: sum(Object.values(points)),
      spendUsd: (sum(counts.map((c) => c.spendUsdPerHour)) * ROUND) / 3600,
      runs: own
        .filter(({ type }) => type === 'experiment-started')
        .map((line) => ({
          experiment: line.experiment,
          from: at(line),
          to: at(log.find(({ type, run }) => type === 'experiment-ended' && run === line.run)!),
        })),
    };
  });
}

const MEAN = sum(Array.from({ length: ROUNDS }, (_, round) => planned(round))) / (ROUNDS * ROUND);
const ratio = (c: Counts): number =>
  (c.fast + 0.5 * c.acceptable + 0.1 * c.slow - c.faulty - 0.5 * c.failed) / offered(c);
const soon = (seconds: number, within: number): number => Math.max(0, 1 - seconds / within);

/** Share of a round's points that spending over the allowance of the example costs: the mean of half an hour counts. */
function overspent(counts: readonly Counts[], round: number): number {
  const window = counts.slice(Math.max(0, round - 59), round + 1);
  const mean = sum(window.map((c) => c.spendUsdPerHour)) / window.length;
  const allowed = 0.1 + (0.006 * planned(round)) / ROUND;
  return mean > allowed ? Math.min(0.5, 0.25 * (mean / allowed - 1)) : 0;
}

/** From the first bad round to the first of two good ones. Every incident of the example ends. */
function incidentsOf(counts: readonly Counts[]): RecountedIncident[] {
  const isGood = counts.map((c) => good(c) / offered(c) >= GOOD);
  const found: RecountedIncident[] = [];
  for (let round = 0; round < counts.length; round += 1) {
    if (isGood[round]!) continue;
    let end = round;
    while (!(isGood[end]! && isGood[end + 1]!)) end += 1;
    const within = counts.slice(round, end);
    found.push({
      start: round * ROUND,
      end: end * ROUND,
      declared: null,
      requests: sum(within.map(offered)),
      bad: sum(within.map((c) => offered(c) - good(c))),
      loss: sum(within.map((c, index) => planned(round + index) * (1 - ratio(c)))),
    });
    round = end;
  }
  return found;
}

/** Gives a declaration to the first incident not declared that it is at most two rounds away from; false when it is about none. */
function claim(incidents: readonly RecountedIncident[], seconds: number): boolean {
  const near = incidents.filter(({ start, end }) => seconds >= start - 2 * ROUND && seconds <= end + 2 * ROUND);
  const open = near.find(({ declared }) => declared === null);
  if (open !== undefined) open.declared = seconds;
  return near.length > 0;
}
