import {
  CloudWatchClient,
  DeleteAlarmsCommand,
  DeleteDashboardsCommand,
  paginateDescribeAlarms,
  paginateListDashboards,
} from '@aws-sdk/client-cloudwatch';
import {
  CloudWatchLogsClient,
  DeleteLogGroupCommand,
  paginateDescribeLogGroups,
} from '@aws-sdk/client-cloudwatch-logs';
import { foundBy, gathered, type AwsKind } from '../place';

export const watchingKinds: readonly AwsKind[] = [
  {
    service: 'cloudwatch',
    type: 'alarm',
    list: async (place) => {
      const client = place.client(CloudWatchClient);
      const kinds = { AlarmTypes: ['MetricAlarm', 'CompositeAlarm'] as ['MetricAlarm', 'CompositeAlarm'] };
      const alarms = await gathered(paginateDescribeAlarms({ client }, kinds), ({ MetricAlarms, CompositeAlarms }) => [
        ...(CompositeAlarms ?? []),
        ...(MetricAlarms ?? []),
      ]);
      return foundBy(alarms, ({ AlarmName }) => AlarmName);
    },
    remove: (place, id) => place.client(CloudWatchClient).send(new DeleteAlarmsCommand({ AlarmNames: [id] })),
  },
  {
    service: 'cloudwatch',
    type: 'dashboard',
    global: true,
    list: async (place) => {
      const client = place.client(CloudWatchClient);
      const pages = paginateListDashboards({ client }, {});
      return foundBy(await gathered(pages, (page) => page.DashboardEntries), ({ DashboardName }) => DashboardName);
    },
    remove: (place, id) => place.client(CloudWatchClient).send(new DeleteDashboardsCommand({ DashboardNames: [id] })),
  },
  {
    service: 'logs',
    type: 'group',
    list: async (place) => {
      const client = place.client(CloudWatchLogsClient);
      const groups = await gathered(paginateDescribeLogGroups({ client }, {}), ({ logGroups }) => logGroups);
      return foundBy(groups, ({ logGroupName }) => logGroupName);
    },
    remove: (place, id) => place.client(CloudWatchLogsClient).send(new DeleteLogGroupCommand({ logGroupName: id })),
  },
];
