import type { GameDayEvent } from '../core/event/event';
import type { Game } from '../core/game';
import type { RoundRecord } from '../core/records/records';
import type { Template } from '../core/scenario';
import { stepsPerSecondAt } from '../core/time/traffic';
import type { Scenario } from '../scenarios/scenario';
import type { Synthesis } from '../scenarios/synth';
import { BotTeam } from './bots/bot-team';
import { profileFor } from './bots/profile';
import { isDeed } from './console/deed';
import { StageDeeds } from './console/stage-deeds';
import type { Player, Seat } from './player';
import { StageExperiments } from './stage/experiments';
import type { Fact, RehearsalJournal } from './records/journal';
import { Observer } from './stage/observer';
import { Stage } from './stage/stage';
import type { StageTeam } from './stage/stage-team';

/** What is played of a scenario. */
export type PlayedScenario = Pick<Scenario, 'application' | 'experiments' | 'journey'>;

export interface RehearsalOptions {
  readonly scenario: PlayedScenario;
  readonly synthesis: Synthesis;
  readonly journal: RehearsalJournal;
  readonly seed: number;
  /** What every team takes over. @default the stack with all weaknesses */
  readonly template?: Template;
  /** Who plays a team, by its place in the event. @default a bot of the profile that the team is named after */
  readonly player?: (seat: Seat, place: number) => Player;
}

/** Everything of a rehearsal that moves through event time, without knowing what drives it: real time, or nothing but the next event. */
export class Rehearsal {
  readonly event: GameDayEvent;
  readonly scenario: PlayedScenario;
  readonly journal: RehearsalJournal;
  readonly seed: number;
  readonly stage: Stage;
  readonly observer: Observer;
  readonly rounds: number;
  private readonly experiments: StageExperiments;
  private readonly deeds: StageDeeds;
  private readonly players: readonly Player[];
  private sent: ((eventSeconds: number) => number) | undefined;

  constructor(options: RehearsalOptions) {
    const { scenario, journal, seed, player = botFor } = options;
    this.event = journal.event;
    this.scenario = scenario;
    this.journal = journal;
    this.seed = seed;
    this.rounds = this.event.durationSeconds / this.event.roundSeconds;
    this.stage = new Stage({ ...options, event: this.event, application: scenario.application });
    this.observer = new Observer(this.event, this.stage, journal);
    this.experiments = new StageExperiments(scenario.experiments, this.stage, journal);
    this.deeds = new StageDeeds(this.stage, journal);
    this.players = this.stage.teams.map((team, place) => player({ team, stage: this.stage, journal, seed }, place));
  }

  /**
   * From now on the part of the traffic plan that nobody sends for real happens inside the arena. Said again, it changes nothing: worlds
   * that caught up go on with the customers that they have.
   * @param realJourneysPerSecond journeys that are sent for real, per event second, at an instant of event time
   */
  simulateTraffic(realJourneysPerSecond: (eventSeconds: number) => number = nothingSent): void {
    if (this.sent === realJourneysPerSecond) return;
    this.sent = realJourneysPerSecond;
    const { steps } = this.scenario.journey;
    for (const { world } of this.stage.teams) {
      world.plan((seconds) =>
        Math.max(0, stepsPerSecondAt(this.event, seconds) / steps - realJourneysPerSecond(seconds)),
      );
    }
  }

  /**
   * Moves to the end of the rounds that were measured before: the simulated traffic, the experiments and the repairs that the log
   * tells of happen again, and the players see again what they saw, but do nothing anew.
   */
  catchUp(rounds: number): void {
    const { roundSeconds } = this.event;
    const untilSeconds = rounds * roundSeconds;
    this.simulateTraffic();
    for (const entry of this.journal.facts()) {
      if (entry.type !== 'repaired') continue;
      const atSeconds = (Date.parse(entry.at) - this.event.startsAt) / 1000;
      if (atSeconds > untilSeconds) continue;
      this.stage.agenda.add(atSeconds, () => repairAgain(this.stage.find(entry.team), entry.weakness));
    }
    for (let round = 0; round < rounds; round += 1) {
      const endSeconds = (round + 1) * roundSeconds;
      this.stage.advance(endSeconds);
      this.showPlayers(endSeconds, untilSeconds);
    }
  }

  /** Takes in what was measured, and lets the players see it. */
  record(record: RoundRecord): void {
    const { roundSeconds } = this.event;
    const isNew = !this.journal.measuredRounds().has(record.round);
    this.journal.addRound(record);
    // A measurement comes a little after its round; what a player would have done by now, it does at once.
    if (isNew) this.showPlayers((record.round + 1) * roundSeconds, 0);
  }

  /** Writes down at this instant what somebody from outside ordered, and does what follows from it; false when the event is over. */
  order(fact: Fact): boolean {
    if (this.stage.eventSeconds >= this.event.durationSeconds) return false;
    if (isDeed(fact)) this.deeds.take(fact);
    else this.experiments.take(fact);
    return true;
  }

  /** Ends the event and shows the audience the true order. */
  end(): Game {
    const { durationSeconds } = this.event;
    this.journal.addFact(durationSeconds, { id: 'closed', by: 'organizer', type: 'closed' });
    this.journal.addFact(durationSeconds, { id: 'revealed', by: 'organizer', type: 'revealed' });
    return this.journal.game(durationSeconds);
  }

  private showPlayers(atSeconds: number, notBeforeSeconds: number): void {
    let folded: Game | undefined;
    const game = (): Game => (folded ??= this.journal.game(atSeconds));
    for (const player of this.players) player.see({ atSeconds, game, notBeforeSeconds });
  }
}

/** A repair was seen; what a person had repaired is repaired by what the person did. */
const repairAgain = (team: StageTeam, weakness: string): void => {
  if (team.present().includes(weakness)) team.repair(weakness);
};

const nothingSent = (): number => 0;

const botFor = (seat: Seat, place: number): Player => new BotTeam(profileFor(seat.team.team.id, place), seat);
