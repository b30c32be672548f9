import type { ExperimentCard } from '../../../lib/core/scenario';

export const zoneOutage: ExperimentCard = {
  id: 'zone-outage',
  title: 'A data centre takes a nap',
  failureClass: 'infrastructure and zone loss',
  hypothesis: 'When the first zone is lost, the second carries the shop within a minute and new servers start there.',
  fault: { kind: 'zone-outage', zone: 0 },
  durationSeconds: 600,
};
