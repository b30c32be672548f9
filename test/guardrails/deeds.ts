import { account, cast, deed, players, region, roleArn, type Deed, type Player } from './cast';

const arn = (service: string, resource: string): string => `arn:aws:${service}:${region}:${account}:${resource}`;
const global = (service: string, resource: string): string => `arn:aws:${service}::${account}:${resource}`;
const stackArn = (name: string): string => arn('cloudformation', `stack/${name}/0a1b2c3d`);
const instance = arn('ec2', 'instance/*');
const volume = arn('ec2', 'volume/*');
const group = arn('autoscaling', 'autoScalingGroup:uuid:autoScalingGroupName/Storefront');
const bucket = 'arn:aws:s3:::photos';
const assets = `arn:aws:s3:::cdk-gameday-assets-${account}-${region}/app.zip`;
const ofType = (type: string) => ({ 'ec2:InstanceType': type });
const elsewhere = { 'aws:RequestedRegion': 'ap-south-1' };
const virginia = { 'aws:RequestedRegion': 'us-east-1' };

/** The root user does nothing at all. */
export const anybody = players.filter((player) => player !== 'root');
const nobody: Player[] = ['organization'];
const organizer: Player[] = ['organization', 'reclaim'];
const steering: Player[] = ['organization', 'reclaim', 'fault'];

