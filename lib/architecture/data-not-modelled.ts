import type { NotModelled } from './architecture';
import { brokerType, isRabbit } from './read-brokers';
import { queueType, tableTypes } from './read-data';
import { listStrange, type Words } from './strange';
import { list, object, type Properties, type Values } from './values';

/** What tables, queues and the network say that the arena does not act on, one line for each thing. */
export function listStrangeData(values: Values): NotModelled[] {
  const strange = (type: string, words: (properties: Properties) => Words) => listStrange(values, type, words);
  return [
    ...tableTypes.flatMap((type) => strange(type, (properties) => tableWords(values, properties))),
    ...strange(queueType, (properties) => queueWords(values, properties)),
    ...strange(brokerType, (properties) => brokerWords(values, properties)),
    ...strange('AWS::EC2::VPCEndpoint', () => ['it costs nothing']),
    ...strange('AWS::EC2::SecurityGroup', (properties) => [
      namesPrefixList(properties) && 'rules that name a prefix list let nobody through',
    ]),
    ...strange('AWS::EC2::VPC', () => [
      values.ofType('AWS::EC2::RouteTable').length === 0 &&
        'its subnets have the routes that they need, as the template has no route tables',
    ]),
  ];
}

function tableWords(values: Values, properties: Properties): Words {
  const indexes = [...list(properties['GlobalSecondaryIndexes']), ...list(properties['LocalSecondaryIndexes'])];
  const expires = values.flag(object(properties['TimeToLiveSpecification'])['Enabled']) === true;
  return [
    indexes.length > 0 && 'its indexes serve whatever they are asked, take no units of their own and cost nothing',
    properties['StreamSpecification'] !== undefined && 'its stream changes nothing and costs nothing',
    expires && 'items stay for as long as the event lasts',
    list(properties['Replicas']).length > 1 && 'only its first replica is there',
  ];
}

function queueWords(values: Values, properties: Properties): Words {
  const keptSeconds = values.number(properties['MessageRetentionPeriod']) ?? Infinity;
  return [
    'its messages cost nothing, and whoever takes them waits for them by long polling',
    values.flag(properties['FifoQueue']) === true &&
      'its messages are taken as from a standard queue, in about their order',
    keptSeconds < longestEventSeconds && 'its messages are kept for as long as the event lasts',
  ];
}

function brokerWords(values: Values, properties: Properties): Words {
  if (!isRabbit(values, properties)) return ['nobody reaches it, as it is no RabbitMQ, and it costs nothing'];
  return ['it is never full or slow, and has been up for a while', 'its disk costs nothing'];
}

/** No event is longer than a day. */
const longestEventSeconds = 86_400;

const namesPrefixList = (properties: Properties) =>
  [...list(properties['SecurityGroupIngress']), ...list(properties['SecurityGroupEgress'])].some(
    (rule) => object(rule)['SourcePrefixListId'] !== undefined || object(rule)['DestinationPrefixListId'] !== undefined,
  );
