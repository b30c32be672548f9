import {
  DeleteEventSourceMappingCommand,
  DeleteFunctionCommand,
  DeleteLayerVersionCommand,
  LambdaClient,
  paginateListEventSourceMappings,
  paginateListFunctions,
  paginateListLayers,
} from '@aws-sdk/client-lambda';
import { foundBy, gathered, type AwsKind } from '../place';

const lambda = { service: 'lambda' } as const;

export const functionKinds: readonly AwsKind[] = [
  {
    ...lambda,
    type: 'event-source',
    list: async (place) => {
      const client = place.client(LambdaClient);
      const pages = paginateListEventSourceMappings({ client }, {});
      return foundBy(await gathered(pages, (page) => page.EventSourceMappings), ({ UUID }) => UUID);
    },
    remove: (place, id) => place.client(LambdaClient).send(new DeleteEventSourceMappingCommand({ UUID: id })),
  },
  {
    ...lambda,
    type: 'function',
    list: async (place) => {
      const client = place.client(LambdaClient);
      const functions = await gathered(paginateListFunctions({ client }, {}), ({ Functions }) => Functions);
      return foundBy(functions, ({ FunctionName }) => FunctionName);
    },
    remove: (place, id) => place.client(LambdaClient).send(new DeleteFunctionCommand({ FunctionName: id })),
  },
  {
    ...lambda,
    type: 'layer',
    // A layer is listed by its newest version; the next pass finds the one before.
    list: async (place) => {
      const client = place.client(LambdaClient);
      const layers = await gathered(paginateListLayers({ client }, {}), ({ Layers }) => Layers);
      return foundBy(layers, ({ LatestMatchingVersion }) => LatestMatchingVersion?.LayerVersionArn);
    },
    remove: (place, id) => {
      const version = id.split(':').at(-1) ?? '';
      const LayerName = id.slice(0, -version.length - 1);
      return place
        .client(LambdaClient)
        .send(new DeleteLayerVersionCommand({ LayerName, VersionNumber: Number(version) }));
    },
  },
];
