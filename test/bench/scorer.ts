import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { serveAws } from '../support/aws/served-aws';
import { ScorerRig } from '../support/aws/scorer-rig';
import { anEvent, aRound, at, someLog } from '../support/builders';
import { figure, type Figure } from './figure';

/** Half of an event of four hours has been recorded before the tick that is measured. */
const MINUTES = 120;
/** What ticks read again. */
const TRAILING = 14;
/** An answer of CloudWatch holds as much as this, a page of DynamoDB a megabyte, which is about so many records. */
const pages = { datums: 100_800, items: 3000 };

/** What the Lambda has, and what of it Node may fill with objects: the rest is for code, buffers and stacks. */
const LAMBDA_MIB = 1769;
const HEAP_MIB = 1500;

/**
 * One tick of a warm scorer in the middle of an event: the deployed handler in a process of its own, with the memory that the Lambda has, and its
 * real clients, over HTTP, against a fake AWS in this one. Windows, records, what runs in every account, its metrics, the fold and the scoreboard.
 */
export async function benchScorer(): Promise<Figure[]> {
  const fifty = await ticks(50);
  const thousand = await ticks(1000);
  const memory = `${LAMBDA_MIB}, as the Lambda has`;
  return [
    figure(
      'scorer: a tick at 50 teams',
      's',
      fifty.map(({ seconds }) => seconds),
      '1',
    ),
    figure(
      'scorer: a tick at 1,000 teams',
      's',
      thousand.map(({ seconds }) => seconds),
      '20',
    ),
    figure(
      'scorer: CPU of a tick at 50 teams',
      's',
      fifty.map(({ cpuSeconds }) => cpuSeconds),
    ),
    figure(
      'scorer: CPU of a tick at 1,000 teams',
      's',
      thousand.map(({ cpuSeconds }) => cpuSeconds),
    ),
    figure(
      'scorer: most memory at 50 teams',
      'MiB',
      fifty.map(({ mostMib }) => mostMib),
      memory,
    ),
    figure(
      'scorer: most memory at 1,000 teams',
      'MiB',
      thousand.map(({ mostMib }) => mostMib),
      memory,
    ),
  ];
}

interface Tick {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly mostMib: number;
}

const RUNS = 3;

async function ticks(count: number): Promise<Tick[]> {
  const teams = Array.from({ length: count }, (_, i) => ({
    id: `team-${i}`,
    name: `Team ${i}`,
    account: String(900_000_000_000 + i),
  }));
  const rig = new ScorerRig(anEvent({ teams, durationSeconds: 4 * 3600 }), someLog(), pages);
  for (const { id } of teams) {
    for (let round = 0; round < MINUTES - TRAILING; round += 1) rig.recorded(round, id, aRound({ fast: 60 }));
  }
  await rig.measure((MINUTES - TRAILING) * 60, (MINUTES + RUNS) * 60, { archive: false });
  rig.buckets.objects.set('events/event.json', JSON.stringify(rig.event));
  const aws = await serveAws(rig.aws);
  const scorer = startScorer({ ...aws.env, ...placesOfScorer });
  try {
    const settled = MINUTES * 60 + 121;
    const tick = (seconds: number): Promise<Tick> => {
      rig.now = at(seconds);
      rig.aws.calls.length = 0;
      return scorer.tick(rig.now);
    };
    // The first catches up, makes clients and takes on roles, as after a deployment.
    await tick(settled - 60);
    const told: Tick[] = [];
    for (let run = 0; run < RUNS; run += 1) told.push(await tick(settled + run * 60));
    return told;
  } finally {
    scorer.end();
    await aws.close();
  }
}

const placesOfScorer = {
  EVENT_BUCKET: 'events',
  EVENT_KEY: 'event.json',
  TABLE_NAME: 'table',
  ARCHIVE_BUCKET: 'archive',
  SITE_BUCKET: 'site',
} as const;

function startScorer(env: Readonly<Record<string, string>>) {
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${HEAP_MIB}`, '--import', 'tsx', resolve(__dirname, 'light-scorer.ts')],
    { env: { ...env, NODE_NO_WARNINGS: '1', PATH: process.env['PATH'] }, stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const lines = createInterface(child.stdout);
  return {
    end: () => child.kill(),
    tick: (now: number): Promise<Tick> =>
      new Promise((settle, fail) => {
        const died = (code: number | null): void => fail(new Error(`the scorer ended with ${code}`));
        child.once('exit', died);
        const hear = (line: string): void => {
          if (!line.startsWith('ticked ')) return;
          lines.off('line', hear);
          child.off('exit', died);
          settle(JSON.parse(line.slice('ticked '.length)) as Tick);
        };
        lines.on('line', hear);
        child.stdin.write(`${now}\n`);
      }),
  };
}
