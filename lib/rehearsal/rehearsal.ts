import type { GameDayEvent, Instant } from '../core/event/event';
import type { Game } from '../core/game';
import type { LogEntry, RoundRecord } from '../core/records/records';
import type { Template } from '../core/scenario';
import { dayOf } from '../core/time/day';
import { END_OF_TIME, endsSecondsOf } from '../core/time/timeline';
import { stepsPerSecondAt } from '../core/time/traffic';
import type { Scenario } from '../scenarios/scenario';
import type { Synthesis } from '../scenarios/synth';
import { BotTeam } from './bots/bot-team';
import { profileFor } from './bots/profile';
import type { RehearsalClock } from './clock';
import { isDeed } from './console/deed';
import { StageDeeds } from './console/stage-deeds';
import type { Player, Seat } from './player';
import { StageExperiments, wholeMs } from './stage/experiments';
import type { Fact, RehearsalJournal } from './records/journal';
import { Observer } from './stage/observer';
import { Stage } from './stage/stage';

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
  /** What people's deeds are dated by. @default event time as far as it was played */
  readonly clock?: RehearsalClock;
  /** Organizers close the event and reveal its result. @default it ends by itself */
  readonly steered?: boolean;
}

/** Event time for which worlds go on after the end, so that what is under way can be answered. */
const AFTERGLOW_SECONDS = 3600;

/** What tells how event time goes on: two of them never have one instant, because within one the log has no order of its own. */
const clockTurns: ReadonlySet<LogEntry['type']> = new Set(['started', 'paused', 'resumed', 'closed']);

/** Everything of a rehearsal that moves through event time, without knowing what drives it: real time, or nothing but the next event. */
export class Rehearsal {
  readonly event: GameDayEvent;
  readonly scenario: PlayedScenario;
  readonly journal: RehearsalJournal;
  readonly seed: number;
  readonly stage: Stage;
  readonly observer: Observer;
  private readonly experiments: StageExperiments;
  private readonly deeds: StageDeeds;
  private readonly players: readonly Player[];
  private readonly clock: RehearsalClock | undefined;
  private readonly steered: boolean;
  /** Instant of the newest fact when it went on: whoever orders something then knows what it was like at the end. */
  private readonly knownUntil: Instant;
  /** Ends of the rounds that were measured while event time stood still. */
  private readonly unseen: number[] = [];
  private sent: Sent | undefined;
  private hasEnded = false;

  constructor(options: RehearsalOptions) {
    const { scenario, journal, seed, player = botFor } = options;
    this.event = journal.event;
    this.scenario = scenario;
    this.journal = journal;
    this.seed = seed;
    this.clock = options.clock;
    this.steered = options.steered ?? false;
    this.knownUntil = journal.newestAt ?? -Infinity;
    this.stage = new Stage({ ...options, event: this.event, application: scenario.application });
    this.observer = new Observer(this.event, this.stage, journal);
    this.experiments = new StageExperiments(scenario.experiments, this.stage, journal);
    this.deeds = new StageDeeds(this.stage, journal);
    this.players = this.stage.teams.map((team, place) => player({ team, stage: this.stage, journal, seed }, place));
  }

  /** How many rounds there are, as far as is known. */
  get rounds(): number {
    return this.journal.endsSeconds / this.event.roundSeconds;
  }

  /** Whether nothing is written down any more. */
  get isOver(): boolean {
    if (this.hasEnded) return true;
    if (!this.steered) return this.stage.eventSeconds >= this.journal.endsSeconds;
    if (this.journal.timeline.closedAt === null) return false;
    const { at, revealed } = dayOf(this.event, this.journal.facts(), END_OF_TIME).freeze;
    return at === null || revealed;
  }

