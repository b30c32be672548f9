import type { GameDayEvent, Instant } from '../event/event';
import type { LogEntry, UndatedEntry } from '../records/records';
import type { ScorerNote } from '../scorer/ports';
import { beginRefusal, reachOf } from '../informed/gate';
import { dayOf } from '../time/day';
import { dueActions, type ExperimentAction } from './conduct';
import { endedEntry, refusedEntry, startedEntry } from './entries';
import { isRefusal, type Executor } from './executor';
import type { ExperimentCard } from './experiment';
import { runsOf, type RunState } from './runs';
import type { ExperimentRun } from './schedule';

export interface ConductorPorts {
  now(): Instant;
  /** Everything that is written in the log by now. */
  log(): Promise<readonly LogEntry[]>;
  /** Writes an entry unless it is there. */
  append(entry: LogEntry): Promise<void>;
  executorOf(team: string): Executor;
  /** How much of what a run's fault hits there is where it would run; only events of the informed style ask. */
  populationOf?(run: ExperimentRun, card: ExperimentCard): Promise<number>;
  readonly note: (note: ScorerNote) => void;
}

type Ending = Extract<ExperimentAction, { kind: 'stop' }>;

/**
 * One step of whoever conducts experiments: begins, ends, refuses and announces what is due, and writes down what became of it.
 *
 * Safe to repeat, to be stopped anywhere and to run several times at once: what is due follows from the log, and executors know a run
 * by its id. Teams do not wait for each other. What fails is noted and tried again by the next step.
 * @returns reasons of what failed
 */
export async function conduct(
  ports: ConductorPorts,
  event: GameDayEvent,
  cards: readonly ExperimentCard[],
): Promise<readonly unknown[]> {
  const step = new Step(ports, event, cards);
  return step.take();
}

class Step {
  private readonly failures: unknown[] = [];

  constructor(
    private readonly ports: ConductorPorts,
    private readonly event: GameDayEvent,
    private readonly cards: readonly ExperimentCard[],
  ) {}

  async take(): Promise<readonly unknown[]> {
    const { actions, running, isOver } = await this.look();
    const ending = new Set(actions.flatMap((action) => (action.kind === 'stop' ? [action.run] : [])));
    const teams = this.event.teams.map(async ({ id: team }) => {
      for (const action of actions) {
        if (teamOf(action) === team) await this.attempt(team, () => this.act(action));
      }
      for (const run of running) {
        if (run.team === team && !ending.has(run.run)) await this.attempt(team, () => this.watch(run));
      }
      if (isOver) await this.attempt(team, () => this.sweep(team));
    });
    const announcements = actions.map((action) =>
      action.kind === 'announce' ? this.attempt(undefined, () => this.act(action)) : undefined,
    );
    await Promise.all([...teams, ...announcements]);
    return this.failures;
  }

  private async look(): Promise<{
    readonly at: Instant;
    readonly actions: readonly ExperimentAction[];
    readonly running: readonly Extract<RunState, { state: 'running' }>[];
    readonly isOver: boolean;
  }> {
    const at = this.ports.now();
    const day = dayOf(this.event, await this.ports.log(), at);
    return {
      at,
      actions: dueActions({ event: this.event, cards: this.cards, ...day }),
      running: [...runsOf(day.entries).values()].filter((run) => run.state === 'running'),
      isOver: day.phase === 'ended' || day.phase === 'closed',
    };
  }

  private async act(action: ExperimentAction): Promise<void> {
    switch (action.kind) {
      case 'start':
        return this.begin(action.run);
      case 'stop':
        return this.end(action);
      case 'refuse':
        return this.callOff(action.run, action.reason);
      case 'announce':
        return this.append({ id: action.id, by: 'organizer', type: 'announced', text: action.text });
    }
  }

