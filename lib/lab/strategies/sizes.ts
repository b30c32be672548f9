import type { Template, TemplateResource } from '../../core/scenario';
import { innerOf, mapResources, withProperties } from './template-parts';

/** How big everything is to be. */
interface Sizes {
  /** @returns the instance type to take in place of one */
  readonly instanceType: (type: string) => string;
  /** Instances or tasks of whatever can have several. @returns the count, from the most that is allowed now */
  readonly count: (most: number) => number;
  /** CPU units and MiB of a task. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html */
  readonly task: { readonly cpu: string; readonly memory: string };
  /** Read and write units of a table that provisions any. */
  readonly tableUnits: number;
}

/** More of everything than an event is planned for. */
const MANY = 10;

const graviton = /^[a-z]+\d+g[a-z]*$/;

const biggest: Sizes = {
  instanceType: (type) => `${familyOf(type)}.2xlarge`,
  count: (most) => Math.max(MANY, most),
  task: { cpu: '4096', memory: '8192' },
  tableUnits: 1000,
};

const smallest: Sizes = {
  // The cheapest that run the same machine image.
  instanceType: (type) => (graviton.test(familyOf(type)) ? 't4g.nano' : 't3a.nano'),
  count: () => 1,
  task: { cpu: '256', memory: '512' },
  tableUnits: 1,
};

/** Everything as big as it gets, and as many as are allowed or more, whatever the traffic. */
export const enlarged = (template: Template): Template => resized(template, biggest);

/** One of everything, of the cheapest kind. */
export const shrunk = (template: Template): Template => resized(template, smallest);

function resized(template: Template, sizes: Sizes): Template {
  return mapResources(template, (resource) => resizedResource(resource, sizes));
}

function resizedResource(resource: TemplateResource, sizes: Sizes): TemplateResource {
  const { Properties: properties = {} } = resource;
  const typeOf = (type: unknown) => (typeof type === 'string' ? { InstanceType: sizes.instanceType(type) } : {});
  switch (resource.Type) {
    case 'AWS::EC2::Instance':
    case 'AWS::AutoScaling::LaunchConfiguration':
      return withProperties(resource, typeOf(properties['InstanceType']));
    case 'AWS::EC2::LaunchTemplate': {
      const launch = innerOf(resource, 'LaunchTemplateData');
      return withProperties(resource, { LaunchTemplateData: { ...launch, ...typeOf(launch['InstanceType']) } });
    }
    case 'AWS::AutoScaling::AutoScalingGroup': {
      const count = String(sizes.count(numberOf(properties['MaxSize'])));
      return withProperties(resource, { MinSize: count, MaxSize: count, DesiredCapacity: count });
    }
    case 'AWS::ApplicationAutoScaling::ScalableTarget': {
      const count = sizes.count(numberOf(properties['MaxCapacity']));
      return withProperties(resource, { MinCapacity: count, MaxCapacity: count });
    }
    case 'AWS::ECS::Service':
      return withProperties(resource, { DesiredCount: sizes.count(numberOf(properties['DesiredCount'])) });
    case 'AWS::ECS::TaskDefinition':
      return withProperties(resource, { Cpu: sizes.task.cpu, Memory: sizes.task.memory });
    case 'AWS::DynamoDB::Table': {
      const units = { ReadCapacityUnits: sizes.tableUnits, WriteCapacityUnits: sizes.tableUnits };
      return properties['BillingMode'] === 'PAY_PER_REQUEST'
        ? resource
        : withProperties(resource, { ProvisionedThroughput: units });
    }
    default:
      return resource;
  }
}

const familyOf = (type: string): string => type.split('.')[0] ?? '';

/** 0 for what is not written as a number. */
const numberOf = (value: unknown): number => (Number.isFinite(Number(value)) ? Number(value) : 0);
