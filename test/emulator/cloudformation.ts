import {
  CloudFormationClient,
  CreateChangeSetCommand,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  ExecuteChangeSetCommand,
} from '@aws-sdk/client-cloudformation';
import { region, type Emulator } from './emulator';

interface Deployed {
  readonly status: string | undefined;
  readonly reasons: readonly string[];
}

/** Deploys a template by a change set, as the CDK does. @param options who deploys it: into the organizer's account when left out */
export async function deployTemplate(
  emulator: Emulator,
  name: string,
  resources: object,
  outputs: object = {},
  options = organizerOptions(emulator),
): Promise<Deployed> {
  const client = new CloudFormationClient(options);
  const changeSet = { StackName: name, ChangeSetName: `change-${Date.now()}` };
  const exists = await client.send(new DescribeStacksCommand({ StackName: name })).then(
    () => true,
    () => false,
  );
  const body = JSON.stringify({ Resources: resources, Outputs: outputs });
  const type = exists ? 'UPDATE' : 'CREATE';
  await client.send(new CreateChangeSetCommand({ ...changeSet, TemplateBody: body, ChangeSetType: type }));
  await client.send(new ExecuteChangeSetCommand(changeSet));
  const { Stacks: stacks } = await client.send(new DescribeStacksCommand({ StackName: name }));
  const { StackEvents: events } = await client.send(new DescribeStackEventsCommand({ StackName: name }));
  return {
    status: stacks?.[0]?.StackStatus,
    reasons: (events ?? []).flatMap(({ ResourceStatusReason }) => ResourceStatusReason ?? []),
  };
}

/** What a client of the SDK needs to act as the organizer in the emulator. */
export const organizerOptions = ({ url, env }: Emulator) => ({
  endpoint: url,
  region,
  forcePathStyle: true,
  credentials: { accessKeyId: env['AWS_ACCESS_KEY_ID'] ?? '', secretAccessKey: env['AWS_SECRET_ACCESS_KEY'] ?? '' },
});
