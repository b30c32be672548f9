import { CloudFormationClient, CreateStackCommand, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { CreateRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import type { Template } from '../../lib/core/scenario';
import type { ExperimentRun } from '../../lib/core/experiments/schedule';
import type { Emulator } from './emulator';
import { roleOptions } from './roles';

export const organizer = '999999999999';
export const teams = [
  { id: 'blue', name: 'Blue Whales', account: '111111111111' },
  { id: 'red', name: 'Red Foxes', account: '222222222222' },
];

/** Who may break things: the conductor's role in the organizer's account. */
export const conductorRole = `arn:aws:iam::${organizer}:role/gameday/spring-conductor`;

/** What a client needs to act in a team's account as whoever Organizations lets in. */
export const insideOptions = (emulator: Emulator, account: string) =>
  roleOptions(emulator, `arn:aws:iam::${account}:role/OrganizationAccountAccessRole`);

/** A team's account as it is on the day: its stack, and the fault role, which trusts the conductor alone. */
export async function furnish(emulator: Emulator, account: string, template: Template): Promise<void> {
  const options = await insideOptions(emulator, account);
  await new IAMClient(options).send(
    new CreateRoleCommand({
      Path: '/gameday/',
      RoleName: 'fault',
      AssumeRolePolicyDocument: JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { AWS: `arn:aws:iam::${organizer}:root` },
            Action: 'sts:AssumeRole',
            Condition: { ArnEquals: { 'aws:PrincipalArn': [conductorRole] } },
          },
        ],
      }),
    }),
  );
  const cloudFormation = new CloudFormationClient(options);
  await cloudFormation.send(
    new CreateStackCommand({
      StackName: 'Arena',
      TemplateBody: JSON.stringify(template),
      Parameters: [
        { ParameterKey: 'OrganizerAccount', ParameterValue: organizer },
        { ParameterKey: 'EventId', ParameterValue: 'spring' },
      ],
    }),
  );
  const { Stacks: stacks } = await cloudFormation.send(new DescribeStacksCommand({ StackName: 'Arena' }));
  if (stacks?.[0]?.StackStatus !== 'CREATE_COMPLETE') throw new Error(`the stack is ${stacks?.[0]?.StackStatus}`);
}

/** A run at a team for ten minutes from now on. */
export const aRun = (run: string, team: string): ExperimentRun => ({
  run,
  experiment: 'any',
  team,
  atSeconds: 0,
  forSeconds: 600,
});
