import { paginateDescribeAlarmHistory, type AlarmHistoryItem, type CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { z } from 'zod';
import type { AlarmState } from '../../core/informed/alarms';
import type { AlarmChange } from '../../core/measuring/alarm-history';
import type { Span } from '../../core/scorer/ports';

const states: Readonly<Record<string, AlarmState>> = {
  OK: 'ok',
  ALARM: 'alarm',
  INSUFFICIENT_DATA: 'insufficient-data',
};

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_AlarmHistoryItem.html */
const historySchema = z.object({ newState: z.object({ stateValue: z.enum(['OK', 'ALARM', 'INSUFFICIENT_DATA']) }) });

/**
 * How alarms changed in a span, oldest first; CloudWatch keeps it for 30 days. Alarms that are not there have no changes. Throws what the SDK
 * throws, and where a change does not say to what.
 *
 * @param arns of metric or composite alarms of the client's account and region
 */
export async function alarmChanges(
  client: CloudWatchClient,
  arns: readonly string[],
  { from, to }: Span,
): Promise<readonly AlarmChange[]> {
  const changes: AlarmChange[] = [];
  for (const alarm of arns) {
    const asked = {
      AlarmName: alarm.split(':').slice(6).join(':'),
      // Without it composite alarms are left out.
      AlarmTypes: ['MetricAlarm' as const, 'CompositeAlarm' as const],
      HistoryItemType: 'StateUpdate' as const,
      StartDate: new Date(from),
      EndDate: new Date(to),
      ScanBy: 'TimestampAscending' as const,
    };
    for await (const { AlarmHistoryItems = [] } of paginateDescribeAlarmHistory({ client }, asked)) {
      changes.push(...AlarmHistoryItems.map((item) => changeOf(alarm, item)));
    }
  }
  return changes.sort((a, b) => a.at - b.at);
}

function changeOf(alarm: string, { Timestamp: at, HistoryData: text = '' }: AlarmHistoryItem): AlarmChange {
  const data = historySchema.safeParse(tryParse(text));
  const state = data.success ? states[data.data.newState.stateValue] : undefined;
  if (at === undefined || state === undefined) throw new Error(`the history of ${alarm} does not say how it changed`);
  return { alarm, at: at.getTime(), state };
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
