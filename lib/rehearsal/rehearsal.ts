import type { GameDayEvent } from '../core/event/event';
import type { Game } from '../core/game';
import type { RoundRecord } from '../core/records/records';
import { stepsPerSecondAt } from '../core/time/traffic';
import type { Scenario } from '../scenarios/scenario';
import type { Synthesis } from '../scenarios/synth';
import { BotTeam } from './bots/bot-team';
import { profileFor } from './bots/profile';
import { planExperiments } from './stage/experiments';
import type { RehearsalJournal } from './records/journal';
import { Observer } from './stage/observer';
import { Stage } from './stage/stage';

/** Everything of a rehearsal that moves through event time, without knowing what drives it: real time, or nothing but the next event. */
export class Rehearsal {
  readonly event: GameDayEvent;
  readonly stage: Stage;
  readonly observer: Observer;
  readonly rounds: number;
  private readonly bots: readonly BotTeam[];

  constructor(
    readonly scenario: Scenario,
    synthesis: Synthesis,
    readonly journal: RehearsalJournal,
    readonly seed: number,
  ) {
    this.event = journal.event;
    this.rounds = this.event.durationSeconds / this.event.roundSeconds;
    this.stage = new Stage(this.event, scenario.application, synthesis, seed);
    this.observer = new Observer(this.event, this.stage, journal);
    planExperiments(this.event, scenario.experiments, this.stage, journal);
    this.bots = this.stage.teams.map(
      (team, index) => new BotTeam(profileFor(team.team.id, index), team, this.stage, journal, seed),
    );
  }

  /**
   * From now on the part of the traffic plan that nobody sends for real happens inside the arena.
   * @param realJourneysPerSecond journeys that are sent for real, per event second, at an instant of event time
   */
  simulateTraffic(realJourneysPerSecond: (eventSeconds: number) => number = () => 0): void {
    const { steps } = this.scenario.journey;
    for (const { world } of this.stage.teams) {
      world.plan((seconds) =>
        Math.max(0, stepsPerSecondAt(this.event, seconds) / steps - realJourneysPerSecond(seconds)),
      );
    }
  }

  /**
   * Moves to the end of the rounds that were measured before: the simulated traffic, the experiments and the repairs that the log
   * tells of happen again, and the bots see again what they saw, but do nothing anew.
   */
  catchUp(rounds: number): void {
    const { roundSeconds } = this.event;
    const untilSeconds = rounds * roundSeconds;
    this.simulateTraffic();
    for (const entry of this.journal.facts()) {
      if (entry.type !== 'repaired') continue;
      const atSeconds = (Date.parse(entry.at) - this.event.startsAt) / 1000;
      if (atSeconds > untilSeconds) continue;
      this.stage.agenda.add(atSeconds, () => this.stage.find(entry.team).repair(entry.weakness));
    }
    for (let round = 0; round < rounds; round += 1) {
      const endSeconds = (round + 1) * roundSeconds;
      this.stage.advance(endSeconds);
      this.showBots(this.journal.game(endSeconds), untilSeconds);
    }
  }

  /** Takes in what was measured, and lets the bots see it. */
  record(record: RoundRecord): void {
    const { roundSeconds } = this.event;
    const isNew = !this.journal.measuredRounds().has(record.round);
    this.journal.addRound(record);
    // A measurement comes a little after its round; what a bot would have done by now, it does at once.
    if (isNew) this.showBots(this.journal.game((record.round + 1) * roundSeconds), 0);
  }

  /** Ends the event and shows the audience the true order. */
  end(): Game {
    const { durationSeconds } = this.event;
    this.journal.addFact(durationSeconds, { id: 'closed', by: 'organizer', type: 'closed' });
    this.journal.addFact(durationSeconds, { id: 'revealed', by: 'organizer', type: 'revealed' });
    return this.journal.game(durationSeconds);
  }

  private showBots(game: Game, notBeforeSeconds: number): void {
    for (const bot of this.bots) bot.see(game, notBeforeSeconds);
  }
}
