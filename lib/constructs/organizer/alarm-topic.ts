import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as sns from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';

/**
 * Where alarms are told. Not encrypted by a key of its own: alarms say nothing secret, and one that CloudWatch may use costs a
 * dollar a month.
 *
 * @param email of the organizer, who has to confirm it by a link. @default nobody listens yet
 */
export function alarmTopic(scope: Construct, id: string, email?: string): sns.Topic {
  const topic = new sns.Topic(scope, id, { displayName: 'GameDay alarms', enforceSSL: true });
  // A policy of its own replaces the one by which alarms of the account may publish.
  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html
  topic.addToResourcePolicy(
    new iam.PolicyStatement({
      principals: [new iam.ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } },
    }),
  );
  if (email !== undefined) topic.addSubscription(new EmailSubscription(email));
  return topic;
}
