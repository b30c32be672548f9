import { CloudWatchClient, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { DynamoDBClient, UpdateContinuousBackupsCommand } from '@aws-sdk/client-dynamodb';
import { SNSClient, ListTopicsCommand, SubscribeCommand } from '@aws-sdk/client-sns';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EventRecords } from '../../lib/aws/event-records';
import { loadMetrics } from '../../lib/aws/load-metrics';
import { TeamAccounts } from '../../lib/aws/team-account';
import { gameDayNamespace } from '../../lib/aws/window-metrics';
import type { GameDayEvent } from '../../lib/core/event/event';
import { eventId } from '../../lib/core/event/event-id';
import { organizerStackName } from '../../lib/deploy/target';
import type { Examined } from '../../lib/doctor/examine';
import { readEventFile } from '../../lib/rehearsal/records/event-on-disk';
import { scratchFolder } from '../e2e/rehearsal-process';
import { openArenas } from './arenas';
import { gameday } from './cdk';
import { organizerOptions } from './cloudformation';
import { startEmulator, type Emulator } from './emulator';
import { invoke } from './lambda';
import { roleOptions } from './roles';

const organizer = '999999999999';
const accounts = { blue: '111111111111', red: '222222222222' };
const scratch = scratchFolder();
const eventFile = join(scratch.path, 'event.yaml');

let emulator: Emulator;
let event: GameDayEvent;
beforeAll(async () => {
  // Nobody lets the organizer into the other account.
  emulator = await startEmulator(organizer, [accounts.blue]);
  writeFileSync(
    eventFile,
    `name: Examined
scenario: rental-market
starts: 2026-12-10T09:00:00Z
teams:
  - { id: blue, name: Blue Whales, account: "${accounts.blue}" }
  - { id: red, name: Red Foxes, account: "${accounts.red}" }
`,
  );
  event = await readEventFile(eventFile);
}, 60_000);
afterAll(async () => {
  await emulator.stop();
  scratch.remove();
});

/** What would be there a minute after deploying: signs of life of the load tasks, and a scoreboard. */
async function aliveProgram(): Promise<ReadonlyMap<string, string>> {
  const options = organizerOptions(emulator);
  const { Stacks: stacks } = await new CloudFormationClient(options).send(
    new DescribeStacksCommand({ StackName: organizerStackName(event) }),
  );
  const outputs = new Map((stacks?.[0]?.Outputs ?? []).map((each) => [each.OutputKey ?? '', each.OutputValue ?? '']));
  const beat = {
    MetricName: loadMetrics.heartbeat,
    Dimensions: [{ Name: 'Event', Value: eventId(event) }],
    Timestamp: new Date(Date.now() - 60_000),
    Value: 2,
  };
  await new CloudWatchClient(options).send(
    new PutMetricDataCommand({ Namespace: gameDayNamespace, MetricData: [beat] }),
  );
  // The emulator's CloudFormation makes tables without it.
  await new DynamoDBClient(options).send(
    new UpdateContinuousBackupsCommand({
      TableName: outputs.get('Table'),
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    }),
  );
  const sns = new SNSClient(options);
  const { Topics: topics } = await sns.send(new ListTopicsCommand({}));
  for (const { TopicArn } of topics ?? []) {
    await sns.send(new SubscribeCommand({ TopicArn, Protocol: 'email', Endpoint: 'me@example.com' }));
  }
  await invoke(emulator, outputs.get('ScorerFunction') ?? '');
  return outputs;
}

test('gameday doctor names the team that is not ready, with what to do, and finds the other one ready', async () => {
  const deployed = await gameday(
    emulator,
    ...['deploy', '--event', eventFile, '--organizer', '--team', 'blue', '--yes'],
    ...['--outputs', join(scratch.path, 'outputs.json')],
  );
  expect({ code: deployed.code, output: deployed.code === 0 ? '' : deployed.output }).toEqual({ code: 0, output: '' });
  const outputs = await aliveProgram();
  const id = eventId(event);
  const records = new EventRecords(outputs.get('Table') ?? '', id, failing, organizerOptions(emulator));
  const observer = new TeamAccounts(await roleOptions(emulator, `arn:aws:iam::${organizer}:role/gameday/${id}-scorer`));
  const { signingKey } = await observer.address(accounts.blue);
  const arenas = await openArenas(event, new Map([['blue', signingKey]]));
  try {
    const url = arenas.urls.get('blue') ?? '';
    const at = new Date().toISOString();
    await records.append({ id: 'endpoint', at, by: 'organizer', type: 'endpoint', team: 'blue', url });

    // By number: buckets are then paths, and not names below localhost, which not every machine resolves.
    const env = { ...emulator.env, AWS_ENDPOINT_URL_S3: emulator.url.replace('localhost', '127.0.0.1') };
    const { code, output } = await gameday({ ...emulator, env }, 'doctor', eventFile, '--json');
    expect(code).toBe(1);
    expect(output).toContain(`npx gameday doctor ${eventFile}`);
    const { ready, unreadyTeams, checks } = JSON.parse(/^\{$[^]*?^\}$/m.exec(output)?.[0] ?? '') as Report;
    expect({ ready, unreadyTeams }).toEqual({ ready: false, unreadyTeams: ['red'] });
    const told = checks.map(({ team, name, finding: { verdict, says } }) => {
      const about = `${team ?? 'event'} ${name}`;
      return verdict === 'red' ? `${about}: ${says}` : `${about} ${verdict}`;
    });
    const ofBlue = ['account not-applicable', 'roles not-applicable', 'bootstrap green', 'stack green'];
    expect(told).toEqual([
      'event event file green',
      'event credentials green',
      'event guardrails not-applicable',
      ...['bootstrap', 'stack', 'table', 'load tasks', 'scorer'].map((name) => `event ${name} green`),
      // There is no CloudFront here.
      expect.stringMatching(/^event pages: /),
      'event alarms green',
      ...[...ofBlue, 'observer green', 'journey green', 'customers not-applicable'].map((each) => `blue ${each}`),
      ...['account not-applicable', 'roles not-applicable'].map((each) => `red ${each}`),
      ...['bootstrap', 'stack', 'observer', 'journey'].map(
        (name) => expect.stringMatching(new RegExp(`^red ${name}: .*(AssumeRole|AccessDenied)`)) as string,
      ),
      'red customers not-applicable',
    ]);
  } finally {
    await arenas.close();
  }
}, 400_000);

interface Report {
  readonly ready: boolean;
  readonly unreadyTeams: readonly string[];
  readonly checks: readonly Examined[];
}

function failing(problem: unknown): never {
  throw new Error(JSON.stringify(problem));
}
