import type { ExperimentsView } from '../../../lib/api/views/experiments-view';

export type Run = ExperimentsView['runs'][number];
export type RunState = Run['state'];

/** One experiment at all its teams, by plan or by one order. */
export interface RunGroup {
  /** No other group has it. */
  readonly key: string;
  readonly experiment: string;
  readonly planned: boolean;
  /** Event time at which the first and the last of them is due; null where nobody says. */
  readonly dueSeconds: readonly [first: number, last: number] | null;
  readonly forSeconds: number | null;
  readonly runs: readonly Run[];
  /** How many runs are in each state, in the order of a run's life. */
  readonly counts: readonly (readonly [RunState, number])[];
  /** Ids of runs that can be ended or called off. */
  readonly open: readonly string[];
}

const lifeOfARun: readonly RunState[] = ['planned', 'ordered', 'running', 'ended', 'refused'];

/** Runs that belong together, in the order of the first of each. */
export function runGroups(runs: readonly Run[]): RunGroup[] {
  const groups = new Map<string, Run[]>();
  for (const run of runs) {
    const key = keyOf(run);
    groups.set(key, [...(groups.get(key) ?? []), run]);
  }
  return [...groups].map(([key, members]): RunGroup => {
    const due = members.flatMap(({ dueSeconds }) => (dueSeconds === null ? [] : [dueSeconds]));
    const [first] = members;
    return {
      key,
      experiment: first?.experiment ?? '',
      planned: first?.planned === true,
      dueSeconds: due.length === 0 ? null : [Math.min(...due), Math.max(...due)],
      forSeconds: first?.forSeconds ?? null,
      runs: members,
      counts: lifeOfARun.flatMap((state) => {
        const count = members.filter((run) => run.state === state).length;
        return count === 0 ? [] : [[state, count] as const];
      }),
      open: members.filter(isOpen).map(({ run }) => run),
    };
  });
}

/** Whether there is anything to stop that nobody has stopped. */
export const isOpen = ({ state, stopOrdered }: Run): boolean =>
  state !== 'ended' && state !== 'refused' && !stopOrdered;

/** Ids of runs end with their team's. */
const keyOf = ({ run, team, planned }: Run): string =>
  `${planned ? 'plan' : 'hand'} ${run.endsWith(`-${team}`) ? run.slice(0, -team.length - 1) : run}`;
