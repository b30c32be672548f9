import { CreateAccessKeyCommand, CreateUserCommand, IAMClient } from '@aws-sdk/client-iam';
import {
  CreateAccountCommand,
  CreateOrganizationCommand,
  ListAccountsCommand,
  OrganizationsClient,
} from '@aws-sdk/client-organizations';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { organizerOptions } from './cloudformation';
import type { Emulator } from './emulator';
import { insider } from './pool';

/** Profile of the account that manages the organization. */
export const managementProfile = 'management';

/**
 * An organization as it is recommended: the account that the emulator was started for manages it, and events are run from a member of it.
 * Returns the emulator as that member has it, the management account a profile of its own.
 *
 * @param folder for the file of profiles
 */
export async function managedOrganizer(
  emulator: Emulator,
  folder: string,
): Promise<{ readonly account: string; readonly emulator: Emulator }> {
  const client = new OrganizationsClient(organizerOptions(emulator));
  await client.send(new CreateOrganizationCommand({ FeatureSet: 'ALL' }));
  await client.send(new CreateAccountCommand({ Email: 'aws+events@example.com', AccountName: 'events' }));
  // Its request is answered before it is made, as on AWS; the list has it already.
  const { Accounts: accounts } = await client.send(new ListAccountsCommand({}));
  const account = accounts?.find(({ Name }) => Name === 'events')?.Id ?? '';

  const iam = new IAMClient(await insider(emulator, account));
  await iam.send(new CreateUserCommand({ UserName: 'organizer' }));
  const { AccessKey: key } = await iam.send(new CreateAccessKeyCommand({ UserName: 'organizer' }));
  const profiles = join(folder, 'credentials');
  const { AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret } = emulator.env;
  writeFileSync(profiles, `[${managementProfile}]\naws_access_key_id = ${id}\naws_secret_access_key = ${secret}\n`);
  const env = {
    ...emulator.env,
    AWS_ACCESS_KEY_ID: key?.AccessKeyId ?? '',
    AWS_SECRET_ACCESS_KEY: key?.SecretAccessKey ?? '',
    AWS_SHARED_CREDENTIALS_FILE: profiles,
  };
  return { account, emulator: { ...emulator, env } };
}
