import type { ExperimentCard } from '../../../lib/core/experiments/experiment';

export const storefrontCpuStress: ExperimentCard = {
  id: 'storefront-cpu-stress',
  title: 'A forgotten batch job wakes up on the storefront',
  failureClass: 'capacity and traffic',
  hypothesis:
    'When something else eats four fifths of the storefront’s CPU, instances are added and pages stay fast enough.',
  recoversWithinSeconds: 480,
  fault: { kind: 'cpu-stress', tier: 'storefront', load: 0.8 },
  durationSeconds: 600,
  announcement: {
    mode: 'misleading',
    afterSeconds: 120,
    text: 'The network provider reports delays on the Atlantic cable.',
  },
  kickOff: {
    story: 'A report that nobody reads is made every year. Today.',
    target: 'All storefront instances',
    didYouKnow: 'Target tracking acts after three minutes above its target and takes fifteen to give anything back.',
  },
  signals: ['slow pages', 'CPU of the group at its top', 'scaling activities'],
  repair: 'Room to grow, a target of 50 %, and a warm-up that fits.',
};
