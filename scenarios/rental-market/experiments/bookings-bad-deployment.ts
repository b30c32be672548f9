import type { ExperimentCard } from '../../../lib/core/scenario';

export const bookingsBadDeployment: ExperimentCard = {
  id: 'bookings-bad-deployment',
  title: 'The intern deploys bookings on a Friday',
  failureClass: 'change and deployment',
  hypothesis: 'When a deployment of bookings cannot start, the old tasks go on and the service rolls back by itself.',
  fault: { kind: 'bad-deployment', tier: 'bookings' },
  durationSeconds: 900,
};
