import type { Application, ConsumerModel, Handling } from '../../../lib/arena/application';
import type { TemplateResource } from '../../../lib/core/scenario';
import { anApplication } from '../tiny';

type Properties = Record<string, unknown>;

/** One message at a time, which is tried once and then left in the queue. */
export const plainHandling: Handling = { atOnce: 1, attempts: 1, retrySeconds: 0, gaveUp: 'left' };

/** A shop by mail: `order` puts a message into a queue that the tier `packer` works off, and `status` shows what has been packed. */
export function aMailOrder({
  consumes = {},
  journey = ['order'],
  staleAfterSeconds = 60,
}: { consumes?: Partial<ConsumerModel>; journey?: string[]; staleAfterSeconds?: number } = {}): Application {
  const plain = anApplication({ journey });
  const [web] = plain.tiers;
  if (web === undefined) throw new Error('the plain application has a tier');
  const route = (id: string) => ({ id, method: 'GET' as const, pattern: new RegExp(`^/${id}$`), path: `/${id}` });
  return {
    ...plain,
    tiers: [
      ...plain.tiers,
      {
        ...web,
        id: 'packer',
        consumes: { queue: 'parcels', cpuMs: 100, calls: [], handling: () => plainHandling, ...consumes },
      },
    ],
    routes: [
      ...plain.routes,
      {
        ...route('order'),
        tier: 'web',
        cpuMs: 2,
        calls: [{ kind: 'queue', queue: 'parcels', latencyMs: 5 }],
      },
      { ...route('status'), tier: 'web', cpuMs: 2, calls: [], awaits: { queue: 'parcels', staleAfterSeconds } },
    ],
    open: () => ({
      answer: ({ path }, _at, stale) => ({
        status: 200,
        headers: { 'content-type': 'text/plain' },
        body: stale ? 'packed: not yet' : `this is ${path}`,
      }),
    }),
  };
}

const tag = (tier: string) => [{ Key: 'gameday:tier', Value: tier }];

export const aQueue = (properties: Properties = {}): Record<string, TemplateResource> => ({
  Parcels: { Type: 'AWS::SQS::Queue', Properties: { Tags: tag('parcels'), ...properties } },
});

/** `count` tasks with one vCPU that work off the queue; `speed` of such a vCPU is what tasks have. */
export const packers = (count: number, properties: Properties = {}): Record<string, TemplateResource> => ({
  PackerTask: { Type: 'AWS::ECS::TaskDefinition', Properties: { Cpu: '1024', Memory: '2048', Tags: tag('packer') } },
  Packer: {
    Type: 'AWS::ECS::Service',
    Properties: {
      TaskDefinition: { Ref: 'PackerTask' },
      DesiredCount: count,
      NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [{ Ref: 'SubnetA' }, { Ref: 'SubnetB' }] } },
      ...properties,
    },
  },
});
