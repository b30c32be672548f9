import type { AccountRecord } from './account-record';

/** Records of a pool's accounts, in the organizer's account. */
export interface AccountRecords {
  /** All records of the pool, by slot. */
  list(pool: string): Promise<readonly AccountRecord[]>;
  /**
   * Writes a record over the version that it was read as, and returns it with its next version.
   * Throws `RecordConflict` when somebody else wrote in between.
   */
  save(record: AccountRecord): Promise<AccountRecord>;
}

/** The organization as its management account sees it. Ids are AWS's own: `o-…`, `r-…`, `ou-…`, `p-…`. */
export interface Organization {
  describe(): Promise<OrganizationFacts>;
  /** Turns service control policies on for the root. Nothing when they are. */
  enablePolicies(root: string): Promise<void>;

  /** Organizational units directly below the parent. */
  units(parent: string): Promise<readonly Unit[]>;
  /** Makes a unit and returns its id. */
  createUnit(parent: string, name: string): Promise<string>;

  accounts(): Promise<readonly MemberAccount[]>;
  /** Accounts directly in the unit. */
  accountsIn(unit: string): Promise<readonly MemberAccount[]>;
  /** Id of the unit or root that the account is in; undefined when it is not of the organization. */
  parentOf(account: string): Promise<string | undefined>;
  move(account: string, from: string, to: string): Promise<void>;
  /** None for an account that is not of the organization. */
  tags(account: string): Promise<Readonly<Record<string, string>>>;
  tag(account: string, tags: Readonly<Record<string, string>>): Promise<void>;

  /** Asks AWS for an account, which comes minutes later; failed at once where AWS would not even begin. */
  requestAccount(wish: AccountWish): Promise<Creation>;
  creation(requestId: string): Promise<Creation>;
  /** Requests that AWS has not finished. */
  creationsUnderWay(): Promise<readonly Creation[]>;
  /** Asks AWS to close an account, which suspends it for 90 days; AWS's code where it will not. */
  close(account: string): Promise<string | undefined>;

  /** Service control policies of the organization, those of AWS included. */
  policies(): Promise<readonly Policy[]>;
  policyText(policy: string): Promise<string>;
  /** Makes a policy and returns its id. */
  createPolicy(name: string, description: string, text: string): Promise<string>;
  updatePolicy(policy: string, text: string): Promise<void>;
  /** Service control policies attached to a root, unit or account itself. */
  policiesOf(target: string): Promise<readonly Policy[]>;
  attach(policy: string, target: string): Promise<void>;
  detach(policy: string, target: string): Promise<void>;
}

export interface OrganizationFacts {
  readonly id: string;
  readonly managementAccount: string;
  readonly root: string;
  /** Whether it may have policies at all, instead of one bill only. */
  readonly allFeatures: boolean;
  /** Whether service control policies are on. */
  readonly policiesOn: boolean;
}

export interface Unit {
  readonly id: string;
  readonly name: string;
}

export interface MemberAccount {
  /** Twelve digits. */
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** AWS's word: `PENDING_ACTIVATION`, `ACTIVE`, `SUSPENDED`, `PENDING_CLOSURE` or `CLOSED`. */
  readonly status: string;
}

export interface AccountWish {
  readonly email: string;
  readonly name: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** How far a request for an account is. */
export interface Creation {
  /** Empty where AWS would not begin. */
  readonly requestId: string;
  /** Of the account. */
  readonly name: string;
  readonly state: 'IN_PROGRESS' | 'SUCCEEDED' | 'FAILED';
  /** Once it succeeded. */
  readonly account?: string;
  /** AWS's code, once it failed: `EMAIL_ALREADY_EXISTS` and the like. */
  readonly failure?: string;
}

export interface Policy {
  readonly id: string;
  readonly name: string;
}

/** What every work on accounts is given. */
export interface AccountPorts {
  readonly records: AccountRecords;
  readonly organization: Organization;
  /** Account of the organizer's plane, which is never touched. */
  readonly organizerAccount: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}
