import { choice, fixed, number, references, text, type ResourceKinds } from '../setting-kind';

const path = text(
  /^\/[\w\-.$/~"'@:+?&=%*]{0,1023}$/,
  'must begin with / and hold none but letters, digits and _-.$/~"\'@:+?&=%*',
);
const codes = text(
  /^[2-4]\d\d(-[2-4]\d\d)?(,[2-4]\d\d(-[2-4]\d\d)?)*$/,
  'must be status codes from 200 to 499, such as 200, 200,202 or 200-299',
);
const groupType = 'AWS::ElasticLoadBalancingV2::TargetGroup';
const attribute = (name: string): string => `TargetGroupAttributes/${name}`;

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_ElasticLoadBalancingV2.html */
export const balancing: ResourceKinds = {
  'AWS::ElasticLoadBalancingV2::LoadBalancer': {
    service: 'Elastic Load Balancing',
    settings: {
      Scheme: fixed(),
      Type: fixed(),
      Subnets: references('AWS::EC2::Subnet', 2),
      SecurityGroups: references('AWS::EC2::SecurityGroup', 1, 'group-id'),
      'LoadBalancerAttributes/idle_timeout.timeout_seconds': number(1, 4000, '60'),
    },
  },
  'AWS::ElasticLoadBalancingV2::Listener': {
    service: 'Elastic Load Balancing',
    settings: { Port: fixed(), Protocol: fixed(), 'DefaultActions/*/TargetGroupArn': fixed(groupType) },
  },
  'AWS::ElasticLoadBalancingV2::ListenerRule': {
    service: 'Elastic Load Balancing',
    settings: {
      Priority: number(1, 50_000),
      'Conditions/*/PathPatternConfig/Values': {
        kind: 'texts',
        pattern: /^[\w\-.$/~"'@:+?&*]{1,128}$/,
        must: 'must be patterns of paths, such as /images/*',
        most: 5,
      },
      'Actions/*/TargetGroupArn': { kind: 'reference', to: [groupType], form: 'ref' },
    },
  },
  [groupType]: {
    service: 'Elastic Load Balancing',
    settings: {
      TargetType: fixed(),
      Port: fixed(),
      HealthCheckPath: path,
      HealthCheckIntervalSeconds: number(5, 300, '30'),
      HealthCheckTimeoutSeconds: number(2, 120, '5'),
      HealthyThresholdCount: number(2, 10, '5'),
      UnhealthyThresholdCount: number(2, 10, '2'),
      'Matcher/HttpCode': codes,
      Targets: references('AWS::EC2::Instance', 0, 'target'),
      [attribute('deregistration_delay.timeout_seconds')]: number(0, 3600, '300'),
      [attribute('slow_start.duration_seconds')]: number(0, 900, '0'),
      [attribute('load_balancing.algorithm.type')]: choice(
        ['round_robin', 'least_outstanding_requests'],
        'round_robin',
      ),
      [attribute('load_balancing.cross_zone.enabled')]: choice(
        ['true', 'false', 'use_load_balancer_configuration'],
        'use_load_balancer_configuration',
      ),
    },
  },
};
