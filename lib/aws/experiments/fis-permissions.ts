/**
 * What AWS FIS itself may do in an account for each action, and for none else.
 * https://docs.aws.amazon.com/fis/latest/userguide/fis-actions-reference.html lists them with each action
 */
export const fisPermissions: Readonly<Record<string, readonly string[]>> = {
  'aws:ec2:stop-instances': ['ec2:DescribeInstances', 'ec2:StartInstances', 'ec2:StopInstances'],
  'aws:ec2:terminate-instances': ['ec2:DescribeInstances', 'ec2:TerminateInstances'],
  'aws:ec2:asg-insufficient-instance-capacity-error': ['autoscaling:DescribeAutoScalingGroups', 'ec2:InjectApiError'],
  'aws:ecs:stop-task': ['ecs:DescribeTasks', 'ecs:StopTask'],
  'aws:network:disrupt-connectivity': [
    'ec2:CreateNetworkAcl',
    'ec2:CreateNetworkAclEntry',
    'ec2:CreateTags',
    'ec2:DeleteNetworkAcl',
    'ec2:DeleteNetworkAclEntry',
    'ec2:DescribeManagedPrefixLists',
    'ec2:DescribeNetworkAcls',
    'ec2:DescribeSubnets',
    'ec2:DescribeVpcs',
    'ec2:GetManagedPrefixListEntries',
    'ec2:ReplaceNetworkAclAssociation',
  ],
  'aws:ssm:send-command': ['ec2:DescribeInstances', 'ssm:CancelCommand', 'ssm:ListCommands', 'ssm:SendCommand'],
};
