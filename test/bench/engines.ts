import { resolve } from 'node:path';
import { loadLeadMs } from '../../load/lead';
import { tryFindK6 } from '../../load/k6/binary';
import type { LoadOrder, WindowLine } from '../../load/protocol';
import { percentile } from '../../load/windows';
import { credentialsOf } from '../support/bad-teams';
import { startLoad, type EngineName } from '../support/load-child';
import { anOrder, holding, offered } from '../support/load-runs';
import { journey } from './light-journey';
import { startTarget } from './target';
import { usageOf } from './usage';

const teams = 50;
const stepsPerSecond = 60;
const seconds = 10;
/** Seconds before these that do not count: code is compiled and connections are opened in them. */
const warmUpSeconds = 2;

/** How an engine did at 50 teams x 60 steps per second of a light journey for 10 s, after 2 s to warm up. */
export interface EngineFigures {
  readonly engine: EngineName;
  readonly stepsPerSecond: number;
  /** Steps offered, of those planned. */
  readonly offeredPercent: number;
  /** Share of offered steps that were fast. */
  readonly fastPercent: number;
  /** 99th percentile of how late journeys began, of each team and second: median, 99th percentile and most of these. */
  readonly lagP50Ms: number;
  readonly lagP99Ms: number;
  readonly lagMaxMs: number;
  /** Windows of a team that the engine itself spoiled. */
  readonly spoiledWindows: number;
  /** CPU time of the engine with its children while it sent, of one core; undefined where there is no /proc. */
  readonly cpuPercent: number | undefined;
  readonly rssMib: number | undefined;
}

/** Runs the engines one after the other against a target of their own. k6 is left out where there is none. */
export async function benchEngines(): Promise<EngineFigures[]> {
  const figures = [await benchEngine('embedded')];
  if ((await tryFindK6(process.env)) !== undefined) figures.push(await benchEngine('k6'));
  return figures;
}

/** The engines as ever, but with the light journey: what is measured is the engine, not the checking of answers. */
const mainOf = (engine: EngineName) => resolve(__dirname, `light-${engine}.ts`);

async function benchEngine(engine: EngineName): Promise<EngineFigures> {
  const shape = orderFor(0, '');
  const startsAtMs = Date.now() + loadLeadMs(engine, shape) + 2000;
  const { target, port } = await startTarget();
  const lines: WindowLine[] = [];
  const child = startLoad(
    engine,
    orderFor(startsAtMs, `http://127.0.0.1:${port}`),
    (line) => lines.push(line),
    mainOf(engine),
  );
  const usage = usageBetween(
    child.pid ?? 0,
    startsAtMs + warmUpSeconds * 1000,
    startsAtMs + (warmUpSeconds + seconds) * 1000,
  );
  const { code, problem } = await child.ended;
  target.kill();
  if (code !== 0) throw new Error(`${engine}: ${problem}`);
  return figuresOf(engine, lines, await usage);
}

function figuresOf(engine: EngineName, lines: readonly WindowLine[], usage: Usage | undefined): EngineFigures {
  const held = holding(lines).filter(({ window }) => window >= warmUpSeconds && window < warmUpSeconds + seconds);
  const sum = (of: (line: WindowLine) => number) => held.reduce((total, line) => total + of(line), 0);
  const lags = held.map((line) => line.lagMs);
  return {
    engine,
    stepsPerSecond: teams * stepsPerSecond,
    offeredPercent: (100 * sum(offered)) / (teams * stepsPerSecond * seconds),
    fastPercent: (100 * sum((line) => line.fast)) / sum(offered),
    lagP50Ms: percentile(lags, 0.5),
    lagP99Ms: percentile(lags, 0.99),
    lagMaxMs: percentile(lags, 1),
    spoiledWindows: held.filter((line) => line.flags.length > 0).length,
    cpuPercent: usage?.cpuPercent,
    rssMib: usage?.rssMib,
  };
}

function orderFor(startsAtMs: number, origin: string): LoadOrder {
  return anOrder({
    startsAtMs,
    // One more, in which nothing begins, so that no journey is cut by the end.
    untilWindow: warmUpSeconds + seconds + 1,
    timeoutMs: 3000,
    fastMs: 300,
    acceptableMs: 1000,
    teams: Array.from({ length: teams }, (_, i) => ({
      id: `t${i}`,
      url: `${origin}/t${i}`,
      ...credentialsOf(`t${i}`),
      journeysPerWindow: Array.from({ length: warmUpSeconds + seconds }, () => stepsPerSecond / journey.steps),
    })),
  });
}

interface Usage {
  readonly cpuPercent: number;
  readonly rssMib: number;
}

/** CPU share of a process and its children between two instants, and their memory at the second. */
async function usageBetween(pid: number, fromMs: number, untilMs: number): Promise<Usage | undefined> {
  await new Promise((resolve) => setTimeout(resolve, fromMs - Date.now()));
  const before = await usageOf(pid);
  const began = Date.now();
  await new Promise((resolve) => setTimeout(resolve, untilMs - Date.now()));
  const after = await usageOf(pid);
  if (before === undefined || after === undefined) return undefined;
  return { cpuPercent: (100 * (after.cpuMs - before.cpuMs)) / (Date.now() - began), rssMib: after.rssMib };
}
