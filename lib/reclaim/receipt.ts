import type { AccountRecord } from '../accounts/account-record';
import { columns } from '../core/view/columns';
import { costOf, isClean, type Inventory, type Item } from './inventory';

/** Proof of how an account was taken back: what was done when, and what was found at the end, twice. */
export interface Receipt {
  readonly schemaVersion: 1;
  readonly pool: string;
  readonly account: string;
  readonly outcome: 'available' | 'quarantine';
  /** ISO instants. */
  readonly begunAt: string;
  readonly endedAt: string;
  readonly regions: readonly string[];
  /** The account's states since it was frozen, of every run that worked on it. */
  readonly states: AccountRecord['history'];
  /** What the last run did; a step that an earlier run finished is not repeated. */
  readonly steps: readonly { readonly at: string; readonly did: string }[];
  /** Before and after the cool-down. */
  readonly inventories: readonly [Inventory, Inventory];
}

/** Both inventories have to be clean: what goes late or comes back is no proof. */
export const outcomeOf = (inventories: readonly Inventory[]): Receipt['outcome'] =>
  inventories.every(isClean) ? 'available' : 'quarantine';

/** States since the account was last taken out of somebody's hands. */
export function statesSinceFrozen(history: AccountRecord['history']): AccountRecord['history'] {
  const frozen = history.findLastIndex(({ state }) => state === 'frozen');
  return history.slice(Math.max(0, frozen));
}

/** One name for one taking back, so that a run that repeats the end of another writes over its receipt. Safe as a file name. */
export const receiptName = ({ account, begunAt }: Pick<Receipt, 'account' | 'begunAt'>): string =>
  `${account}-${begunAt.replace(/[:.]/g, '-')}`;

/** The receipt as people read it. */
export function receiptText(receipt: Receipt): string {
  const { account, pool, outcome, begunAt, endedAt, regions, states, steps, inventories } = receipt;
  const verdict = outcome === 'available' ? 'clean, and available again' : 'NOT clean, and in quarantine';
  return [
    `Account ${account} of pool ${pool}: ${verdict}`,
    `Taken back from ${begunAt} to ${endedAt}, in ${regions.join(', ')} and what belongs to no region`,
    '',
    'States',
    ...states.map(({ at, state, why }) => `  ${at}  ${state}: ${why}`),
    'Done',
    ...steps.map(({ at, did }) => `  ${at}  ${did}`),
    '',
    ...inventories.map((each, index) => `${index === 0 ? 'First' : 'Second'} inventory\n${inventoryText(each)}`),
  ].join('\n');
}

/** What was found, with cost per hour, a line each. */
export function inventoryText({ at, items, unseen, belonging }: Inventory): string {
  const head = `  ${at}  ${items.length} left, ${belonging} that every account of the pool has`;
  return [
    items.length > 0 ? `${head}; at least ${usd(costOf(items))} an hour` : head,
    ...(items.length > 0 ? [itemsText(items)] : []),
    ...unseen.map(({ service, type, region, why }) => `  not seen: ${service} ${type}, ${region}: ${why}`),
    '',
  ].join('\n');
}

/** Things with their cost per hour and why they stay, a line each. */
const itemsText = (items: readonly Item[]): string =>
  columns(
    items.map(({ service, type, region, id, usdPerHour, why }) => [
      '',
      `${service} ${type}`,
      region,
      usdPerHour === undefined ? '' : `${usd(usdPerHour)}/h`,
      `${id}${why === undefined ? '' : ` (${why})`}`,
    ]),
    [0, 1, 2, 4],
  ).trimEnd();

/** Cents and their tenths count: an account is kept for weeks. */
const usd = (amount: number): string => `${amount.toFixed(4)} USD`;
