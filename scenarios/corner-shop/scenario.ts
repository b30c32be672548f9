import type { Scenario } from '../../lib/scenarios/scenario';
import { application } from './application';
import { streetClosed } from './experiments/street-closed';
import { tillFreezes } from './experiments/till-freezes';
import { journey } from './journey';
import { fullAttic } from './weaknesses/full-attic';
import { oneStreet } from './weaknesses/one-street';
import { oneTill } from './weaknesses/one-till';
import { sleepyWatchman } from './weaknesses/sleepy-watchman';

const hour = 3600;

export const scenario: Scenario = {
  id: 'corner-shop',
  title: 'The corner shop',
  story:
    'Your aunt has gone on a cruise and has left you the keys. "It runs itself", she said. The summer holidays begin today, the ' +
    'ice cream is famous, and everybody within twenty miles has seen the weather forecast.',
  // The most pressing first.
  weaknesses: [oneStreet, oneTill, fullAttic, sleepyWatchman],
  experiments: [tillFreezes, streetClosed],
  traffic: [
    { atSeconds: 0, stepsPerSecond: 15 },
    { atSeconds: 2 * hour, stepsPerSecond: 40 },
  ],
  spikes: [
    { atSeconds: 300, forSeconds: 300, times: 3 },
    { atSeconds: hour, forSeconds: 300, times: 3 },
  ],
  application,
  journey,
};
