import type { Scenario } from '../../lib/scenarios/scenario';
import { application } from './application';
import { experiments } from './experiments';
import { journey } from './journey';
import { weaknesses } from './weaknesses';

const hour = 3600;

export const scenario: Scenario = {
  id: 'rental-market',
  title: 'The rental market that was left behind',
  story:
    'Welcome to your first day! RentItAll rents out everything: canoes, bouncy castles, a slightly haunted tuxedo. The team that ' +
    'built it resigned this morning, by postcard, from a beach. They left one page of documentation ("works on my zone"), a ' +
    'coffee stain, and you. The press release about our record season went out an hour ago, so expect a few customers more ' +
    'every minute. Keep them happy, keep the bill sane, and please find out what that postcard meant by "good luck".',
  weaknesses,
  experiments,
  traffic: [
    { atSeconds: 0, stepsPerSecond: 4 },
    { atSeconds: hour, stepsPerSecond: 12 },
    { atSeconds: 3 * hour, stepsPerSecond: 30 },
    { atSeconds: 4 * hour, stepsPerSecond: 60 },
  ],
  spikes: [{ atSeconds: 2 * hour, forSeconds: 300, times: 2 }],
  application,
  journey,
};
