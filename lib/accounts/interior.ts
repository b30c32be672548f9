/** What is done inside an account of a pool, with the role that AWS Organizations put there. */
export interface AccountInterior {
  /** Whether the role lets the management account in; a new account takes minutes. */
  isOpen(account: string): Promise<boolean>;
  /** Has the stack of the organizer's roles stand as its template says. */
  baseline(account: string): Promise<void>;
  /** Has CDK's stack stand, by which the organizer's account deploys. */
  bootstrap(account: string): Promise<void>;
  /** What is missing of both, a few words each; none when all is there. */
  missing(account: string): Promise<readonly string[]>;
  /** vCPUs of standard on-demand instances that the account may run in the event's region; undefined when AWS does not say. */
  vcpuQuota(account: string): Promise<number | undefined>;
}
