import type { ExperimentCard } from '../../../lib/core/experiments/experiment';

export const bookingsTableSlow: ExperimentCard = {
  id: 'bookings-table-slow',
  title: 'The ledger is kept by snails',
  failureClass: 'dependency',
  hypothesis: 'When every call of bookings takes half a second longer, bookings come within a second and none is lost.',
  recoversWithinSeconds: 0,
  fault: { kind: 'dependency-slow', tier: 'bookings', addedMs: 500 },
  durationSeconds: 600,
  announcement: {
    mode: 'announced',
    afterSeconds: 240,
    text: 'Bookings may take a moment longer: our accountants recommend a deep breath.',
  },
  kickOff: {
    story: 'The accountants have asked for a more thorough ledger. Each line is now contemplated.',
    target: 'Every call that bookings makes, to its table',
    didYouKnow: 'Unless told otherwise, the AWS SDK for JavaScript waits for an answer without limit.',
  },
  signals: ['slow bookings and receipts while tasks are idle', 'requests in flight per task'],
  repair: 'Room for everybody who waits: memory and tasks for the requests in flight, and a timeout on every call.',
};
