import { DeleteTopicCommand, paginateListTopics, SNSClient } from '@aws-sdk/client-sns';
import { DeleteQueueCommand, paginateListQueues, SQSClient } from '@aws-sdk/client-sqs';
import { foundBy, gathered, type AwsKind } from '../place';

export const messageKinds: readonly AwsKind[] = [
  {
    service: 'sqs',
    type: 'queue',
    list: async (place) => {
      const client = place.client(SQSClient);
      return foundBy(await gathered(paginateListQueues({ client }, {}), ({ QueueUrls }) => QueueUrls), (url) => url);
    },
    remove: (place, id) => place.client(SQSClient).send(new DeleteQueueCommand({ QueueUrl: id })),
  },
  {
    service: 'sns',
    type: 'topic',
    list: async (place) => {
      const client = place.client(SNSClient);
      const topics = await gathered(paginateListTopics({ client }, {}), ({ Topics }) => Topics);
      return foundBy(topics, ({ TopicArn }) => TopicArn);
    },
    remove: (place, id) => place.client(SNSClient).send(new DeleteTopicCommand({ TopicArn: id })),
  },
];
