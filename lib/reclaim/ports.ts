import type { AccountPorts } from '../accounts/ports';
import type { Stacks } from './delete-stacks';
import type { Kind } from './kind';
import type { Receipt } from './receipt';

/** An account that the organizer has entered by the role that reclaims. */
export interface EnteredAccount {
  /** In all regions that may be used; what others need stands after them. */
  readonly kinds: readonly Kind[];
  /** A part for each region. */
  readonly stacks: readonly Stacks[];
  /** Ends what breaks things on purpose. Returns ids of the experiments that ran. */
  stopExperiments(): Promise<readonly string[]>;
}

/** What taking back is given. */
export interface ReclaimPorts {
  readonly accounts: AccountPorts;
  /** Regions that are looked at. */
  readonly regions: readonly string[];
  /** Throws `AccountUnreadable` when the role cannot be assumed, or leads into another account. */
  enter(account: string): Promise<EnteredAccount>;
  /**
   * Lets no more customers arrive at the account's team from now on. Safe to repeat. Returns what was done, in words.
   * @param since ISO instant at which this taking back began, which tells it from an earlier one
   */
  stopLoad(account: string, since: string): Promise<string>;
  /** Keeps a receipt for good, over an earlier one of the same name. Returns where. */
  keep(receipt: Receipt): Promise<string>;
  /** Resolves after so many milliseconds. */
  wait(ms: number): Promise<void>;
}
