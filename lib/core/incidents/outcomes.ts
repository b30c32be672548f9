import type { GameDayEvent } from '../event/event';
import type { ExperimentCard } from '../experiments/experiment';
import { runsOf, type RunState } from '../experiments/runs';
import type { Game } from '../game';
import { timelineOf } from '../time/timeline';
import { judgeHypothesis, type HypothesisVerdict } from './hypothesis';
import type { Incident, TeamIncidents } from './incident';
import { runWindows, type RunWindow } from './run-windows';

/** What an experiment did to a team, and what the team made of it. */
export interface ExperimentOutcome {
  readonly run: string;
  readonly experiment: string;
  readonly team: string;
  readonly state: RunState['state'];
  /** Why it could not be applied; null unless refused. */
  readonly reason: string | null;
  /** Event time; null when it never struck. */
  readonly startedAtSeconds: number | null;
  /** Null when it never struck or is under way. */
  readonly endedAtSeconds: number | null;
  readonly effect: ExperimentEffect;
  /** Number of the team's incident that it caused, or found. */
  readonly incident: number | null;
  /** From the fault's start to the declaration of that incident, at least 0. */
  readonly secondsToDetect: number | null;
  /** From the fault's start to the end of that incident. */
  readonly secondsToRecover: number | null;
  readonly hypothesis: HypothesisVerdict | null;
}

/**
 * `none`: it did not strike. `felt`: an impact began while it was there. `already suffering`: one was open before and went on.
 * `rode out`: the customers noticed nothing; `unnoticed so far` while that may change. `unmeasured`: nobody can tell.
 */
export type ExperimentEffect = 'none' | 'felt' | 'already suffering' | 'rode out' | 'unnoticed so far' | 'unmeasured';

/** One outcome for each run that the log knows of, in its order. @param cards those that are at hand; without one no hypothesis is judged */
export function outcomesOf(
  event: GameDayEvent,
  game: Game,
  teams: readonly TeamIncidents[],
  cards: readonly ExperimentCard[],
): readonly ExperimentOutcome[] {
  const windows = new Map(runWindows(game.entries, timelineOf(event, game.entries)).map((each) => [each.run, each]));
  return [...runsOf(game.entries).values()].map((state): ExperimentOutcome => {
    const { run, experiment, team } = state;
    const window = windows.get(run);
    const about = { run, experiment, team, state: state.state };
    if (window === undefined) {
      const reason = state.state === 'refused' ? state.reason : null;
      return { ...about, ...NEVER_STRUCK, reason };
    }
    const incidents = teams.find((each) => each.team === team)?.incidents ?? [];
    const card = cards.find(({ id }) => id === experiment);
    return { ...about, reason: null, ...struck(event, game, window, incidents, card) };
  });
}

const NEVER_STRUCK = {
  startedAtSeconds: null,
  endedAtSeconds: null,
  effect: 'none',
  incident: null,
  secondsToDetect: null,
  secondsToRecover: null,
  hypothesis: null,
} as const;

function struck(
  { roundSeconds }: GameDayEvent,
  game: Game,
  run: RunWindow,
  incidents: readonly Incident[],
  card: ExperimentCard | undefined,
): Omit<ExperimentOutcome, 'run' | 'experiment' | 'team' | 'state' | 'reason'> {
  const { startedAtSeconds, endedAtSeconds } = run;
  const involved = (role: 'cause' | 'aggravation'): Incident | undefined =>
    incidents.find(({ suspects }) => suspects.some((each) => each.run === run.run && each.role === role));
  const before = involved('aggravation');
  const caused = involved('cause');
  const incident = caused ?? before;
  const rounds = game.teams.find(({ team }) => team === run.team)?.rounds ?? [];
  const measured = rounds.some(
    ({ round, verdict }) =>
      verdict !== 'unchecked' &&
      (round + 1) * roundSeconds > startedAtSeconds &&
      round * roundSeconds < (endedAtSeconds ?? Infinity),
  );
  const over = game.phase === 'ended' || game.phase === 'closed';
  const knownUntilSeconds = over ? Infinity : ((game.rounds.at(-1)?.round ?? -1) + 1) * roundSeconds;
  const told = endedAtSeconds !== null && knownUntilSeconds >= endedAtSeconds;
  const unharmed = !told ? 'unnoticed so far' : measured ? 'rode out' : 'unmeasured';
  const since = (seconds: number | null | undefined): number | null =>
    seconds == null ? null : Math.max(0, seconds - startedAtSeconds);
  return {
    startedAtSeconds,
    endedAtSeconds,
    effect: caused !== undefined ? 'felt' : before !== undefined ? 'already suffering' : unharmed,
    incident: incident?.number ?? null,
    secondsToDetect: since(incident?.declaredAtSeconds),
    secondsToRecover: since(incident?.endSeconds),
    hypothesis:
      card === undefined
        ? 'unstated'
        : judgeHypothesis({
            rounds,
            roundSeconds,
            run,
            recoversWithinSeconds: card.recoversWithinSeconds,
            sufferedBefore: before !== undefined,
            knownUntilSeconds,
          }),
  };
}