  private async begin({ run: id }: ExperimentRun): Promise<void> {
    // Looked at anew: whoever ordered a stop while others were begun means this one too. Dated then, so that a later stop does as well.
    const { at, actions } = await this.look();
    const action = actions.find((each) => each.kind !== 'announce' && idOf(each) === id);
    if (action?.kind !== 'start') return action === undefined ? undefined : this.act(action);
    const { run } = action;
    const card = this.cards.find(({ id: known }) => known === run.experiment);
    if (card === undefined) return this.refuse(run, `the scenario has no experiment "${run.experiment}"`);
    const refusal = await this.guarded(run, card);
    if (refusal !== undefined) return this.refuse(run, refusal);
    const answer = await this.ports.executorOf(run.team).start(run, card);
    if (isRefusal(answer)) return this.refuse(run, answer.refused);
    await this.append(startedEntry(run), at);
    for (const next of (await this.look()).actions) if (next.kind === 'stop' && next.run === id) await this.end(next);
  }

  /** Why an event of the informed style refuses to begin it, now that what it would hit is known. */
  private async guarded(run: ExperimentRun, card: ExperimentCard): Promise<string | undefined> {
    if (this.event.informed === undefined) return undefined;
    const targets = await this.ports.executorOf(run.team).resolve(run, card);
    if (isRefusal(targets)) return targets.refused;
    const population = (await this.ports.populationOf?.(run, card)) ?? 0;
    const at = this.ports.now();
    const day = dayOf(this.event, await this.ports.log(), at);
    return beginRefusal(
      { event: this.event, cards: this.cards, ...day },
      run,
      reachOf(card.fault, targets, population),
    );
  }

  private async end({ run, team, outcome, reason }: Pick<Ending, 'run' | 'team' | 'reason'> & { outcome: string }) {
    await this.ports.executorOf(team).stop(run);
    await this.append(endedEntry(run, outcome, reason));
    this.ports.note({ level: 'info', message: `ended: ${reason}`, team, run });
  }

  /** Cleans up first, because somebody may have died in the middle of beginning it. */
  private async callOff(run: ExperimentRun, reason: string): Promise<void> {
    try {
      await this.ports.executorOf(run.team).stop(run.run);
    } catch (error) {
      // Once the event is over every step sweeps the team: an account that lets nobody in must not keep its refusals from the records.
      if ((await this.look()).isOver) await this.refuse(run, reason);
      throw error;
    }
    return this.refuse(run, reason);
  }

  private async refuse(run: ExperimentRun, reason: string): Promise<void> {
    await this.append(refusedEntry(run, reason));
    this.ports.note({ level: 'warn', message: 'refused', team: run.team, run: run.run, reason });
  }

  private async watch({ run, team }: RunState): Promise<void> {
    const health = await this.ports.executorOf(team).state(run);
    if (health.state === 'failed') await this.end({ run, team, outcome: 'failed', reason: health.reason });
    else if (health.state === 'over') await this.end({ run, team, outcome: 'completed', reason: 'its time was up' });
    else if (health.state === 'unknown')
      await this.end({ run, team, outcome: 'stopped', reason: 'nothing of it was there any more' });
  }

  private async sweep(team: string): Promise<void> {
    const found = await this.ports.executorOf(team).sweep(new Set());
    for (const run of found) this.ports.note({ level: 'warn', message: 'removed what was left of a run', team, run });
  }

  private append(entry: UndatedEntry, at: Instant = this.ports.now()): Promise<void> {
    return this.ports.append(dated(entry, at));
  }

  private async attempt(team: string | undefined, act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      this.failures.push(error);
      const about = team === undefined ? {} : { team };
      this.ports.note({ level: 'error', message: 'tried again in the next step', ...about, reason: String(error) });
    }
  }
}

const teamOf = (action: ExperimentAction): string | undefined =>
  action.kind === 'announce' ? undefined : action.kind === 'stop' ? action.team : action.run.team;

const idOf = (action: Exclude<ExperimentAction, { kind: 'announce' }>): string =>
  action.kind === 'stop' ? action.run : action.run.run;

const dated = (entry: UndatedEntry, at: Instant): LogEntry => ({ ...entry, at: new Date(at).toISOString() });
