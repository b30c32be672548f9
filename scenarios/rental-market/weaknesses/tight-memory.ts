import type { CfnTaskDefinition } from 'aws-cdk-lib/aws-ecs';
import { hints } from '../../../lib/scenarios/hints';
import type { Weakness } from '../../../lib/scenarios/scenario';
import { resourceOf } from '../../../lib/scenarios/spoiling';
import { spoil } from './spoil';

export const tightMemory: Weakness = {
  id: 'tight-memory',
  title: 'Bookings in a container a size too small',
  failureClass: 'configuration and access',
  symptom: 'Booking tasks stop again and again with OutOfMemoryError; bookings fail until new ones are up.',
  exposedBy: 'steady traffic: every receipt leaves something in memory',
  hints: hints(
    'Count the tasks. Count them again in ten minutes.',
    'The stopped tasks of the service say why they stopped: exit code 137.',
    'Remove the memory limit of 176 MiB from the App container in the task definition.',
  ),
  repair: 'Take the 176 MiB limit off the App container, so that it may use the memory of its task.',
  mixin: spoil(({ bookings }) => {
    const task = resourceOf<CfnTaskDefinition>(bookings.taskDefinition);
    // CDK renders the containers in the order in which they were added: Fetch, App.
    task.addPropertyOverride('ContainerDefinitions.1.Memory', 176);
  }),
};
