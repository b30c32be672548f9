import { loadLeadMs } from '../../../load/lead';
import type { LoadOrder, WindowLine } from '../../../load/protocol';
import { GameDayError } from '../../core/errors';
import type { Run } from '../../core/time/timeline';
import type { RehearsalClock } from '../clock';
import type { Rehearsal } from '../rehearsal';
import { EngineProcess, type EngineName } from './engine';
import { Engagement } from './engagement';
import { loadOrder, type ReachedTeam, type SentJourneys } from './load-order';
import { RoundCollector } from './round-collector';

/** Times that an engine that died is started again before the rehearsal is given up. */
const RESTARTS = 3;

interface ShiftParts {
  readonly rehearsal: Rehearsal;
  readonly clock: RehearsalClock;
  /** Waits for its order. */
  readonly firstEngine: EngineProcess;
  readonly teams: readonly ReachedTeam[];
  readonly sent: SentJourneys;
  /** Called when a round was recorded. */
  readonly recorded: (round: number) => void;
  readonly note: (text: string) => void;
}

/**
 * Keeps an engine at work on what is to be sent: a pause stops it, and another one goes on with the rest of the plan, from the round in which
 * event time goes on; a change of plan lets another one take over at the next round that it can be ready for.
 */
export class Shift {
  private readonly collector: RoundCollector;
  private readonly engine: EngineName;
  private spare: EngineProcess | undefined;
  private engagements: readonly Engagement[] = [];
  private plannedTurn = -1;
  private currentRun: Run | undefined;
  private deaths = 0;
  private failure: { readonly error: unknown } | undefined;

  constructor(private readonly parts: ShiftParts) {
    const { rehearsal, teams, firstEngine } = parts;
    this.spare = firstEngine;
    this.engine = firstEngine.name;
    this.collector = new RoundCollector(
      (round) => teams.flatMap(({ id }) => (rehearsal.journal.isRoundOf(id, round) ? [id] : [])),
      (round) => rehearsal.observer.of(round),
    );
  }

  /** Whether an engine sends or still has something to tell. */
  get isAtWork(): boolean {
    return this.engagements.length > 0;
  }

  /** From asking for an engine to its first request, real ms. */
  get leadMs(): number {
    const { journal } = this.parts.rehearsal;
    const rest: Run = { fromMs: 0, toMs: Infinity, startsAt: journal.event.startsAt };
    return loadLeadMs(this.engine, this.orderFrom(rest, 0));
  }

  /** Brings what is under way in line with what is wanted; to be called often. Throws `EngineFailed` when engines keep dying, and what recording throws. */
  update(nowMs: number): void {
    if (this.failure !== undefined) throw this.failure.error;
    const { clock, rehearsal } = this.parts;
    this.engagements = this.engagements.filter(({ isOver }) => !isOver);
    const run = clock.run(nowMs);
    if (run?.startsAt !== this.currentRun?.startsAt) {
      for (const each of this.engagements) void each.stop();
      this.plannedTurn = -1;
    }
    this.currentRun = run;
    for (const each of this.engagements) {
      if (clock.seconds(nowMs) >= each.untilRound * rehearsal.event.roundSeconds && isCut(each)) void each.stop();
    }
    if (run === undefined && rehearsal.journal.timeline.paused) this.spare ??= new EngineProcess(this.engine);
    if (run === undefined || rehearsal.journal.turn === this.plannedTurn) return;
    this.plannedTurn = rehearsal.journal.turn;
    this.plan(run, nowMs);
  }

  /** Begins nothing more; resolves when what was under way has been told. */
  async stop(): Promise<void> {
    await Promise.all(this.engagements.map((each) => each.stop()));
    await this.spare?.stop();
    if (this.failure !== undefined) throw this.failure.error;
  }

  private plan(run: Run, nowMs: number): void {
    const { clock, rehearsal } = this.parts;
    const { roundSeconds } = rehearsal.event;
    const movesFromMs = clock.movesFromMs(run);
    const round =
      movesFromMs > nowMs
        ? Math.floor(clock.seconds(movesFromMs) / roundSeconds)
        : Math.ceil(clock.seconds(nowMs + loadLeadMs(this.engine, this.orderFrom(run, 0))) / roundSeconds);
    const order = this.orderFrom(run, round);
    const last = this.engagements.findLast(({ isStopped }) => !isStopped);
    if (last !== undefined && isSame(last.order, order)) return;
    for (const each of this.engagements) {
      each.cutTo(round);
      if (each.order.fromWindow >= round) void each.stop();
    }
    if (order.fromWindow < order.untilWindow) this.engage(order);
  }

  private orderFrom(run: Run, fromRound: number): LoadOrder {
    const { rehearsal, clock, teams, sent } = this.parts;
    const { journal, seed, event } = rehearsal;
    const ends = Math.min(journal.timeline.endsMs, run.toMs) / 1000;
    const untilRound = Math.max(fromRound, Math.ceil(ends / event.roundSeconds));
    return loadOrder(journal, clock, { seed, run, fromRound, untilRound, teams, sent });
  }

  private engage(order: LoadOrder): void {
    const engine = this.spare ?? new EngineProcess(this.engine);
    this.spare = undefined;
    const { note } = this.parts;
    const engagement: Engagement = new Engagement(order, {
      engine,
      note,
      window: (line) => {
        // What is stopped in the middle of a round tells of it, too; whoever goes on with the round tells the rest.
        if (!engagement.isStopped || this.isOver(line.window)) this.take(line);
      },
      failed: (error) => (this.failure ??= { error }),
      died: (code) => {
        this.deaths += 1;
        if (this.deaths > RESTARTS) this.failure ??= { error: engineFailed(this.engine, code) };
        this.plannedTurn = -1;
        note(`The engine ended with code ${code}; it is started again.`);
      },
    });
    this.engagements = [...this.engagements, engagement];
  }

  private isOver(round: number): boolean {
    const { clock, rehearsal } = this.parts;
    return (round + 1) * rehearsal.event.roundSeconds <= clock.seconds();
  }

  private take(line: WindowLine): void {
    const record = this.collector.take(line);
    if (record === undefined) return;
    this.parts.rehearsal.record(record);
    this.parts.recorded(record.round);
  }
}

const isCut = ({ untilRound, order }: Engagement): boolean => untilRound < order.untilWindow;

/** Whether an order is the rest of another. */
function isSame(known: LoadOrder, order: LoadOrder): boolean {
  const skipped = order.fromWindow - known.fromWindow;
  if (skipped < 0 || known.untilWindow !== order.untilWindow) return false;
  return order.teams.every(({ journeysPerWindow }, team) => {
    const rest = known.teams[team]?.journeysPerWindow.slice(skipped) ?? [];
    return rest.length === journeysPerWindow.length && rest.every((count, round) => count === journeysPerWindow[round]);
  });
}

const engineFailed = (engine: EngineName, code: number): GameDayError =>
  new GameDayError(
    'EngineFailed',
    `the engine ${engine} died ${RESTARTS + 1} times, the last time with code ${code}`,
    engine === 'k6' ? 'Try `--engine embedded`, which needs nothing but Node.' : 'Look at its last words above.',
  );
