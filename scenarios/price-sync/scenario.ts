import type { Scenario } from '../../lib/scenarios/scenario';
import { application } from './application';
import { experiments } from './experiments';
import { journey } from './journey';
import { weaknesses } from './weaknesses';

const hour = 3600;

export const scenario: Scenario = {
  id: 'price-sync',
  title: 'Two prices for one kettle',
  story:
    'Congratulations, you are the new platform team of Kettles & More. Head office changes a price every half second and is proud of ' +
    'it. The price on the product page is always right. The price on the shelf is right when the indexer has got round to it, and ' +
    'the law gives it thirty seconds. The last team left a note on the message broker: “do not touch, it is asleep”.',
  weaknesses,
  experiments,
  traffic: [
    { atSeconds: 0, stepsPerSecond: 6 },
    { atSeconds: 3 * hour, stepsPerSecond: 24 },
  ],
  spikes: [{ atSeconds: 2 * hour, forSeconds: 300, times: 1.5 }],
  options: { queue: ['rabbitmq', 'sqs'] },
  application,
  journey,
};
