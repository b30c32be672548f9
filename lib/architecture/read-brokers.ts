import { canonicalJson } from '../core/canonical';
import type { Queue } from './data-types';
import { groupsOf, placesOf, type Network } from './network';
import { tierTag, type Properties, type Values } from './values';

export const brokerType = 'AWS::AmazonMQ::Broker';

/**
 * RabbitMQ brokers of Amazon MQ, each as the one queue of the application that it holds. What was taken and is not done comes back when
 * its connection ends; nothing is hidden for a time.
 * https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/rabbitmq-broker-architecture.html
 */
export function readBrokers(values: Values, network: Network): Queue[] {
  return values.ofType(brokerType).flatMap(([id, properties]): Queue[] => {
    if (!isRabbit(values, properties)) return [];
    return [
      {
        id,
        tier: tierTag(properties['Tags']),
        visibilitySeconds: Infinity,
        delaySeconds: 0,
        deadLetter: undefined,
        broker: {
          type: values.text(properties['HostInstanceType']) ?? '',
          nodes: values.text(properties['DeploymentMode']) === 'CLUSTER_MULTI_AZ' ? 3 : 1,
          places: placesOf(values, network, properties['SubnetIds']),
          securityGroups: groupsOf(values, properties['SecurityGroups']),
        },
      },
    ];
  });
}

export const isRabbit = (values: Values, broker: Properties): boolean =>
  values.text(broker['EngineType'])?.toUpperCase() === 'RABBITMQ';

/** The broker that a metric names: by its name, as brokers are known to CloudWatch. */
export const brokerNamed = (values: Values, name: unknown): string | undefined =>
  values
    .ofType(brokerType)
    .find(([, broker]) => name !== undefined && canonicalJson(broker['BrokerName']) === canonicalJson(name))?.[0];
