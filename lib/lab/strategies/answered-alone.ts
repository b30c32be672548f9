import type { Template } from '../../core/scenario';
import { mapResources, withProperties } from './template-parts';

/** The load balancer answers everything itself with one status, and asks nobody. */
export function answeredAlone(template: Template, status: number): Template {
  const action = {
    Type: 'fixed-response',
    FixedResponseConfig: { StatusCode: String(status), ContentType: 'text/html', MessageBody: 'All is well.' },
  };
  return mapResources(template, (resource) => {
    switch (resource.Type) {
      case 'AWS::ElasticLoadBalancingV2::ListenerRule':
        return undefined;
      case 'AWS::ElasticLoadBalancingV2::Listener':
        return withProperties(resource, { DefaultActions: [action] });
      default:
        return resource;
    }
  });
}
