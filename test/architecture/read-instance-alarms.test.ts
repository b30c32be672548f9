import { anArchitecture, webInstances } from '../arena/tiny';
import { anInstanceAlarm } from '../arena/servers/alarm';

const alarmsOf = (changes: Readonly<Record<string, unknown>>) => {
  const { alarms, notModelled } = anArchitecture(webInstances(1), anInstanceAlarm('reboot', changes));
  return { alarms, listed: notModelled.some(({ id }) => id === 'Alarm') };
};

test('an alarm on an instance’s status check is read with what it does', () => {
  expect(alarmsOf({})).toEqual({
    alarms: [
      {
        id: 'Alarm',
        instance: 'Web0',
        check: 'instance',
        statistic: 'Maximum',
        comparison: 'at-least',
        threshold: 1,
        periodMinutes: 1,
        periods: 3,
        datapoints: 3,
        actions: ['reboot'],
      },
    ],
    listed: false,
  });
});

test.each<[name: string, arn: unknown, action: string]>([
  ['in one piece', 'arn:aws:automate:eu-west-1:ec2:stop', 'stop'],
  [
    'put together by CDK',
    { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':automate:', { Ref: 'AWS::Region' }, ':ec2:terminate']] },
    'terminate',
  ],
  ['with names in it', { 'Fn::Sub': 'arn:${AWS::Partition}:automate:${AWS::Region}:ec2:reboot' }, 'reboot'],
])('an action is read from an ARN %s', (_name, arn, action) => {
  expect(alarmsOf({ AlarmActions: [{ Ref: 'SomeTopic' }, arn] }).alarms[0]?.actions).toEqual([action]);
});

test.each<[name: string, changes: Readonly<Record<string, unknown>>]>([
  ['its actions are off', { ActionsEnabled: false }],
  ['its actions are off, in words', { ActionsEnabled: 'false' }],
  ['it watches a group', { Dimensions: [{ Name: 'AutoScalingGroupName', Value: { Ref: 'Web0' } }] }],
  ['it watches an instance from elsewhere', { Dimensions: [{ Name: 'InstanceId', Value: 'i-0123456789abcdef0' }] }],
  ['it watches every instance', { Dimensions: [] }],
  ['it watches another metric', { MetricName: 'CPUUtilization' }],
  ['its metric is in another namespace', { Namespace: 'AWS/ECS' }],
  ['it tells somebody only', { AlarmActions: ['arn:aws:sns:eu-west-1:111122223333:topic'] }],
  ['it rings when all is well', { ComparisonOperator: 'LessThanThreshold' }],
  ['it recovers what a reboot would mend', { AlarmActions: ['arn:aws:automate:eu-west-1:ec2:recover'] }],
])('an alarm does nothing when %s, and is listed as not modelled', (_name, changes) => {
  expect(alarmsOf(changes)).toEqual({ alarms: [], listed: true });
});
