import type { ExperimentCard } from '../../../lib/core/experiments/experiment';

export const storefrontTerminate: ExperimentCard = {
  id: 'storefront-terminate',
  title: 'The new cost saver finds an idle server',
  failureClass: 'people and process',
  hypothesis:
    'When a storefront instance is terminated, the others carry the pages, and its group has replaced it after five minutes.',
  recoversWithinSeconds: 120,
  fault: { kind: 'instance-terminate', tier: 'storefront' },
  durationSeconds: 600,
  announcement: { mode: 'silent' },
  kickOff: {
    story:
      'The company has hired somebody to save costs. He has found a server that did nothing for eleven milliseconds.',
    target: 'One storefront instance, for good',
    didYouKnow:
      'Termination protection of an instance does not keep its Auto Scaling group from terminating it: that takes scale-in protection.',
  },
  signals: ['an unhealthy target', '502 on pages', 'an instance launched by the group'],
  repair: 'More than one instance at all times, in two zones, each with capacity to spare.',
};
