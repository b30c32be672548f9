import type { ExperimentCard } from '../core/experiments/experiment';
import type { ExperimentOutcome } from '../core/incidents/outcomes';
import { damageOf } from '../postmortem/damage';
import type { Edition } from './edition';

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
    const damages = incidentsOf(felt).map(([team, number]) => damage(edition, team, number));
    const detected = outcomes.flatMap(({ team, secondsToDetect }) =>
      secondsToDetect === null ? [] : [{ team, seconds: secondsToDetect }],
    );
    return {
      experiment,
      card: edition.cards.find(({ id }) => id === experiment),
      outcomes,
      felt: new Set(felt.map(({ team }) => team)).size,
      struck: new Set(struck.map(({ team }) => team)).size,
      requests: damages.reduce((sum, { offered }) => sum + offered, 0),
      bad: damages.reduce((sum, { bad }) => sum + bad, 0),
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

function damage({ event, game, teams }: Edition, team: string, number: number): { offered: number; bad: number } {
  const incident = teams.find((each) => each.team === team)?.incidents.find((each) => each.number === number);
  const rounds = game.teams.find((each) => each.team === team)?.rounds ?? [];
  return incident === undefined ? { offered: 0, bad: 0 } : damageOf(incident, rounds, event.roundSeconds);
}
