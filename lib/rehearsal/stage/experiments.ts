import { dueActions, wantedRuns, type ExperimentAction } from '../../core/experiments/conduct';
import { endedEntry, refusedEntry, startedEntry } from '../../core/experiments/entries';
import { isRefusal, type Refusal } from '../../core/experiments/executor';
import type { ExperimentCard } from '../../core/experiments/experiment';
import type { ExperimentRun } from '../../core/experiments/schedule';
import { beginRefusal, reachOf } from '../../core/informed/gate';
import { dayOf, type Day } from '../../core/time/day';
import { END_OF_TIME } from '../../core/time/timeline';
import type { RehearsalJournal } from '../records/journal';
import type { Stage } from './stage';

/**
 * Conducts the experiments of a rehearsal by plan, orders and log, exact in event time: wherever something may be due, the agenda
 * holds a look at what is. What the log tells of, because this rehearsal was played so far before, happens again as it is told.
 */
export class StageExperiments {
  /** Ends of the event at which it looks. */
  private readonly ends = new Set<number>();

  constructor(
    private readonly cards: readonly ExperimentCard[],
    private readonly stage: Stage,
    private readonly journal: RehearsalJournal,
  ) {
    const wanted = this.wanted();
    this.playAgain(wanted);
    for (const run of wanted.values()) {
      this.lookAt(run.atSeconds);
      this.lookAt(run.atSeconds + run.forSeconds);
    }
    for (const { experiment, atSeconds } of journal.event.experiments) {
      const announcement = this.find(experiment)?.announcement;
      if (announcement !== undefined && announcement.mode !== 'silent')
        this.lookAt(atSeconds + announcement.afterSeconds);
    }
    this.lookAtEnds();
  }

  /** Something was written down, of this moment of event time: does what follows from it before event time goes on. */
  follow(seconds: number): void {
    this.lookAt(seconds);
    this.lookAtEnds();
  }

  /** What is under way when the event ends for its team is taken back. */
  private lookAtEnds(): void {
    const { commonEndsMs, ownEndsMs } = this.journal.timeline;
    for (const endsMs of [commonEndsMs, ...ownEndsMs.values()]) {
      const ends = endsMs / 1000;
      if (this.ends.has(ends) || ends < this.stage.eventSeconds) continue;
      this.ends.add(ends);
      this.lookAt(ends);
    }
  }

  /** Runs are found by the whole log: of one that goes on, it tells what is yet to come. */
  private wanted(): ReadonlyMap<string, ExperimentRun> {
    return wantedRuns({
      ...dayOf(this.journal.event, this.journal.facts(), END_OF_TIME),
      event: this.journal.event,
      cards: this.cards,
    });
  }

  private dayAt(eventSeconds: number): Day {
    return dayOf(this.journal.event, this.journal.facts(), this.journal.factInstant(eventSeconds));
  }

  private playAgain(wanted: ReadonlyMap<string, ExperimentRun>): void {
    for (const fact of this.journal.facts()) {
      const atSeconds = this.journal.secondsOf(fact);
      // Whoever ordered it may have been killed before anything followed from it.
      if (fact.type === 'stop-ordered' || fact.type === 'resumed') this.lookAt(atSeconds);
      if (fact.type !== 'experiment-started' && fact.type !== 'experiment-ended') continue;
      const run = wanted.get(fact.run);
      const card = run === undefined ? undefined : this.find(run.experiment);
      if (run === undefined || card === undefined) continue;
      const { executor } = this.stage.find(run.team);
      this.stage.agenda.add(atSeconds, () => {
        if (fact.type === 'experiment-started') executor.start(run, card);
        else executor.stop(run.run);
      });
    }
  }

  private lookAt(seconds: number): void {
    const atSeconds = wholeMs(seconds);
    this.stage.agenda.add(atSeconds, () => {
      const { event } = this.journal;
      for (const action of dueActions({ event, cards: this.cards, ...this.dayAt(atSeconds) }))
        this.act(action, atSeconds);
    });
  }

  private act(action: ExperimentAction, atSeconds: number): void {
    switch (action.kind) {
      case 'start':
        return this.begin(action.run, atSeconds);
      case 'stop':
        this.stage.find(action.team).executor.stop(action.run);
        return this.journal.addFact(atSeconds, endedEntry(action.run, action.outcome, action.reason));
      case 'refuse':
        return this.journal.addFact(atSeconds, refusedEntry(action.run, action.reason));
      case 'announce':
        return this.journal.addFact(atSeconds, {
          id: action.id,
          by: 'organizer',
          type: 'announced',
          text: action.text,
        });
    }
  }

  private begin(run: ExperimentRun, atSeconds: number): void {
    const answer = this.started(run, atSeconds);
    if (isRefusal(answer)) return this.journal.addFact(atSeconds, refusedEntry(run, answer.refused));
    this.journal.addFact(atSeconds, startedEntry(run));
    this.lookAt(atSeconds + run.forSeconds);
  }

  private started(run: ExperimentRun, atSeconds: number): 'started' | Refusal {
    const card = this.find(run.experiment);
    if (card === undefined) return { refused: `the scenario has no experiment "${run.experiment}"` };
    const { executor, world } = this.stage.find(run.team);
    const { event } = this.journal;
    if (event.informed !== undefined) {
      const targets = executor.resolve(run, card);
      if (isRefusal(targets)) return targets;
      const servers = world.resources().filter(({ kind }) => kind === 'instance' || kind === 'task');
      const day = { event, cards: this.cards, ...this.dayAt(atSeconds) };
      const refused = beginRefusal(day, run, reachOf(card.fault, targets, servers.length));
      if (refused !== undefined) return { refused };
    }
    return executor.start(run, card);
  }

  private find(experiment: string): ExperimentCard | undefined {
    return this.cards.find(({ id }) => id === experiment);
  }
}

/** The log knows whole milliseconds: what is dated in between would happen at another instant when it is played again. */
export const wholeMs = (seconds: number): number => Math.ceil(seconds * 1000 - 1e-6) / 1000;