/** What is tried in a team's account while it plays, and who may do it. */
export const deeds: readonly (readonly [what: string, deed: Deed, who: readonly Player[]])[] = [
  // The account as such.
  ['leave the organization', deed('organizations:LeaveOrganization'), nobody],
  ['close the account', deed('account:CloseAccount', global('account', 'account')), nobody],
  ['enable a region', deed('account:EnableRegion', global('account', 'account')), nobody],
  ['change where the bill goes', deed('billing:UpdateBillingPreferences'), nobody],
  // The organizer's roles and what stands behind them.
  ['assume the fault role', deed('sts:AssumeRole', cast.fault), nobody],
  ['assume the reclaim role', deed('sts:AssumeRole', cast.reclaim), nobody],
  ['assume the way in of the organization', deed('sts:AssumeRole', cast.organization), nobody],
  ['let the fault role trust others', deed('iam:UpdateAssumeRolePolicy', cast.fault), nobody],
  ['give the participant role a policy', deed('iam:PutRolePolicy', cast.participant), nobody],
  ['delete the reclaim role', deed('iam:DeleteRole', cast.reclaim), nobody],
  ['bound the reclaim role', deed('iam:PutRolePermissionsBoundary', cast.reclaim), nobody],
  ['rebuild the way in of the organization', deed('iam:CreateRole', cast.organization), nobody],
  ['update the baseline', deed('cloudformation:UpdateStack', stackArn('GameDayBaseline')), nobody],
  ['delete the baseline', deed('cloudformation:DeleteStack', stackArn('GameDayBaseline')), nobody],
  ['assume the observer role', deed('sts:AssumeRole', cast.observer), organizer],
  ['deploy the observer role', deed('iam:CreateRole', cast.observer), organizer],
  ['let the observer role trust others', deed('iam:UpdateAssumeRolePolicy', cast.observer), organizer],
  ['make another role under the path of the organizer', deed('iam:CreateRole', roleArn('gameday/mine')), organizer],
  ['give a server the reclaim role', deed('iam:PassRole', cast.reclaim), ['organization', 'fault']],
  ['run an experiment as the fault role', deed('iam:PassRole', cast.fault), ['organization', 'fault']],
  // CDK's roles, which trust the whole account.
  ['assume the deploy role of CDK', deed('sts:AssumeRole', cast.cdkDeploy), organizer],
  ['give a stack the execution role of CDK', deed('iam:PassRole', cast.cdkExec), organizer],
  ['make a role that looks like one of CDK', deed('iam:CreateRole', roleArn('cdk-gameday-mine')), organizer],
  ['change what is deployed', deed('s3:PutObject', assets), organizer],
  ['read what is deployed', deed('s3:GetObject', assets), anybody],
  ['update the bootstrap stack', deed('cloudformation:UpdateStack', stackArn('CDKToolkit-gameday')), organizer],
  [
    'forget that CDK is here',
    deed('ssm:DeleteParameter', arn('ssm', 'parameter/cdk-bootstrap/gameday/version')),
    organizer,
  ],
  // What falsifies the game or outlives it.
  ['publish scored metrics', deed('cloudwatch:PutMetricData', '*', { 'cloudwatch:namespace': 'GameDay' }), nobody],
  [
    'publish metrics of the own shop',
    deed('cloudwatch:PutMetricData', '*', { 'cloudwatch:namespace': 'Shop' }),
    anybody,
  ],
  ['read what experiments are prepared', deed('fis:ListExperimentTemplates'), steering],
  ['stop an experiment', deed('fis:StopExperiment', arn('fis', 'experiment/EXP1')), steering],
  ['make a user', deed('iam:CreateUser', global('iam', 'user/me')), nobody],
  ['make an access key', deed('iam:CreateAccessKey', global('iam', 'user/me')), nobody],
  ['let in people of another directory', deed('iam:CreateSAMLProvider', global('iam', 'saml-provider/mine')), nobody],
  ['make a session that outlives the role', deed('sts:GetFederationToken'), nobody],
  ['share an image', deed('ec2:ModifyImageAttribute', arn('ec2', 'image/ami-1')), nobody],
  ['share a snapshot', deed('ec2:ModifySnapshotAttribute', arn('ec2', 'snapshot/snap-1')), nobody],
  ['reach into the network of another team', deed('ec2:CreateVpcPeeringConnection', arn('ec2', 'vpc/vpc-1')), nobody],
  ['stop the trail', deed('cloudtrail:StopLogging', arn('cloudtrail', 'trail/all')), steering],
  // What costs.
  ['start an allowed instance', deed('ec2:RunInstances', instance, ofType('t3.small')), anybody],
  ['start a large instance', deed('ec2:RunInstances', instance, ofType('p5.48xlarge')), steering],
  [
    'start a stopped instance that was made large',
    deed('ec2:StartInstances', instance, ofType('m7i.24xlarge')),
    steering,
  ],
  ['use an image for an instance', deed('ec2:RunInstances', 'arn:aws:ec2:eu-west-1::image/ami-1'), anybody],
  [
    'make a small disk',
    deed('ec2:CreateVolume', volume, { 'ec2:VolumeSize': '100', 'ec2:VolumeType': 'gp3' }),
    anybody,
  ],
  [
    'make a large disk',
    deed('ec2:CreateVolume', volume, { 'ec2:VolumeSize': '101', 'ec2:VolumeType': 'gp3' }),
    organizer,
  ],
  [
    'make a disk of bought speed',
    deed('ec2:CreateVolume', volume, { 'ec2:VolumeSize': '8', 'ec2:VolumeType': 'io2' }),
    organizer,
  ],
  ['start an instance with such a disk', deed('ec2:RunInstances', volume, { 'ec2:VolumeType': 'io1' }), organizer],
  ['let a disk grow', deed('ec2:ModifyVolume', volume, { 'ec2:VolumeSize': '8' }), organizer],
  [
    'let a group grow to 20',
    deed('autoscaling:UpdateAutoScalingGroup', group, { 'autoscaling:MaxSize': '20' }),
    anybody,
  ],
  [
    'let a group grow to 2000',
    deed('autoscaling:UpdateAutoScalingGroup', group, { 'autoscaling:MaxSize': '2000' }),
    organizer,
  ],
  ['buy reserved instances', deed('ec2:PurchaseReservedInstancesOffering'), nobody],
  ['buy reserved capacity', deed('dynamodb:PurchaseReservedCapacityOfferings'), nobody],
  ['take a whole host', deed('ec2:AllocateHosts', arn('ec2', 'dedicated-host/*')), nobody],
  ['lock objects of a bucket', deed('s3:PutBucketObjectLockConfiguration', bucket), organizer],
  ['shut the organizer out of a bucket', deed('s3:PutBucketPolicy', bucket), organizer],
  ['make a transit gateway', deed('ec2:CreateTransitGateway', arn('ec2', 'transit-gateway/*')), organizer],
  ['ask for a fleet', deed('ec2:CreateFleet', arn('ec2', 'fleet/*')), organizer],
  ['publish a layer', deed('lambda:PublishLayerVersion', arn('lambda', 'layer:mine')), organizer],
  ['make what starts instances for containers', deed('ecs:CreateCapacityProvider'), organizer],
  ['send all logs of the account elsewhere', deed('logs:PutAccountPolicy'), organizer],
  ['copy a secret into another region', deed('secretsmanager:ReplicateSecretToRegions'), organizer],
  ['open a way into a bucket', deed('s3:CreateAccessPoint'), organizer],
  ['make a group of places for instances', deed('ec2:CreatePlacementGroup'), organizer],
  // Which services, and where.
  ['use a service that nobody sweeps', deed('sagemaker:CreateNotebookInstance'), steering],
  ['make a database cluster', deed('rds:CreateDBCluster', arn('rds', 'cluster:mine')), steering],
  ['make a key, which takes a week to delete', deed('kms:CreateKey'), steering],
  ['decrypt with a key of AWS', deed('kms:Decrypt', arn('kms', 'key/1')), anybody],
  [
    'start an instance elsewhere',
    deed('ec2:RunInstances', instance, { ...ofType('t3.small'), ...elsewhere }),
    organizer,
  ],
  ['make a queue elsewhere', deed('sqs:CreateQueue', 'arn:aws:sqs:ap-south-1:111111111111:q', elsewhere), organizer],
  ['make a queue in us-east-1', deed('sqs:CreateQueue', 'arn:aws:sqs:us-east-1:111111111111:q', virginia), anybody],
  ['make a role, which has no region', deed('iam:CreateRole', roleArn('mine'), virginia), anybody],
  ['list buckets from anywhere', deed('s3:ListAllMyBuckets', '*', elsewhere), anybody],
  ['log in to the console', deed('signin:AuthorizeOAuth2Access', '*', virginia), anybody],
];

