import type { ExperimentCard } from '../../../lib/core/experiments/experiment';

export const storefrontPacketLoss: ExperimentCard = {
  id: 'storefront-packet-loss',
  title: 'A mouse moves into the network cable',
  failureClass: 'infrastructure and zone loss',
  hypothesis:
    'When every tenth packet of the storefront is lost, some pages come later, and 95 of 100 steps still within a second.',
  recoversWithinSeconds: 0,
  fault: { kind: 'packet-loss', tier: 'storefront', share: 0.1 },
  durationSeconds: 600,
  announcement: {
    mode: 'misleading',
    afterSeconds: 180,
    text: 'The payment provider reports slow answers in some countries.',
  },
  kickOff: {
    story: 'There is a mouse in the data centre. It is fond of storefronts.',
    target: 'All storefront instances, a tenth of what they send',
    didYouKnow:
      'Linux waits at least 200 ms before it sends a lost packet again, and twice as long each time after that.',
  },
  signals: ['the slowest pages get slower, most do not', 'retransmitted segments on the instances'],
  repair: 'Pages that are fast enough to be sent twice: a group that grows in time keeps them so.',
};
