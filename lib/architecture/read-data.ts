import type { CapacityScaling, CapacityUnits, Queue, Table } from './data-types';
import { list, object, tierTag, type Properties, type Values } from './values';

const tableType = 'AWS::DynamoDB::Table';
const globalTableType = 'AWS::DynamoDB::GlobalTable';
export const tableTypes = [tableType, globalTableType] as const;
const targetType = 'AWS::ApplicationAutoScaling::ScalableTarget';
const policyType = 'AWS::ApplicationAutoScaling::ScalingPolicy';
export const queueType = 'AWS::SQS::Queue';

/**
 * What a new on-demand table serves at once.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/on-demand-capacity-mode.html#on-demand-capacity-mode-initial
 */
const newTable: CapacityUnits = { readUnits: 12_000, writeUnits: 4_000 };
/** What an account allows each table unless it asks for more. https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html */
const tableQuota = 40_000;

export function readTables(values: Values): Table[] {
  return [...values.ofType(tableType).map(([id, table]) => readTable(values, id, table)), ...globalTables(values)];
}

function readTable(values: Values, id: string, properties: Properties): Table {
  const throughput = object(properties['ProvisionedThroughput']);
  const units = (key: string) => positive(values.number(throughput[`${key}CapacityUnits`])) ?? 5;
  const provisioned = onDemand(values, properties)
    ? undefined
    : { readUnits: units('Read'), writeUnits: units('Write') };
  return {
    id,
    tier: tierTag(properties['Tags']),
    provisioned,
    warm: warmUnits(values, object(properties['WarmThroughput'])),
    most: mostUnits(values, object(properties['OnDemandThroughput'])),
    readScaling: provisioned && tableScaling(values, id, 'Read'),
    writeScaling: provisioned && tableScaling(values, id, 'Write'),
  };
}

/** A global table is read from its first replica. */
function globalTables(values: Values): Table[] {
  return values.ofType(globalTableType).map(([id, properties]): Table => {
    const replica = object(list(properties['Replicas'])[0]);
    const read = object(replica['ReadProvisionedThroughputSettings']);
    const write = object(properties['WriteProvisionedThroughputSettings']);
    const readSettings = object(read['ReadCapacityAutoScalingSettings']);
    const writeSettings = object(write['WriteCapacityAutoScalingSettings']);
    const units = (stated: unknown, settings: Properties) =>
      positive(values.number(stated)) ?? positive(values.number(settings['MinCapacity'])) ?? 5;
    const provisioned = {
      readUnits: units(read['ReadCapacityUnits'], readSettings),
      writeUnits: units(write['WriteCapacityUnits'], writeSettings),
    };
    const free = onDemand(values, properties);
    return {
      id,
      tier: tierTag(replica['Tags']) ?? tierTag(properties['Tags']),
      provisioned: free ? undefined : provisioned,
      warm: warmUnits(values, object(properties['WarmThroughput'])),
      most: mostUnits(values, {
        ...object(replica['ReadOnDemandThroughputSettings']),
        ...object(properties['WriteOnDemandThroughputSettings']),
      }),
      readScaling: free ? undefined : replicaScaling(values, `${id}/read`, readSettings),
      writeScaling: free ? undefined : replicaScaling(values, `${id}/write`, writeSettings),
    };
  });
}

/** A table is provisioned unless it says otherwise: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-table.html */
const onDemand = (values: Values, table: Properties) => values.text(table['BillingMode']) === 'PAY_PER_REQUEST';

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/warm-throughput.html */
const warmUnits = (values: Values, warm: Properties): CapacityUnits => ({
  readUnits: positive(values.number(warm['ReadUnitsPerSecond'])) ?? newTable.readUnits,
  writeUnits: positive(values.number(warm['WriteUnitsPerSecond'])) ?? newTable.writeUnits,
});

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/on-demand-capacity-mode-max-throughput.html */
const mostUnits = (values: Values, most: Properties): CapacityUnits => ({
  readUnits: positive(values.number(most['MaxReadRequestUnits'])) ?? tableQuota,
  writeUnits: positive(values.number(most['MaxWriteRequestUnits'])) ?? tableQuota,
});

/** @returns `undefined` when nothing scales this side of the table */
function tableScaling(values: Values, table: string, side: 'Read' | 'Write'): CapacityScaling | undefined {
  const target = values
    .ofType(targetType)
    .find(
      ([, each]) =>
        values.reference(each['ResourceId'], tableType) === table &&
        values.text(each['ScalableDimension']) === `dynamodb:table:${side}CapacityUnits`,
    );
  if (target === undefined) return undefined;
  const policy = values
    .ofType(policyType)
    .find(([, each]) => values.reference(each['ScalingTargetId'], targetType) === target[0]);
  if (policy === undefined) return undefined;
  const tracking = object(policy[1]['TargetTrackingScalingPolicyConfiguration']);
  const metric = values.text(object(tracking['PredefinedMetricSpecification'])['PredefinedMetricType']);
  if (metric !== `DynamoDB${side}CapacityUtilization`) return undefined;
  return capacityScaling(values, policy[0], object(target[1]), tracking);
}

function replicaScaling(values: Values, id: string, settings: Properties): CapacityScaling | undefined {
  return capacityScaling(values, id, settings, object(settings['TargetTrackingScalingPolicyConfiguration']));
}

function capacityScaling(
  values: Values,
  id: string,
  bounds: Properties,
  tracking: Properties,
): CapacityScaling | undefined {
  const targetPercent = positive(values.number(tracking['TargetValue']));
  if (targetPercent === undefined) return undefined;
  const min = positive(values.number(bounds['MinCapacity'])) ?? 1;
  return {
    id,
    min,
    max: Math.max(min, values.number(bounds['MaxCapacity']) ?? min),
    targetPercent,
    scaleIn: !(values.flag(tracking['DisableScaleIn']) ?? false),
    // Tables have no cooldown unless they ask for one.
    // https://docs.aws.amazon.com/autoscaling/application/APIReference/API_TargetTrackingScalingPolicyConfiguration.html
    outCooldownSeconds: values.number(tracking['ScaleOutCooldown']) ?? 0,
    inCooldownSeconds: values.number(tracking['ScaleInCooldown']) ?? 0,
  };
}

/** Defaults: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sqs-queue.html */
export function readQueues(values: Values): Queue[] {
  return values.ofType(queueType).map(([id, properties]): Queue => {
    const redrive = object(properties['RedrivePolicy']);
    const maxReceives = positive(values.number(redrive['maxReceiveCount']));
    return {
      id,
      tier: tierTag(properties['Tags']),
      broker: undefined,
      visibilitySeconds: values.within(0, 43_200, properties['VisibilityTimeout']) ?? 30,
      delaySeconds: values.within(0, 900, properties['DelaySeconds']) ?? 0,
      deadLetter:
        maxReceives === undefined
          ? undefined
          : { queue: values.reference(redrive['deadLetterTargetArn'], queueType), maxReceives },
    };
  });
}

const positive = (number: number | undefined) => (number !== undefined && number > 0 ? number : undefined);
