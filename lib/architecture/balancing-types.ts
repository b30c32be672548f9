const family = 'AWS::ElasticLoadBalancingV2';

export const loadBalancerType = `${family}::LoadBalancer`;
export const listenerType = `${family}::Listener`;
export const ruleType = `${family}::ListenerRule`;
export const targetGroupType = `${family}::TargetGroup`;
