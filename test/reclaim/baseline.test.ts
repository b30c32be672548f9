import { sweptServices } from '../../lib/guardrails/services';
import { Place } from '../../lib/reclaim/aws/place';
import { kindsIn } from '../../lib/reclaim/aws/kinds/kinds';
import { belongsToUs } from '../../lib/reclaim/baseline';

test.each([
  ['role', 'OrganizationAccountAccessRole', '/'],
  ['role', 'reclaim', '/gameday/'],
  ['role', 'cdk-gameday-cfn-exec-role-111111111111-eu-west-1', '/'],
  ['role', 'AWSServiceRoleForECS', '/aws-service-role/ecs.amazonaws.com/'],
  ['bucket', 'cdk-gameday-assets-111111111111-eu-west-1', '/'],
  ['stack', 'GameDayBaseline', '/'],
  ['stack', 'CDKToolkit-gameday', '/'],
] as const)('the %s %s of path %s belongs to every account of the pool', (kind, name, path) => {
  expect(belongsToUs(kind, name, path).belongs).toBeDefined();
});

test.each([
  ['role', 'gameday-fault', '/'],
  ['role', 'fault', '/x/gameday/'],
  ['role', 'fault', '/gameday/x/'],
  ['role', 'mine', '/gameday/'],
  ['role', 'observer', '/gameday/'],
  ['role', 'cdk-gameday-mine', '/'],
  ['role', 'cdk-gameday-cfn-exec-role-111111111111-eu-west-1', '/x/'],
  ['role', 'AWSServiceRoleForECS', '/'],
  ['policy', 'mine', '/gameday/'],
  ['bucket', 'cdk-gameday-mine', '/'],
  ['stack', 'GameDayBaseline2', '/'],
  ['stack', 'Arena', '/'],
] as const)('the %s %s of path %s only looks so, or goes with the team’s stack', (kind, name, path) => {
  expect(belongsToUs(kind, name, path)).toEqual({});
});

const places = ['eu-west-1', 'us-east-1'].map((region) => new Place('111111111111', region, {}));

test('every service in which participants can make what stays is looked at and swept', () => {
  expect([...new Set(kindsIn(places).map(({ service }) => service))].sort()).toEqual([...sweptServices].sort());
});

test('every kind is looked at in every region, and what belongs to none once', () => {
  const seen = kindsIn(places).map(({ service, type, region }) => `${service} ${type} ${region}`);
  expect(new Set(seen).size).toBe(seen.length);
  const regional = seen.filter((each) => each.endsWith('eu-west-1')).length;
  expect(seen.filter((each) => each.endsWith('us-east-1'))).toHaveLength(regional);
  expect(seen.filter((each) => each.endsWith(' global'))).toHaveLength(seen.length - 2 * regional);
});
