import { World, type WorldOptions } from '../../../lib/arena/world';
import type { TemplateResource } from '../../../lib/core/scenario';
import { anApplication, anArchitecture, fate } from '../tiny';

type Properties = Record<string, unknown>;
export type Parts = Parameters<typeof anArchitecture>;

export const aWorld = (parts: Parts, options: Partial<WorldOptions> = {}): World =>
  new World({ application: anApplication(), architecture: anArchitecture(...parts), seed: 1, ...options });

export const elb = (type: string, properties: Properties): TemplateResource => ({
  Type: `AWS::ElasticLoadBalancingV2::${type}`,
  Properties: properties,
});

export const listener = (...actions: Properties[]) => ({
  Listener: elb('Listener', { LoadBalancerArn: { Ref: 'Balancer' }, Port: 80, DefaultActions: actions }),
});

/** A rule before all others; by its default action it answers 418. */
export const rule = (conditions: Properties[], properties: Properties = {}) => ({
  FirstRule: elb('ListenerRule', {
    ListenerArn: { Ref: 'Listener' },
    Priority: 1,
    Conditions: conditions,
    Actions: [fixed(418)],
    ...properties,
  }),
});

export const fixed = (status: number) => ({
  Type: 'fixed-response',
  FixedResponseConfig: { StatusCode: String(status) },
});
export const forward = (...groups: (readonly [id: string, weight: number])[]) => ({
  Type: 'forward',
  ForwardConfig: { TargetGroups: groups.map(([id, Weight]) => ({ TargetGroupArn: { Ref: id }, Weight })) },
});

/** Attributes of a target group. */
export const attributes = (values: Record<string, number | string | boolean>) => ({
  TargetGroupAttributes: Object.entries(values).map(([Key, Value]) => ({ Key, Value: String(Value) })),
});

/** A balancer that differs from the usual one in some property. */
export const balancer = (properties: Properties) => ({
  Balancer: elb('LoadBalancer', {
    Subnets: [{ Ref: 'SubnetA' }, { Ref: 'SubnetB' }],
    SecurityGroups: [{ 'Fn::GetAtt': ['Open', 'GroupId'] }],
    ...properties,
  }),
});
export const idleTimeout = (seconds: number) =>
  balancer({ LoadBalancerAttributes: [{ Key: 'idle_timeout.timeout_seconds', Value: String(seconds) }] });

/** A security group that lets nobody in. */
export const shut = { Shut: { Type: 'AWS::EC2::SecurityGroup', Properties: {} } };
export const behindShut = { SecurityGroupIds: [{ 'Fn::GetAtt': ['Shut', 'GroupId'] }] };

/** Sends requests evenly over some seconds, plays until each has its fate, and tells these and who served them. */
export function sendMany(world: World, requests: number, seconds: number, path = '/page') {
  const seen: { readonly fate: number | string; readonly servedBy: string | undefined }[] = [];
  const from = world.now;
  for (let i = 0; i < requests; i++) {
    world.advance(from + (i * seconds) / requests);
    world.request({ method: 'GET', path }, world.now, (outcome) =>
      seen.push({ fate: fate(outcome), servedBy: 'lost' in outcome ? undefined : outcome.servedBy }),
    );
  }
  world.advance(from + seconds + 5);
  return seen;
}

/** How many of them came out how, or were served by whom. */
export function tallied(values: readonly unknown[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values.map(String)) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
