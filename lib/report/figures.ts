import { offeredSteps } from '../core/score/service';
import type { Incident } from '../core/incidents/incident';
import type { GameRound } from '../core/score/team-rounds';
import { secondsAt } from '../core/time/timeline';
import { median } from '../postmortem/median';
import { postMortemName } from '../postmortem/post-mortem-name';
import type { Edition } from './edition';

/** What an edition came to, for all its teams or for some. Shares are 0 to 1; null is what nobody can tell. */
export interface Figures {
  readonly requests: Requests;
  /** Checked rounds of the teams, and those among them in which the objective was missed, as event time. */
  readonly checkedSeconds: number;
  readonly badSeconds: number;
  /** Rounds that nobody measured. */
  readonly uncheckedRounds: number;
  readonly incidents: number;
  /** Incidents that were declared, and declarations that belonged to none. */
  readonly declared: number;
  readonly falseAlarms: number;
  /** From the first bad round to the declaration, of the incidents that were declared. */
  readonly secondsToDetect: Times;
  /** From the first bad round to the first of two good ones, of the incidents that ended. */
  readonly secondsToRecover: Times;
  readonly hypotheses: { readonly held: number; readonly refuted: number };
  /** Weaknesses that teams took over, each team's counted, and how many of them were seen repaired. */
  readonly weaknesses: { readonly planted: number; readonly repaired: number };
  /** Post-mortems that were begun, of all incidents, and how complete those of all incidents are in the mean. */
  readonly postMortems: { readonly written: number; readonly completeness: number | null };
}

/** What became of the requests that were measured. */
export interface Requests {
  readonly measured: number;
  /** Fast or acceptable. */
  readonly good: number;
  readonly slow: number;
  readonly faulty: number;
  readonly failed: number;
}

export interface Times {
  readonly median: number | null;
  readonly best: number | null;
  readonly worst: number | null;
  /** Incidents that came to it. */
  readonly count: number;
}

/** The figures of some teams of an edition. @param ids all of them when left out */
export function figuresOf(edition: Edition, ids = edition.event.teams.map(({ id }) => id)): Figures {
  const isOurs = ({ team }: { readonly team: string }): boolean => ids.includes(team);
  const teams = edition.game.teams.filter(isOurs);
  const told = edition.teams.filter(isOurs);
  const incidents = told.flatMap((each) => each.incidents);
  const { roundSeconds } = edition.event;
  const rounds = teams.flatMap((each) => each.rounds);
  const checked = rounds.filter(({ verdict }) => verdict !== 'unchecked');
  const hypotheses = edition.outcomes.filter(isOurs).map(({ hypothesis }) => hypothesis);
  return {
    requests: requestsOf(rounds),
    checkedSeconds: checked.length * roundSeconds,
    badSeconds: checked.filter(({ verdict }) => verdict !== 'ok').length * roundSeconds,
    uncheckedRounds: rounds.length - checked.length,
    incidents: incidents.length,
    declared: incidents.filter(({ declaredAtSeconds }) => declaredAtSeconds !== null).length,
    falseAlarms: told.reduce((sum, { falseAlarms }) => sum + falseAlarms.length, 0),
    secondsToDetect: timesOf(incidents, ({ secondsToDetect }) => secondsToDetect),
    secondsToRecover: timesOf(incidents, ({ secondsToRecover }) => secondsToRecover),
    hypotheses: {
      held: hypotheses.filter((each) => each === 'held').length,
      refuted: hypotheses.filter((each) => each === 'refuted').length,
    },
    weaknesses: {
      planted: edition.event.weaknesses.length * teams.length,
      repaired: repairsOf(edition).filter(isOurs).length,
    },
    postMortems: postMortemFigures(incidents, edition),
  };
}

/**
 * What became of the requests of rounds. Where all teams look after the same customers, their rounds stand in the records of each team, and
 * are counted once.
 */
export function requestsOf(rounds: readonly GameRound[]): Requests {
  const sum = { measured: 0, good: 0, slow: 0, faulty: 0, failed: 0 };
  const counted = new Set<number>();
  for (const { round, verdict, measurement } of rounds) {
    if (verdict === 'unchecked') continue;
    if (measurement.planned !== undefined) {
      if (counted.has(round)) continue;
      counted.add(round);
    }
    sum.measured += offeredSteps(measurement);
    sum.good += measurement.fast + measurement.acceptable;
    sum.slow += measurement.slow;
    sum.faulty += measurement.faulty;
    sum.failed += measurement.failed;
  }
  return sum;
}

function timesOf(incidents: readonly Incident[], of: (incident: Incident) => number | null): Times {
  const times = incidents.flatMap((incident) => of(incident) ?? []);
  const none = times.length === 0;
  return {
    median: median(times),
    best: none ? null : Math.min(...times),
    worst: none ? null : Math.max(...times),
    count: times.length,
  };
}

function postMortemFigures(incidents: readonly Incident[], { completeness }: Edition): Figures['postMortems'] {
  const written = incidents.flatMap((incident) => completeness.get(postMortemName(incident)) ?? []);
  const sum = written.reduce((total, each) => total + each, 0);
  return { written: written.length, completeness: incidents.length === 0 ? null : sum / incidents.length };
}

/** A weakness of which a team was seen to be rid. */
export interface Repair {
  readonly team: string;
  readonly weakness: string;
  readonly title: string;
  /** Event time. */
  readonly atSeconds: number;
}

/** Each team's repairs of the weaknesses that the event knows, each once, at the first instant it was seen. */
export function repairsOf({ event, game, timeline }: Edition): readonly Repair[] {
  const first = new Map<string, Repair>();
  for (const { at, entry } of game.entries) {
    if (entry.type !== 'repaired') continue;
    const { team, weakness } = entry;
    const title = event.weaknesses.find(({ id }) => id === weakness)?.title;
    const key = `${team}\n${weakness}`;
    if (title === undefined || first.has(key)) continue;
    first.set(key, { team, weakness, title, atSeconds: secondsAt(timeline, at) });
  }
  return [...first.values()];
}
