import { fixed, flag, number, reference, references, text, type ResourceKinds } from '../setting-kind';

const vpc = 'AWS::EC2::VPC';
const group = 'AWS::EC2::SecurityGroup';
const block = text(
  /^(25[0-5]|2[0-4]\d|1?\d?\d)(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3}\/(3[0-2]|[12]?\d)$/,
  'must be a CIDR block, such as 0.0.0.0/0',
);
const port = number(0, 65_535);
const protocol = text(/^(tcp|udp|-1)$/, 'must be tcp, udp or -1, which is all');

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_EC2.html */
export const network: ResourceKinds = {
  [vpc]: { service: 'VPC', settings: { CidrBlock: fixed() } },
  'AWS::EC2::Subnet': {
    service: 'VPC',
    settings: { VpcId: fixed(vpc), CidrBlock: fixed(), MapPublicIpOnLaunch: flag('false') },
  },
  'AWS::EC2::RouteTable': { service: 'VPC', settings: { VpcId: fixed(vpc) } },
  'AWS::EC2::SubnetRouteTableAssociation': {
    service: 'VPC',
    settings: { SubnetId: fixed('AWS::EC2::Subnet'), RouteTableId: reference('AWS::EC2::RouteTable') },
  },
  'AWS::EC2::Route': {
    service: 'VPC',
    deletable: true,
    settings: {
      RouteTableId: fixed('AWS::EC2::RouteTable'),
      DestinationCidrBlock: block,
      GatewayId: reference('AWS::EC2::InternetGateway'),
      NatGatewayId: reference('AWS::EC2::NatGateway'),
    },
  },
  'AWS::EC2::InternetGateway': { service: 'VPC', settings: {} },
  'AWS::EC2::VPCEndpoint': {
    service: 'VPC',
    deletable: true,
    settings: { VpcEndpointType: fixed(), RouteTableIds: references('AWS::EC2::RouteTable', 0) },
  },
  'AWS::EC2::NatGateway': {
    service: 'VPC',
    deletable: true,
    settings: { SubnetId: fixed('AWS::EC2::Subnet'), AllocationId: fixed('AWS::EC2::EIP') },
  },
  'AWS::EC2::EIP': {
    service: 'VPC',
    deletable: true,
    settings: { Domain: fixed(), InstanceId: fixed('AWS::EC2::Instance') },
  },
  [group]: {
    service: 'VPC',
    deletable: true,
    settings: {
      GroupDescription: fixed(),
      'SecurityGroupIngress/*/CidrIp': block,
      'SecurityGroupIngress/*/IpProtocol': protocol,
      'SecurityGroupIngress/*/FromPort': port,
      'SecurityGroupIngress/*/ToPort': port,
    },
  },
  'AWS::EC2::SecurityGroupIngress': {
    service: 'VPC',
    deletable: true,
    settings: {
      GroupId: fixed(group),
      SourceSecurityGroupId: reference(group, 'group-id'),
      CidrIp: block,
      IpProtocol: protocol,
      FromPort: port,
      ToPort: port,
    },
  },
  'AWS::EC2::SecurityGroupEgress': {
    service: 'VPC',
    deletable: true,
    settings: {
      GroupId: fixed(group),
      DestinationSecurityGroupId: reference(group, 'group-id'),
      CidrIp: block,
      IpProtocol: protocol,
      FromPort: port,
      ToPort: port,
    },
  },
};
