import type { ExperimentCard } from '../../../lib/core/experiments/experiment';

export const zoneOutage: ExperimentCard = {
  id: 'zone-outage',
  title: 'A data centre takes a nap',
  failureClass: 'infrastructure and zone loss',
  hypothesis: 'When the first zone is lost, the second carries the shop within a minute and new servers start there.',
  recoversWithinSeconds: 300,
  fault: { kind: 'zone-outage', zone: 0 },
  durationSeconds: 600,
  announcement: {
    mode: 'announced',
    afterSeconds: 600,
    text: 'AWS reports a loss of power in one zone of the region.',
  },
  kickOff: {
    story: 'A data centre takes a nap.',
    target: 'Everything in the first zone',
    didYouKnow: 'Names of zones are shuffled from account to account; their ids are not.',
  },
  signals: ['unhealthy targets of one zone', '5xx on everything', 'instances and tasks launched in the other zone'],
  repair: 'Two zones for every tier, and capacity to carry the load without one of them.',
};
