import {
  AttachPolicyCommand,
  CloseAccountCommand,
  CreateAccountCommand,
  CreateOrganizationalUnitCommand,
  CreatePolicyCommand,
  DescribeCreateAccountStatusCommand,
  DescribeOrganizationCommand,
  DescribePolicyCommand,
  DetachPolicyCommand,
  EnablePolicyTypeCommand,
  ListParentsCommand,
  ListRootsCommand,
  MoveAccountCommand,
  OrganizationsClient,
  paginateListAccounts,
  paginateListAccountsForParent,
  paginateListCreateAccountStatus,
  paginateListOrganizationalUnitsForParent,
  paginateListPolicies,
  paginateListPoliciesForTarget,
  paginateListTagsForResource,
  TagResourceCommand,
  UpdatePolicyCommand,
  type Account,
  type CreateAccountStatus,
  type PolicySummary,
} from '@aws-sdk/client-organizations';
import type { ClientOptions } from '../../aws/client-options';
import { persistently, type Patience } from '../patience';
import type { AccountWish, Creation, MemberAccount, Organization, OrganizationFacts, Policy, Unit } from '../ports';
import { systemPatience } from './system-patience';
import { isPassing, organizationUnfit, refusal, tolerating } from './organization-errors';

const POLICY_TYPE = 'SERVICE_CONTROL_POLICY';

/**
 * AWS Organizations, through credentials of the management account. What AWS asks to repeat is repeated; a change that was made already
 * is none.
 */
export class AwsOrganization implements Organization {
  private readonly client: OrganizationsClient;

  constructor(
    options: ClientOptions,
    private readonly patience: Patience = systemPatience,
  ) {
    this.client = new OrganizationsClient(options);
  }

  async describe(): Promise<OrganizationFacts> {
    const { Organization: found } = await this.again(() =>
      this.client.send(new DescribeOrganizationCommand({})).catch((cause: unknown) => {
        throw organizationUnfit(cause);
      }),
    );
    const { Roots: roots } = await this.again(() => this.client.send(new ListRootsCommand({})));
    const root = roots?.[0];
    return {
      id: found?.Id ?? '',
      managementAccount: found?.MasterAccountId ?? '',
      root: root?.Id ?? '',
      allFeatures: found?.FeatureSet === 'ALL',
      // The organization's own list of types is outdated by AWS's word; the root's is the one to read.
      // https://docs.aws.amazon.com/organizations/latest/APIReference/API_Organization.html
      policiesOn: (root?.PolicyTypes ?? []).some(({ Type, Status }) => Type === POLICY_TYPE && Status === 'ENABLED'),
    };
  }

  async enablePolicies(root: string): Promise<void> {
    const command = new EnablePolicyTypeCommand({ RootId: root, PolicyType: POLICY_TYPE });
    await this.change(() => this.client.send(command), 'PolicyTypeAlreadyEnabledException');
  }

  async units(parent: string): Promise<readonly Unit[]> {
    const pages = () => paginateListOrganizationalUnitsForParent({ client: this.client }, { ParentId: parent });
    const found = await this.all(pages, ({ OrganizationalUnits }) => OrganizationalUnits);
    return found.map(({ Id, Name }) => ({ id: Id ?? '', name: Name ?? '' }));
  }

  async createUnit(parent: string, name: string): Promise<string> {
    const command = new CreateOrganizationalUnitCommand({ ParentId: parent, Name: name });
    const made = await this.change(() => this.client.send(command), 'DuplicateOrganizationalUnitException');
    return made?.OrganizationalUnit?.Id ?? (await this.units(parent)).find((unit) => unit.name === name)?.id ?? '';
  }

  async accounts(): Promise<readonly MemberAccount[]> {
    const found = await this.all(
      () => paginateListAccounts({ client: this.client }, {}),
      ({ Accounts }) => Accounts,
    );
    return found.map(memberOf);
  }

  async accountsIn(unit: string): Promise<readonly MemberAccount[]> {
    const pages = () => paginateListAccountsForParent({ client: this.client }, { ParentId: unit });
    return (await this.all(pages, ({ Accounts }) => Accounts)).map(memberOf);
  }

  async parentOf(account: string): Promise<string | undefined> {
    const command = new ListParentsCommand({ ChildId: account });
    const found = await this.change(() => this.client.send(command), 'ChildNotFoundException');
    return found?.Parents?.[0]?.Id;
  }

  async move(account: string, from: string, to: string): Promise<void> {
    const command = new MoveAccountCommand({ AccountId: account, SourceParentId: from, DestinationParentId: to });
    await this.change(() => this.client.send(command), 'DuplicateAccountException');
  }

  async tags(account: string): Promise<Readonly<Record<string, string>>> {
    const pages = () => paginateListTagsForResource({ client: this.client }, { ResourceId: account });
    const found = await tolerating(() => this.all(pages, ({ Tags }) => Tags), 'TargetNotFoundException');
    return Object.fromEntries((found ?? []).map(({ Key, Value }) => [Key ?? '', Value ?? '']));
  }

