import type { Template } from '../core/scenario';
import type { Architecture } from './architecture';
import { listStrangeBalancing } from './balancing-not-modelled';
import { listStrangeData } from './data-not-modelled';
import { listStrangeFleets } from './fleets-not-modelled';
import { tryInstanceType } from './instance-types';
import { readNetwork } from './network';
import { listNotModelled, scalableTargetsInUse } from './not-modelled';
import { readLoadBalancers, readTargetGroups } from './read-balancing';
import { readInstances } from './read-compute';
import { readBrokers } from './read-brokers';
import { readQueues, readTables } from './read-data';
import { readScalingGroups } from './read-groups';
import { readInstanceAlarms } from './read-instance-alarms';
import { readServices } from './read-services';
import { sound } from './sound';
import { listStrangeTemplate } from './template-not-modelled';
import { Values } from './values';

/** Reads a template, as CDK synthesises it, into a team's stack as data. Never throws: what is missing gets AWS's default. */
export function readArchitecture(given: Template): Architecture {
  const template = sound(given);
  const values = new Values(template);
  const network = readNetwork(values);
  const instances = readInstances(values, network);
  const scalingGroups = readScalingGroups(values, network);
  const services = readServices(values, network);
  const policies = [...scalingGroups, ...services].flatMap((each) => each.policies);
  const scaling = policies.flatMap((each) => [
    each.id,
    ...(each.kind === 'tracking' ? [] : each.alarms.map(({ id }) => id)),
  ]);
  const alarms = readInstanceAlarms(values);
  const tables = readTables(values);
  const tableScaling = tables.flatMap(({ readScaling, writeScaling }) =>
    [readScaling?.id ?? [], writeScaling?.id ?? []].flat(),
  );
  const strange = [...instances, ...scalingGroups].filter((each) => tryInstanceType(each.shape.type) === undefined);
  return {
    balancers: readLoadBalancers(values, network),
    targetGroups: readTargetGroups(values),
    instances,
    alarms,
    scalingGroups,
    services,
    tables,
    queues: [...readQueues(values), ...readBrokers(values, network)],
    network,
    natGateways: values.ofType('AWS::EC2::NatGateway').map(([id]) => id),
    addresses: values.ofType('AWS::EC2::EIP').map(([id]) => id),
    notModelled: [
      ...listStrangeTemplate(given),
      ...listStrangeBalancing(values),
      ...listStrangeFleets(values, scalingGroups),
      ...listStrangeData(values),
      ...listNotModelled(
        template,
        new Set([...scaling, ...tableScaling, ...scalableTargetsInUse(values), ...alarms.map(({ id }) => id)]),
      ),
      ...strange.map(({ id, shape }) => ({ id, type: shape.type, assumed: 'it works like an m7i.large' })),
    ],
  };
}
