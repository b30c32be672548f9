import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { DescribeContinuousBackupsCommand, DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { paginateListSubscriptionsByTopic, SNSClient } from '@aws-sdk/client-sns';
import { EventRecords } from '../../aws/event-records';
import { publishedWindows } from '../../aws/published-windows';
import { signsOfLife } from '../../aws/signs-of-life';
import { eventId } from '../../core/event/event-id';
import type { GameDayEvent } from '../../core/event/event';
import { stepClasses } from '../../core/records/records';
import type { Home } from '../../deploy/aws/home';
import { listResources } from '../../deploy/aws/stack-status';
import type { OrganizerOutputs } from '../../deploy/aws/organizer-outputs';
import { organizerStackName } from '../../deploy/target';
import type { PlaneView } from '../ports';

/** A page that is asked for longer is not served. */
const PAGE_MS = 10_000;

/** The organizer's plane by what AWS says of its parts. @param problem told about records that cannot be read */
export function planeView(
  event: GameDayEvent,
  { region, credentials }: Home,
  { table, all }: OrganizerOutputs,
  problem: (message: string) => void,
  request: typeof fetch = fetch,
): PlaneView {
  const options = { region, credentials };
  const id = eventId(event);
  const records = new EventRecords(
    table,
    id,
    ({ about, message }) => problem(`Left out: ${about} ${message}`),
    options,
  );
  const dynamo = new DynamoDBClient(options);
  return {
    ...signsOfLife(id, all['Site'] ?? '', options),
    log: () => records.log(),
    table: async () => {
      const [{ Table: known }, { ContinuousBackupsDescription: backups }] = await Promise.all([
        dynamo.send(new DescribeTableCommand({ TableName: table })),
        dynamo.send(new DescribeContinuousBackupsCommand({ TableName: table })),
      ]);
      return {
        status: known?.TableStatus ?? 'unknown',
        protection: known?.DeletionProtectionEnabled === true,
        recovery: backups?.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus === 'ENABLED',
      };
    },
    board: async () => {
      const signal = AbortSignal.timeout(PAGE_MS);
      const response = await request(`${all['Scoreboard'] ?? ''}/scoreboard.json`, { signal });
      return { status: response.status, body: await response.text() };
    },
    listeners: async () => {
      const resources = await listResources(new CloudFormationClient(options), organizerStackName(event));
      const topic = resources.find(({ physicalId }) => physicalId?.startsWith('arn:') && physicalId.includes(':sns:'));
      if (topic?.physicalId === undefined) return [];
      const found: { endpoint: string; confirmed: boolean }[] = [];
      const pages = paginateListSubscriptionsByTopic(
        { client: new SNSClient(options) },
        { TopicArn: topic.physicalId },
      );
      for await (const { Subscriptions: subscriptions } of pages) {
        for (const { Endpoint: endpoint, SubscriptionArn: arn } of subscriptions ?? []) {
          // Until it is confirmed it has no ARN: https://docs.aws.amazon.com/sns/latest/api/API_Subscription.html
          found.push({ endpoint: endpoint ?? '', confirmed: arn?.startsWith('arn:') === true });
        }
      }
      return found;
    },
    sent: async (team, from) => {
      const windows = await publishedWindows(id, [team], options).between({ from, to: Date.now() });
      return windows.reduce((sum, window) => sum + stepClasses.reduce((steps, each) => steps + window[each], 0), 0);
    },
  };
}
