import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readLog } from '../../lib/core/records/journal';
import type { LogEntry } from '../../lib/core/records/records';
import { openCommandLine, type CommandLine } from '../cli/gameday';
import { openSlack, react, type SlackServer } from '../support/slack-server';

jest.setTimeout(120_000);

/** How the card of the kick-off begins. */
const CARD = '*Kick-off 1: ';

interface Day {
  readonly teams?: string;
  /** Key and value below `vote`. */
  readonly otherwise?: string;
  /** Share of steps served well below which production's alarm goes off. */
  readonly below?: number;
}

/** Half an hour with one kick-off after five minutes, a vote of two, and an experiment of ten. */
const eventText = ({ teams = 'expert, idle', otherwise = '', below = 0 }: Day): string => `
name: Informed day
scenario: corner-shop
style: informed
starts: 2026-12-10T09:00:00+01:00
duration: 30m
freeze: 0m
teams: [${teams
  .split(', ')
  .map((id) => `{ id: ${id}, name: Team ${id} }`)
  .join(', ')}]
traffic: [{ at: 0m, rps: 15 }]
experiments:
  - { experiment: till-freezes, at: 5m, for: 10m }
informed:
  environments:
    - id: test
      name: Test
      kind: test
      account: '333333333333'
      region: eu-west-1
      owner: Test owner
      targets: [{ tag: 'gameday:target', value: 'true' }]
      guardrails: { mostPercent: 100 }
    - id: production
      name: Production
      kind: production
      account: '444444444444'
      region: eu-west-1
      owner: Shop owner
      targets: [{ tag: 'gameday:target', value: 'true' }]
      guardrails: { mostPercent: 100, stopOn: [{ alarm: orders, below: ${below} }] }
  roles: { gameMaster: Master, villainOnDuty: Villain, customerImpactWatcher: Watcher, scribe: Scribe }
  villains: [Author]
  vote: { for: 2m${otherwise} }
  chat: { kind: slack, channel: C0123 }
`;

let scratch: string;
let slack: SlackServer;
let command: CommandLine;
beforeAll(async () => {
  scratch = mkdtempSync(path.join(tmpdir(), 'gameday-informed-'));
  slack = await openSlack();
  command = openCommandLine(scratch, { SLACK_BOT_TOKEN: 'xoxb-secret', SLACK_API_URL: slack.url });
  writeFileSync(path.join(scratch, 'day.yaml'), eventText({}));
});
afterAll(async () => {
  command.close();
  await slack.close();
  rmSync(scratch, { recursive: true });
});

async function gameday(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await command.run(...args);
  if (code !== 0) throw new Error(`gameday ${args.join(' ')}: ${stderr}`);
  return stdout;
}

/** Plays an event file as fast as this machine can, with the chat of the file. @returns its log */
async function rehearse(file: string, out: string): Promise<readonly LogEntry[]> {
  await gameday('rehearse', file, '--speed', 'max', '--headless', '--port', '0', '--out', out, '--chat');
  return readLog(readFileSync(path.join(scratch, out, 'log.jsonl'), 'utf8')).records;
}

/** The same day otherwise, with everything that was said before it. */
function another(name: string, day: Day): string {
  writeFileSync(path.join(scratch, `${name}.yaml`), eventText(day));
  copyFileSync(path.join(scratch, 'day.prepared.jsonl'), path.join(scratch, `${name}.prepared.jsonl`));
  return `${name}.yaml`;
}

const outcomes = (log: readonly LogEntry[]): string[] =>
  log.flatMap((entry) => {
    switch (entry.type) {
      case 'decided':
        return [`${entry.environment}: ${entry.reason}`];
      case 'experiment-started':
        return [`started at ${entry.team}`];
      case 'experiment-ended':
        return [`${entry.outcome}: ${entry.reason}`];
      default:
        return [];
    }
  });
const channel = (): string[] => slack.messages.map(({ text }) => text.split('\n')[0] ?? '');
const cardAfter = (before: number) => slack.messages.slice(before).find(({ text }) => text.startsWith(CARD));
const peopleVote = (number: string, ...people: string[]): void => {
  slack.onPost = (message) => {
    if (message.text.startsWith(CARD)) for (const person of people) react(message, number, person);
  };
};

test('past incidents are imported, and show which failure class nobody tries', async () => {
  const past = [
    'date,title,class,minutes to recover',
    '2026-02-03,The tills froze and nobody knew,observability,40',
    '2026-04-05,The keys had expired,configuration and access,90',
  ];
  writeFileSync(path.join(scratch, 'past.csv'), past.join('\n'));
  expect(await gameday('incidents', 'import', 'past.csv')).toContain('The keys had expired');
  const [, gap, covered] = (await gameday('experiment', 'coverage', 'corner-shop')).split('\n');
  expect(gap).toMatch(/^configuration and access +1 +90 .* no experiment$/);
  expect(covered).toMatch(/^observability +1 +40 +.*till-freezes.* (covered|not played)$/);
});

