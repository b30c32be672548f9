import fc from 'fast-check';
import { accountStates } from '../../lib/accounts/account-state';
import { verdict } from '../../lib/guardrails/evaluate';
import { account, cast, levelsOf, players, roleArn } from './cast';

/** The patterns of all statements that leave somebody out, read from the policies as AWS gets them. */
const exempted = [
  ...new Set(
    accountStates.flatMap((state) =>
      levelsOf(state)
        .flat()
        .flatMap(({ Statement }) => Statement)
        .flatMap(({ Condition }) => Condition?.['ArnNotLike']?.['aws:PrincipalArn'] ?? []),
    ),
  ),
];
const here = (pattern: string): string => pattern.replace('iam::*:', `iam::${account}:`);
const exempt = exempted.map(here);

/** All of IAM and STS that makes a role, changes it, gives it away or becomes it. https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html */
const grabs = [
  'iam:AttachRolePolicy',
  'iam:CreateRole',
  'iam:DeleteRole',
  'iam:DeleteRolePermissionsBoundary',
  'iam:DeleteRolePolicy',
  'iam:DetachRolePolicy',
  'iam:PassRole',
  'iam:PutRolePermissionsBoundary',
  'iam:PutRolePolicy',
  'iam:TagRole',
  'iam:UntagRole',
  'iam:UpdateAssumeRolePolicy',
  'iam:UpdateRole',
  'iam:UpdateRoleDescription',
  'sts:AssumeRole',
  'sts:AssumeRoleWithSAML',
  'sts:AssumeRoleWithWebIdentity',
  'sts:SetSourceIdentity',
  'sts:TagSession',
];

const refused = (principal: string, action: string, resource: string): boolean =>
  accountStates.every((state) => !verdict(levelsOf(state), { principal, action, resource }).allowed);

test('exactly these are left out somewhere, each by its whole name', () => {
  expect(exempt.toSorted()).toEqual([cast.organization, cast.fault, cast.observer, cast.reclaim].toSorted());
  for (const pattern of exempted) expect(pattern).toMatch(/^arn:aws:iam::\*:role\/[^*?]+$/);
});

describe.each(exempt)('%s', (role) => {
  test('nobody who is not left out may make, change, pass or assume it', () => {
    const others = players.map((player) => cast[player]).filter((principal) => !exempt.includes(principal));
    expect(others.length).toBe(players.length - exempt.length);
    for (const principal of others) {
      expect(grabs.filter((action) => !refused(principal, action, role))).toEqual([]);
    }
  });

  test('neither may any other role or user, whatever its name and path', () => {
    const name = fc.stringMatching(/^[A-Za-z0-9+=,.@_/-]{1,40}$/);
    const near = fc.tuple(fc.constantFrom(...exempt.map((arn) => arn.split(':role/')[1] ?? '')), name);
    const anyName = fc.oneof(
      name,
      near.map(([own, more]) => `${own}${more}`),
      near.map(([own, more]) => `${more}/${own}`),
      near.map(([own]) => own.toUpperCase()),
    );
    const anyArn = fc
      .tuple(fc.constantFrom('role', 'user'), anyName)
      .map(([kind, each]) => `arn:aws:iam::${account}:${kind}/${each}`);
    fc.assert(
      fc.property(anyArn, fc.constantFrom(...grabs), (principal, action) => {
        fc.pre(!exempt.includes(principal) && !principal.includes(':role/aws-service-role/'));
        expect(refused(principal, action, role)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

test('those who are left out take no other’s place: only the organization’s own role may, and reclaiming deploys the observer', () => {
  const taken = exempt.flatMap((principal) =>
    exempt
      .filter((role) => role !== principal && principal !== cast.organization)
      .flatMap((role) =>
        grabs.filter((action) => !refused(principal, action, role)).map((action) => ({ principal, role, action })),
      ),
  );
  const notByPassing = taken.filter(({ action }) => action !== 'iam:PassRole');
  expect(new Set(notByPassing.map(({ principal, role }) => `${principal} ${role}`))).toEqual(
    new Set([`${cast.reclaim} ${cast.observer}`]),
  );
  const byPassing = taken.filter(({ action }) => action === 'iam:PassRole');
  expect(new Set(byPassing.map(({ principal }) => principal))).toEqual(new Set([cast.fault]));
});

test('nobody but they may put anything under the path of the organizer', () => {
  const made = [cast.participant, cast.made, cast.cdkExec, cast.observer, cast.fault];
  for (const principal of made) {
    expect(refused(principal, 'iam:CreateRole', roleArn('gameday/another'))).toBe(true);
    expect(refused(principal, 'iam:CreatePolicy', `arn:aws:iam::${account}:policy/gameday/mine`)).toBe(true);
    expect(
      refused(principal, 'iam:CreateInstanceProfile', `arn:aws:iam::${account}:instance-profile/gameday/mine`),
    ).toBe(true);
  }
});
