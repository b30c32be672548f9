import type { LoadBalancer, TargetGroup } from './architecture';
import { loadBalancerType, targetGroupType } from './balancing-types';
import { groupsOf, orNowhere, placesOf, type Network } from './network';
import { readListeners } from './read-listeners';
import { list, object, type Properties, type Values } from './values';

export function readLoadBalancers(values: Values, network: Network): LoadBalancer[] {
  return values.ofType(loadBalancerType).map(([id, properties]) => ({
    id,
    type: values.text(properties['Type']) ?? 'application',
    internetFacing: (values.text(properties['Scheme']) ?? 'internet-facing') === 'internet-facing',
    places: orNowhere(placesOf(values, network, properties['Subnets'] ?? subnetsOfMappings(properties))),
    securityGroups: groupsOf(values, properties['SecurityGroups']),
    // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html
    idleTimeoutSeconds: attribute(values, properties['LoadBalancerAttributes'], 'idle_timeout.timeout_seconds') ?? 60,
    listeners: readListeners(values, id),
  }));
}

const subnetsOfMappings = (properties: Properties) =>
  list(properties['SubnetMappings']).map((mapping) => object(mapping)['SubnetId']);

/**
 * Defaults: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html and
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html
 */
export function readTargetGroups(values: Values): TargetGroup[] {
  return values.ofType(targetGroupType).map(([id, properties]) => {
    const attributes = properties['TargetGroupAttributes'];
    const lambda = values.text(properties['TargetType']) === 'lambda';
    return {
      id,
      port: values.number(properties['Port']) ?? 80,
      plain:
        isPlain(values, properties, 'Protocol') && (values.text(properties['ProtocolVersion']) ?? 'HTTP1') === 'HTTP1',
      health: {
        path: values.text(properties['HealthCheckPath']) ?? '/',
        port: values.number(properties['HealthCheckPort']),
        plain: isPlain(values, properties, 'HealthCheckProtocol'),
        intervalSeconds: values.within(5, 300, properties['HealthCheckIntervalSeconds']) ?? (lambda ? 35 : 30),
        timeoutSeconds: values.within(2, 120, properties['HealthCheckTimeoutSeconds']) ?? 5,
        healthyThreshold: values.within(2, 10, properties['HealthyThresholdCount']) ?? 5,
        unhealthyThreshold: values.within(2, 10, properties['UnhealthyThresholdCount']) ?? 2,
        matcher: values.text(object(properties['Matcher'])['HttpCode']) ?? '200',
      },
      algorithm:
        attributeText(values, attributes, 'load_balancing.algorithm.type') === 'least_outstanding_requests'
          ? 'least_outstanding_requests'
          : 'round_robin',
      deregistrationDelaySeconds: attribute(values, attributes, 'deregistration_delay.timeout_seconds') ?? 300,
      slowStartSeconds: attribute(values, attributes, 'slow_start.duration_seconds') ?? 0,
      // An application load balancer crosses zones unless the target group says otherwise.
      // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html
      crossZone: attributeText(values, attributes, 'load_balancing.cross_zone.enabled') !== 'false',
      routingFailover: healthyTargets(values, attributes, 'unhealthy_state_routing'),
      dnsFailover: healthyTargets(values, attributes, 'dns_failover'),
      targets: list(properties['Targets']).flatMap(
        (target) => values.reference(object(target)['Id'], 'AWS::EC2::Instance') ?? [],
      ),
    };
  });
}

const isPlain = (values: Values, properties: Properties, key: string) =>
  (values.text(properties[key]) ?? 'HTTP') === 'HTTP';

/** One is enough unless it says otherwise, `off` asks for none. https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health.html */
function healthyTargets(values: Values, attributes: unknown, action: string) {
  const key = (unit: string) => `target_group_health.${action}.minimum_healthy_targets.${unit}`;
  const off = attributeText(values, attributes, key('count')) === 'off';
  return {
    count: off ? 0 : (attribute(values, attributes, key('count')) ?? 1),
    percent: attribute(values, attributes, key('percentage')) ?? 0,
  };
}

/** Value of an attribute of a load balancer or target group, as it stands in their lists of `Key` and `Value`. */
export function attributeText(values: Values, attributes: unknown, key: string): string | undefined {
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
