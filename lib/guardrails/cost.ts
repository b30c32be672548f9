import { deny, type Guardrail, type GuardrailSettings } from './guardrail';
import { unsweptActions } from './services';

/** Largest volume. Scenarios need 8 GiB. */
const MOST_GIB = 100;
/** Largest Auto Scaling group. Scenarios need 8 instances. */
const MOST_INSTANCES = 20;

/**
 * What costs much, binds for long, or cannot be taken back. Relies on `gd-4-scope` for the services that it does not list.
 *
 * Auto Scaling launches through a role of its own, which no service control policy binds; against large types in a launch template stands
 * only the quota of vCPUs. https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html#scp-effects-on-permissions
 */
export function cost(settings: GuardrailSettings): Omit<Guardrail, 'policyName'> {
  const ec2 = `arn:${settings.partition}:ec2:*:*`;
  return {
    name: 'gd-3-cost',
    description: 'Nothing that costs much, binds for long, or stays behind.',
    appliesTo: 'pool',
    statements: [
      deny(settings, {
        sid: 'Commitments',
        reason: 'What is bought for years, or paid for whether it is used or not.',
        actions: [
          'dynamodb:Purchase*',
          'ec2:AcceptReservedInstancesExchangeQuote',
          'ec2:AllocateHosts',
          'ec2:CreateCapacityReservation*',
          'ec2:CreateReservedInstancesListing',
          'ec2:EnableFastSnapshotRestores',
          'ec2:ModifyReservedInstances',
          'ec2:Purchase*',
          'elasticloadbalancing:ModifyCapacityReservation',
          'lambda:PutProvisionedConcurrencyConfig',
        ],
        unless: ['organization'],
      }),
      deny(settings, {
        sid: 'Locks',
        reason: 'What cannot be deleted for a while, or shuts the organizer out with a policy of its own.',
        actions: [
          'dynamodb:PutResourcePolicy',
          'ec2:EnableImageDeregistrationProtection',
          'ec2:LockSnapshot',
          'logs:PutLogGroupDeletionProtection',
          's3:PutBucketObjectLockConfiguration',
          's3:PutBucketPolicy',
          's3:PutObjectLegalHold',
          's3:PutObjectRetention',
          'secretsmanager:PutResourcePolicy',
        ],
        unless: ['organization', 'reclaim'],
      }),
      deny(settings, {
        sid: 'Unswept',
        reason: 'What no deleter knows would stay, and be paid for, after the event.',
        actions: unsweptActions,
        unless: ['organization', 'reclaim'],
      }),
      deny(settings, {
        sid: 'InstanceTypes',
        reason:
          'Instances of the types that the event file allows; a larger type could cost more in an hour than the event.',
        actions: ['ec2:RunInstances', 'ec2:StartInstances'],
        resources: [`${ec2}:instance/*`],
        when: { StringNotEquals: { 'ec2:InstanceType': settings.instanceTypes } },
        unless: ['organization', 'reclaim', 'fault'],
      }),
      deny(settings, {
        sid: 'GroupSize',
        reason: 'A mistyped maximum would start hundreds of instances.',
        actions: [
          'autoscaling:CreateAutoScalingGroup',
          'autoscaling:PutScheduledUpdateGroupAction',
          'autoscaling:UpdateAutoScalingGroup',
        ],
        when: { NumericGreaterThan: { 'autoscaling:MaxSize': String(MOST_INSTANCES) } },
        unless: ['organization', 'reclaim'],
      }),
      deny(settings, {
        sid: 'VolumeSize',
        reason: 'Disks as large as anybody needs here.',
        actions: ['ec2:CreateVolume', 'ec2:RunInstances'],
        resources: [`${ec2}:volume/*`],
        when: { NumericGreaterThan: { 'ec2:VolumeSize': String(MOST_GIB) } },
        unless: ['organization', 'reclaim'],
      }),
      deny(settings, {
        sid: 'VolumeType',
        reason: 'Disks with bought throughput cost by the hour, whether it is used or not.',
        actions: ['ec2:CreateVolume', 'ec2:RunInstances'],
        resources: [`${ec2}:volume/*`],
        when: { StringEquals: { 'ec2:VolumeType': ['io1', 'io2'] } },
        unless: ['organization', 'reclaim'],
      }),
      deny(settings, {
        sid: 'VolumeChanges',
        reason: 'The condition keys of a change tell what a volume is, not what it is to be.',
        actions: ['ec2:ModifyVolume'],
        unless: ['organization', 'reclaim'],
      }),
    ],
  };
}
