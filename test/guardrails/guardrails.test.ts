import { accountStates } from '../../lib/accounts/account-state';
import { pricedInstanceTypes } from '../../lib/core/prices';
import { MOST_CHARACTERS, policyText } from '../../lib/guardrails/guardrail';
import { allowedRegions, guardrails, guardrailSettings } from '../../lib/guardrails/guardrails';
import { anEvent } from '../support/builders';
import { settings } from './cast';

/** As much as an event file can ask for: every priced type, twenty regions with the longest of names, the longest partition. */
const most = {
  ...settings,
  regions: Array.from({ length: 20 }, (_, index) => `ap-northeast-${index}`),
  instanceTypes: pricedInstanceTypes,
  partition: 'aws-us-gov',
};

test.each([
  ['of a usual event', settings],
  ['of an event that asks for as much as it can', most],
])('policies %s fit into what AWS takes', (_what, of) => {
  for (const guardrail of guardrails(of)) {
    expect([guardrail.name, policyText(guardrail).length <= MOST_CHARACTERS]).toEqual([guardrail.name, true]);
  }
});

test('no level has more than the five policies that AWS allows, its own one among them', () => {
  const all = guardrails(settings);
  expect(all.filter(({ appliesTo }) => appliesTo === 'pool').length).toBeLessThanOrEqual(4);
  for (const state of accountStates) {
    const attached = all.filter(({ appliesTo }) => appliesTo !== 'pool' && appliesTo.includes(state));
    expect(attached.length).toBeLessThanOrEqual(4);
    expect([state, attached.length]).toEqual([state, state === 'live' ? 0 : 1]);
  }
});

test('every statement only refuses, bears a name that AWS takes, once, and says why', () => {
  const statements = guardrails(settings).flatMap((guardrail) => guardrail.statements);
  for (const { sid, reason, statement } of statements) {
    expect(statement).toMatchObject({ Effect: 'Deny', Sid: sid });
    expect(sid).toMatch(/^[A-Za-z0-9]+$/);
    expect(reason).toMatch(/^[A-Z].{20,}\.$/);
  }
  expect(new Set(statements.map(({ sid }) => sid)).size).toBe(statements.length);
});

test('policies of two pools have different names, as one organization knows each name once', () => {
  const names = [settings, { ...settings, pool: 'spring' }].flatMap((of) =>
    guardrails(of).map(({ policyName }) => policyName),
  );
  expect(new Set(names).size).toBe(names.length);
  expect(names).toContain('gameday-spring-freeze');
});

test('the region that is deployed to may always be used, and us-east-1 unless the event file names others', () => {
  expect(allowedRegions({ regions: [] }, 'eu-west-1')).toEqual(['eu-west-1', 'us-east-1']);
  expect(allowedRegions({ regions: [] }, 'us-east-1')).toEqual(['us-east-1']);
  expect(allowedRegions({ regions: ['eu-west-2'] }, 'eu-west-1')).toEqual(['eu-west-1', 'eu-west-2']);
});

test('regions, instance types and pool are those of the event file', () => {
  const { accounts } = anEvent();
  const home = { region: 'cn-north-1', partition: 'aws-cn' };
  const text = guardrails(
    guardrailSettings({ ...accounts, instanceTypes: ['t3.nano'], regions: ['cn-northwest-1'] }, home),
  )
    .map(policyText)
    .join();
  expect(text).toContain('"aws:RequestedRegion":["cn-north-1","cn-northwest-1"]');
  expect(text).toContain('"ec2:InstanceType":["t3.nano"]');
  expect(text).toContain('arn:aws-cn:iam::*:role/gameday/reclaim');
  expect(text).not.toContain('arn:aws:');
});
