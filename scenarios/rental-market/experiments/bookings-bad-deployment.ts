import type { ExperimentCard } from '../../../lib/core/experiments/experiment';

export const bookingsBadDeployment: ExperimentCard = {
  id: 'bookings-bad-deployment',
  title: 'The intern deploys bookings on a Friday',
  failureClass: 'change and deployment',
  hypothesis: 'When a deployment of bookings cannot start, the old tasks go on and the service rolls back by itself.',
  recoversWithinSeconds: 60,
  fault: { kind: 'bad-deployment', tier: 'bookings' },
  durationSeconds: 900,
  announcement: { mode: 'silent' },
  kickOff: {
    story: 'The intern has merged his first pull request, on a Friday, and went home proud.',
    target: 'The bookings service, one new revision',
    didYouKnow: 'A circuit breaker that rolls back is one switch of an ECS service, and it is off by default.',
  },
  signals: ['a deployment in progress for minutes', 'stopped tasks with the exit code 1', '5xx on bookings'],
  repair: 'Minimum 100 %, maximum 200 %, and the deployment circuit breaker with rollback.',
};
