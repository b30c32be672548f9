import { World } from '../../../lib/arena/world';
import { anApplication, anArchitecture, ask, backTier, fate, webInstances } from '../tiny';

const canned = (targetGroup: 'Listener' | 'Rule') => ({
  [targetGroup]: {
    Type:
      targetGroup === 'Listener'
        ? 'AWS::ElasticLoadBalancingV2::Listener'
        : 'AWS::ElasticLoadBalancingV2::ListenerRule',
    Properties:
      targetGroup === 'Listener'
        ? {
            LoadBalancerArn: { Ref: 'Balancer' },
            Port: 80,
            DefaultActions: [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '200' } }],
          }
        : {
            ListenerArn: { Ref: 'Listener' },
            Priority: 10,
            Conditions: [{ Field: 'path-pattern', PathPatternConfig: { Values: ['/stock*'] } }],
            Actions: [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '200' } }],
          },
  },
});

test('a page that the load balancer answers by itself is wrong, although its status is 200', () => {
  const architecture = anArchitecture(webInstances(1), canned('Listener'));
  const world = new World({ application: anApplication(), architecture, seed: 1 });
  world.plan(() => 1);
  world.advance(120);
  const { fast, faulty, expected } = world.counts(0);
  expect({ fast, faulty }).toEqual({ fast: 0, faulty: expected });
  expect(expected).toBeGreaterThan(50);
});

test('a program whose call is answered by the load balancer itself fails', () => {
  const architecture = anArchitecture(webInstances(1), backTier(), canned('Rule'));
  const world = new World({ application: anApplication(), architecture, seed: 1 });
  expect(fate(ask(world, '/buy'))).toBe(500);
});
