import type { PolicyStatement } from '../../guardrails/policy';
import { pooledRoleName } from '../role-names';
import { faultServices } from './trust';

/**
 * What the fault role may do: run experiments with itself, and what the experiments of the scenarios do. Targets are ARNs that are found
 * at the moment of the fault, so the actions are for all resources of the account.
 * https://docs.aws.amazon.com/fis/latest/userguide/fis-actions-reference.html
 * @param partition and account of the role, or what CloudFormation makes them of
 */
export const faultPermissions = (partition: string, account: string): readonly PolicyStatement[] => [
  {
    Sid: 'Experiments',
    Effect: 'Allow',
    Action: ['fis:*'],
    Resource: '*',
  },
  {
    Sid: 'RunAsItself',
    Effect: 'Allow',
    Action: 'iam:PassRole',
    Resource: `arn:${partition}:iam::${account}:role/${pooledRoleName('fault')}`,
    Condition: { StringEquals: { 'iam:PassedToService': [...faultServices] } },
  },
  {
    Sid: 'Reverts',
    Effect: 'Allow',
    Action: [
      'scheduler:CreateSchedule',
      'scheduler:DeleteSchedule',
      'scheduler:GetSchedule',
      'scheduler:ListSchedules',
    ],
    Resource: '*',
  },
  {
    Sid: 'ServiceRoleOfFis',
    Effect: 'Allow',
    Action: 'iam:CreateServiceLinkedRole',
    Resource: '*',
    Condition: { StringEquals: { 'iam:AWSServiceName': 'fis.amazonaws.com' } },
  },
  {
    Sid: 'FindTargets',
    Effect: 'Allow',
    Action: [
      'autoscaling:Describe*',
      'cloudformation:GetTemplate',
      'cloudformation:ListStackResources',
      'cloudwatch:DescribeAlarms',
      'dynamodb:DescribeTable',
      'ec2:Describe*',
      'ec2:GetManagedPrefixListEntries',
      'ecs:Describe*',
      'ecs:List*',
      'elasticloadbalancing:Describe*',
      'ssm:DescribeInstanceInformation',
      'ssm:GetCommandInvocation',
      'ssm:ListCommandInvocations',
      'ssm:ListCommands',
      'tag:GetResources',
    ],
    Resource: '*',
  },
  {
    Sid: 'Instances',
    Effect: 'Allow',
    Action: [
      'ec2:InjectApiError',
      'ec2:RebootInstances',
      'ec2:StartInstances',
      'ec2:StopInstances',
      'ec2:TerminateInstances',
      'ssm:CancelCommand',
      'ssm:SendCommand',
    ],
    Resource: '*',
  },
  {
    Sid: 'LostZone',
    Effect: 'Allow',
    Action: [
      'ec2:CreateNetworkAcl',
      'ec2:CreateNetworkAclEntry',
      'ec2:CreateTags',
      'ec2:DeleteNetworkAcl',
      'ec2:DeleteNetworkAclEntry',
      'ec2:ReplaceNetworkAclAssociation',
    ],
    Resource: '*',
  },
  {
    Sid: 'AccessRoutesAndTables',
    Effect: 'Allow',
    Action: [
      'dynamodb:UpdateTable',
      'ec2:AuthorizeSecurityGroupIngress',
      'ec2:CreateRoute',
      'ec2:DeleteRoute',
      'ec2:RevokeSecurityGroupIngress',
    ],
    Resource: '*',
  },
  {
    Sid: 'TasksAndDeployments',
    Effect: 'Allow',
    Action: ['ecs:DeregisterTaskDefinition', 'ecs:RegisterTaskDefinition', 'ecs:StopTask', 'ecs:UpdateService'],
    Resource: '*',
  },
  {
    Sid: 'RolesOfTasks',
    Effect: 'Allow',
    Action: 'iam:PassRole',
    Resource: `arn:${partition}:iam::${account}:role/*`,
    Condition: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
  },
];
