import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CloudWatchClient, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { DynamoDBClient, UpdateContinuousBackupsCommand } from '@aws-sdk/client-dynamodb';
import { ListTopicsCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import { loadMetrics } from '../../lib/aws/load-metrics';
import { gameDayNamespace } from '../../lib/aws/window-metrics';
import type { GameDayEvent } from '../../lib/core/event/event';
import { eventId } from '../../lib/core/event/event-id';
import { tryFindStack } from '../../lib/deploy/aws/stack-status';
import { organizerStackName } from '../../lib/deploy/target';
import { organizerOptions } from './cloudformation';
import type { Emulator } from './emulator';
import { invoke } from './lambda';

/**
 * Makes what would be there a minute after deploying: signs of life of the load tasks, and a scoreboard. Returns the outputs of the
 * organizer's stack.
 */
export async function aliveProgram(emulator: Emulator, event: GameDayEvent): Promise<Readonly<Record<string, string>>> {
  const options = organizerOptions(emulator);
  const stack = await tryFindStack(new CloudFormationClient(options), organizerStackName(event));
  const outputs = stack?.outputs ?? {};
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
      TableName: outputs['Table'],
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    }),
  );
  const sns = new SNSClient(options);
  const { Topics: topics } = await sns.send(new ListTopicsCommand({}));
  for (const { TopicArn } of topics ?? []) {
    await sns.send(new SubscribeCommand({ TopicArn, Protocol: 'email', Endpoint: 'me@example.com' }));
  }
  await invoke(emulator, outputs['ScorerFunction'] ?? '');
  return outputs;
}
