import { CloudFormationClient, CreateStackCommand } from '@aws-sdk/client-cloudformation';
import { CreateAccountCommand, CreateOrganizationCommand, OrganizationsClient } from '@aws-sdk/client-organizations';
import { AwsOrganization } from '../../lib/accounts/aws/aws-organization';
import { RecordTable } from '../../lib/accounts/aws/record-table';
import {
  accountStates,
  poolTag,
  poolUnitName,
  stateUnitName,
  type AccountState,
} from '../../lib/accounts/account-state';
import { poolUnits } from '../../lib/accounts/transition';
import { baselineStackName } from '../../lib/accounts/role-names';
import { baselineTemplate } from '../../lib/stacks/baseline-stack';
import { anEvent } from '../support/builders';
import { organizerOptions } from './cloudformation';
import type { Emulator } from './emulator';
import { roleOptions } from './roles';

/** A pool in the emulator, its accounts already in teams' hands. */
export interface Pool {
  readonly organization: AwsOrganization;
  readonly records: RecordTable;
  /** Twelve digits each. */
  readonly accounts: readonly string[];
  /** Puts an account into a state, whatever it was. */
  put(account: string, state: AccountState): Promise<void>;
  /** The state that AWS has it in. */
  stateOf(account: string): Promise<AccountState | undefined>;
}

/** What a client needs to do anything in an account, as nobody of the game may. */
export const insider = (emulator: Emulator, account: string) =>
  roleOptions(emulator, `arn:aws:iam::${account}:role/OrganizationAccountAccessRole`);

/** Makes the organization, the pool's units, and accounts that are live, with their records and the baseline's roles. */
export async function livePool(emulator: Emulator, organizer: string, count: number): Promise<Pool> {
  const options = organizerOptions(emulator);
  const client = new OrganizationsClient(options);
  await client.send(new CreateOrganizationCommand({ FeatureSet: 'ALL' }));
  const organization = new AwsOrganization(options, {
    now: Date.now,
    wait: () => Promise.resolve(),
    random: Math.random,
  });
  const { root, id } = await organization.describe();
  const own = await organization.createUnit(root, poolUnitName('gameday'));
  for (const state of accountStates) await organization.createUnit(own, stateUnitName(state));
  const records = new RecordTable(options);
  const accounts: string[] = [];
  for (let slot = 1; slot <= count; slot++) {
    const email = `aws+gameday-${slot}@example.com`;
    await client.send(
      new CreateAccountCommand({
        Email: email,
        AccountName: `gameday-${slot}`,
        Tags: [{ Key: poolTag, Value: 'gameday' }],
      }),
    );
    // Its request is answered before it is made, as on AWS; the list has it already.
    const account = (await organization.accounts()).find((each) => each.email === email)?.id ?? '';
    accounts.push(account);
    const history = [{ at: new Date().toISOString(), state: 'live' as const, why: 'test' }];
    const record = {
      schemaVersion: 1,
      pool: 'gameday',
      slot,
      email,
      account,
      state: 'live',
      version: 0,
      history,
    } as const;
    await records.save(record);
    const body = baselineTemplate(anEvent(), {
      organizerAccount: organizer,
      organizers: [`arn:aws:iam::${organizer}:user/organizer`],
      organization: id,
    });
    const inside = new CloudFormationClient(await insider(emulator, account));
    await inside.send(new CreateStackCommand({ StackName: baselineStackName, TemplateBody: body }));
  }
  const pool: Pool = {
    organization,
    records,
    accounts,
    put: async (account, state) => {
      const units = await poolUnits(organization, 'gameday');
      await organization.move(account, (await organization.parentOf(account)) ?? '', units?.[state] ?? '');
    },
    stateOf: async (account) => {
      const units = await poolUnits(organization, 'gameday');
      const unit = await organization.parentOf(account);
      return accountStates.find((state) => units?.[state] === unit);
    },
  };
  for (const account of accounts) await pool.put(account, 'live');
  return pool;
}