  async tag(account: string, tags: Readonly<Record<string, string>>): Promise<void> {
    await this.again(() => this.client.send(new TagResourceCommand({ ResourceId: account, Tags: tagList(tags) })));
  }

  async requestAccount({ email, name, tags }: AccountWish): Promise<Creation> {
    const input = { Email: email, AccountName: name, Tags: tagList(tags), IamUserAccessToBilling: 'DENY' } as const;
    try {
      const { CreateAccountStatus: status } = await this.client.send(new CreateAccountCommand(input));
      return creationOf(status ?? {});
    } catch (error) {
      return { requestId: '', name, state: 'FAILED', failure: refusal(error) };
    }
  }

  async creation(requestId: string): Promise<Creation> {
    const command = new DescribeCreateAccountStatusCommand({ CreateAccountRequestId: requestId });
    const unknown = 'CreateAccountStatusNotFoundException';
    const found = await tolerating(() => this.again(() => this.client.send(command)), unknown);
    // AWS forgets requests after 90 days; one that it does not know can only be made anew.
    return found === undefined
      ? { requestId, name: '', state: 'FAILED', failure: 'CREATE_ACCOUNT_STATUS_NOT_FOUND' }
      : creationOf(found.CreateAccountStatus ?? {});
  }

  async creationsUnderWay(): Promise<readonly Creation[]> {
    const pages = () => paginateListCreateAccountStatus({ client: this.client }, { States: ['IN_PROGRESS'] });
    return (await this.all(pages, ({ CreateAccountStatuses }) => CreateAccountStatuses)).map(creationOf);
  }

  async close(account: string): Promise<string | undefined> {
    const command = new CloseAccountCommand({ AccountId: account });
    try {
      await this.change(() => this.client.send(command), 'AccountAlreadyClosedException');
      return undefined;
    } catch (error) {
      return refusal(error);
    }
  }

  async policies(): Promise<readonly Policy[]> {
    const pages = () => paginateListPolicies({ client: this.client }, { Filter: POLICY_TYPE });
    return (await this.all(pages, ({ Policies }) => Policies)).map(policyOf);
  }

  async policyText(policy: string): Promise<string> {
    const { Policy: found } = await this.again(() => this.client.send(new DescribePolicyCommand({ PolicyId: policy })));
    return found?.Content ?? '';
  }

  async createPolicy(name: string, description: string, text: string): Promise<string> {
    const input = { Name: name, Description: description, Content: text, Type: POLICY_TYPE } as const;
    const made = await this.change(() => this.client.send(new CreatePolicyCommand(input)), 'DuplicatePolicyException');
    return made?.Policy?.PolicySummary?.Id ?? (await this.policies()).find((policy) => policy.name === name)?.id ?? '';
  }

  async updatePolicy(policy: string, text: string): Promise<void> {
    await this.again(() => this.client.send(new UpdatePolicyCommand({ PolicyId: policy, Content: text })));
  }

  async policiesOf(target: string): Promise<readonly Policy[]> {
    const input = { TargetId: target, Filter: POLICY_TYPE } as const;
    const pages = () => paginateListPoliciesForTarget({ client: this.client }, input);
    return (await this.all(pages, ({ Policies }) => Policies)).map(policyOf);
  }

  async attach(policy: string, target: string): Promise<void> {
    const command = new AttachPolicyCommand({ PolicyId: policy, TargetId: target });
    await this.change(() => this.client.send(command), 'DuplicatePolicyAttachmentException');
  }

  async detach(policy: string, target: string): Promise<void> {
    const command = new DetachPolicyCommand({ PolicyId: policy, TargetId: target });
    await this.change(() => this.client.send(command), 'PolicyNotAttachedException');
  }

  private again<T>(call: () => Promise<T>): Promise<T> {
    return persistently(call, isPassing, this.patience);
  }

  /** A change; undefined where AWS says, by this name, that it was made already. */
  private change<T>(call: () => Promise<T>, made: string): Promise<T | undefined> {
    return tolerating(() => this.again(call), made);
  }

  /** Items of all pages, asked for anew from the first when one is turned away for good. */
  private all<Page, Item>(
    pages: () => AsyncIterable<Page>,
    items: (page: Page) => readonly Item[] | undefined,
  ): Promise<Item[]> {
    return this.again(async () => {
      const found: Item[] = [];
      for await (const page of pages()) found.push(...(items(page) ?? []));
      return found;
    });
  }
}

const memberOf = ({ Id, Name, Email, State, Status }: Account): MemberAccount => ({
  id: Id ?? '',
  name: Name ?? '',
  email: Email ?? '',
  status: State ?? Status ?? '',
});

const creationOf = ({ Id, AccountName, State, AccountId, FailureReason }: CreateAccountStatus): Creation => ({
  requestId: Id ?? '',
  name: AccountName ?? '',
  state: State ?? 'IN_PROGRESS',
  ...(AccountId !== undefined && { account: AccountId }),
  ...(FailureReason !== undefined && { failure: FailureReason }),
});

const policyOf = ({ Id, Name }: PolicySummary): Policy => ({ id: Id ?? '', name: Name ?? '' });

const tagList = (tags: Readonly<Record<string, string>>) =>
  Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
