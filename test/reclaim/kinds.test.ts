import { kindsIn } from '../../lib/reclaim/aws/kinds/kinds';
import { Place } from '../../lib/reclaim/aws/place';
import { FakeAws, jsonError, ok, type Answer, type Call } from '../support/aws/fake-aws';

const account = '111111111111';

/** A kind of an account whose services answer so, and the calls that were made. */
function kindOf(service: string, type: string, answers: Readonly<Record<string, (call: Call) => Answer>>) {
  const answer = (call: Call): Answer => {
    const known = answers[call.action];
    if (known === undefined) throw new Error(`unexpected call: ${call.action}`);
    return known(call);
  };
  const aws = new FakeAws({ ec2: answer, autoscaling: answer, ecs: answer, secretsmanager: answer });
  const kinds = kindsIn([new Place(account, 'eu-west-1', aws.options())]);
  const kind = kinds.find((each) => each.service === service && each.type === type);
  if (kind === undefined) throw new Error(`no kind ${service} ${type}`);
  const made = (action: string) => aws.calls.filter((call) => call.action === action);
  return { kind, made };
}
const done = (): Answer => ok('<Response><return>true</return></Response>');
const field = ({ body }: Call, name: string) => new URLSearchParams(body).get(name);

test('a security group goes also when the default group, which cannot go, lets it in', async () => {
  const rule = (id: string, group: string, egress: boolean, named = '') =>
    `<item><securityGroupRuleId>${id}</securityGroupRuleId><groupId>${group}</groupId><isEgress>${egress}</isEgress>` +
    `<referencedGroupInfo><groupId>${named}</groupId></referencedGroupInfo></item>`;
  const rules = [
    rule('sgr-own', 'sg-mine', true),
    rule('sgr-default', 'sg-default', false, 'sg-mine'),
    rule('sgr-other', 'sg-default', false, 'sg-default'),
  ];
  const { kind, made } = kindOf('ec2', 'security-group', {
    DescribeSecurityGroupRules: () =>
      ok(`<Response><securityGroupRuleSet>${rules.join('')}</securityGroupRuleSet></Response>`),
    RevokeSecurityGroupIngress: done,
    RevokeSecurityGroupEgress: done,
    DeleteSecurityGroup: done,
  });
  await kind.remove('sg-mine');
  const revoked = (action: string) =>
    made(action).map((call) => [field(call, 'GroupId'), field(call, 'SecurityGroupRuleId.1')]);
  expect(revoked('RevokeSecurityGroupIngress')).toEqual([['sg-default', 'sgr-default']]);
  expect(revoked('RevokeSecurityGroupEgress')).toEqual([['sg-mine', 'sgr-own']]);
  expect(made('DeleteSecurityGroup')).toHaveLength(1);
});

test('a network ACL over subnets of the default network goes, and they get the network’s own one back', async () => {
  const mine =
    '<item><networkAclId>acl-mine</networkAclId><vpcId>vpc-default</vpcId><associationSet><item>' +
    '<networkAclAssociationId>aclassoc-1</networkAclAssociationId></item></associationSet></item>';
  const own = '<item><networkAclId>acl-own</networkAclId><default>true</default></item>';
  const { kind, made } = kindOf('ec2', 'network-acl', {
    DescribeNetworkAcls: (call) =>
      ok(
        `<Response><networkAclSet>${field(call, 'NetworkAclId.1') === 'acl-mine' ? mine : own}</networkAclSet></Response>`,
      ),
    ReplaceNetworkAclAssociation: done,
    DeleteNetworkAcl: done,
  });
  await kind.remove('acl-mine');
  const [replaced] = made('ReplaceNetworkAclAssociation');
  expect([field(replaced!, 'AssociationId'), field(replaced!, 'NetworkAclId')]).toEqual(['aclassoc-1', 'acl-own']);
  expect(made('DeleteNetworkAcl')).toHaveLength(1);
});

test('an Auto Scaling group loses its protection against deletion', async () => {
  const { kind, made } = kindOf('autoscaling', 'group', { SuspendProcesses: done, UpdateAutoScalingGroup: done });
  await kind.release?.('storefront');
  expect(made('UpdateAutoScalingGroup').map((call) => field(call, 'DeletionProtection'))).toEqual([null, 'none']);
});

test('a task definition that is inactive already is deleted all the same', async () => {
  const { kind, made } = kindOf('ecs', 'task-definition', {
    DeregisterTaskDefinition: () => jsonError('ClientException'),
    DeleteTaskDefinitions: () => ok({ failures: [] }),
  });
  await kind.remove('arn:aws:ecs:eu-west-1:111111111111:task-definition/shop:1');
  expect(made('DeleteTaskDefinitions')).toHaveLength(1);
});

test('a secret loses its copies in other regions, in which nobody looks, and one without copies is left as it is', async () => {
  const secret = (copies: readonly string[]) =>
    kindOf('secretsmanager', 'secret', {
      DescribeSecret: () => ok({ ReplicationStatus: copies.map((Region) => ({ Region })) }),
      RemoveRegionsFromReplication: () => ok({}),
    });
  const copied = secret(['ap-south-1']);
  await copied.kind.release?.('arn:secret');
  expect(JSON.parse(copied.made('RemoveRegionsFromReplication')[0]!.body)).toMatchObject({
    RemoveReplicaRegions: ['ap-south-1'],
  });
  const plain = secret([]);
  await plain.kind.release?.('arn:secret');
  expect(plain.made('RemoveRegionsFromReplication')).toEqual([]);
});
