/**
 * What participants may use in their account. Guardrails refuse everything else, and reclaiming sweeps everything that these can make,
 * so both read this one list.
 */

/** Services in which participants can make what stays; each one has its deleters in `lib/reclaim`. Prefixes of IAM actions. */
export const sweptServices = [
  'autoscaling',
  'cloudformation',
  'cloudwatch',
  'dynamodb',
  'ec2',
  'ecs',
  'elasticloadbalancing',
  'iam',
  'lambda',
  'logs',
  's3',
  'secretsmanager',
  'sns',
  'sqs',
] as const;

/** Actions of swept services that would make what nobody sweeps, or what cannot be deleted at once. */
export const unsweptActions = [
  // Nobody may make them any more but accounts that have some.
  'autoscaling:CreateLaunchConfiguration',
  // Runs the code of strangers, or reaches into other accounts.
  'cloudformation:ActivateType',
  'cloudformation:CreateStackSet',
  'cloudformation:RegisterType',
  'cloudwatch:PutAnomalyDetector',
  'cloudwatch:PutInsightRule',
  'cloudwatch:PutMetricStream',
  'dynamodb:CreateBackup',
  'dynamodb:CreateGlobalTable',
  'ec2:CreateCarrierGateway',
  'ec2:CreateClientVpn*',
  'ec2:CreateCustomerGateway',
  'ec2:CreateDhcpOptions',
  // A fleet starts again what is terminated.
  'ec2:CreateFleet',
  'ec2:CreateFpgaImage',
  'ec2:CreateInstanceConnectEndpoint',
  'ec2:CreateInstanceEventWindow',
  'ec2:CreateIpam*',
  'ec2:CreateLocalGateway*',
  'ec2:CreateManagedPrefixList',
  'ec2:CreateNetworkInsights*',
  'ec2:CreatePlacementGroup',
  'ec2:CreateTrafficMirror*',
  'ec2:CreateTransitGateway*',
  'ec2:CreateVerifiedAccess*',
  'ec2:CreateVpnGateway',
  'ec2:RequestSpot*',
  // It starts instances that only ECS may stop, of whatever type it chooses.
  'ecs:CreateCapacityProvider',
  'elasticloadbalancing:CreateTrustStore',
  'lambda:CreateCapacityProvider',
  'lambda:CreateCodeSigningConfig',
  'lambda:PublishLayerVersion',
  // Of the account, not of a log group: they go on for the next team.
  'logs:CreateDelivery*',
  'logs:CreateLogAnomalyDetector',
  'logs:PutAccountPolicy',
  'logs:PutDelivery*',
  'logs:PutResourcePolicy',
  's3:CreateAccessGrants*',
  's3:CreateAccessPoint*',
  's3:CreateMultiRegionAccessPoint',
  's3:PutStorageLensConfiguration',
  // Copies lie in regions in which nobody looks, since the condition on regions tells where the call is made.
  'secretsmanager:ReplicateSecretToRegions',
] as const;

/** Actions of other services: looking, and using what leaves nothing behind or goes away with what it belongs to. */
export const usedActions = [
  // Scaling targets go away with the service or table that they scale.
  'application-autoscaling:*',
  'account:GetAccountInformation',
  'cloudshell:*',
  'cloudtrail:LookupEvents',
  'compute-optimizer:Get*',
  'ec2-instance-connect:SendSSHPublicKey',
  'ec2messages:*',
  'health:Describe*',
  // Keys of AWS's own, as encrypted tables and secrets use them; no keys of one's own, which take a week to delete.
  'kms:CreateGrant',
  'kms:Decrypt',
  'kms:DescribeKey',
  'kms:Encrypt',
  'kms:GenerateDataKey*',
  'kms:ListAliases',
  // Brokers of the stack; no brokers of one's own, which are dear and which nobody sweeps.
  'mq:Describe*',
  'mq:List*',
  'mq:RebootBroker',
  'pricing:*',
  'resource-groups:Get*',
  'resource-groups:List*',
  'resource-groups:Search*',
  'servicequotas:Get*',
  'servicequotas:List*',
  'signin:*',
  // Sessions on instances, and the agent that serves them.
  'ssm:Describe*',
  'ssm:Get*',
  'ssm:List*',
  'ssm:PutComplianceItems',
  'ssm:PutInventory',
  'ssm:ResumeSession',
  'ssm:SendCommand',
  'ssm:StartSession',
  'ssm:TerminateSession',
  'ssm:UpdateInstance*',
  'ssmmessages:*',
  'sts:*',
  'tag:*',
  'uxc:Get*',
  'uxc:List*',
] as const;
