import type { ExperimentCard } from '../../../lib/core/experiments/experiment';

export const streetClosed: ExperimentCard = {
  id: 'street-closed',
  title: 'Road works take a zone away',
  failureClass: 'infrastructure and zone loss',
  hypothesis: 'When the first zone is lost, the second serves everybody, and new instances start there.',
  recoversWithinSeconds: 300,
  fault: { kind: 'zone-outage', zone: 0 },
  durationSeconds: 600,
  announcement: { mode: 'announced', afterSeconds: 300, text: 'Road works: the first zone is cut off.' },
  kickOff: {
    story: 'Road works take a zone away.',
    target: 'Everything in the first zone',
    didYouKnow: 'Names of zones are shuffled from account to account; their ids are not.',
  },
  signals: ['unhealthy targets of one zone', '5xx'],
  repair: 'Two zones and room to grow in each.',
};
