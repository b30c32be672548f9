import { Place } from '../../lib/reclaim/aws/place';
import { stacksIn } from '../../lib/reclaim/aws/stacks';
import { FakeAws, ok } from '../support/aws/fake-aws';

const execution = 'arn:aws:iam::111111111111:role/cdk-gameday-cfn-exec-role-111111111111-eu-west-1';

/** The roles and modes by which a stack is deleted. */
async function deletions(role: string | undefined, ...forced: readonly boolean[]) {
  const roleArn = role === undefined ? '' : `<RoleARN>${role}</RoleARN>`;
  const stack = `<member><StackName>Mine</StackName><StackStatus>DELETE_FAILED</StackStatus>${roleArn}</member>`;
  const aws = new FakeAws({
    cloudformation: ({ action }) =>
      ok(
        action === 'DescribeStacks'
          ? `<DescribeStacksResponse><DescribeStacksResult><Stacks>${stack}</Stacks></DescribeStacksResult></DescribeStacksResponse>`
          : '<DeleteStackResponse/>',
      ),
  });
  const stacks = stacksIn(new Place('111111111111', 'eu-west-1', aws.options()), execution);
  for (const force of forced) await stacks.delete('Mine', force);
  return aws.calls
    .filter(({ action }) => action === 'DeleteStack')
    .map(({ body }) => new URLSearchParams(body))
    .map((input) => [input.get('DeletionMode'), input.get('RoleARN')]);
}

test('a stack goes by force also where somebody has deleted the role that it was made with', async () => {
  expect(await deletions('arn:aws:iam::111111111111:role/gone', false, true)).toEqual([
    [null, null],
    ['FORCE_DELETE_STACK', execution],
  ]);
});

test('a stack without a role is deleted by whoever asks', async () => {
  expect(await deletions(undefined, false, true)).toEqual([
    [null, null],
    ['FORCE_DELETE_STACK', null],
  ]);
});
