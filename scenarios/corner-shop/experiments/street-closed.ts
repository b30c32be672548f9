import type { ExperimentCard } from '../../../lib/core/scenario';

export const streetClosed: ExperimentCard = {
  id: 'street-closed',
  title: 'Road works take a zone away',
  failureClass: 'infrastructure and zone loss',
  hypothesis: 'When the first zone is lost, the second serves everybody, and new instances start there.',
  fault: { kind: 'zone-outage', zone: 0 },
  durationSeconds: 600,
};
