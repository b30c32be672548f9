import { Duration, Stack, Validations } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

/**
 * Starts a function every minute. A start that could not happen within a minute is not wanted any more, because the next one does its
 * work; what is dropped is kept to be looked at.
 */
export function startEveryMinute(scope: Construct, started: lambda.Function, description: string): void {
  dropWhatIsLate(scope, started);
  const role = new iam.Role(scope, 'SchedulerRole', {
    // Only schedules of this account, so that nobody else's scheduler can be made to use it:
    // https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html
    assumedBy: new iam.ServicePrincipal('scheduler.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } },
    }),
  });
  role.addToPolicy(new iam.PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [started.functionArn] }));
  new scheduler.CfnSchedule(scope, 'EveryMinute', {
    description,
    scheduleExpression: 'rate(1 minute)',
    flexibleTimeWindow: { mode: 'OFF' },
    target: {
      arn: started.functionArn,
      roleArn: role.roleArn,
      retryPolicy: { maximumRetryAttempts: 0, maximumEventAgeInSeconds: 60 },
    },
  });
}

function dropWhatIsLate(scope: Construct, started: lambda.Function): void {
  const dropped = new sqs.Queue(scope, 'DroppedTicks', {
    encryption: sqs.QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(4),
  });
  Validations.of(dropped).acknowledge({
    id: 'AwsSolutions-SQS3',
    reason: 'It is itself where dropped ticks end up; nothing reads it but people.',
  });
  started.configureAsyncInvoke({
    retryAttempts: 0,
    maxEventAge: Duration.minutes(1),
    onFailure: new SqsDestination(dropped),
  });
}