  /**
   * From now on the part of the traffic plan that nobody sends for real happens inside the arena, under all live changes. Said again, it
   * changes nothing but what is sent: worlds that caught up go on with the customers that they have.
   */
  simulateTraffic(sent: Sent = nothingSent): void {
    const isNew = this.sent === undefined;
    this.sent = sent;
    if (!isNew) return;
    const { steps } = this.scenario.journey;
    for (const { team, world } of this.stage.teams) {
      world.plan((seconds) => {
        // Customers come a little longer, so that the last that count find the usual load.
        if (seconds >= endsSecondsOf(this.journal.timeline, team.id) + this.event.roundSeconds) return 0;
        const planned = stepsPerSecondAt(this.event, seconds, this.journal.factors(team.id)) / steps;
        return Math.max(0, planned - (this.sent?.(team.id, seconds) ?? 0));
      });
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
      const atSeconds = this.journal.secondsOf(entry);
      if (atSeconds > untilSeconds) continue;
      this.stage.agenda.add(atSeconds, () => this.stage.find(entry.team).repair(entry.weakness));
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
    if (isNew) this.unseen.push((record.round + 1) * roundSeconds);
    this.showUnseen();
  }

  /** A measurement comes a little after its round; what a player would have done by now, it does at once, but nothing while event time stands still. */
  private showUnseen(): void {
    if (this.journal.timeline.paused) return;
    for (const atSeconds of this.unseen.splice(0)) this.showPlayers(atSeconds, 0);
  }

  /** Moves all worlds to where event time is now. */
  move(): void {
    if (this.clock === undefined) return;
    this.showUnseen();
    this.stage.advance(Math.min(this.clock.seconds(), this.journal.endsSeconds + AFTERGLOW_SECONDS));
  }

  /** Writes down at this instant what somebody from outside ordered, and does what follows from it; false when everything is over. */
  order(fact: Fact): boolean {
    return this.take({ ...fact, at: new Date(this.now()).toISOString() });
  }

  /** The same for what has its instant already, which may be yet to come; where it has passed, it is now. */
  take({ at: asked, ...fact }: LogEntry): boolean {
    if (this.isOver) return false;
    this.move();
    if (isDeed(fact)) {
      this.deeds.take(fact);
      return true;
    }
    const at = Math.max(Date.parse(asked), this.now(), this.knownUntil);
    const dated = { ...fact, at: new Date(clockTurns.has(fact.type) ? this.afterLastTurn(at) : at).toISOString() };
    this.journal.append(dated);
    this.experiments.follow(this.journal.secondsOf(dated));
    // Else it happens when event time goes on.
    const { runs, paused } = this.journal.timeline;
    if (paused || runs.length === 0) this.stage.advance(this.stage.eventSeconds);
    return true;
  }

  /** Writes down what somebody on the stage does at its moment of event time, and does what follows from it before event time goes on. */
  note(fact: Fact): void {
    const atSeconds = wholeMs(this.stage.eventSeconds);
    this.journal.addFact(atSeconds, fact);
    this.experiments.follow(atSeconds);
  }

  /** Ends the event, unless somebody has closed it, and shows the audience the true order, unless it has seen it. */
  end(): Game {
    const { journal, event } = this;
    const ends = new Date(Math.max(journal.instant(journal.endsSeconds), journal.newestAt ?? -Infinity)).toISOString();
    const by = 'organizer';
    if (journal.timeline.closedAt === null) journal.append({ id: 'closed', at: ends, by, type: 'closed' });
    const { at, revealed } = dayOf(event, journal.facts(), END_OF_TIME).freeze;
    if (at === null || !revealed) journal.append({ id: 'revealed', at: ends, by, type: 'revealed' });
    this.hasEnded = true;
    return journal.gameAt(Date.parse(ends));
  }

  /** The calendar now, in whole milliseconds: the log knows no others, and what is dated before it happens would happen earlier when it is played again. */
  private now(): Instant {
    return this.clock === undefined
      ? this.journal.factInstant(wholeMs(this.stage.eventSeconds))
      : Math.ceil(this.clock.now() - 1e-3);
  }

  private afterLastTurn(at: Instant): Instant {
    const last = this.journal.facts().filter(({ type }) => clockTurns.has(type));
    return Math.max(at, ...last.map((entry) => Date.parse(entry.at) + 1));
  }

  private showPlayers(atSeconds: number, notBeforeSeconds: number): void {
    let folded: Game | undefined;
    const game = (): Game => (folded ??= this.journal.game(atSeconds));
    for (const [place, player] of this.players.entries()) {
      const { id } = this.stage.teams[place]!.team;
      if (atSeconds <= endsSecondsOf(this.journal.timeline, id)) player.see({ atSeconds, game, notBeforeSeconds });
    }
  }
}

/** Journeys that are sent to a team for real, per event second, at an instant of event time. */
type Sent = (team: string, eventSeconds: number) => number;

const nothingSent: Sent = () => 0;

const botFor = (seat: Seat, place: number): Player => new BotTeam(profileFor(seat.team.team.id, place), seat);