const loadBalancing = (resource: string): string => arn('elasticloadbalancing', resource);
const targets = loadBalancing('targetgroup/Catalogue/1');
const service = arn('ecs', 'service/Bookings/Bookings');
const table = arn('dynamodb', 'table/Bookings');
const one = arn('ec2', 'instance/i-1');

/** What repairs each weakness of the rental market, as a team would do it by hand. */
export const repairs: Readonly<Record<string, readonly Deed[]>> = {
  'starved-table': [deed('dynamodb:UpdateTable', table)],
  'lonely-bookings': [
    deed('ecs:UpdateService', service),
    deed('application-autoscaling:RegisterScalableTarget', arn('application-autoscaling', 'scalable-target/1')),
    deed('application-autoscaling:PutScalingPolicy', arn('application-autoscaling', 'scalable-target/1')),
    deed(
      'iam:CreateServiceLinkedRole',
      roleArn(
        'aws-service-role/ecs.application-autoscaling.amazonaws.com/AWSServiceRoleForApplicationAutoScaling_ECSService',
      ),
    ),
  ],
  'spent-credits': [
    deed('ec2:ModifyInstanceCreditSpecification', one),
    deed('ec2:StopInstances', one),
    deed('ec2:ModifyInstanceAttribute', one),
    deed('ec2:StartInstances', one, ofType('t4g.small')),
  ],
  'single-catalogue': [deed('elasticloadbalancing:RegisterTargets', targets)],
  'one-zone': [deed('autoscaling:UpdateAutoScalingGroup', group), deed('ecs:UpdateService', service)],
  'slow-health-check': [deed('elasticloadbalancing:ModifyTargetGroup', targets)],
  'no-room-to-grow': [deed('autoscaling:UpdateAutoScalingGroup', group, { 'autoscaling:MaxSize': '8' })],
  'blind-health-check': [deed('elasticloadbalancing:ModifyTargetGroup', targets)],
  'muted-alarm': [
    deed('cloudwatch:EnableAlarmActions', arn('cloudwatch', 'alarm:Catalogue')),
    deed('cloudwatch:PutMetricAlarm', arn('cloudwatch', 'alarm:Catalogue')),
  ],
  'dead-end-road': [deed('ec2:CreateRoute', arn('ec2', 'route-table/rtb-1')), deed('ec2:AssociateRouteTable')],
  'sleepy-scaling': [deed('autoscaling:PutScalingPolicy', group)],
  'lights-left-on': [
    deed('ec2:TerminateInstances', one),
    deed('ec2:DeleteNatGateway', arn('ec2', 'natgateway/nat-1')),
    deed('ec2:ReleaseAddress', arn('ec2', 'elastic-ip/eipalloc-1')),
  ],
  'tight-memory': [
    deed('ecs:RegisterTaskDefinition', arn('ecs', 'task-definition/Bookings:2')),
    deed('iam:PassRole', cast.made),
    deed('ecs:UpdateService', service),
  ],
  'big-bang-deployment': [deed('ecs:UpdateService', service)],
};

/** Looking around, and repairing by template. */
export const everydayDeeds: readonly Deed[] = [
  deed('cloudformation:UpdateStack', stackArn('Arena')),
  deed('cloudformation:CreateChangeSet', stackArn('Arena')),
  deed('cloudformation:ExecuteChangeSet', stackArn('Arena')),
  deed('cloudformation:DescribeStackResources', stackArn('GameDayBaseline')),
  deed('ec2:DescribeInstances'),
  deed('ec2:CreateLaunchTemplateVersion', arn('ec2', 'launch-template/lt-1')),
  deed('ec2:RunInstances', instance, ofType('t3.small')),
  deed('iam:CreateRole', roleArn('Arena-New')),
  deed('iam:GetRole', cast.fault),
  deed('iam:ListRoles'),
  deed('logs:StartQuery', arn('logs', 'log-group:app')),
  deed('cloudwatch:GetMetricData'),
  deed('cloudtrail:LookupEvents'),
  deed('secretsmanager:GetSecretValue', arn('secretsmanager', 'secret:SigningKey')),
  deed('ssm:StartSession', one),
  deed('ssm:GetParameters', `arn:aws:ssm:${region}::parameter/aws/service/ami`),
  deed('ssm:UpdateInstanceInformation', one),
  deed('ssmmessages:CreateDataChannel'),
  deed('cloudshell:CreateEnvironment'),
  deed('tag:GetResources'),
];
