import type { ExperimentCard } from '../../../lib/core/experiments/experiment';

export const storefrontStalePrices: ExperimentCard = {
  id: 'storefront-stale-prices',
  title: 'Yesterday’s prices, today only',
  failureClass: 'data and synchronisation',
  hypothesis:
    'When a storefront instance no longer gets new prices, its health check finds out within two minutes, and it is replaced.',
  recoversWithinSeconds: 240,
  fault: { kind: 'sync-stop', tier: 'storefront' },
  durationSeconds: 1200,
  announcement: { mode: 'silent' },
  kickOff: {
    story: 'The price feed of one storefront has fallen asleep over a particularly boring price.',
    target: 'The price synchronisation of one storefront instance',
    didYouKnow:
      'A health check that only asks “are you there?” gets an honest yes from a server that has been wrong for hours.',
  },
  signals: ['complaints: listing and product page disagree', 'wrong answers while everything is fast and healthy'],
  repair:
    'A health check that asks for /health, which fails when prices are old, so that the group replaces the instance.',
};
