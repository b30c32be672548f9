import {
  CancelSpotFleetRequestsCommand,
  CancelSpotInstanceRequestsCommand,
  DeleteFleetsCommand,
  DeleteLaunchTemplateCommand,
  EC2Client,
  ModifyInstanceAttributeCommand,
  paginateDescribeFleets,
  paginateDescribeInstances,
  paginateDescribeLaunchTemplates,
  paginateDescribeSpotFleetRequests,
  paginateDescribeSpotInstanceRequests,
  TerminateInstancesCommand,
  type Instance,
} from '@aws-sdk/client-ec2';
import type { Found } from '../../kind';
import { foundBy, gathered, type AwsKind } from '../place';

const ec2 = { service: 'ec2' } as const;

/** What starts instances, and instances. What starts them goes first: it would start them again. */
export const instanceKinds: readonly AwsKind[] = [
  {
    ...ec2,
    type: 'fleet',
    list: async (place) => {
      const client = place.client(EC2Client);
      const fleets = await gathered(paginateDescribeFleets({ client }, {}), ({ Fleets }) => Fleets);
      const standing = fleets.filter(({ FleetState }) => !/^(deleted|failed)/.test(FleetState ?? ''));
      return foundBy(standing, ({ FleetId }) => FleetId);
    },
    remove: (place, id) =>
      place.client(EC2Client).send(new DeleteFleetsCommand({ FleetIds: [id], TerminateInstances: true })),
  },
  {
    ...ec2,
    type: 'spot-fleet',
    list: async (place) => {
      const client = place.client(EC2Client);
      const fleets = await gathered(
        paginateDescribeSpotFleetRequests({ client }, {}),
        ({ SpotFleetRequestConfigs }) => SpotFleetRequestConfigs,
      );
      const standing = fleets.filter(
        ({ SpotFleetRequestState }) => !/^(cancelled|failed)/.test(SpotFleetRequestState ?? ''),
      );
      return foundBy(standing, ({ SpotFleetRequestId }) => SpotFleetRequestId);
    },
    remove: (place, id) =>
      place
        .client(EC2Client)
        .send(new CancelSpotFleetRequestsCommand({ SpotFleetRequestIds: [id], TerminateInstances: true })),
  },
  {
    ...ec2,
    type: 'spot-request',
    list: async (place) => {
      const client = place.client(EC2Client);
      const requests = await gathered(
        paginateDescribeSpotInstanceRequests({ client }, {}),
        ({ SpotInstanceRequests }) => SpotInstanceRequests,
      );
      const standing = requests.filter(({ State }) => State === 'open' || State === 'active');
      return foundBy(standing, ({ SpotInstanceRequestId }) => SpotInstanceRequestId);
    },
    remove: (place, id) =>
      place.client(EC2Client).send(new CancelSpotInstanceRequestsCommand({ SpotInstanceRequestIds: [id] })),
  },
  {
    ...ec2,
    type: 'instance',
    list: async (place) => {
      const client = place.client(EC2Client);
      const reservations = await gathered(
        paginateDescribeInstances({ client }, {}),
        ({ Reservations }) => Reservations,
      );
      // A terminated instance is shown for an hour. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/terminating-instances.html
      return reservations
        .flatMap(({ Instances }) => Instances ?? [])
        .filter(({ State }) => State?.Name !== 'terminated')
        .map(foundInstance);
    },
    release: async (place, id) => {
      const client = place.client(EC2Client);
      const off = { Value: false };
      await client.send(new ModifyInstanceAttributeCommand({ InstanceId: id, DisableApiTermination: off }));
    },
    remove: (place, id) => place.client(EC2Client).send(new TerminateInstancesCommand({ InstanceIds: [id] })),
  },
  {
    ...ec2,
    type: 'launch-template',
    list: async (place) => {
      const client = place.client(EC2Client);
      const templates = await gathered(
        paginateDescribeLaunchTemplates({ client }, {}),
        ({ LaunchTemplates }) => LaunchTemplates,
      );
      return foundBy(templates, ({ LaunchTemplateId }) => LaunchTemplateId);
    },
    remove: (place, id) => place.client(EC2Client).send(new DeleteLaunchTemplateCommand({ LaunchTemplateId: id })),
  },
];

/** A stopped instance costs nothing but its disk, which is counted as one. */
function foundInstance({ InstanceId: id = '', InstanceType: type, State: state }: Instance): Found {
  if (state?.Name !== 'running' && state?.Name !== 'pending') return { id };
  return { id, priced: { kind: 'instance', id, type: type ?? '', zone: 0, surplusCreditsPerHour: 0 } };
}
