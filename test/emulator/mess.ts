import {
  AutoScalingClient,
  CreateAutoScalingGroupCommand,
  CreateLaunchConfigurationCommand,
} from '@aws-sdk/client-auto-scaling';
import { CloudFormationClient, CreateStackCommand } from '@aws-sdk/client-cloudformation';
import { CloudWatchClient, PutDashboardCommand, PutMetricAlarmCommand } from '@aws-sdk/client-cloudwatch';
import { CloudWatchLogsClient, CreateLogGroupCommand } from '@aws-sdk/client-cloudwatch-logs';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  AllocateAddressCommand,
  AttachInternetGatewayCommand,
  AuthorizeSecurityGroupIngressCommand,
  CreateImageCommand,
  CreateInternetGatewayCommand,
  CreateKeyPairCommand,
  CreateLaunchTemplateCommand,
  CreateNatGatewayCommand,
  CreateNetworkInterfaceCommand,
  CreateRouteTableCommand,
  CreateSecurityGroupCommand,
  CreateSubnetCommand,
  CreateVolumeCommand,
  CreateVpcCommand,
  CreateVpcEndpointCommand,
  EC2Client,
  RunInstancesCommand,
} from '@aws-sdk/client-ec2';
import {
  CreateClusterCommand,
  CreateServiceCommand,
  ECSClient,
  RegisterTaskDefinitionCommand,
} from '@aws-sdk/client-ecs';
import {
  CreateLoadBalancerCommand,
  CreateTargetGroupCommand,
  ElasticLoadBalancingV2Client,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import {
  AddRoleToInstanceProfileCommand,
  AttachRolePolicyCommand,
  CreateAccessKeyCommand,
  CreateInstanceProfileCommand,
  CreatePolicyCommand,
  CreateRoleCommand,
  CreateUserCommand,
  IAMClient,
} from '@aws-sdk/client-iam';
import { CreateBucketCommand, PutBucketVersioningCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { CreateTopicCommand, SNSClient } from '@aws-sdk/client-sns';
import { CreateQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { insider } from './pool';

type Options = Awaited<ReturnType<typeof insider>>;

/** Leaves in an account what teams leave: a stack, and something of every kind made by hand, protected, tangled, and in use. */
export async function makeMess(options: Options, name: string): Promise<void> {
  await makeStack(options, name);
  const ec2 = new EC2Client(options);
  const { subnet, group } = await makeNetwork(ec2);
  await makeServers(options, ec2, subnet, group);
  await makeContainers(options);
  await makeRecords(options, name);
  await makePeople(options);
}

async function makeStack(options: Options, name: string): Promise<void> {
  const template = {
    Resources: {
      Queue: { Type: 'AWS::SQS::Queue' },
      Observer: {
        Type: 'AWS::IAM::Role',
        Properties: { Path: '/gameday/', RoleName: `observer`, AssumeRolePolicyDocument: { Statement: [] } },
      },
      Kept: { Type: 'AWS::S3::Bucket', DeletionPolicy: 'Retain', Properties: { BucketName: `kept-${name}` } },
    },
  };
  const stack = { StackName: 'Arena', TemplateBody: JSON.stringify(template), EnableTerminationProtection: true };
  await new CloudFormationClient(options).send(new CreateStackCommand(stack));
}

async function makeNetwork(ec2: EC2Client) {
  const { Vpc } = await ec2.send(new CreateVpcCommand({ CidrBlock: '10.9.0.0/16' }));
  const VpcId = Vpc?.VpcId ?? '';
  const { Subnet } = await ec2.send(new CreateSubnetCommand({ VpcId, CidrBlock: '10.9.1.0/24' }));
  const subnet = Subnet?.SubnetId ?? '';
  const { InternetGateway } = await ec2.send(new CreateInternetGatewayCommand({}));
  const InternetGatewayId = InternetGateway?.InternetGatewayId;
  await ec2.send(new AttachInternetGatewayCommand({ InternetGatewayId, VpcId }));
  await ec2.send(new CreateRouteTableCommand({ VpcId }));
  const groupOf = async (name: string): Promise<string> => {
    const made = await ec2.send(new CreateSecurityGroupCommand({ GroupName: name, Description: name, VpcId }));
    return made.GroupId ?? '';
  };
  const [one, two] = [await groupOf('one'), await groupOf('two')];
  for (const [GroupId, other] of [
    [one, two],
    [two, one],
  ] as const) {
    const IpPermissions = [{ IpProtocol: 'tcp', FromPort: 80, ToPort: 80, UserIdGroupPairs: [{ GroupId: other }] }];
    await ec2.send(new AuthorizeSecurityGroupIngressCommand({ GroupId, IpPermissions }));
  }
  const { AllocationId } = await ec2.send(new AllocateAddressCommand({}));
  await ec2.send(new CreateNatGatewayCommand({ SubnetId: subnet, AllocationId }));
  const endpoint = { ServiceName: 'com.amazonaws.eu-central-1.ec2', VpcEndpointType: 'Interface' } as const;
  await ec2.send(new CreateVpcEndpointCommand({ ...endpoint, VpcId, SubnetIds: [subnet] }));
  await ec2.send(new CreateNetworkInterfaceCommand({ SubnetId: subnet, Groups: [one] }));
  return { subnet, group: one };
}

async function makeServers(options: Options, ec2: EC2Client, subnet: string, group: string): Promise<void> {
  const image = { ImageId: 'ami-12c6146b', InstanceType: 't3.small' } as const;
  const { Instances } = await ec2.send(
    new RunInstancesCommand({
      ...image,
      ...{ MinCount: 1, MaxCount: 1, SubnetId: subnet, SecurityGroupIds: [group], DisableApiTermination: true },
    }),
  );
  await ec2.send(new CreateImageCommand({ InstanceId: Instances?.[0]?.InstanceId, Name: 'golden' }));
  await ec2.send(new CreateVolumeCommand({ AvailabilityZone: 'eu-central-1a', Size: 10, VolumeType: 'gp3' }));
  await ec2.send(new CreateKeyPairCommand({ KeyName: 'mine' }));
  await ec2.send(new CreateLaunchTemplateCommand({ LaunchTemplateName: 'mine', LaunchTemplateData: image }));
  const scaling = new AutoScalingClient(options);
  await scaling.send(new CreateLaunchConfigurationCommand({ LaunchConfigurationName: 'old', ...image }));
  await scaling.send(
    new CreateAutoScalingGroupCommand({
      ...{ AutoScalingGroupName: 'mine', LaunchTemplate: { LaunchTemplateName: 'mine' }, VPCZoneIdentifier: subnet },
      ...{ MinSize: 2, MaxSize: 4, DesiredCapacity: 2, NewInstancesProtectedFromScaleIn: true },
    }),
  );
  const balancing = new ElasticLoadBalancingV2Client(options);
  await balancing.send(new CreateLoadBalancerCommand({ Name: 'mine', Subnets: [subnet], Type: 'network' }));
  await balancing.send(new CreateTargetGroupCommand({ Name: 'mine', TargetType: 'lambda' }));
}

async function makeContainers(options: Options): Promise<void> {
  const ecs = new ECSClient(options);
  await ecs.send(new CreateClusterCommand({ clusterName: 'mine' }));
  await ecs.send(
    new RegisterTaskDefinitionCommand({
      family: 'mine',
      containerDefinitions: [{ name: 'shop', image: 'shop', memory: 128 }],
    }),
  );
  const service = { serviceName: 'mine', cluster: 'mine', taskDefinition: 'mine', desiredCount: 2 };
  await ecs.send(new CreateServiceCommand(service));
}

async function makeRecords(options: Options, name: string): Promise<void> {
  const table = {
    TableName: 'mine',
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' as const }],
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' as const }],
    ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 5 },
    DeletionProtectionEnabled: true,
  };
  await new DynamoDBClient(options).send(new CreateTableCommand(table));
  await new SQSClient(options).send(new CreateQueueCommand({ QueueName: 'mine' }));
  await new SNSClient(options).send(new CreateTopicCommand({ Name: 'mine' }));
  await new SecretsManagerClient(options).send(new CreateSecretCommand({ Name: 'mine', SecretString: 'secret' }));
  await new CloudWatchLogsClient(options).send(new CreateLogGroupCommand({ logGroupName: '/mine' }));
  const watch = new CloudWatchClient(options);
  await watch.send(
    new PutMetricAlarmCommand({
      ...{ AlarmName: 'mine', MetricName: 'Any', Namespace: 'Mine', Statistic: 'Sum', Period: 60 },
      ...{ EvaluationPeriods: 1, Threshold: 1, ComparisonOperator: 'GreaterThanThreshold' },
    }),
  );
  await watch.send(new PutDashboardCommand({ DashboardName: 'mine', DashboardBody: '{"widgets":[]}' }));
  const s3 = new S3Client(options);
  const Bucket = `mine-${name}`;
  const place = { LocationConstraint: 'eu-central-1' } as const;
  await s3.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration: place }));
  await s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Enabled' } }));
  for (const Body of ['one', 'two']) await s3.send(new PutObjectCommand({ Bucket, Key: 'object', Body }));
}

async function makePeople(options: Options): Promise<void> {
  const iam = new IAMClient(options);
  const trust = JSON.stringify({ Version: '2012-10-17', Statement: [] });
  const policy = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource: '*' }],
  };
  await iam.send(new CreateRoleCommand({ RoleName: 'mine', AssumeRolePolicyDocument: trust }));
  const { Policy } = await iam.send(
    new CreatePolicyCommand({ PolicyName: 'mine', PolicyDocument: JSON.stringify(policy) }),
  );
  await iam.send(new AttachRolePolicyCommand({ RoleName: 'mine', PolicyArn: Policy?.Arn }));
  await iam.send(new CreateInstanceProfileCommand({ InstanceProfileName: 'mine' }));
  await iam.send(new AddRoleToInstanceProfileCommand({ InstanceProfileName: 'mine', RoleName: 'mine' }));
  await iam.send(new CreateUserCommand({ UserName: 'backdoor' }));
  await iam.send(new CreateAccessKeyCommand({ UserName: 'backdoor' }));
}
