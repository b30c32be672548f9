import type { ExperimentCard } from '../../../lib/core/experiments/experiment';

export const brokerCutOff: ExperimentCard = {
  id: 'broker-cut-off',
  title: 'The broker is on the other side of the river',
  failureClass: 'infrastructure and zone loss',
  hypothesis:
    'When nobody reaches the broker for three minutes, no changed price is lost, and all are right again four minutes after it is back.',
  recoversWithinSeconds: 420,
  fault: { kind: 'queue-unreachable', queue: 'price-queue' },
  durationSeconds: 180,
  announcement: {
    mode: 'announced',
    afterSeconds: 120,
    text: 'The network between the programs and the message broker is down.',
  },
  kickOff: {
    story: 'The bridge is out. On one bank there are prices, on the other shelves.',
    target: 'The network around the message broker',
    didYouKnow:
      'Without heartbeats, a program may wait for a quarter of an hour for a broker that it will never hear from again.',
  },
  signals: [
    'errors of the shop: prices that it could not send',
    'no connection at the broker',
    'listing and product page disagree',
  ],
  repair: 'Senders that keep what they could not send, consumers that connect again, and enough tasks to catch up.',
};
