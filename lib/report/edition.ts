import { postMortemName } from '../postmortem/post-mortem-name';
import type { GameDayEvent, Instant } from '../core/event/event';
import type { ExperimentCard } from '../core/experiments/experiment';
import { play, type Game } from '../core/game';
import type { TeamIncidents } from '../core/incidents/incident';
import { incidentsOf } from '../core/incidents/incidents';
import { outcomesOf, type ExperimentOutcome } from '../core/incidents/outcomes';
import type { LogEntry, RoundRecord } from '../core/records/records';
import { timelineOf, type Timeline } from '../core/time/timeline';
import { completenessOf } from './completeness';
import { markdownOf } from '../postmortem/markdown';
import { postMortemOf } from '../postmortem/post-mortem';

/** What is known of an edition. */
export interface EditionRecords {
  /** The name of its folder: what it is called where the event has no number. */
  readonly folder: string;
  readonly event: GameDayEvent;
  readonly rounds: readonly RoundRecord[];
  readonly log: readonly LogEntry[];
  /** The experiments of its scenario, as far as they are at hand. */
  readonly cards: readonly ExperimentCard[];
  /** The post-mortems that were written, as Markdown, by their names: `TEAM-NUMBER`. */
  readonly postMortems: ReadonlyMap<string, string>;
}

/** An edition, folded. */
export interface Edition extends EditionRecords {
  readonly label: string;
  readonly game: Game;
  readonly timeline: Timeline;
  /** In the order of the event file. */
  readonly teams: readonly TeamIncidents[];
  readonly outcomes: readonly ExperimentOutcome[];
  /** How much of its post-mortem people have written, above 0, at most 1, by its name; absent where there is none or nothing but a draft. */
  readonly completeness: ReadonlyMap<string, number>;
}

/** Folds an edition at an instant. */
export function foldEdition(records: EditionRecords, at: Instant): Edition {
  const { event, rounds, log, cards, postMortems } = records;
  const game = play(event, rounds, log, at);
  const teams = incidentsOf(event, game);
  const outcomes = outcomesOf(event, game, teams, cards);
  const written = teams
    .flatMap(({ incidents }) => incidents)
    .flatMap((incident): [string, number][] => {
      const name = postMortemName(incident);
      const text = postMortems.get(name);
      if (text === undefined) return [];
      const draft = markdownOf(postMortemOf(incident, { event, game, teams, outcomes, cards }), `${name}.svg`);
      const share = completenessOf(text, draft);
      return share === 0 ? [] : [[name, share]];
    });
  return {
    ...records,
    label: event.edition === undefined ? records.folder : `Edition ${event.edition}`,
    game,
    timeline: timelineOf(event, game.entries),
    teams,
    outcomes,
    completeness: new Map(written),
  };
}

/** By their numbers where all have one, else by when they began; oldest first. */
export function inOrderOfTime(editions: readonly Edition[]): readonly Edition[] {
  const numbered = editions.every(({ event }) => event.edition !== undefined);
  const place = ({ event, timeline }: Edition): number =>
    numbered ? event.edition! : (timeline.runs[0]?.startsAt ?? event.startsAt);
  return editions.toSorted((a, b) => place(a) - place(b));
}
