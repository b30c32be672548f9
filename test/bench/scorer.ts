import { ScorerRig } from '../support/aws/scorer-rig';
import { anEvent, aRound, at, someLog } from '../support/builders';
import { figure, type Figure } from './figure';

/** Half of an event of four hours has been recorded before the tick that is measured. */
const MINUTES = 120;
/** What ticks read again. */
const TRAILING = 14;
/** An answer of CloudWatch holds as much as this, a page of DynamoDB a megabyte, which is about so many records. */
const pages = { datums: 100_800, items: 3000 };

/**
 * One tick of a warm scorer in the middle of an event: the real clients of a fake AWS in the same process, whose own work is counted, too. Windows,
 * records, what runs in every account, its metrics, the fold and the scoreboard. Run it alone to have the memory of it alone.
 */
export async function benchScorer(): Promise<Figure[]> {
  const fifty = await ticks(50, 3);
  const thousand = await ticks(1000, 1);
  return [
    figure('scorer: a tick at 50 teams', 's', fifty.seconds, '1'),
    figure('scorer: a tick at 1,000 teams', 's', thousand.seconds, '20'),
    figure('scorer: CPU of a tick at 50 teams', 's', fifty.cpuSeconds),
    figure('scorer: CPU of a tick at 1,000 teams', 's', thousand.cpuSeconds),
    figure('scorer: memory of the process, fake AWS included', 'MiB', [thousand.mib]),
  ];
}

async function ticks(count: number, runs: number) {
  const teams = Array.from({ length: count }, (_, i) => ({
    id: `team-${i}`,
    name: `Team ${i}`,
    account: String(900_000_000_000 + i),
  }));
  const rig = new ScorerRig(anEvent({ teams, durationSeconds: 4 * 3600 }), someLog(), pages);
  for (const { id } of teams) {
    for (let round = 0; round < MINUTES - TRAILING; round += 1) rig.recorded(round, id, aRound({ fast: 60 }));
  }
  await rig.measure((MINUTES - TRAILING) * 60, (MINUTES + runs) * 60, { archive: false });
  const settled = MINUTES * 60 + 121;
  const scorer = rig.scorer();
  const tick = (seconds: number): Promise<void> => {
    rig.now = at(seconds);
    return scorer(rig.now);
  };
  // The first catches up, makes clients and takes on roles, as after a deployment.
  await tick(settled - 60);
  const seconds: number[] = [];
  const cpuSeconds: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const begun = performance.now();
    const used = process.cpuUsage();
    await tick(settled + run * 60);
    seconds.push((performance.now() - begun) / 1000);
    const { user, system } = process.cpuUsage(used);
    cpuSeconds.push((user + system) / 1e6);
    rig.aws.calls.length = 0;
  }
  return { seconds, cpuSeconds, mib: process.memoryUsage().rss / 2 ** 20 };
}
