import { fullAccess, verdict, type Act } from '../../lib/guardrails/evaluate';
import { policyOf, type Policy, type PolicyStatement } from '../../lib/guardrails/policy';

const act: Act = {
  principal: 'arn:aws:iam::111111111111:role/app',
  action: 's3:PutObject',
  resource: 'arn:aws:s3:::photos/1',
  context: { 'aws:RequestedRegion': 'eu-west-1', 'ec2:VolumeSize': '100' },
};
/** Refuses everything, unless its parts say otherwise; a part that is undefined is left out. */
const refusing = (parts: object): Policy => {
  const statement = { Sid: 'No', Effect: 'Deny', Action: '*', Resource: '*', ...parts };
  return policyOf(JSON.parse(JSON.stringify(statement)) as PolicyStatement);
};
const allowed = (...levels: Policy[][]): boolean => verdict(levels, act).allowed;
const refuses = (parts: object): boolean => !allowed([fullAccess, refusing(parts)]);

test('what no level refuses and every level allows is allowed', () => {
  expect(allowed([fullAccess], [fullAccess])).toBe(true);
});

test('one level that allows nothing is enough to refuse', () => {
  expect(verdict([[fullAccess], []], act)).toEqual({ allowed: false, because: 'nothing allows it at level 1' });
  const others = policyOf({ Effect: 'Allow', Action: 'ec2:*', Resource: '*' } satisfies PolicyStatement);
  expect(allowed([fullAccess], [others])).toBe(false);
});

test('one refusal at any level is enough, and is named', () => {
  expect(verdict([[fullAccess], [fullAccess, refusing({})], [fullAccess]], act)).toEqual({
    allowed: false,
    because: 'No',
  });
});

test.each<[rule: string, parts: object, refused: boolean]>([
  ['an action of another name is not meant', { Action: 's3:GetObject' }, false],
  ['names of actions know no case', { Action: 'S3:putobject' }, true],
  ['actions may have wildcards', { Action: ['ec2:*', 's3:Put*'] }, true],
  ['NotAction means all others', { Action: undefined, NotAction: 'ec2:*' }, true],
  ['NotAction leaves out what it names', { Action: undefined, NotAction: ['ec2:*', 's3:*'] }, false],
  ['a resource of another name is not meant', { Resource: 'arn:aws:s3:::videos/*' }, false],
  ['resources may have wildcards', { Resource: 'arn:aws:s3:::ph?tos/*' }, true],
  ['NotResource means all others', { Resource: undefined, NotResource: 'arn:aws:s3:::videos/*' }, true],
  ['NotResource leaves out what it names', { Resource: undefined, NotResource: ['arn:aws:s3:::photos/*'] }, false],
  ['ArnLike takes wildcards', when('ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::*:role/a??'), true],
  ['ArnEquals takes wildcards too', when('ArnEquals', 'aws:PrincipalArn', 'arn:aws:iam::*:role/app'), true],
  ['ArnNotLike leaves out what fits', when('ArnNotLike', 'aws:PrincipalArn', 'arn:aws:iam::*:role/app'), false],
  [
    'several excluded values leave out each of them',
    when('ArnNotLike', 'aws:PrincipalArn', 'arn:aws:iam::*:role/x', 'arn:aws:iam::*:role/app'),
    false,
  ],
  ['several values are alternatives', when('StringEquals', 'aws:RequestedRegion', 'us-east-1', 'eu-west-1'), true],
  ['StringEquals takes no wildcards', when('StringEquals', 'aws:RequestedRegion', 'eu-*'), false],
  ['StringLike takes wildcards', when('StringLike', 'aws:RequestedRegion', 'eu-*'), true],
  ['StringNotLike leaves out what fits', when('StringNotLike', 'aws:RequestedRegion', 'eu-*'), false],
  ['values know their case', when('StringEquals', 'aws:RequestedRegion', 'EU-WEST-1'), false],
  ['names of keys know no case', when('StringEquals', 'AWS:requestedregion', 'eu-west-1'), true],
  ['as much is not more', when('NumericGreaterThan', 'ec2:VolumeSize', '100'), false],
  ['numbers are compared as numbers', when('NumericGreaterThan', 'ec2:VolumeSize', '99'), true],
  ['a key that is missing fits nothing', when('StringLike', 'ec2:InstanceType', '*'), false],
  ['a key that is missing is none of what is excluded', when('StringNotEquals', 'ec2:InstanceType', 't3.small'), true],
  ['a missing number is not greater', when('NumericGreaterThan', 'ec2:Iops', '0'), false],
  [
    'all conditions have to hold',
    { Condition: { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' }, StringLike: { 'ec2:InstanceType': '*' } } },
    false,
  ],
])('%s', (_rule, parts, refused) => {
  expect(refuses(parts)).toBe(refused);
});

test('an operator that is not known here is an error, not a guess', () => {
  expect(() => refuses(when('DateGreaterThan', 'aws:CurrentTime', '2026-01-01'))).toThrow('DateGreaterThan');
});

function when(operator: string, key: string, ...values: string[]): object {
  return { Condition: { [operator]: { [key]: values } } };
}
