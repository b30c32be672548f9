import type { CfnService } from 'aws-cdk-lib/aws-ecs';
import { hints } from '../../../lib/scenarios/hints';
import type { Weakness } from '../../../lib/scenarios/scenario';
import { resourceOf } from '../../../lib/scenarios/spoiling';
import { spoil } from './spoil';

export const oneIndexer: Weakness = {
  id: 'one-indexer',
  title: 'One task writes the whole index',
  failureClass: 'capacity and traffic',
  symptom: 'Prices are old for minutes after every small mishap, and for a long time after every large one.',
  exposedBy: 'indexer-slow, and whatever stops the indexer: one task hardly keeps up, and never catches up',
  hints: hints(
    'Being just fast enough is fine, on days on which nothing happens.',
    'The indexer wants exactly one task, and nobody has told it that it may want more.',
    'Set the indexer to 2 tasks and its scalable target to between 2 and 8.',
  ),
  repair: 'Run at least two tasks of the indexer and let the service scale from 2 to 8.',
  mixin: spoil(({ indexer }) => {
    resourceOf<CfnService>(indexer.service).desiredCount = 1;
    indexer.bounds.minCapacity = 1;
    indexer.bounds.maxCapacity = 1;
  }),
};
