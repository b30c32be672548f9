import type { TemplateResource } from '../../../lib/core/scenario';

/** An alarm `Alarm` that does this to instance `Web0` after three minutes of a failed instance status check. */
export const anInstanceAlarm = (
  action: string,
  changes: Readonly<Record<string, unknown>> = {},
): Record<string, TemplateResource> => ({
  Alarm: {
    Type: 'AWS::CloudWatch::Alarm',
    Properties: {
      Namespace: 'AWS/EC2',
      MetricName: 'StatusCheckFailed_Instance',
      Dimensions: [{ Name: 'InstanceId', Value: { Ref: 'Web0' } }],
      Statistic: 'Maximum',
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      Threshold: 1,
      Period: 60,
      EvaluationPeriods: 3,
      AlarmActions: [`arn:aws:automate:eu-west-1:ec2:${action}`],
      ...changes,
    },
  },
});
