import { stepClasses, type StepClass } from '../../lib/core/records/records';
import { startLoad, type EngineName } from './load-child';
import type { LoadOrder, WindowLine } from '../../load/protocol';
import { credentialsOf, openOddTeams, type OddTeam } from './bad-teams';

/** An order with the shape that tests like, about to begin: short windows in real time. */
export function anOrder(overrides: Partial<LoadOrder> = {}): LoadOrder {
  return {
    scenario: 'rental-market',
    seed: 1,
    startsAtMs: 0,
    calendarStartMs: Date.UTC(2026, 11, 10, 8),
    speed: 1,
    windowSeconds: 1,
    fromWindow: 0,
    untilWindow: 3,
    timeoutMs: 900,
    fastMs: 800,
    acceptableMs: 850,
    teams: [],
    ...overrides,
  };
}

/** Of the lines of one window and team, the one with more requests holds. */
export function holding(lines: readonly WindowLine[]): WindowLine[] {
  const best = new Map<string, WindowLine>();
  for (const line of lines) {
    const key = `${line.window} ${line.team}`;
    const held = best.get(key);
    if (held === undefined || offered(line) >= offered(held)) best.set(key, line);
  }
  return [...best.values()];
}

/** Steps that fell into a class. */
export function offered(counts: Readonly<Record<StepClass, number>>): number {
  return stepClasses.reduce((sum, name) => sum + counts[name], 0);
}

/** What an engine told of a run against odd teams. */
export interface OddRun {
  readonly lines: readonly WindowLine[];
  readonly received: ReadonlyMap<string, number>;
  readonly code: number | null;
  readonly problem: string;
}

/** Runs an engine's own program against all these teams at once. @param leadMs from the order to the first window */
export async function runAgainst(
  engine: EngineName,
  teams: readonly OddTeam[],
  journeysPerWindow: readonly number[],
  leadMs: number,
): Promise<OddRun> {
  const base = anOrder({ startsAtMs: Date.now() + leadMs, untilWindow: journeysPerWindow.length });
  const servers = await openOddTeams(teams, () => base.calendarStartMs + (Date.now() - base.startsAtMs));
  const order: LoadOrder = {
    ...base,
    teams: teams.map(({ id }) => ({ id, url: servers.urls.get(id) ?? '', ...credentialsOf(id), journeysPerWindow })),
  };
  const lines: WindowLine[] = [];
  const child = startLoad(engine, order, (line) => lines.push(line));
  const end = await child.ended;
  await servers.close();
  return { lines, received: servers.received, ...end };
}
