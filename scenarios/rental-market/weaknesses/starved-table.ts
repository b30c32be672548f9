import type { CfnTable } from 'aws-cdk-lib/aws-dynamodb';
import { hints } from '../../../lib/scenarios/hints';
import type { Weakness } from '../../../lib/scenarios/scenario';
import { resourceOf } from '../../../lib/scenarios/spoiling';
import { spoil } from './spoil';

export const starvedTable: Weakness = {
  id: 'starved-table',
  title: 'A table on a diet',
  failureClass: 'data and synchronisation',
  symptom: 'Bookings fail with 500 although every task is healthy and idle.',
  exposedBy: 'more than three bookings a second for longer than the table’s burst of five minutes',
  hints: hints(
    'Nobody is busy and still nothing gets done: who is waiting for whom?',
    'The bookings table counts throttled requests.',
    'Switch the bookings table to on-demand capacity.',
  ),
  repair: 'Set the bookings table to on-demand billing, or provision at least 20 units to write and 20 to read.',
  mixin: spoil((market) => {
    const table = resourceOf<CfnTable>(market.table);
    table.billingMode = 'PROVISIONED';
    table.provisionedThroughput = { readCapacityUnits: 4, writeCapacityUnits: 3 };
  }),
};
