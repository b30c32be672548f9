import type { Template } from '../../core/scenario';
import { mapResources, withProperties } from './template-parts';

/** Nothing runs any more: groups and services want nobody, and single instances are gone. */
export function switchedOff(template: Template): Template {
  return mapResources(template, (resource) => {
    switch (resource.Type) {
      case 'AWS::EC2::Instance':
        return undefined;
      case 'AWS::AutoScaling::AutoScalingGroup':
        return withProperties(resource, { MinSize: '0', MaxSize: '0', DesiredCapacity: '0' });
      case 'AWS::ApplicationAutoScaling::ScalableTarget':
        return withProperties(resource, { MinCapacity: 0, MaxCapacity: 0 });
      case 'AWS::ECS::Service':
        return withProperties(resource, { DesiredCount: 0 });
      case 'AWS::ElasticLoadBalancingV2::TargetGroup':
        return withProperties(resource, { Targets: [] });
      default:
        return resource;
    }
  });
}
