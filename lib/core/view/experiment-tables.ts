import { formatClock, formatDuration } from '../event/durations';
import type { GameDayEvent } from '../event/event';
import type { ExperimentCard } from '../experiments/experiment';
import type { RunState } from '../experiments/runs';
import type { ExperimentPlan } from '../experiments/plan';
import { secondsAt, type Timeline } from '../time/timeline';
import { columns } from './columns';

/** The experiments of a scenario, a row each. */
export const catalogueTable = (cards: readonly ExperimentCard[]): string =>
  columns(
    [
      ['Experiment', 'Title', 'Failure class', 'Fault', 'Announcement', 'Lasts'],
      ...cards.map(({ id, title, failureClass, fault, announcement, durationSeconds }) => [
        id,
        title,
        failureClass,
        fault.kind,
        announcement.mode,
        formatDuration(durationSeconds),
      ]),
    ],
    [0, 1, 2, 3, 4],
  );

/** What became of the runs that the log knows of, a row each. */
export const runsTable = (runs: readonly RunState[], timeline: Timeline): string =>
  columns(
    [['Run', 'Team', 'State', 'Began', 'Ended', 'Why'], ...runs.map((run) => runRow(run, timeline))],
    [0, 1, 2, 5],
  );

function runRow(run: RunState, timeline: Timeline): string[] {
  const clock = (at: number | undefined): string => (at === undefined ? '' : formatClock(secondsAt(timeline, at)));
  const { run: name, team, state } = run;
  switch (state) {
    case 'ordered':
      return [name, team, state, '', '', ''];
    case 'running':
      return [name, team, state, clock(run.startedAt), '', ''];
    case 'ended':
      return [name, team, run.outcome, clock(run.startedAt), clock(run.endedAt), ''];
    case 'refused':
      return [name, team, state, '', '', run.reason];
  }
}

/** The plan, by instant, and whether it is the same for all teams. */
export function planTable(event: GameDayEvent, { runs, announcements, shares, isEqual }: ExperimentPlan): string {
  const rows = [
    ...runs.map(({ run, team, atSeconds, forSeconds, movedSeconds }) => ({
      atSeconds,
      cells: [formatClock(atSeconds), team, run, formatDuration(forSeconds), signed(movedSeconds)],
    })),
    ...announcements.map(({ atSeconds, mode, text }) => ({
      atSeconds,
      cells: [formatClock(atSeconds), 'all', `${mode}: "${text}"`, '', ''],
    })),
  ].sort((a, b) => a.atSeconds - b.atSeconds);
  const table = columns([['At', 'Team', 'Run', 'Lasts', 'Moved'], ...rows.map(({ cells }) => cells)], [1, 2]);
  const share = ({ runs: count, seconds, movedSeconds }: (typeof shares)[number]): string =>
    `${count === 1 ? '1 run' : `${count} runs`}, ${formatDuration(seconds)} under faults, moved by ${signed(movedSeconds)} in sum`;
  const [first] = shares;
  const proof =
    isEqual && first !== undefined
      ? `The same for all ${event.teams.length} teams: ${share(first)}.`
      : `Not the same for all teams:\n${shares.map((each) => `  ${each.team}: ${share(each)}`).join('\n')}`;
  return `${table}${proof}\n`;
}

const signed = (seconds: number): string =>
  seconds === 0 ? '0s' : `${seconds > 0 ? '+' : '-'}${formatDuration(Math.abs(seconds))}`;
