import { organizationRole, pooledRoleArn } from '../../lib/accounts/role-names';
import type { AccountState } from '../../lib/accounts/account-state';
import { fullAccess, verdict, type Act } from '../../lib/guardrails/evaluate';
import { policyText, type Guardrail, type GuardrailSettings } from '../../lib/guardrails/guardrail';
import { guardrails } from '../../lib/guardrails/guardrails';
import type { Policy } from '../../lib/guardrails/policy';

export const account = '111111111111';
export const region = 'eu-west-1';

export const settings: GuardrailSettings = {
  pool: 'gameday',
  regions: [region, 'us-east-1'],
  instanceTypes: ['t3.small', 't4g.small', 'm7g.medium'],
  partition: 'aws',
};

export const roleArn = (name: string): string => `arn:aws:iam::${account}:role/${name}`;

/** Everybody who may act in a team's account. */
export const cast = {
  participant: pooledRoleArn(account, 'participant'),
  /** A role that a participant made, or one of the team's servers. */
  made: roleArn('Arena-TaskRole'),
  cdkDeploy: roleArn(`cdk-gameday-deploy-role-${account}-${region}`),
  cdkExec: roleArn(`cdk-gameday-cfn-exec-role-${account}-${region}`),
  observer: pooledRoleArn(account, 'observer'),
  fault: pooledRoleArn(account, 'fault'),
  reclaim: pooledRoleArn(account, 'reclaim'),
  organization: roleArn(organizationRole),
  root: `arn:aws:iam::${account}:root`,
  likeFault: roleArn('gameday-fault'),
  likeFaultByPath: roleArn('x/gameday/fault'),
  likeFaultByCase: roleArn('GameDay/fault'),
  likeFaultAsUser: `arn:aws:iam::${account}:user/gameday/fault`,
  likeReclaim: roleArn('gameday/reclaim2'),
  likeReclaimBelow: roleArn('gameday/reclaim/x'),
  likeOrganization: roleArn(`x/${organizationRole}`),
} as const;
export type Player = keyof typeof cast;
export const players = Object.keys(cast) as Player[];

/** What Organizations evaluates: the root, the pool's unit, the state's unit, and the account itself. */
export const levelsOf = (state: AccountState): Policy[][] => [
  [fullAccess],
  [fullAccess, ...attached((appliesTo) => appliesTo === 'pool')],
  [fullAccess, ...attached((appliesTo) => appliesTo !== 'pool' && appliesTo.includes(state))],
  [fullAccess],
];

/** As AWS reads them. */
const texts = guardrails(settings).map((guardrail) => ({
  appliesTo: guardrail.appliesTo,
  policy: JSON.parse(policyText(guardrail)) as Policy,
}));

const attached = (where: (appliesTo: Guardrail['appliesTo']) => boolean): Policy[] =>
  texts.filter(({ appliesTo }) => where(appliesTo)).map(({ policy }) => policy);

export type Deed = Omit<Act, 'principal'>;

/** A deed in the region that is played in, unless it says otherwise. */
export const deed = (action: string, resource = '*', context: Record<string, string> = {}): Deed => ({
  action,
  resource,
  context: { 'aws:RequestedRegion': region, ...context },
});

/** Who may do it, as far as the guardrails are concerned. */
export function mayDo(state: AccountState, what: Deed): Player[] {
  const levels = levelsOf(state);
  return players.filter((player) => verdict(levels, { ...what, principal: cast[player] }).allowed);
}
