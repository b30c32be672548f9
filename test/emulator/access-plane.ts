import { CloudFormationClient, CreateStackCommand } from '@aws-sdk/client-cloudformation';
import { CreateRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import { CreateOrganizationCommand, OrganizationsClient } from '@aws-sdk/client-organizations';
import { baselineStackName } from '../../lib/accounts/role-names';
import { eventTable } from '../../lib/aws/event-table';
import type { GameDayEvent } from '../../lib/core/event/event';
import { organizerStackName } from '../../lib/deploy/target';
import { baselineTemplate } from '../../lib/stacks/baseline-stack';
import { organizerOptions } from './cloudformation';
import type { Emulator } from './emulator';
import { roleOptions } from './roles';

/** As much of the organizer's stack as codes need: its table, and the outputs by which commands find it. */
export async function standInOrganizerStack(emulator: Emulator, event: GameDayEvent): Promise<void> {
  const { partitionKey, sortKey } = eventTable;
  const keys = [
    { AttributeName: partitionKey, KeyType: 'HASH' },
    { AttributeName: sortKey, KeyType: 'RANGE' },
  ];
  const template = {
    Resources: {
      Table: {
        Type: 'AWS::DynamoDB::Table',
        Properties: {
          BillingMode: 'PAY_PER_REQUEST',
          KeySchema: keys,
          AttributeDefinitions: keys.map(({ AttributeName }) => ({ AttributeName, AttributeType: 'S' })),
        },
      },
    },
    Outputs: { Table: { Value: { Ref: 'Table' } }, Scoreboard: { Value: 'https://board.example' } },
  };
  await new CloudFormationClient(organizerOptions(emulator)).send(
    new CreateStackCommand({ StackName: organizerStackName(event), TemplateBody: JSON.stringify(template) }),
  );
}

/** An organization that the organizer manages, and the baseline of a pool in accounts; also a role that trusts its own account, as CDK's do. */
export async function standInPool(emulator: Emulator, event: GameDayEvent, organizer: string): Promise<void> {
  const { Organization: made } = await new OrganizationsClient(organizerOptions(emulator)).send(
    new CreateOrganizationCommand({ FeatureSet: 'ALL' }),
  );
  const template = baselineTemplate(event, {
    organizerAccount: organizer,
    organizers: [`arn:aws:iam::${organizer}:user/organizer`],
    organization: made?.Id ?? '',
  });
  for (const { account } of event.teams) {
    const options = await roleOptions(emulator, `arn:aws:iam::${account}:role/OrganizationAccountAccessRole`);
    await new CloudFormationClient(options).send(
      new CreateStackCommand({
        StackName: baselineStackName,
        TemplateBody: template,
        Capabilities: ['CAPABILITY_NAMED_IAM'],
      }),
    );
    const trust = { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: 'sts:AssumeRole' };
    await new IAMClient(options).send(
      new CreateRoleCommand({
        RoleName: 'cdk-gameday-deploy-role',
        AssumeRolePolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [trust] }),
      }),
    );
  }
}
