import { accountRoles } from '../../lib/accounts/roles/account-roles';
import { trusts, type Caller } from '../../lib/guardrails/evaluate';
import { account, cast, players } from './cast';

const organizerAccount = '333333333333';
const organization = 'o-a1b2c3d4e5';
const organizer = `arn:aws:iam::${organizerAccount}:role/gamemaster/Organizer`;
const conductor = `arn:aws:iam::${organizerAccount}:role/gameday/spring-conductor`;
const api = `arn:aws:iam::${organizerAccount}:role/gameday/spring-api`;
const roles = accountRoles(
  { organizerAccount, organizers: [organizer], organization, conductor, api },
  { partition: 'aws', account },
);
const member = { 'aws:PrincipalOrgID': organization };
const as = (principal: string, context: Record<string, string> = member): Caller => ({ principal, context });

describe.each(roles)('the $name role', ({ name, trust }) => {
  test('lets in the organizer that is named, and with the identity that it came with', () => {
    expect(trusts(trust, as(organizer))).toBe(true);
    expect(trusts(trust, as(organizer), 'sts:SetSourceIdentity')).toBe(true);
  });

  test.each([
    ['another role of the account of the organizer', `arn:aws:iam::${organizerAccount}:role/Other`],
    ['one of the same name without its path', `arn:aws:iam::${organizerAccount}:role/Organizer`],
    ['one of the same name below another path', `arn:aws:iam::${organizerAccount}:role/x/gamemaster/Organizer`],
    ['one whose name goes on', `arn:aws:iam::${organizerAccount}:role/gamemaster/Organizer2`],
    ['one in other letters', `arn:aws:iam::${organizerAccount}:role/gamemaster/organizer`],
    ['a user of that name', `arn:aws:iam::${organizerAccount}:user/gamemaster/Organizer`],
    ['the root user of that account', `arn:aws:iam::${organizerAccount}:root`],
    ['the same role of another account', 'arn:aws:iam::444444444444:role/gamemaster/Organizer'],
    ['a role of that name in the account of the team', `arn:aws:iam::${account}:role/gamemaster/Organizer`],
  ])('refuses %s', (_who, principal) => {
    expect(trusts(trust, as(principal))).toBe(false);
  });

  test.each(players)('refuses %s of the account itself', (player) => {
    expect(trusts(trust, as(cast[player]))).toBe(false);
  });

  test('lets in the conductor of the event where it is the fault role, and no other program', () => {
    expect(trusts(trust, as(conductor))).toBe(name === 'fault');
    expect(trusts(trust, as(conductor.replace('conductor', 'scorer')))).toBe(false);
    expect(trusts(trust, as(conductor.replace('spring', 'autumn')))).toBe(false);
  });

  test('lets in the API of the event where it is the participant role, naming for whom', () => {
    expect(trusts(trust, as(api))).toBe(name === 'participant');
    expect(trusts(trust, as(api), 'sts:SetSourceIdentity')).toBe(name === 'participant');
    expect(trusts(trust, as(api.replace('spring', 'autumn')))).toBe(false);
    expect(trusts(trust, as(api, {}))).toBe(false);
  });

  test('refuses the organizer once its account is of another organization, or of none', () => {
    expect(trusts(trust, as(organizer, { 'aws:PrincipalOrgID': 'o-zzzzzzzzzz' }))).toBe(false);
    expect(trusts(trust, as(organizer, {}))).toBe(false);
  });

  test('hands itself to no service but those of experiments and their reverts, where it is the fault role, for its own account', () => {
    const own = { 'aws:SourceAccount': account };
    for (const service of ['ec2', 'ecs-tasks', 'lambda', 'cloudformation', 'ssm']) {
      expect(trusts(trust, { service: `${service}.amazonaws.com`, context: own })).toBe(false);
    }
    for (const service of ['fis.amazonaws.com', 'scheduler.amazonaws.com']) {
      const hands = (context: Record<string, string>): boolean => trusts(trust, { service, context });
      expect(hands(own)).toBe(name === 'fault');
      expect(hands({ 'aws:SourceAccount': '222222222222' })).toBe(false);
      expect(hands({})).toBe(false);
    }
  });

  test('lets nobody in by other ways', () => {
    for (const action of ['sts:AssumeRoleWithSAML', 'sts:AssumeRoleWithWebIdentity', 'sts:TagSession']) {
      expect(trusts(trust, as(organizer), action)).toBe(false);
    }
  });
});

test('the fault role passes itself to experiments, and any other role only to tasks', () => {
  const passing = roles
    .find(({ name }) => name === 'fault')
    ?.permissions.filter(({ Sid }) => ['RunAsItself', 'RolesOfTasks'].includes(Sid ?? ''));
  expect(passing).toEqual([
    expect.objectContaining({
      Action: 'iam:PassRole',
      Resource: cast.fault,
      Condition: { StringEquals: { 'iam:PassedToService': ['fis.amazonaws.com', 'scheduler.amazonaws.com'] } },
    }),
    expect.objectContaining({
      Action: 'iam:PassRole',
      Condition: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
    }),
  ]);
});
