import type { Listener, ListenerRule, LoadBalancer, RuleAction, TargetGroup } from './architecture';
import { groupsOf, placesOf, type Network } from './network';
import { list, object, type Properties, type Values } from './values';

const loadBalancerType = 'AWS::ElasticLoadBalancingV2::LoadBalancer';
export const targetGroupType = 'AWS::ElasticLoadBalancingV2::TargetGroup';
const listenerType = 'AWS::ElasticLoadBalancingV2::Listener';
const ruleType = 'AWS::ElasticLoadBalancingV2::ListenerRule';

export function readLoadBalancers(values: Values, network: Network): LoadBalancer[] {
  return values.ofType(loadBalancerType).map(([id, properties]) => ({
    id,
    type: values.text(properties['Type']) ?? 'application',
    internetFacing: (values.text(properties['Scheme']) ?? 'internet-facing') === 'internet-facing',
    places: placesOf(values, network, properties['Subnets'] ?? subnetsOfMappings(properties)),
    securityGroups: groupsOf(values, properties['SecurityGroups']),
    // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html
    idleTimeoutSeconds: attribute(values, properties['LoadBalancerAttributes'], 'idle_timeout.timeout_seconds') ?? 60,
    listeners: readListeners(values, id),
  }));
}

const subnetsOfMappings = (properties: Properties) =>
  list(properties['SubnetMappings']).map((mapping) => object(mapping)['SubnetId']);

function readListeners(values: Values, loadBalancer: string): Listener[] {
  return values
    .ofType(listenerType)
    .filter(([, properties]) => values.reference(properties['LoadBalancerArn'], loadBalancerType) === loadBalancer)
    .map(([id, properties]) => ({
      id,
      port: values.number(properties['Port']) ?? 80,
      rules: readRules(values, id),
      otherwise: readAction(values, properties['DefaultActions']),
    }));
}

function readRules(values: Values, listener: string): ListenerRule[] {
  return values
    .ofType(ruleType)
    .filter(([, properties]) => values.reference(properties['ListenerArn'], listenerType) === listener)
    .map(([, properties]) => ({
      priority: values.number(properties['Priority']) ?? 50_000,
      pathPatterns: conditions(properties, 'path-pattern', 'PathPatternConfig'),
      methods: conditions(properties, 'http-request-method', 'HttpRequestMethodConfig'),
      action: readAction(values, properties['Actions']),
    }))
    .sort((a, b) => a.priority - b.priority);
}

function conditions(rule: Properties, field: string, config: string): string[] {
  const condition = object(list(rule['Conditions']).find((each) => object(each)['Field'] === field));
  const texts = condition['Values'] ?? object(condition[config])['Values'];
  return list(texts).filter((text) => typeof text === 'string');
}

/** The first action that answers. Of several weighted target groups the heaviest takes all. */
function readAction(values: Values, actions: unknown): RuleAction {
  for (const action of list(actions).map(object)) {
    if (action['Type'] === 'fixed-response') {
      return { kind: 'fixed', status: values.number(object(action['FixedResponseConfig'])['StatusCode']) ?? 200 };
    }
    if (action['Type'] === 'redirect') {
      const code = values.text(object(action['RedirectConfig'])['StatusCode']);
      return { kind: 'fixed', status: code === 'HTTP_301' ? 301 : 302 };
    }
    const weighted = list(object(action['ForwardConfig'])['TargetGroups']).map(object);
    const heaviest = [...weighted].sort(
      (a, b) => (values.number(b['Weight']) ?? 1) - (values.number(a['Weight']) ?? 1),
    )[0];
    const targetGroup = values.reference(action['TargetGroupArn'] ?? heaviest?.['TargetGroupArn'], targetGroupType);
    if (targetGroup !== undefined) return { kind: 'forward', targetGroup };
  }
  // An action that leads nowhere in this template: what a target group without targets answers.
  return { kind: 'fixed', status: 503 };
}

/** Defaults: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html */
export function readTargetGroups(values: Values): TargetGroup[] {
  return values.ofType(targetGroupType).map(([id, properties]) => {
    const attributes = properties['TargetGroupAttributes'];
    const lambda = values.text(properties['TargetType']) === 'lambda';
    return {
      id,
      port: values.number(properties['Port']) ?? 80,
      health: {
        path: values.text(properties['HealthCheckPath']) ?? '/',
        port: values.number(properties['HealthCheckPort']),
        intervalSeconds: values.number(properties['HealthCheckIntervalSeconds']) ?? (lambda ? 35 : 30),
        timeoutSeconds: values.number(properties['HealthCheckTimeoutSeconds']) ?? 5,
        healthyThreshold: values.number(properties['HealthyThresholdCount']) ?? 5,
        unhealthyThreshold: values.number(properties['UnhealthyThresholdCount']) ?? 2,
        matcher: values.text(object(properties['Matcher'])['HttpCode']) ?? '200',
      },
      algorithm:
        attributeText(values, attributes, 'load_balancing.algorithm.type') === 'least_outstanding_requests'
          ? 'least_outstanding_requests'
          : 'round_robin',
      deregistrationDelaySeconds: attribute(values, attributes, 'deregistration_delay.timeout_seconds') ?? 300,
      targets: list(properties['Targets']).flatMap(
        (target) => values.reference(object(target)['Id'], 'AWS::EC2::Instance') ?? [],
      ),
    };
  });
}

function attributeText(values: Values, attributes: unknown, key: string): string | undefined {
  return values.text(
    object(
      list(attributes)
        .map(object)
        .find((each) => each['Key'] === key),
    )['Value'],
  );
}
const attribute = (values: Values, attributes: unknown, key: string) =>
  values.number(attributeText(values, attributes, key));
