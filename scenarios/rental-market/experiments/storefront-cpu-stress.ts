import type { ExperimentCard } from '../../../lib/core/scenario';

export const storefrontCpuStress: ExperimentCard = {
  id: 'storefront-cpu-stress',
  title: 'A forgotten batch job wakes up on the storefront',
  failureClass: 'capacity and traffic',
  hypothesis:
    'When something else eats four fifths of the storefront’s CPU, instances are added and pages stay fast enough.',
  fault: { kind: 'cpu-stress', tier: 'storefront', load: 0.8 },
  durationSeconds: 600,
};