test('an experiment goes from a draft over a rehearsal to production, told, voted on, detected and ended in the channel', async () => {
  await gameday('experiment', 'draft', 'till-freezes', 'day.yaml', '--as', 'Author');
  await gameday('experiment', 'review', 'till-freezes', 'day.yaml', '--as', 'Scribe');
  await gameday('experiment', 'approve', 'day.yaml', '--environment', 'test', '--as', 'Test owner');

  peopleVote('two', 'U1', 'U2', 'U3');
  const first = await rehearse('day.yaml', 'first');
  // Production is not on the ballot yet, so that it does not matter how many vote for it.
  expect(outcomes(first)[0]).toMatch(/^test: /);
  expect(cardAfter(0)?.before[0]).toContain('2  Production (not this time:');

  await gameday('experiment', 'rehearsed', 'till-freezes', 'day.yaml', '--in', 'first', '--as', 'Scribe');
  await gameday(
    'experiment',
    'approve',
    'day.yaml',
    'till-freezes',
    '--environment',
    'production',
    '--as',
    'Shop owner',
  );
  expect(await gameday('experiment', 'status', 'day.yaml')).toMatch(
    /till-freezes +approved +Author +Scribe .*test, production/,
  );

  const before = slack.messages.length;
  const second = await rehearse('day.yaml', 'second');
  expect(outcomes(second)).toEqual([
    expect.stringMatching(/^production: [34] of [34] votes$/),
    'started at expert',
    'started at idle',
    'completed: its time was up',
    'completed: its time was up',
  ]);
  expect(second.filter(({ type }) => type === 'agreed').map(({ by }) => by)).toEqual([
    'person:Master',
    'person:Villain',
  ]);
  expect(second.some(({ type, by }) => type === 'incident-declared' && by === 'team:expert')).toBe(true);
  expect(second.some(({ type }) => type === 'repaired')).toBe(true);
  const told = channel().slice(before);
  expect(told).toEqual(
    expect.arrayContaining([
      '*Kick-off 1: A till stares into the void*',
      '*It runs in Production*',
      '*It has begun*',
      '*A hint*',
      '*Team expert declares an incident*',
      '*Kick-off 1 is over*',
      '*Informed day is over*',
    ]),
  );
  const card = cardAfter(before);
  expect(card?.before.filter((text) => text.includes('Running: ')).length).toBeGreaterThan(5);
  expect(card?.text).toContain('It is over.');
});

test('what was learned is written down: a post-mortem to fill in, and a report of this time against the time before', async () => {
  expect(await gameday('postmortem', 'second', '--team', 'idle')).toContain('idle-1.html');
  const draft = readFileSync(path.join(scratch, 'second/postmortems/idle-1.md'), 'utf8');
  expect(draft).toContain('A till stares into the void');

  await gameday('report', 'first', 'second', '--incidents', 'incidents.yaml');
  const page = readFileSync(path.join(scratch, 'second/report.html'), 'utf8');
  for (const told of [
    'A till stares into the void',
    'Team expert',
    'configuration and access',
    'postmortems/idle-1.html',
  ])
    expect(page).toContain(told);
});

test('with the chat down nobody votes, it is what the event file says, and the day goes on without it', async () => {
  const file = another('quiet', { teams: 'idle', otherwise: ', otherwise: production' });
  slack.mood = 'hangs up';
  const log = await rehearse(file, 'quiet').finally(() => (slack.mood = 'up'));
  expect(outcomes(log)).toEqual([
    'production: nobody voted, and the event file says so',
    'started at idle',
    'completed: its time was up',
  ]);
  expect(log.filter(({ type }) => type === 'chat-failed')[0]).toMatchObject({ message: 'kick-off-1' });
});

test('an alarm on what customers feel stops the experiment half-way, and the channel says so', async () => {
  const file = another('stopped', { teams: 'idle', otherwise: ', otherwise: production', below: 0.9 });
  slack.onPost = () => undefined;
  const before = slack.messages.length;
  const log = await rehearse(file, 'stopped');
  expect(outcomes(log)[0]).toBe('production: nobody voted, and the event file says so');
  expect(outcomes(log).at(-1)).toBe('stopped: guardrail alarms: the alarm orders of Production is on');
  const [started, ended] = ['experiment-started', 'experiment-ended'].map((type) =>
    Date.parse(log.find((entry) => entry.type === type)?.at ?? ''),
  );
  expect((ended! - started!) / 1000).toBeLessThan(300);
  expect(slack.messages.slice(before).find(({ text }) => text.startsWith('*Kick-off 1 is over*'))?.text).toContain(
    'Guardrail alarms: the alarm orders of Production is on.',
  );
});
