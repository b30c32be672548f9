import type { NotModelled } from './architecture';
import { listenerType, loadBalancerType, ruleType, targetGroupType } from './balancing-types';
import { attributeText } from './read-balancing';
import { unmetConditions } from './read-listeners';
import { listStrange, type Words } from './strange';
import { list, object, type Properties, type Values } from './values';

/** What load balancers say that the arena does not act on, one line for each thing. */
export function listStrangeBalancing(values: Values): NotModelled[] {
  const strange = (type: string, words: (properties: Properties) => Words) => listStrange(values, type, words);
  return [
    ...strange(loadBalancerType, ({ Type: kind }) => [
      (values.text(kind) ?? 'application') === 'application' ? undefined : 'it works like an application load balancer',
    ]),
    ...strange(listenerType, ({ DefaultActions: actions }) => [lost(values, actions)]),
    ...strange(ruleType, (properties) => [
      ...unmetConditions(values, properties).map((field) => `no request meets its condition on ${field}`),
      list(properties['Transforms']).length === 0 ? undefined : 'requests reach their target as customers send them',
      lost(values, properties['Actions']),
    ]),
    ...strange(targetGroupType, (properties) => targetGroupWords(values, properties)),
  ];
}

/** A forward action whose group is not in the template takes its share of the requests and answers none. */
function lost(values: Values, actions: unknown): string | undefined {
  const forwards = list(actions)
    .map(object)
    .filter((action) => values.text(action['Type']) === 'forward');
  const groups = forwards.flatMap((action) => [
    ...(action['TargetGroupArn'] === undefined ? [] : [action['TargetGroupArn']]),
    ...list(object(action['ForwardConfig'])['TargetGroups']).map((group) => object(group)['TargetGroupArn']),
  ]);
  return groups.every((group) => values.reference(group, targetGroupType) !== undefined)
    ? undefined
    : 'nobody is in a target group that is not in the template';
}

function targetGroupWords(values: Values, properties: Properties): Words {
  const says = (key: string) => attributeText(values, properties['TargetGroupAttributes'], key);
  const kind = values.text(properties['TargetType']) ?? 'instance';
  const targets = list(properties['Targets']).map(object);
  const foreign = targets.some((target) => values.reference(target['Id'], 'AWS::EC2::Instance') === undefined);
  return [
    kind === 'instance' || kind === 'ip' ? undefined : `it has no targets of type ${kind}, so it answers 503`,
    foreign && kind !== 'lambda' ? 'targets that are no instances of this template are not there' : undefined,
    targets.some((target) => target['Port'] !== undefined) ? 'its targets listen on the port of the group' : undefined,
    says('load_balancing.algorithm.type') === 'weighted_random' ? 'its targets take turns' : undefined,
    says('stickiness.enabled') === 'true' ? 'customers keep no cookies, so every request may go anywhere' : undefined,
  ];
}
