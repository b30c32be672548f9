import type { ExperimentCard } from '../../../lib/core/experiments/experiment';

export const bookingsTaskStop: ExperimentCard = {
  id: 'bookings-task-stop',
  title: 'Somebody tidies up the cluster',
  failureClass: 'people and process',
  hypothesis:
    'When a task of bookings is stopped, another one takes the bookings, and nobody notices for longer than a minute.',
  recoversWithinSeconds: 60,
  fault: { kind: 'task-stop', tier: 'bookings' },
  durationSeconds: 300,
  announcement: { mode: 'silent' },
  kickOff: {
    story: '“What is this long id doing in our cluster?” were his last words before the click.',
    target: 'One task of the bookings service',
    didYouKnow:
      'ECS gives a container 30 seconds between the polite SIGTERM and SIGKILL, unless the task definition says otherwise.',
  },
  signals: ['a stopped task', '502 and 503 on bookings', 'a service event: it started a task'],
  repair: 'Two tasks at least, in two zones, and a service that may grow.',
};
