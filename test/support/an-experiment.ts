import type { ExperimentCard } from '../../lib/core/experiments/experiment';

/** An experiment of the tier `web`: one instance stops for ten minutes, nobody is told. */
export const anExperiment = (parts: Partial<ExperimentCard> = {}): ExperimentCard => ({
  id: 'stop',
  title: 'An instance stops',
  failureClass: 'infrastructure and zone loss',
  hypothesis: 'Another one serves.',
  recoversWithinSeconds: 60,
  fault: { kind: 'instance-stop', tier: 'web' },
  durationSeconds: 600,
  announcement: { mode: 'silent' },
  kickOff: { story: 'Somebody trips over a cable.', target: 'One web server', didYouKnow: 'Cables have two ends.' },
  signals: ['an unhealthy target'],
  repair: 'A second instance.',
  ...parts,
});
