import type { ExperimentCard } from '../../../lib/core/experiments/experiment';

export const bookingsTableThrottling: ExperimentCard = {
  id: 'bookings-table-throttling',
  title: 'The table says: not now',
  failureClass: 'data and synchronisation',
  hypothesis: 'When a fifth of the table’s calls is throttled, retries carry nearly all bookings, a little later.',
  recoversWithinSeconds: 0,
  fault: { kind: 'table-throttling', table: 'bookings-table', share: 0.2 },
  durationSeconds: 600,
  announcement: { mode: 'silent' },
  kickOff: {
    story: 'An old export job has come back from its holidays and reads the whole table, twice.',
    target: 'The bookings table, a fifth of its calls',
    didYouKnow:
      'A throttled call is tried again after a random wait, so that not everybody who was sent away comes back at once.',
  },
  signals: ['ThrottledRequests of the table', 'some bookings with 500, more of them late'],
  repair: 'On-demand capacity, and clients that try again with patience.',
};
