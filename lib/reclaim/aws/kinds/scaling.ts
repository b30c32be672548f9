import {
  AutoScalingClient,
  DeleteAutoScalingGroupCommand,
  DeleteLaunchConfigurationCommand,
  paginateDescribeAutoScalingGroups,
  paginateDescribeLaunchConfigurations,
  SuspendProcessesCommand,
  UpdateAutoScalingGroupCommand,
} from '@aws-sdk/client-auto-scaling';
import { foundBy, gathered, type AwsKind } from '../place';

export const scalingKinds: readonly AwsKind[] = [
  {
    service: 'autoscaling',
    type: 'group',
    list: async (place) => {
      const client = place.client(AutoScalingClient);
      const groups = await gathered(
        paginateDescribeAutoScalingGroups({ client }, {}),
        ({ AutoScalingGroups }) => AutoScalingGroups,
      );
      return foundBy(groups, ({ AutoScalingGroupName }) => AutoScalingGroupName);
    },
    // Auto Scaling acts by a service-linked role, which no policy of the organization binds: it would start what is terminated.
    // https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html#scp-effects-on-permissions
    release: async (place, id) => {
      const client = place.client(AutoScalingClient);
      const group = { AutoScalingGroupName: id };
      await client.send(new SuspendProcessesCommand({ ...group, ScalingProcesses: ['Launch'] }));
      await client.send(
        new UpdateAutoScalingGroupCommand({
          ...group,
          MinSize: 0,
          MaxSize: 0,
          DesiredCapacity: 0,
          NewInstancesProtectedFromScaleIn: false,
        }),
      );
      // After the rest: where AWS knows no such protection, the group is at zero all the same.
      // https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_UpdateAutoScalingGroup.html
      await client.send(new UpdateAutoScalingGroupCommand({ ...group, DeletionProtection: 'none' }));
    },
    remove: (place, id) =>
      place
        .client(AutoScalingClient)
        .send(new DeleteAutoScalingGroupCommand({ AutoScalingGroupName: id, ForceDelete: true })),
  },
  {
    service: 'autoscaling',
    type: 'launch-configuration',
    list: async (place) => {
      const client = place.client(AutoScalingClient);
      const configurations = await gathered(
        paginateDescribeLaunchConfigurations({ client }, {}),
        ({ LaunchConfigurations }) => LaunchConfigurations,
      );
      return foundBy(configurations, ({ LaunchConfigurationName }) => LaunchConfigurationName);
    },
    remove: (place, id) =>
      place.client(AutoScalingClient).send(new DeleteLaunchConfigurationCommand({ LaunchConfigurationName: id })),
  },
];
