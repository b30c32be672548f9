import { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { gameDayNamespace } from '../../aws/window-metrics';

/** A metric of the event as a whole. @param name as it is published */
export const eventMetric = (eventId: string, name: string): cloudwatch.Metric =>
  new cloudwatch.Metric({
    namespace: gameDayNamespace,
    metricName: name,
    dimensionsMap: { Event: eventId },
    statistic: cloudwatch.Stats.MAXIMUM,
    period: Duration.minutes(1),
  });

/**
 * A metric of every team in one graph, whoever plays. Windows are 10 s long and published once each, so the maximum of a period
 * of 10 s is the window itself.
 */
export const everyTeam = (eventId: string, name: string): cloudwatch.MathExpression =>
  new cloudwatch.MathExpression({
    expression: `SEARCH('{${gameDayNamespace},Event,Team} Event="${eventId}" MetricName="${name}"', 'Maximum', 10)`,
    usingMetrics: {},
    period: Duration.seconds(10),
    label: '',
  });
