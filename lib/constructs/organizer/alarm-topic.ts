import { CfnCondition, CfnParameter, Fn, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as sns from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { alarmEmailParameter } from '../../deploy/target';

/**
 * Where alarms are told. Not encrypted by a key of its own: alarms say nothing secret, and one that CloudWatch may use costs a
 * dollar a month.
 *
 * Who listens is a parameter of the stack, which CloudFormation remembers from one deployment to the next; that person has to confirm
 * it by a link.
 */
export function alarmTopic(scope: Construct, id: string): sns.Topic {
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
  const email = new CfnParameter(scope, alarmEmailParameter, {
    description: 'Who is told when an alarm rings; nobody when empty',
    default: '',
    allowedPattern: '|[^@\\s]+@[^@\\s]+',
  });
  const listener = new sns.CfnSubscription(scope, 'AlarmListener', {
    topicArn: topic.topicArn,
    protocol: sns.SubscriptionProtocol.EMAIL,
    endpoint: email.valueAsString,
  });
  listener.cfnOptions.condition = new CfnCondition(scope, 'SomebodyListens', {
    expression: Fn.conditionNot(Fn.conditionEquals(email.valueAsString, '')),
  });
  return topic;
}
