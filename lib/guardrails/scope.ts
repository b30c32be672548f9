import { deny, type Guardrail, type GuardrailSettings } from './guardrail';
import { sweptServices, usedActions } from './services';

/**
 * Actions of services that are one for the whole world, or that answer before a region was chosen.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples_general.html#example-scp-deny-region
 */
const worldwide = [
  'account:*',
  'ec2:DescribeRegions',
  'health:*',
  'iam:*',
  'pricing:*',
  's3:GetAccountPublic*',
  's3:ListAllMyBuckets',
  'signin:*',
  'sts:*',
  'uxc:*',
];

/** Which services, and where. */
export const scope = (settings: GuardrailSettings): Omit<Guardrail, 'policyName'> => ({
  name: 'gd-4-scope',
  description: 'The services and regions that the event uses.',
  appliesTo: 'pool',
  statements: [
    deny(settings, {
      sid: 'Services',
      reason: 'What participants may use is what can be swept away after the event.',
      allBut: [...sweptServices.map((service) => `${service}:*`), ...usedActions],
      unless: ['organization', 'fault', 'reclaim'],
    }),
    deny(settings, {
      sid: 'Regions',
      reason: 'What runs where nobody looks stays there, and is paid for.',
      allBut: worldwide,
      when: { StringNotEquals: { 'aws:RequestedRegion': settings.regions } },
      unless: ['organization', 'reclaim'],
    }),
  ],
});
