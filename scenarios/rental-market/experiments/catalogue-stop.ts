import type { ExperimentCard } from '../../../lib/core/scenario';

export const catalogueStop: ExperimentCard = {
  id: 'catalogue-stop',
  title: 'Somebody trips over the catalogue’s power cord',
  failureClass: 'infrastructure and zone loss',
  hypothesis:
    'When one catalogue instance stops, the other serves everything, and nobody notices for longer than 30 seconds.',
  fault: { kind: 'instance-stop', tier: 'catalogue' },
  durationSeconds: 300,
};
