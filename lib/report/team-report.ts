import type { ExperimentCard } from '../core/experiments/experiment';
import { causesOf } from '../core/incidents/causes';
import type { FalseAlarm, Incident } from '../core/incidents/incident';
import type { LedgerRule } from '../core/score/ledger';
import { damageOf } from '../postmortem/damage';
import { postMortemName } from '../postmortem/post-mortem-name';
import type { Edition } from './edition';
import { figuresOf, repairsOf, type Figures, type Repair } from './figures';

/** What a team went through, and what it made of it. */
export interface TeamReport {
  readonly team: string;
  readonly name: string;
  readonly rank: number;
  readonly points: number;
  readonly spendUsd: number;
  readonly figures: Figures;
  /** Points by what earned or cost them; what did neither is left out. */
  readonly pointsByRule: readonly { readonly rule: LedgerRule; readonly points: number }[];
  readonly incidents: readonly IncidentReport[];
  readonly falseAlarms: readonly Pick<FalseAlarm, 'atSeconds' | 'points'>[];
  readonly repairs: readonly Repair[];
  /** Hints that it took. */
  readonly hints: number;
}

export interface IncidentReport extends Pick<
  Incident,
  'number' | 'startSeconds' | 'secondsToDetect' | 'secondsToRecover' | 'loss'
> {
  readonly name: string;
  readonly requests: number;
  readonly bad: number;
  /** Titles of the experiments that may have begun it, the likeliest first. */
  readonly causes: readonly string[];
  /** Of its post-mortem, 0 to 1; null when none was begun. */
  readonly completeness: number | null;
}

/** The teams in the order of the standings. */
export function teamReports(edition: Edition): readonly TeamReport[] {
  const repairs = repairsOf(edition);
  return edition.game.teams.map(({ team, rank, points, spendUsd, lines }) => {
    const told = edition.teams.find((each) => each.team === team);
    const byRule = new Map<LedgerRule, number>();
    for (const line of lines) byRule.set(line.rule, (byRule.get(line.rule) ?? 0) + line.points);
    return {
      team,
      name: nameOf(edition, team),
      rank,
      points,
      spendUsd,
      figures: figuresOf(edition, [team]),
      pointsByRule: [...byRule].map(([rule, sum]) => ({ rule, points: sum })),
      incidents: (told?.incidents ?? []).map((incident) => incidentReport(incident, edition)),
      falseAlarms: (told?.falseAlarms ?? []).map((alarm) => ({ atSeconds: alarm.atSeconds, points: alarm.points })),
      repairs: repairs.filter((each) => each.team === team),
      hints: lines.filter(({ rule }) => rule === 'hint').length,
    };
  });
}

/** What a team is called. */
export const nameOf = ({ event }: Pick<Edition, 'event'>, team: string): string =>
  event.teams.find(({ id }) => id === team)?.name ?? team;

/** What an experiment is called. */
export const titleOf = (cards: readonly ExperimentCard[], experiment: string): string =>
  cards.find(({ id }) => id === experiment)?.title ?? experiment;

function incidentReport(incident: Incident, edition: Edition): IncidentReport {
  const { number, startSeconds, secondsToDetect, secondsToRecover, loss } = incident;
  const rounds = edition.game.teams.find(({ team }) => team === incident.team)?.rounds ?? [];
  const { offered, bad } = damageOf(incident, rounds, edition.event.roundSeconds);
  const name = postMortemName(incident);
  return {
    number,
    startSeconds,
    secondsToDetect,
    secondsToRecover,
    loss,
    name,
    requests: offered,
    bad,
    causes: [...new Set(causesOf(incident).map(({ experiment }) => titleOf(edition.cards, experiment)))],
    completeness: edition.completeness.get(name) ?? null,
  };
}
