import type { Template } from '../core/scenario';
import type { Architecture } from './architecture';
import { tryInstanceType } from './instance-types';
import { readNetwork } from './network';
import { listNotModelled } from './not-modelled';
import { readLoadBalancers, readTargetGroups } from './read-balancing';
import { readInstances, readScalingGroups, readServices, readTables } from './read-compute';
import { Values } from './values';

/** Reads a template, as CDK synthesises it, into a team's stack as data. Never throws: what is missing gets AWS's default. */
export function readArchitecture(template: Template): Architecture {
  const values = new Values(template);
  const network = readNetwork(values);
  const instances = readInstances(values, network);
  const scalingGroups = readScalingGroups(values, network);
  const services = readServices(values, network);
  const policies = [...scalingGroups, ...services].flatMap((each) => each.policies.map((policy) => policy.id));
  const strange = [...instances, ...scalingGroups].filter((each) => tryInstanceType(each.shape.type) === undefined);
  return {
    balancers: readLoadBalancers(values, network),
    targetGroups: readTargetGroups(values),
    instances,
    scalingGroups,
    services,
    tables: readTables(values),
    network,
    natGateways: values.ofType('AWS::EC2::NatGateway').map(([id]) => id),
    addresses: values.ofType('AWS::EC2::EIP').map(([id]) => id),
    notModelled: [
      ...listNotModelled(template, new Set(policies)),
      ...strange.map(({ id, shape }) => ({ id, type: shape.type, assumed: 'it works like an m7i.large' })),
    ],
  };
}
