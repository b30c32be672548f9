import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { resolve } from 'node:path';
import type { LoadOrder } from '../../load/protocol';
import { credentialsOf, oddTeams, openOddTeams, type OddServers } from './bad-teams';
import type { EngineName } from './load-child';
import { anOrder } from './load-runs';

const WINDOWS = 600;
/** From the order to the first window, ms: either program is up by then. */
const LEAD_MS = 4000;

/** Ten minutes of load on a team that serves and on one that hangs; whoever needs less stops the program. */
export async function anOrderForTwo(): Promise<{ readonly order: LoadOrder; readonly servers: OddServers }> {
  const teams = oddTeams.filter(({ id }) => id === 'good' || id === 'hangs');
  const base = anOrder({ startsAtMs: Date.now() + LEAD_MS, untilWindow: WINDOWS });
  const servers = await openOddTeams(teams, () => base.calendarStartMs + (Date.now() - base.startsAtMs));
  const journeysPerWindow = Array.from({ length: WINDOWS }, () => 10);
  const order = {
    ...base,
    teams: teams.map(({ id }) => ({ id, url: servers.urls.get(id) ?? '', ...credentialsOf(id), journeysPerWindow })),
  };
  return { order, servers };
}

/** A load program that has no order yet; `said` is what it wrote to its standard error. */
export function startProgram(
  engine: EngineName,
  env: Readonly<Record<string, string>> = {},
): { readonly child: ChildProcessWithoutNullStreams; said(): string } {
  const child = spawn(process.execPath, ['--import', 'tsx', `load/${engine}/main.ts`], {
    cwd: resolve(__dirname, '../..'),
    env: { ...process.env, ...env },
  });
  let said = '';
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  return { child, said: () => said };
}
