import type { ExperimentCard } from '../core/experiments/experiment';
import type { ExperimentOutcome } from '../core/incidents/outcomes';
import type { CheckedRound } from '../core/score/team-rounds';
import { damageOf } from '../postmortem/damage';
import type { Edition } from './edition';
import { requestsOf } from './figures';

/** What was tried, and what it did to whom. */
export interface ExperimentReport {
  readonly experiment: string;
  /** Undefined when the scenario does not have it any more. */
  readonly card: ExperimentCard | undefined;
  /** One for each time that it was tried on a team, in the order of the log. */
  readonly outcomes: readonly ExperimentOutcome[];
  /** Teams whose customers felt it, of those that it struck. */
  readonly felt: number;
  readonly struck: number;
  /** Requests in the incidents that it may have begun, and how many of them were not served well. */
  readonly requests: number;
  readonly bad: number;
  /** Who declared it first after it struck; the first of the log of several. Null when nobody did. */
  readonly firstToDetect: { readonly team: string; readonly seconds: number } | null;
}

/** Every experiment that the log knows of, in the order in which it was first tried. */
export function experimentReports(edition: Edition): readonly ExperimentReport[] {
  const ids = [...new Set(edition.outcomes.map(({ experiment }) => experiment))];
  return ids.map((experiment) => {
    const outcomes = edition.outcomes.filter((each) => each.experiment === experiment);
    const struck = outcomes.filter(({ startedAtSeconds }) => startedAtSeconds !== null);
    const felt = struck.filter(({ effect }) => effect === 'felt');
    const requests = requestsOf(incidentsOf(felt).flatMap(([team, number]) => roundsOf(edition, team, number)));
    const detected = outcomes.flatMap(({ team, secondsToDetect }) =>
      secondsToDetect === null ? [] : [{ team, seconds: secondsToDetect }],
    );
    return {
      experiment,
      card: edition.cards.find(({ id }) => id === experiment),
      outcomes,
      felt: new Set(felt.map(({ team }) => team)).size,
      struck: new Set(struck.map(({ team }) => team)).size,
      requests: requests.measured,
      bad: requests.measured - requests.good,
      firstToDetect: detected.reduce<ExperimentReport['firstToDetect']>(
        (first, each) => (first === null || each.seconds < first.seconds ? each : first),
        null,
      ),
    };
  });
}

/** Each incident once: an experiment that struck twice may have been there twice in the same one. */
const incidentsOf = (felt: readonly ExperimentOutcome[]): readonly (readonly [string, number])[] => [
  ...new Map(
    felt.flatMap(({ team, incident }) =>
      incident === null ? [] : [[`${team}\n${incident}`, [team, incident] as const] as const],
    ),
  ).values(),
];

function roundsOf({ event, game, teams }: Edition, team: string, number: number): readonly CheckedRound[] {
  const incident = teams.find((each) => each.team === team)?.incidents.find((each) => each.number === number);
  const rounds = game.teams.find((each) => each.team === team)?.rounds ?? [];
  return incident === undefined ? [] : damageOf(incident, rounds, event.roundSeconds).rounds;
}
