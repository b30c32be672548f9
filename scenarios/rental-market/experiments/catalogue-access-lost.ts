import type { ExperimentCard } from '../../../lib/core/experiments/experiment';

export const catalogueAccessLost: ExperimentCard = {
  id: 'catalogue-access-lost',
  title: 'Security closes a door',
  failureClass: 'configuration and access',
  hypothesis:
    'No architecture rides out a closed door: it is found and open again within five minutes, and a minute later all are served.',
  recoversWithinSeconds: 420,
  fault: { kind: 'access-lost', tier: 'catalogue' },
  durationSeconds: 300,
  announcement: { mode: 'misleading', afterSeconds: 60, text: 'Marketing has sent a newsletter to everybody we know.' },
  kickOff: {
    story: 'An auditor did not like the look of a rule. Nobody asked what it was for.',
    target: 'The inbound rules of the catalogue’s security group',
    didYouKnow: 'A connection that a security group tracks may live on after its rule is gone: some things break late.',
  },
  signals: [
    'every catalogue target unhealthy at once, while the instances are well',
    '504 on pages',
    'the change in CloudTrail',
  ],
  repair: 'Put the rule back; then let a check or a pipeline, not a person, hold the door.',
};
