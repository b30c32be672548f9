import { pooledRoleName } from '../accounts/role-names';
import { deny, type Guardrail, type GuardrailSettings } from './guardrail';

/** Before the doors open: what was deployed runs, and nobody is in. */
export const doors = (settings: GuardrailSettings): Omit<Guardrail, 'policyName'> => ({
  name: 'gd-5-doors',
  description: 'Participants do nothing before the doors are opened.',
  appliesTo: ['available'],
  statements: [
    deny(settings, {
      sid: 'DoorsClosed',
      reason: 'Nobody begins before the others; whatever runs goes on, so that it can be seen to run.',
      actions: ['*'],
      when: {
        ArnLike: { 'aws:PrincipalArn': `arn:${settings.partition}:iam::*:role/${pooledRoleName('participant')}` },
      },
    }),
  ],
});

/**
 * Whenever no team may be in. Everybody's sessions die at once, also those of roles that participants made and of the programs that run as
 * such roles, because these cannot be told apart; servers go on running, without what they ask of AWS.
 */
export const freeze = (settings: GuardrailSettings): Omit<Guardrail, 'policyName'> => ({
  name: 'gd-6-freeze',
  description: 'Only the organizer acts.',
  appliesTo: ['entry', 'frozen', 'reclaiming', 'quarantine'],
  statements: [
    deny(settings, {
      sid: 'Frozen',
      reason: 'What a team left behind can neither act nor grow while the account is taken back.',
      actions: ['*'],
      unless: ['organization', 'fault', 'reclaim', 'observer'],
    }),
  ],
});
